#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/error_code.hpp>
#include <chrono>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <outlay/http.hpp>
#include <utility>
#include <vector>

// A transport for Asio's coroutines that returns the response of a function some turns of the event loop later.

namespace asio_transport {

namespace asio = boost::asio;
namespace http = outlay::http;
using answer = outlay::result<http::response>;

struct one_by_one {
    std::function<answer(http::request const&)> server;
    std::shared_ptr<int> alive = std::make_shared<int>(0); ///< also held by every live coroutine

    asio::awaitable<answer> operator()(http::request asked)
    {
        auto const held = alive;
        auto const loop = co_await asio::this_coro::executor;
        for (int turns = 0; turns < 2; ++turns) co_await asio::post(loop, asio::use_awaitable);
        co_return server(asked);
    }

    asio::awaitable<void> sleep(std::chrono::milliseconds)
    {
        auto const held = alive;
        co_await asio::post(co_await asio::this_coro::executor, asio::use_awaitable);
    }
};

struct at_once : one_by_one {
    asio::awaitable<void> all(std::vector<asio::awaitable<void>> tasks)
    {
        auto const held = alive;
        auto const loop = co_await asio::this_coro::executor;
        asio::steady_timer over(loop, std::chrono::steady_clock::time_point::max());
        std::size_t left = tasks.size();
        for (auto& task : tasks)
            asio::co_spawn(loop, std::move(task), [&](std::exception_ptr) {
                if (--left == 0) over.cancel();
            });
        boost::system::error_code cancelled;
        if (left != 0) co_await over.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
    }
};

} // namespace asio_transport
