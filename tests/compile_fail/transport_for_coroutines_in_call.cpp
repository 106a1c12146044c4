// expect: this transport is for coroutines: use co_call<Task>\(\), or a client with a task template
#include <coroutine>
#include <outlay/amazon.hpp>

namespace ads = outlay::amazon;

struct task {
    bool await_ready();
    void await_suspend(std::coroutine_handle<>);
    outlay::http::response await_resume();
};

#ifdef OUTLAY_CONTROL
auto const transport = [](outlay::http::request const&) { return outlay::http::response(); };
#else
auto const transport = [](outlay::http::request) { return task(); };
#endif

ads::client client{transport, ads::endpoint{}};
auto const all = client.portfolio_budget_usage({"1"});
