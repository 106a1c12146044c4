#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <outlay/envelope/outcome.hpp>
#include <outlay/http/detail/exchange_core.hpp>
#include <outlay/http/detail/redact.hpp>
#include <outlay/http/detail/reply_checks.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/options.hpp>
#include <outlay/http/rate_limit.hpp>
#include <outlay/http/rejection.hpp>
#include <outlay/http/request.hpp>
#include <outlay/http/retry.hpp>
#include <outlay/http/step.hpp>
#include <outlay/http/transport.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <stdexcept>
#include <string>
#include <utility>

namespace outlay::inline v0_1_0::http::detail {
OUTLAY_SEPARATE_BEGIN

/// An error that is made once and never destroyed, because the destructor of a static object may make a call after
/// other static objects are destroyed.
inline shared_error const& made_to_stay(error why)
{
    return *new shared_error(std::make_shared<error const>(std::move(why)));
}

OUTLAY_INLINE shared_error const& exchange_core::unsent()
{
    static shared_error const& why = made_to_stay(outlay::detail::not_sent());
    return why;
}

OUTLAY_INLINE shared_error const& exchange_core::unanswered(bool may_repeat)
{
    constexpr auto made = [] {
        return error(error_kind::transport, "cancelled", "cancelled before the response arrived");
    };
    static shared_error const& of_reads = made_to_stay(made());
    static shared_error const& of_creates = made_to_stay(in_doubt(made()));
    return may_repeat ? of_reads : of_creates;
}

OUTLAY_INLINE shared_error const& exchange_core::unread(bool may_repeat)
{
    constexpr auto made = [] {
        return error(error_kind::transport, "exception", "an exception was thrown while the response was read");
    };
    static shared_error const& of_reads = made_to_stay(made());
    static shared_error const& of_creates = made_to_stay(in_doubt(made()));
    return may_repeat ? of_reads : of_creates;
}

// --- the steps

OUTLAY_INLINE exchange_core::exchange_core(call_rules rules, call_options options)
    : rules_(std::move(rules)), options_(std::move(options))
{
    // Made before anything is sent, so that they can't fail to be made later.
    (void)unsent();
    (void)unanswered(true);
    (void)unread(true);
}

OUTLAY_INLINE void exchange_core::open_lanes(std::size_t calls)
{
    std::size_t const wanted = (std::min)(options_.in_flight, calls);
    if (wanted > 1) lanes_.resize(wanted);
}

OUTLAY_INLINE http::request const& exchange_core::sent(std::size_t lane) const noexcept
{
    return rules_.sign ? lanes_[lane].signed_request : lanes_[lane].request;
}

OUTLAY_INLINE step exchange_core::next(std::size_t n)
{
    OUTLAY_ASSERT(n < lanes_.size());
    for (lane_state& lane = lanes_[n];;) {
        // Also if a function of the options or the endpoint has cancelled the exchange in the meantime.
        if (is_stopped_ && lane.is != state::sending) lane.is = state::finished;
        switch (lane.is) {
        case state::ready: // also after an exception
            lane.is_settled = false;
            if (!write_call(n, lane.request)) {
                lane.is_settled = true;
                lane.is = state::finished;
                break;
            }
            lane.request.may_repeat = rules_.may_repeat;
            lane.number = ++calls_begun_;
            lane.attempts = 0;
            lane.has_renewed = false;
            lane.is = state::queued;
            break;
        case state::queued:
            lane.is = state::ready; // the state after an exception
            lane.pause = options_.rate ? options_.rate->reserve() : std::chrono::milliseconds(0);
            lane.after_wait = state::admitted;
            lane.is = lane.pause.count() > 0 ? state::waiting : state::admitted;
            break;
        case state::waiting: lane.is = lane.after_wait; return wait{lane.pause};
        case state::admitted: prepare(n); break;
        case state::sending: return send{sent(n)};
        case state::finished: return done{};
        }
    }
}

/// The beginning of a body that is not a reply, without credentials.
OUTLAY_INLINE std::string exchange_core::shown_body(std::size_t n, response const& answer) const
{
    bool const may_be_secret = rules_.hides_replies && !outlay::detail::recognise_markup(answer.body);
    return may_be_secret ? "a body that may contain a secret" : excerpt_of(answer.body, redactor(sent(n)));
}

/// Adds the token and the signature to a request. If there is an error, the call fails.
OUTLAY_INLINE void exchange_core::prepare(std::size_t n)
{
    lane_state& lane = lanes_[n];
    lane.is = state::ready; // the state after an exception
    if (rules_.tokens) {
        auto token = rules_.tokens.current(now());
        if (token && !is_header_value(token->reveal()))
            token = error(error_kind::invalid, "header_value",
                          "the access token has characters that are not allowed in a header");
        if (!token) {
            auto const why = std::make_shared<error const>(redactor(lane.request).cleaned(token.error()));
            presume(n, why);
            return stop(why);
        }
        lane.token = std::move(*token);
        set_header(lane.request, "Authorization", outlay::detail::joined({"Bearer ", lane.token.reveal()}));
    }
    if (rules_.sign) {
        lane.signed_request = lane.request;
        if (auto const is_signed = rules_.sign(lane.signed_request); !is_signed) {
            lose(n, redactor(lane.signed_request).cleaned(is_signed.error()));
            lane.is_settled = true;
            return end_call();
        }
    }
    if (is_stopped_) return; // a function of the endpoint has cancelled the exchange
    lane.is_settled = true;
    presume(n, unanswered(rules_.may_repeat));
    OUTLAY_ASSERT(!sent(n).url.empty()); // written by write_call()
    lane.is = state::sending;
}

OUTLAY_INLINE void exchange_core::feed(result<response> answer) { feed(0, std::move(answer)); }

OUTLAY_INLINE void exchange_core::feed(std::size_t n, result<response> answer)
{
    OUTLAY_ASSERT(n < lanes_.size());
    lane_state& lane = lanes_[n];
    if (lane.is != state::sending) throw std::logic_error("outlay: feed() without a request from next()");
    lane.is = is_stopped_ ? state::finished : state::ready; // unless the call is retried
    presume(n, unread(rules_.may_repeat));
    ++lane.attempts;
    if (!answer) {
        bool const is_unsent = has_code(answer.error(), "not_sent");
        bool const is_transient = answer.error().kind() == error_kind::transport;
        return failed(n, {.why = redactor(sent(n)).cleaned(answer.error()),
                          .is_transient = is_transient,
                          .is_in_doubt = !is_unsent});
    }
    note_quota(*answer);
    if (is_cut_short(*answer)) failed(n, {.why = describe_cut(*answer), .is_transient = true, .is_in_doubt = true});
    else if (accepts(*answer)) take(n, *answer);
    else refuse(n, *answer);
}

OUTLAY_INLINE void exchange_core::take(std::size_t n, response& answer)
{
    auto const type = answer.header("Content-Type");
    if (answer.body.empty() || !type || is_json(*type, rules_.json_type)) read(n, answer);
    else lose(n, with_call(n, describe_type(*type, answer.status, shown_body(n, answer))));
    end_call();
}

OUTLAY_INLINE void exchange_core::refuse(std::size_t n, response const& answer)
{
    if (answer.status == 401 && rules_.tokens && !lanes_[n].has_renewed && !is_stopped_) return renew(n, answer);
    rejection const rejected = rejection_of(answer);
    bool const is_transient =
        options_.retry.repeat ? options_.retry.repeat->contains(answer.status) : rejected.is_transient;
    failed(n, {.why = redactor(sent(n)).cleaned(http_error(answer.status, rejected.text)),
               .is_transient = is_transient && !rejected.is_final,
               .is_in_doubt = rejected.is_in_doubt || leaves_doubt(answer.status),
               .asked_wait = wait_for(answer),
               .wait_at_least = rejected.wait_at_least});
}

/// The wait that the server requests. The reset of a quota with calls left is not a wait after, for example, a status
/// 500.
OUTLAY_INLINE std::optional<std::chrono::milliseconds> exchange_core::wait_for(response const& answer) const
{
    bool const is_limited = answer.status == 429 || quota_of(answer, now()).remaining == 0;
    return is_limited || answer.header("Retry-After") ? asked_wait(answer, now()) : std::nullopt;
}

/// Retries a call whose token was rejected with a new one. Without a new token, all calls end, because they would be
/// rejected, too.
OUTLAY_INLINE void exchange_core::renew(std::size_t n, response const& answer)
{
    lane_state& lane = lanes_[n];
    lane.has_renewed = true;
    auto const renewed = rules_.tokens.after(lane.token);
    std::string rejected = rejection_of(answer).text;
    if (!renewed) rejected += outlay::detail::joined({"; the token could not be renewed: ", renewed.error().message()});
    auto const why = std::make_shared<error const>(redactor(sent(n)).cleaned(http_error(answer.status, rejected)));
    presume(n, why); // unless the retry succeeds
    if (!renewed) {
        stop(why);
        return end_call();
    }
    --lane.attempts; // the attempt with the old token does not count
    lane.is = state::queued;
}

/// Makes no more calls, because of an error that every further call would have.
OUTLAY_INLINE void exchange_core::stop(shared_error const& why) noexcept
{
    for (std::size_t n = 0; n < lanes_.size(); ++n)
        if (!lanes_[n].is_settled) presume(n, why);
    presume_rest(why);
    cancel();
}

OUTLAY_INLINE void exchange_core::cancel() noexcept
{
    is_stopped_ = true;
    for (lane_state& lane : lanes_)
        if (lane.is != state::sending) lane.is = state::finished;
}

OUTLAY_INLINE void exchange_core::abandon(std::exception const& why) noexcept
{
    cancel();
    try {
        error shown(error_kind::transport, "exception", why.what());
        for (std::size_t n = 0; n < lanes_.size(); ++n) shown = redactor(sent(n)).cleaned(shown);
        stop(std::make_shared<error const>(std::move(shown)));
    } catch (std::exception const&) {
        return; // no memory: the items keep their outcomes
    }
}

OUTLAY_INLINE void exchange_core::lose(std::size_t n, error why)
{
    presume(n, std::make_shared<error const>(std::move(why)));
}

OUTLAY_INLINE error exchange_core::with_call(std::size_t n, error const& why) const
{
    error shown = redactor(sent(n)).cleaned(why);
    return rules_.may_repeat ? shown : in_doubt(shown);
}

OUTLAY_INLINE error exchange_core::copy_for_result(shared_error const& why) noexcept
{
    try {
        return *why;
    } catch (std::exception const&) {
        return std::move(no_memory_);
    }
}

OUTLAY_INLINE bool exchange_core::lose_if_no_reply(std::size_t n, response const& answer, bool found_nothing)
{
    rejection const rejected = rejection_of(answer);
    redactor const clean(sent(n));
    if (rejected.is_vendor_error) {
        auto const text = outlay::detail::joined({"an error instead of a reply: ", rejected.text});
        lose(n, clean.cleaned(no_reply(answer.status, "error_in_reply", text)));
    } else if (found_nothing) {
        auto const text = outlay::detail::joined({"the body is not a reply: ", shown_body(n, answer)});
        lose(n, with_call(n, no_reply(answer.status, "no_reply", text)));
    }
    return rejected.is_vendor_error || found_nothing;
}

OUTLAY_INLINE void exchange_core::end_call()
{
    ++calls_done_;
    report_progress({.done = calls_done_, .total = total_calls()});
}

OUTLAY_INLINE void exchange_core::report_progress(progress const& how_far)
{
    if (!options_.on_progress(how_far)) cancel();
}

OUTLAY_INLINE void exchange_core::report_notices(report const& found) const
{
    if (options_.on_notices && !found.notices().empty()) options_.on_notices(found);
}

OUTLAY_INLINE void exchange_core::note_quota(response const& answer)
{
    quota const received = quota_of(answer, now());
    if (!received.remaining || !received.reset) return;
    if (!options_.rate) options_.rate = std::make_shared<rate_limit>();
    options_.rate->note(received, options_.retry.total_wait);
}

// --- failures

OUTLAY_INLINE void exchange_core::failed(std::size_t n, failure what)
{
    lane_state& lane = lanes_[n];
    if (what.is_in_doubt && !rules_.may_repeat) what.why = in_doubt(what.why);
    auto const give_up = [&](error why) {
        lose(n, std::move(why));
        end_call();
    };
    bool const may_help = what.is_transient && (rules_.may_repeat || !what.is_in_doubt) && !is_stopped_;
    if (!may_help) return give_up(std::move(what.why));
    if (lane.attempts >= options_.retry.attempts) return give_up(out_of_attempts(std::move(what.why), lane.attempts));
    auto const pause = pause_after(n, what);
    if (pause > options_.retry.total_wait - lane.waited)
        return give_up(out_of_time(what.why, pause, options_.retry.total_wait));
    lose(n, std::move(what.why)); // unless a retry succeeds
    lane.waited += pause;
    lane.pause = pause;
    lane.after_wait = state::queued;
    lane.is = state::waiting;
    report_progress({.done = calls_done_, .total = total_calls(), .waiting = pause});
}

OUTLAY_INLINE std::chrono::milliseconds exchange_core::pause_after(std::size_t n, failure const& what) const
{
    if (what.asked_wait && what.asked_wait->count() > 0) return *what.asked_wait;
    return (std::max)(backoff(options_.retry, lanes_[n].attempts, random(options_)), what.wait_at_least);
}

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::http::detail
