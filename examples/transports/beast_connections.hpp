#pragma once

#include <algorithm>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/execution_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

// The kept connections of beast_transport.

/// A connection to a server, with TLS, or without if only the lower layer is used.
struct beast_connection {
    using tls_stream = boost::asio::ssl::stream<boost::beast::tcp_stream>;

    beast_connection(boost::asio::any_io_executor const& on, boost::asio::ssl::context& tls)
        : stream(boost::asio::any_io_executor(boost::asio::make_strand(on)), tls)
    {}

    /// Whether an idle connection is usable: the server has neither closed it nor sent anything.
    bool is_quiet()
    {
        auto& socket = stream.next_layer().socket();
        boost::system::error_code error;
        socket.non_blocking(true, error);
        char next;
        if (!error) socket.receive(boost::asio::buffer(&next, 1), boost::asio::ip::tcp::socket::message_peek, error);
        return error == boost::asio::error::would_block;
    }

    tls_stream stream;
    boost::beast::flat_buffer buffer{};
};

/// Idle connections of one transport, for any number of threads. No operation is pending on them, so they do not keep
/// io_context::run() from returning; one that is too old is closed when the next is taken or given.
class beast_connections : public std::enable_shared_from_this<beast_connections> {
    using execution_context = boost::asio::execution_context;
    using clock = std::chrono::steady_clock;
    using shared_connection = std::shared_ptr<beast_connection>;

public:
    /// The most recently used connection to this server, or null.
    shared_connection take(execution_context const& of, std::string const& server, std::chrono::milliseconds max_age)
    {
        std::lock_guard const lock(mutex_);
        std::erase_if(all_, [now = clock::now(), max_age](entry const& one) {
            return std::chrono::duration_cast<std::chrono::milliseconds>(now - one.since) >= max_age;
        });
        for (;;) {
            auto const last = std::find_if(all_.rbegin(), all_.rend(),
                                           [&](entry const& one) { return one.of == &of && one.server == server; });
            if (last == all_.rend()) return nullptr;
            shared_connection const found = std::move(last->connection);
            all_.erase(std::next(last).base());
            if (found->is_quiet()) return found;
        }
    }

    /// If there are too many, closes the ones that have been idle for longest.
    void give(execution_context& of, std::string server, shared_connection connection, std::size_t max_count)
    {
        boost::asio::use_service<watch>(of).add(weak_from_this());
        std::lock_guard const lock(mutex_);
        all_.push_back(
            {.of = &of, .server = std::move(server), .since = clock::now(), .connection = std::move(connection)});
        if (all_.size() > max_count) all_.erase(all_.begin(), all_.end() - static_cast<std::ptrdiff_t>(max_count));
    }

private:
    struct entry {
        execution_context const* of;
        std::string server;
        clock::time_point since;
        shared_connection connection;
    };

    /// A part of an execution context that closes its connections when the context ends: no socket may outlive it.
    class watch : public execution_context::service {
    public:
        static inline execution_context::id id{};

        explicit watch(execution_context& of) : service(of) {}

        void add(std::weak_ptr<beast_connections> one)
        {
            std::lock_guard const lock(mutex_);
            std::erase_if(watched_, [](auto const& other) { return other.expired(); });
            bool const is_known = std::any_of(watched_.begin(), watched_.end(), [&one](auto const& other) {
                return !one.owner_before(other) && !other.owner_before(one);
            });
            if (!is_known) watched_.push_back(std::move(one));
        }

    private:
        void shutdown() override
        {
            for (auto const& one : watched_)
                if (auto const connections = one.lock()) connections->forget(context());
        }

        std::mutex mutex_{};
        std::vector<std::weak_ptr<beast_connections>> watched_{};
    };

    void forget(execution_context const& of)
    {
        std::lock_guard const lock(mutex_);
        std::erase_if(all_, [&of](entry const& one) { return one.of == &of; });
    }

    std::mutex mutex_{};
    std::vector<entry> all_{}; ///< oldest first
};
