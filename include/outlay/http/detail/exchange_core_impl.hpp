#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <outlay/http/detail/exchange_core.hpp>
#include <outlay/http/detail/redact.hpp>
#include <outlay/http/detail/reply_checks.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/options.hpp>
#include <outlay/http/refusal.hpp>
#include <outlay/http/retry.hpp>
#include <outlay/http/step.hpp>
#include <outlay/http/transport.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <stdexcept>
#include <string>
#include <utility>

namespace outlay::http::detail {
OUTLAY_SEPARATE_BEGIN

OUTLAY_INLINE step exchange_core::next()
{
    if (state_ == state::ready) begin_call();
    if (state_ == state::waiting) {
        state_ = state::sending;
        return wait{wait_};
    }
    if (state_ == state::sending) return send{*request_};
    return done{};
}

OUTLAY_INLINE void exchange_core::feed(result<response> answer)
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
        failed({redacted(http_error(answer->status, said.text), *request_), said.is_transient, answer->status >= 500,
                asked_wait(*answer, now(options_)), said.wait_at_least});
    }
}

OUTLAY_INLINE void exchange_core::cancel()
{
    if (state_ == state::finished) return;
    if (state_ == state::waiting) lose(last_failure_);
    if (state_ == state::sending)
        lose(in_doubt({error_kind::transport, "cancelled", "cancelled before the answer came"}));
    state_ = state::finished;
    drop({error_kind::transport, "not_sent", "not sent: cancelled before"});
}

OUTLAY_INLINE exchange_core::exchange_core(result<http::request> to_send, bool may_repeat, call_options options)
    : request_(std::move(to_send)), options_(std::move(options)), may_repeat_(may_repeat)
{
    if (request_) request_->may_repeat = may_repeat;
}

OUTLAY_INLINE void exchange_core::begin_call()
{
    state_ = state::finished;
    if (!request_) return drop(request_.error());
    if (!write_body(request_->body)) return;
    attempts_ = 0;
    state_ = state::sending;
}

OUTLAY_INLINE void exchange_core::end_call()
{
    ++calls_done_;
    state_ = state::ready;
    tell({calls_done_, total_calls()});
}

OUTLAY_INLINE void exchange_core::tell(progress const& how_far)
{
    if (!options_.on_progress(how_far)) cancel();
}

OUTLAY_INLINE void exchange_core::take(response& answer)
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

OUTLAY_INLINE void exchange_core::failed(failure what)
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

OUTLAY_INLINE void exchange_core::give_up(error const& why)
{
    lose(why);
    end_call();
}

OUTLAY_INLINE std::chrono::milliseconds exchange_core::wait_after(failure const& what) const
{
    bool const is_asked = what.asked_wait && what.asked_wait->count() > 0;
    auto const pause = is_asked ? *what.asked_wait : backoff(options_.retry, attempts_, random(options_));
    return std::max(pause, what.wait_at_least);
}

OUTLAY_INLINE error exchange_core::in_doubt(error why) const
{
    if (may_repeat_) return why;
    return with_reason(why, "outcome_unknown",
                       "what was to be created may exist all the same: look before it is sent again");
}

OUTLAY_INLINE error exchange_core::out_of_attempts(error why) const
{
    if (attempts_ == 1) return why;
    return with_reason(why, "attempts",
                       outlay::detail::joined({"given up after ", std::to_string(attempts_), " attempts"}));
}

OUTLAY_INLINE error exchange_core::out_of_time(error const& why, std::chrono::milliseconds pause) const
{
    auto const in_ms = [](std::chrono::milliseconds time) { return std::to_string(time.count()); };
    return with_reason(
        why, "total_wait",
        outlay::detail::joined({"not repeated: with a wait of ", in_ms(pause), " ms all waits would take more than ",
                                in_ms(options_.retry.total_wait), " ms"}));
}

OUTLAY_SEPARATE_END
} // namespace outlay::http::detail
