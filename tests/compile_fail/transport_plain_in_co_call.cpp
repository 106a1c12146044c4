// expect: this transport is not for coroutines: use call\(\), or a client without a task template
#include <coroutine>
#include <exception>
#include <outlay/amazon.hpp>
#include <utility>

namespace ads = outlay::amazon;

template<class T>
struct task {
    struct promise_type {
        task get_return_object() { return {}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_value(T) {}
        void unhandled_exception() { std::terminate(); }
    };
    bool await_ready();
    void await_suspend(std::coroutine_handle<>);
    T await_resume();
};

#ifdef OUTLAY_CONTROL
auto const transport = [](outlay::http::request) { return task<outlay::http::response>(); };
#else
auto const transport = [](outlay::http::request const&) { return outlay::http::response(); };
#endif

ads::client<decltype(transport), task> client{transport, ads::endpoint{}};
auto const all = client.portfolio_budget_usage({"1"});
