#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <outlay/http/detail/redact.hpp>
#include <outlay/http/detail/reply_checks.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/options.hpp>
#include <outlay/http/refusal.hpp>
#include <outlay/http/retry.hpp>
#include <outlay/http/step.hpp>
#include <outlay/http/transport.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/value/result.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::http::detail {

/// One call after another, each repeated as long as that may help. What they are about is for the derived class.
class exchange_core {
public:
    exchange_core(exchange_core const&) = delete;
    exchange_core& operator=(exchange_core const&) = delete;

    /// What to do now. Asked again before the answer to a request, it is that request again.
    [[nodiscard]] step next()
    {
        if (state_ == state::ready) begin_call();
        if (state_ == state::waiting) {
            state_ = state::sending;
            return wait{wait_};
        }
        if (state_ == state::sending) return send{*request_};
        return done{};
    }

    /// What became of the request that next() gave. Throws std::logic_error if it gave none.
    void feed(result<response> answer)
    {
        if (state_ != state::sending) throw std::logic_error("outlay: an answer, but nothing was asked");
        ++attempts_;
        if (!answer) {
            bool const is_unsent = has_code(answer.error(), "not_sent");
            bool const is_transient = answer.error().kind() == error_kind::transport;
            failed({redacted(answer.error(), *request_), is_transient, !is_unsent});
        } else if (is_cut_short(*answer)) {
            failed({describe_cut(*answer), true, true});
        } else if (accepts(*answer)) {
            take(*answer);
        } else {
            redact(answer->body, credentials_in(*request_));
            refusal const said = refusal_of(*answer);
            failed({redacted(http_error(answer->status, said.text), *request_), said.is_transient,
                    answer->status >= 500, asked_wait(*answer, now(options_)), said.wait_at_least});
        }
    }

    /// Sends nothing more. What was answered is kept; what was not fails, under the code `not_sent`, or `cancelled` if
    /// its answer was still to come.
    void cancel()
    {
        if (state_ == state::finished) return;
        if (state_ == state::waiting) lose(last_failure_);
        if (state_ == state::sending)
            lose(in_doubt({error_kind::transport, "cancelled", "cancelled before the answer came"}));
        state_ = state::finished;
        drop({error_kind::transport, "not_sent", "not sent: cancelled before"});
    }

protected:
    exchange_core(result<http::request> to_send, bool may_repeat, call_options options)
        : request_(std::move(to_send)), options_(std::move(options)), may_repeat_(may_repeat)
    {
        if (request_) request_->may_repeat = may_repeat;
    }
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

    void begin_call()
    {
        state_ = state::finished;
        if (!request_) return drop(request_.error());
        if (!write_body(request_->body)) return;
        attempts_ = 0;
        state_ = state::sending;
    }

    void end_call()
    {
        ++calls_done_;
        state_ = state::ready;
        tell({calls_done_, total_calls()});
    }

    void tell(progress const& how_far)
    {
        if (!options_.on_progress(how_far)) cancel();
    }

    void take(response& answer)
    {
        auto const type = answer.header("Content-Type");
        if (answer.body.empty() || !type || is_json(*type)) {
            read(answer);
        } else {
            redact(answer.body, credentials_in(*request_));
            lose(redacted(describe_type(*type, answer), *request_));
        }
        end_call();
    }

    void failed(failure what)
    {
        if (what.is_in_doubt) what.why = in_doubt(std::move(what.why));
        bool const may_help = what.is_transient && (may_repeat_ || !what.is_in_doubt);
        if (!may_help) return give_up(what.why);
        if (attempts_ >= options_.retry.attempts) return give_up(out_of_attempts(std::move(what.why)));
        auto const pause = wait_after(what);
        if (pause > options_.retry.total_wait - waited_) return give_up(out_of_time(what.why, pause));
        wait_ = pause;
        waited_ += pause;
        last_failure_ = std::move(what.why);
        state_ = state::waiting;
        tell({calls_done_, total_calls(), pause});
    }

    void give_up(error const& why)
    {
        lose(why);
        end_call();
    }

    std::chrono::milliseconds wait_after(failure const& what) const
    {
        bool const is_asked = what.asked_wait && what.asked_wait->count() > 0;
        auto const pause = is_asked ? *what.asked_wait : backoff(options_.retry, attempts_, random(options_));
        return std::max(pause, what.wait_at_least);
    }

    error in_doubt(error why) const
    {
        if (may_repeat_) return why;
        return with_reason(why, "outcome_unknown",
                           "what was to be created may exist all the same: look before it is sent again");
    }

    error out_of_attempts(error why) const
    {
        if (attempts_ == 1) return why;
        return with_reason(why, "attempts",
                           outlay::detail::joined({"given up after ", std::to_string(attempts_), " attempts"}));
    }

    error out_of_time(error const& why, std::chrono::milliseconds pause) const
    {
        auto const in_ms = [](std::chrono::milliseconds time) { return std::to_string(time.count()); };
        return with_reason(
            why, "total_wait",
            outlay::detail::joined({"not repeated: with a wait of ", in_ms(pause),
                                    " ms all waits would take more than ", in_ms(options_.retry.total_wait), " ms"}));
    }

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

} // namespace outlay::http::detail
