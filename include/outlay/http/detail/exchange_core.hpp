#pragma once

#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <outlay/http/credentials.hpp>
#include <outlay/http/detail/redact.hpp>
#include <outlay/http/detail/reply_checks.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/options.hpp>
#include <outlay/http/rate_limit.hpp>
#include <outlay/http/rejection.hpp>
#include <outlay/http/step.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/model/table/make_type.hpp>
#include <outlay/model/table/secrecy.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/secret.hpp>
#include <string>
#include <type_traits>
#include <vector>

namespace outlay::inline v0_1_0::http::detail {
OUTLAY_SEPARATE_BEGIN

/// An error that several items or calls share.
using shared_error = std::shared_ptr<error const>;

/// The credentials of an endpoint, and properties of an operation.
struct call_rules {
    token_source tokens{};
    signer sign{};
    bool may_repeat = true;
    std::string_view json_type{}; ///< an additional media type for JSON
    bool hides_replies = false;   ///< the reply type has a secret: errors do not show the contents of a body
};

/// The untyped part of an exchange: makes calls one after the other in each of several lanes, with retries, waits, rate
/// limits, credentials and progress. The derived class writes the calls, reads the replies and keeps the outcomes of
/// the items; for a single call or a page, the only item is its result.
///
/// Invariant: at any time each item has the outcome that it would have if nothing more happened, which the derived
/// class keeps (presume, presume_rest). So an exception at any point loses no outcome.
///
/// The states of a lane:
///
///     ready -> queued -> [waiting ->] admitted -> sending -> ready         a reply, or a failure that is not retried
///                                                 sending -> waiting -> queued      a retry
///                                                 sending -> queued                 a renewed token
///     ready, any after cancel() -> finished
class exchange_core {
public:
    exchange_core(exchange_core const&) = delete;
    exchange_core& operator=(exchange_core const&) = delete;

    /// The number of lanes, each of which makes one call at a time: 1 to options.in_flight.
    std::size_t lanes() const noexcept { return lanes_.size(); }

    /// The next step of a lane, which must be below lanes(). Until feed() is called, repeated calls return the same
    /// request. If it throws (std::bad_alloc, or an exception of a function of the options or the endpoint), the items
    /// of the current call fail, and the next call of next() continues with the others.
    [[nodiscard]] step next(std::size_t lane = 0);

    /// Takes the response, or the error, for the request that next() returned for a lane. Throws std::logic_error if
    /// there was no request. If it throws any other exception (see next()), the items of the call that are not settled
    /// fail.
    void feed(std::size_t lane, result<response> answer);
    /// The same for the first lane.
    void feed(result<response> answer);

    /// Makes no more calls. Results so far are kept; items that were not sent fail with the code `not_sent`, items that
    /// wait for a response with `cancelled`. A response that arrives later may still be fed.
    void cancel() noexcept;

    /// The same because of an exception: items that were not sent fail with the code `exception`.
    void abandon(std::exception const& why) noexcept;

protected:
    exchange_core(call_rules rules, call_options options);
    exchange_core(exchange_core&&) = default;
    ~exchange_core() = default;

    /// Makes the lanes for a number of calls.
    void open_lanes(std::size_t calls);

    std::size_t max_pages() const noexcept { return options_.max_pages; }

    /// Reads a body as a T in the direction of a reply. Credentials are removed from the report, but not from the
    /// value.
    template<class T>
    inspection<T> inspect_reply(std::size_t lane, response const& answer) const
    {
        auto seen = inspect<T>(answer.body, {.context = {.direction = direction::reply}});
        if (seen.stopped == error_kind::syntax) seen.report = with_title(seen.report, answer.body);
        if (!seen.report.empty() || !seen.report.notices().empty())
            seen.report = redactor(sent(lane)).cleaned(seen.report);
        return seen;
    }

    /// The call of a lane fails with this error.
    void lose(std::size_t lane, error why);
    /// An error about a response, made safe to show: without credentials and, for a create request, with the reason
    /// `outcome_unknown`.
    error with_call(std::size_t lane, error const& why) const;
    /// A copy of an error for the result. Does not throw, so that the result is not lost: without memory, it returns a
    /// prepared error. May be called once.
    error copy_for_result(shared_error const& why) noexcept;
    /// Fails the call if the body is an error of the vendor, or if `found_nothing`. Returns whether it failed.
    bool lose_if_no_reply(std::size_t lane, response const& answer, bool found_nothing);
    /// Passes notices to options.on_notices.
    void report_notices(report const& found) const;

    // Outcomes of items without a response. Made once, so that an item can refer to them without an allocation, which
    // could fail.
    static shared_error const& unsent();                    ///< the item is in no call
    static shared_error const& unanswered(bool may_repeat); ///< the request was sent
    static shared_error const& unread(bool may_repeat);     ///< the response is being read

