#pragma once

#include "beast_connections.hpp"
#include "gzip.hpp"
#include "url_parts.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <outlay/http.hpp>
#include <string>
#include <utility>
#include <vector>

/// A transport for coroutines over Boost.Beast, for `client<beast_transport&, boost::asio::awaitable>`. Connections
/// stay open for later calls to the same server; TLS certificates are verified against those of the context; gzip is
/// requested and unpacked; redirects are not followed, as credentials would be sent along.
///
/// Any number of calls may be under way at once, also from several threads that run one io_context: each call has its
/// own connection and strand. The members must not be changed meanwhile. The transport must outlive its calls; it may
/// outlive the io_context, or be used with several. Copies share the kept connections.
///
/// A kept connection that the server closes before the first byte of a response was stale: the call is sent again on a
/// new one if `request.may_repeat`; otherwise it fails with http::connection_lost().
class beast_transport {
    using answer = outlay::result<outlay::http::response>;
    using error_code = boost::system::error_code;
    template<class T>
    using task = boost::asio::awaitable<T>;

public:
    explicit beast_transport(boost::asio::ssl::context& tls) : tls_(tls)
    {
        tls_.set_verify_mode(boost::asio::ssl::verify_peer);
    }

    std::chrono::milliseconds timeout{60'000};      ///< of a whole call, without the lookup of the host's name
    std::size_t max_body = 64 << 20;                ///< bytes, both as they arrive and unpacked
    std::size_t max_idle = 16;                      ///< connections kept in all; 0: a new one for each call
    std::chrono::milliseconds idle_timeout{30'000}; ///< after which a kept connection is not used again

    task<answer> operator()(outlay::http::request r)
    {
        auto const to = url_parts::parse(r.url);
        if (!to) co_return to.error();
        auto const executor = co_await boost::asio::this_coro::executor;
        auto& context = boost::asio::query(executor, boost::asio::execution::context);
        auto const call =
            std::make_shared<call_state>(*to, std::move(r), std::chrono::steady_clock::now() + timeout, max_body);
        for (bool use_kept = true;; use_kept = false) {
            auto connection = use_kept ? kept_->take(context, to->server(), idle_timeout) : nullptr;
            bool const was_kept = connection != nullptr;
            if (!was_kept) connection = std::make_shared<beast_connection>(executor, tls_);
            error_code const failed = co_await boost::asio::co_spawn(
                connection->stream.get_executor(), talk(call, connection), boost::asio::use_awaitable);
            if (!failed) {
                if (call->reply->keep_alive() && connection->buffer.size() == 0)
                    kept_->give(context, to->server(), std::move(connection), max_idle);
                co_return call->take_answer();
            }
            bool const was_stale = was_kept && is_closed(failed) && !call->is_answered;
            if (!was_stale || !call->may_repeat) co_return call->failure(failed);
        }
    }

    /// Waits for co_call before a retry.
    task<void> sleep(std::chrono::milliseconds time)
    {
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, time);
        co_await timer.async_wait(boost::asio::use_awaitable);
    }

    /// Runs all tasks at once on the executor of the caller, in turn on one strand: what they share needs no lock.
    /// Returns when all have ended; then the exception of the one that was the first to fail is thrown.
    task<void> all(std::vector<task<void>> tasks)
    {
        namespace asio = boost::asio;
        if (tasks.empty()) co_return;
        auto const strand = asio::make_strand(co_await asio::this_coro::executor);
        auto const start = [&strand](task<void> one) { return asio::co_spawn(strand, std::move(one), asio::deferred); };
        std::vector<decltype(start(std::declval<task<void>>()))> started;
        started.reserve(tasks.size());
        for (auto& one : tasks) started.push_back(start(std::move(one)));
        auto group = asio::experimental::make_parallel_group(std::move(started));
        auto const [order, failures] =
            co_await group.async_wait(asio::experimental::wait_for_all(), asio::use_awaitable);
        for (std::size_t const index : order)
            if (failures[index]) std::rethrow_exception(failures[index]);
    }

private:
    /// The state of a call on each of its connections. Shared with the coroutine of the connection, which may end last.
    struct call_state {
        call_state(url_parts where, outlay::http::request r, std::chrono::steady_clock::time_point until,
                   std::size_t most)
            : to(std::move(where)), deadline(until), max_body(most), may_repeat(r.may_repeat)
        {
            namespace http = boost::beast::http;
            message.method_string(outlay::http::to_string(r.method));
            message.target(to.target);
            message.set(http::field::host, to.host_header());
            message.set(http::field::accept_encoding, "gzip");
            for (auto const& h : r.headers) message.set(h.name, h.value);
            if (r.method != outlay::http::method::get) message.body() = std::move(r.body);
            message.prepare_payload(); // a GET without a body gets neither Content-Length nor Transfer-Encoding
        }

        answer take_answer()
        {
            auto& message_in = reply->get();
            outlay::http::response got{static_cast<int>(message_in.result_int()), {}, std::move(message_in.body())};
            for (auto const& h : message_in)
                got.headers.push_back({std::string(h.name_string()), std::string(h.value())});
            auto const encoding = got.header("Content-Encoding");
            if (got.body.empty() || !encoding || boost::beast::iequals(*encoding, "identity")) return got;
            if (!boost::beast::iequals(*encoding, "gzip") && !boost::beast::iequals(*encoding, "x-gzip"))
                return outlay::http::connection_lost("the body is packed otherwise than with gzip, as asked");
            gunzip unpack(max_body);
            switch (unpack(got.body)) {
            case gunzip::outcome::done: break;
            case gunzip::outcome::too_large: return too_large();
            case gunzip::outcome::broken: return outlay::http::connection_lost("the gzip of the body is broken");
            }
            got.body = std::move(unpack.text());
            return got;
        }

        outlay::error failure(error_code e) const
        {
            if (e == boost::beast::http::error::body_limit) return too_large();
            return is_sent ? outlay::http::connection_lost(e.message()) : outlay::http::not_sent(e.message());
        }

        static outlay::error too_large() { return {outlay::error_kind::limit, "max_body", "the body is too large"}; }

        url_parts const to;
        std::chrono::steady_clock::time_point const deadline;
        std::size_t const max_body;
        bool const may_repeat;
        boost::beast::http::request<boost::beast::http::string_body> message{};
        /// Made anew for each response: informational ones (1xx) may precede the final one.
        std::optional<boost::beast::http::response_parser<boost::beast::http::string_body>> reply{};
        bool is_sent = false;
        bool is_answered = false; ///< a byte of the response has arrived
    };

    using shared_call = std::shared_ptr<call_state>;
    using shared_connection = std::shared_ptr<beast_connection>;

    /// Runs on the strand of the connection.
    static task<error_code> talk(shared_call call, shared_connection on)
    {
        auto& plain = on->stream.next_layer();
        plain.expires_at(call->deadline);
        try {
            if (!plain.socket().is_open()) co_await open(*call, on->stream);
            call->is_sent = true;
            if (call->to.is_tls) co_await converse(on->stream, on->buffer, *call);
            else co_await converse(plain, on->buffer, *call);
        } catch (boost::system::system_error const& e) {
            call->is_answered |= call->reply && call->reply->got_some();
            co_return e.code();
        }
        plain.expires_never();
        co_return error_code();
    }

    static task<void> open(call_state& call, beast_connection::tls_stream& stream)
    {
        namespace ssl = boost::asio::ssl;
        using boost::asio::use_awaitable;
        auto& plain = stream.next_layer();
        boost::asio::ip::tcp::resolver resolver(plain.get_executor());
        auto const places = co_await resolver.async_resolve(call.to.host, std::to_string(call.to.port), use_awaitable);
        co_await plain.async_connect(places, use_awaitable);
        plain.socket().set_option(boost::asio::ip::tcp::no_delay(true)); // without it, a second call waits for an ACK
        if (!call.to.is_tls) co_return;
        if (!call.to.is_address()) SSL_set_tlsext_host_name(stream.native_handle(), call.to.host.c_str());
        stream.set_verify_callback(ssl::host_name_verification(call.to.host)); // also for addresses
        co_await stream.async_handshake(ssl::stream_base::client, use_awaitable);
    }

    template<class Stream>
    static task<void> converse(Stream& stream, boost::beast::flat_buffer& buffer, call_state& call)
    {
        namespace http = boost::beast::http;
        co_await http::async_write(stream, call.message, boost::asio::use_awaitable);
        do {
            call.reply.emplace();
            call.reply->body_limit(call.max_body);
            co_await http::async_read(stream, buffer, *call.reply, boost::asio::use_awaitable);
            call.is_answered = true;
        } while (http::to_status_class(call.reply->get().result()) == http::status_class::informational);
    }

    /// Whether the server has closed the connection. A time-out is different: the server may be at work.
    static bool is_closed(error_code e)
    {
        namespace error = boost::asio::error;
        return e == boost::beast::http::error::end_of_stream || e == error::eof || e == error::connection_reset ||
               e == error::connection_aborted || e == error::broken_pipe ||
               e == boost::asio::ssl::error::stream_truncated;
    }

    boost::asio::ssl::context& tls_;
    std::shared_ptr<beast_connections> kept_ = std::make_shared<beast_connections>();
};
