#pragma once

#include <memory>
#include <mutex>
#include <outlay/http/transport.hpp>
#include <type_traits>
#include <utility>
#include <vector>

/// A sync transport for several threads, made of transports that serve one thread at a time, such as curl_transport and
/// httplib_transport:
///
///     per_thread transport{[] { return curl_transport{}; }};
///
/// Each call takes an idle transport, or makes one if all are busy, and returns it afterwards, with its open
/// connections. Their number is at most that of calls under way at once. Copies share them.
///
/// `Make` is called without arguments, by several threads at once, and returns a transport that can be moved.
template<class Make>
class per_thread {
    using transport = std::remove_cvref_t<std::invoke_result_t<Make const&>>;
    static_assert(outlay::http::sync_transport<transport>, "per_thread: what Make returns is no sync transport");

public:
    explicit per_thread(Make make) : shared_(std::make_shared<state>(std::move(make))) {}

    /// The result of the transport. One that throws is not used again, as it may be in the middle of a call.
    auto operator()(outlay::http::request const& r)
    {
        transport mine = take();
        auto answer = mine(r);
        give_back(std::move(mine));
        return answer;
    }

private:
    struct state {
        explicit state(Make m) : make(std::move(m)) {}

        Make const make;
        std::mutex mutex{};
        std::vector<transport> idle{}; ///< guarded by the mutex
    };

    /// The transport that was used last: the server is the least likely to have closed its connections.
    transport take()
    {
        {
            std::lock_guard const lock(shared_->mutex);
            if (!shared_->idle.empty()) {
                transport last = std::move(shared_->idle.back());
                shared_->idle.pop_back();
                return last;
            }
        }
        return shared_->make(); // without the lock: may be slow
    }

    void give_back(transport&& mine)
    {
        std::lock_guard const lock(shared_->mutex);
        shared_->idle.push_back(std::move(mine));
    }

    std::shared_ptr<state> shared_;
};