    /// The number of the call in a lane, from 1, in the order in which calls start.
    std::size_t number_of_call(std::size_t lane) const noexcept { return lanes_[lane].number; }

private:
    enum class state : unsigned char {
        ready,    ///< the next call can be written
        queued,   ///< a call is written and may have to wait for the rate limit
        waiting,  ///< next() returns a wait, and the state becomes `after_wait`
        admitted, ///< the rate limit allows the call
        sending,  ///< next() has returned the request, and feed() is expected
        finished, ///< no more calls
    };

    /// The state of a lane.
    struct lane_state {
        http::request request{};            ///< the request, without a signature
        http::request signed_request{};     ///< the signed request, if there is a signer
        secret token{};                     ///< the token in the request, from the token_source
        std::chrono::milliseconds pause{};  ///< the time of the state `waiting`
        std::chrono::milliseconds waited{}; ///< the sum of the waits for retries
        std::size_t number = 0;             ///< the number of the call
        int attempts = 0;                   ///< the attempts of the call so far
        state is = state::ready;
        state after_wait = state::queued;
        bool has_renewed = false; ///< whether the token was renewed for the call
        bool is_settled = false;  ///< whether the call has set an outcome for its items: it was sent, or can't be
    };

    struct failure {
        error why;
        bool is_transient = false;
        bool is_in_doubt = false; ///< the server may have done what was asked
        std::optional<std::chrono::milliseconds> asked_wait{};
        std::chrono::milliseconds wait_at_least{};
    };

    /// Writes the next call of a lane. Returns false if there is none.
    virtual bool write_call(std::size_t lane, http::request& to) = 0;
    virtual bool accepts(response const& answer) const = 0;
    virtual rejection rejection_of(response const& answer) const = 0;
    virtual quota quota_of(response const& answer, std::chrono::system_clock::time_point now) const = 0;
    /// Takes a reply with an accepted status.
    virtual void read(std::size_t lane, response& answer) = 0;
    /// Sets the outcome that the items of a lane's call have if nothing more happens.
    virtual void presume(std::size_t lane, shared_error const& why) noexcept = 0;
    /// The same for items that are in no call yet.
    virtual void presume_rest(shared_error const& why) noexcept = 0;
    /// The number of calls; absent if it is not known.
    virtual std::optional<std::size_t> total_calls() const = 0;

    http::request const& sent(std::size_t lane) const noexcept;
    std::string shown_body(std::size_t lane, response const& answer) const;
    void prepare(std::size_t lane);
    void stop(shared_error const& why) noexcept;
    void renew(std::size_t lane, response const& answer);
    void take(std::size_t lane, response& answer);
    void refuse(std::size_t lane, response const& answer);
    void failed(std::size_t lane, failure what);
    void end_call();
    void report_progress(progress const& how_far);
    void note_quota(response const& answer);
    std::optional<std::chrono::milliseconds> wait_for(response const& answer) const;
    std::chrono::milliseconds pause_after(std::size_t lane, failure const& what) const;
    std::chrono::system_clock::time_point now() const { return detail::now(options_); }

    call_rules rules_;
    call_options options_;
    error no_memory_{error_kind::transport, "exception", "out of memory"};
    std::vector<lane_state> lanes_{1};
    std::size_t calls_begun_ = 0;
    std::size_t calls_done_ = 0;
    bool is_stopped_ = false;
};

OUTLAY_SEPARATE_END

/// The error for a reply that was not read to its end or breaks rules.
template<class T>
error error_of(inspection<T> const& seen, response const& answer)
{
    return {seen.stopped.value_or(error_kind::invalid), seen.report, answer.status};
}

/// The call_rules for an endpoint and a type of reply; void: no reply.
template<class Reply, class Endpoint>
call_rules rules_of(Endpoint const& at, bool may_repeat)
{
    call_rules rules{.may_repeat = may_repeat};
    if constexpr (!std::is_void_v<Reply>)
        rules.hides_replies = outlay::detail::secrecy().covers(outlay::detail::table_of<Reply>::table);
    if constexpr (requires { rules.tokens = at.tokens; }) rules.tokens = at.tokens;
    if constexpr (requires { rules.sign = at.sign; }) rules.sign = at.sign;
    if constexpr (requires { rules.json_type = Endpoint::json_type; }) rules.json_type = Endpoint::json_type;
    return rules;
}

/// The quota in a response: from the endpoint's quota_of(), or else from the usual headers.
template<class Endpoint>
quota quota_by(response const& answer, std::chrono::system_clock::time_point now)
{
    if constexpr (requires { Endpoint::quota_of(answer, now); }) return Endpoint::quota_of(answer, now);
    else return usual_quota(answer, now);
}

} // namespace outlay::inline v0_1_0::http::detail
