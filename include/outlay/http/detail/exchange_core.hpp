#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <outlay/http/detail/redact.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/options.hpp>
#include <outlay/http/refusal.hpp>
#include <outlay/http/step.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/result.hpp>
#include <string>

namespace outlay::http::detail {
OUTLAY_SEPARATE_BEGIN

/// One call after another, each repeated as long as that may help. What they are about is for the derived class.
class exchange_core {
public:
    exchange_core(exchange_core const&) = delete;
    exchange_core& operator=(exchange_core const&) = delete;

    /// What to do now. Asked again before the answer to a request, it is that request again.
    [[nodiscard]] step next();

    /// What became of the request that next() gave. Throws std::logic_error if it gave none.
    void feed(result<response> answer);

    /// Sends nothing more. What was answered is kept; what was not fails, under the code `not_sent`, or `cancelled` if
    /// its answer was still to come.
    void cancel();

protected:
    exchange_core(result<http::request> to_send, bool may_repeat, call_options options);
    exchange_core(exchange_core&&) = default;
    ~exchange_core() = default;

    /// The body of a reply as a T. No violation holds a credential, should the reply do so.
    template<class T>
    inspection<T> inspect_reply(std::string& body) const
    {
        auto seen = inspect<T>(body);
        if (!seen.ok() && redact(body, credentials_in(*request_))) seen = inspect<T>(body);
        return seen;
    }

private:
    enum class state : unsigned char { ready, sending, waiting, finished };

    struct failure {
        error why;
        bool is_transient;
        bool is_in_doubt; ///< the server may have done what was asked all the same
        std::optional<std::chrono::milliseconds> asked_wait{};
        std::chrono::milliseconds wait_at_least{};
    };

    /// Writes the body of the next call. False: there is none.
    virtual bool write_body(std::string& body) = 0;
    virtual bool accepts(response const& answer) const = 0;
    virtual refusal refusal_of(response const& answer) const = 0;
    /// Takes a reply with an accepted status.
    virtual void read(response& answer) = 0;
    /// The call at hand is given up.
    virtual void lose(error const& why) = 0;
    /// All calls after it are.
    virtual void drop(error const& why) = 0;
    virtual std::optional<std::size_t> total_calls() const = 0;

    void begin_call();
    void end_call();
    void tell(progress const& how_far);
    void take(response& answer);
    void failed(failure what);
    void give_up(error const& why);
    std::chrono::milliseconds wait_after(failure const& what) const;
    error in_doubt(error why) const;
    error out_of_attempts(error why) const;
    error out_of_time(error const& why, std::chrono::milliseconds pause) const;

    result<http::request> request_;
    call_options options_;
    error last_failure_;
    std::chrono::milliseconds wait_{};
    std::chrono::milliseconds waited_{};
    std::size_t calls_done_ = 0;
    int attempts_ = 0; ///< of the call at hand
    state state_ = state::ready;
    bool may_repeat_;
};

OUTLAY_SEPARATE_END
} // namespace outlay::http::detail
