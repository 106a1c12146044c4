#include <boost/asio/awaitable.hpp>
#include <coroutine>
#include <outlay/http.hpp>
#include <string>

namespace transport_static_test {

using outlay::result;
using outlay::http::async_transport;
using outlay::http::request;
using outlay::http::response;
using outlay::http::sync_transport;

template<class T>
struct awaiter {
    bool await_ready();
    void await_suspend(std::coroutine_handle<>);
    T await_resume();
};

template<class T>
struct with_member {
    awaiter<T> operator co_await();
};

template<class T>
struct with_function {};
template<class T>
awaiter<T> operator co_await(with_function<T>);

/// Like Boost.Asio's awaitable, has no public await_suspend.
template<class T>
struct of_its_own {
    bool await_ready();
    T await_resume();
};

template<class T, class Argument = request const&>
using function = T (*)(Argument);

static_assert(sync_transport<function<response>>);
static_assert(sync_transport<function<result<response>>>);
static_assert(sync_transport<function<response const&>>);
static_assert(sync_transport<function<response, request>>);
static_assert(!sync_transport<function<response, request&>>);
static_assert(!sync_transport<function<std::string>>);
static_assert(!sync_transport<function<void>>);
static_assert(!sync_transport<function<response, std::string>>);
static_assert(!sync_transport<int>);

static_assert(async_transport<function<awaiter<response>>>);
static_assert(async_transport<function<awaiter<result<response>>, request>>);
static_assert(async_transport<function<with_member<response>>>);
static_assert(async_transport<function<with_function<response>>>);
static_assert(async_transport<function<of_its_own<response>>>);
static_assert(async_transport<function<boost::asio::awaitable<response>>>);
static_assert(async_transport<function<boost::asio::awaitable<result<response>>>>);
static_assert(!async_transport<function<boost::asio::awaitable<void>>>);
static_assert(!async_transport<function<awaiter<std::string>>>);
static_assert(!async_transport<function<response>>);
static_assert(!sync_transport<function<awaiter<response>>>);

} // namespace transport_static_test
