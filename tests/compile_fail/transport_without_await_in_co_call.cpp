// expect: an async transport must return an awaitable, with await_ready\(\) and await_resume\(\)
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
#ifdef OUTLAY_CONTROL
    T await_resume();
#endif
};

auto const transport = [](outlay::http::request) { return task<outlay::http::response>(); };
auto const all = outlay::http::co_call<task>(transport, ads::endpoint{}, ads::portfolio_budget_usage{{"1"}});
