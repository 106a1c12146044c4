#pragma once

#include "loopback_server.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl.hpp>
#include <chrono>
#include <exception>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <outlay_transports/beast_transport.hpp>
#include <outlay_transports/curl_transport.hpp>
#include <outlay_transports/httplib_transport.hpp>
#include <string>
#include <utility>

// The same interface for the three transports of examples/transports.

namespace real_transports_test {

namespace ads = outlay::amazon;
namespace asio = boost::asio;
namespace http = outlay::http;
using namespace std::chrono_literals;

/// Enough time for 10 MB under sanitizers and over TLS.
constexpr std::chrono::milliseconds short_time = 4s;

struct with_curl {
    curl_transport transport;

    explicit with_curl(std::string const& trusted)
    {
        transport.ca_file = trusted;
        transport.timeout_ms = short_time.count();
    }

    template<class Operation>
    auto run(ads::endpoint const& at, Operation what, http::call_options const& options)
    {
        return http::call(transport, at, std::move(what), options);
    }

    auto send(http::request const& r) { return transport(r); }
};

struct with_httplib {
    httplib_transport transport;

    explicit with_httplib(std::string const& trusted)
    {
        transport.ca_file = trusted;
        transport.timeout = short_time;
    }

    template<class Operation>
    auto run(ads::endpoint const& at, Operation what, http::call_options const& options)
    {
        return http::call(transport, at, std::move(what), options);
    }

    auto send(http::request const& r) { return transport(r); }
};

/// Runs a coroutine in an io_context of its own, and returns its result.
template<class T>
T run_task(asio::awaitable<T> task)
{
    asio::io_context context;
    std::optional<T> got;
    asio::co_spawn(context, std::move(task), [&](std::exception_ptr failed, T all) {
        if (failed) std::rethrow_exception(failed);
        got.emplace(std::move(all));
    });
    context.run();
    return std::move(*got);
}

struct with_beast {
    asio::ssl::context tls{asio::ssl::context::tls_client};
    beast_transport transport{tls};

    explicit with_beast(std::string const& trusted)
    {
        if (trusted.empty()) tls.set_default_verify_paths();
        else tls.load_verify_file(trusted);
        transport.timeout = short_time;
    }

    template<class Operation>
    auto run(ads::endpoint const& at, Operation what, http::call_options const& options)
    {
        return run_task(http::co_call<asio::awaitable>(transport, at, std::move(what), options));
    }

    auto send(http::request r) { return run_task(transport(std::move(r))); }
};

inline loopback::certificate const& certificate()
{
    static loopback::certificate const own;
    return own;
}

} // namespace real_transports_test
