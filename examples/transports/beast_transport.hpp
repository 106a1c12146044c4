#pragma once

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <chrono>
#include <cstddef>
#include <outlay/http.hpp>
#include <string>
#include <string_view>
#include <utility>

/// A transport for coroutines over Boost.Beast: a connection for each call; TLS certificates are verified against those
/// of the context. For `client<beast_transport&, boost::asio::awaitable>`.
class beast_transport {
    using tcp = boost::asio::ip::tcp;
    using answer = outlay::result<outlay::http::response>;
    template<class T>
    using task = boost::asio::awaitable<T>;

public:
    explicit beast_transport(boost::asio::ssl::context& tls) : tls_(tls)
    {
        tls_.set_verify_mode(boost::asio::ssl::verify_peer);
    }

    std::chrono::milliseconds timeout{60'000}; ///< of a whole call
    std::size_t max_body = 64 << 20;           ///< bytes

    task<answer> operator()(outlay::http::request r)
    {
        bool is_sent = false;
        std::string why;
        try {
            co_return co_await exchange(std::move(r), is_sent);
        } catch (boost::system::system_error const& e) {
            if (e.code() == boost::beast::http::error::body_limit)
                co_return outlay::error(outlay::error_kind::limit, "max_body", "the body is too large");
            why = e.code().message();
        }
        co_return is_sent ? outlay::http::connection_lost(std::move(why)) : outlay::http::not_sent(std::move(why));
    }

    /// How co_call waits before it repeats a call.
    task<void> sleep(std::chrono::milliseconds time)
    {
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, time);
        co_await timer.async_wait(boost::asio::use_awaitable);
    }

private:
    struct place {
        bool is_tls;
        std::string host, port, target;
    };

    static place place_of(std::string_view url)
    {
        place to{url.starts_with("https://"), {}, {}, {}};
        url.remove_prefix(to.is_tls ? 8 : 7);
        auto const slash = url.find('/'); // the URLs of outlay have one
        std::string_view const authority = url.substr(0, slash);
        to.target = url.substr(slash);
        auto const colon = std::min(authority.find(':'), authority.size());
        to.host = authority.substr(0, colon);
        to.port = colon == authority.size() ? (to.is_tls ? "443" : "80") : std::string(authority.substr(colon + 1));
        return to;
    }

    task<answer> exchange(outlay::http::request r, bool& is_sent)
    {
        namespace beast = boost::beast;
        using boost::asio::use_awaitable;
        place const to = place_of(r.url);
        auto const executor = co_await boost::asio::this_coro::executor;
        beast::ssl_stream<beast::tcp_stream> stream(executor, tls_);
        beast::tcp_stream& plain = stream.next_layer();
        plain.expires_after(timeout);
        auto const addresses = co_await tcp::resolver(executor).async_resolve(to.host, to.port, use_awaitable);
        co_await plain.async_connect(addresses, use_awaitable);
        if (to.is_tls) {
            SSL_set_tlsext_host_name(stream.native_handle(), to.host.c_str());
            stream.set_verify_callback(boost::asio::ssl::host_name_verification(to.host));
            co_await stream.async_handshake(boost::asio::ssl::stream_base::client, use_awaitable);
        }

        beast::http::request<beast::http::string_body> message;
        message.method_string(outlay::http::to_string(r.method));
        message.target(to.target);
        message.set(beast::http::field::host, to.host);
        for (auto const& h : r.headers) message.set(h.name, h.value);
        message.body() = std::move(r.body);
        message.prepare_payload();
        beast::http::response_parser<beast::http::string_body> reply;
        reply.body_limit(max_body);
        beast::flat_buffer buffer;
        is_sent = true;
        if (to.is_tls) {
            co_await beast::http::async_write(stream, message, use_awaitable);
            co_await beast::http::async_read(stream, buffer, reply, use_awaitable);
        } else {
            co_await beast::http::async_write(plain, message, use_awaitable);
            co_await beast::http::async_read(plain, buffer, reply, use_awaitable);
        }

        outlay::http::response got{static_cast<int>(reply.get().result_int()), {}, std::move(reply.get().body())};
        for (auto const& h : reply.get()) got.headers.push_back({std::string(h.name_string()), std::string(h.value())});
        co_return got;
    }

    boost::asio::ssl::context& tls_;
};
