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
#include <outlay/http/refusal.hpp>
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

/// An error that items and calls refer to together.
using shared_error = std::shared_ptr<error const>;

/// What an endpoint does to requests, and what an operation is allowed.
struct call_rules {
    token_source tokens{};
    signer sign{};
    bool may_repeat = true;
    std::string_view json_type{}; ///< a media type that is JSON, beside the usual ones
    bool hides_replies = false;   ///< a reply has a secret: no error shows what a body holds in place of one
};

/// Calls one after another in each of several lanes, each call repeated as long as that may help. What they are about
/// is for the derived class, which calls the items: of a single call or a page, its result.
///
/// Invariant: each item has at any time the outcome that it would have if nothing more happened, which the derived
/// class keeps (presume, presume_rest). So an exception at any point loses no outcome.
class exchange_core {
public:
    exchange_core(exchange_core const&) = delete;
    exchange_core& operator=(exchange_core const&) = delete;

    /// How many calls may be under way at once, each in a lane of its own: at least 1, at most options.in_flight.
    std::size_t lanes() const noexcept { return lanes_.size(); }

    /// What to do now in a lane, which must be below lanes(). Until feed() is called, repeated calls return the same
    /// request. If it throws (a std::bad_alloc, or what a function of the options or of the endpoint throws), the items
    /// of the call at hand fail, and the next call of next() goes on with the others.
    [[nodiscard]] step next(std::size_t lane = 0);

    /// Takes what became of the request that next() returned for a lane. Throws std::logic_error if there was none. If
    /// it throws anything else (see next()), the items of the call that are not settled fail.
    void feed(std::size_t lane, result<response> answer);
    /// The same for the first lane.
    void feed(result<response> answer);

    /// Sends nothing more. What was answered is kept; what was not fails, under the code `not_sent`, or `cancelled` if
    /// its answer is still to come. An answer that comes nevertheless may be fed.
    void cancel() noexcept;

    /// The same because of an exception: what was not sent fails with it, under the code `exception`.
    void abandon(std::exception const& why) noexcept;

protected:
    exchange_core(call_rules rules, call_options options);
    exchange_core(exchange_core&&) = default;
    ~exchange_core() = default;

    /// Makes the lanes for so many calls.
    void open_lanes(std::size_t calls);

    std::size_t max_pages() const noexcept { return options_.max_pages; }

    /// The body of a reply as a T, which rules of requests do not bind, whatever direction its model has or lacks.
    /// Nothing that is found in it shows a credential; the value is as it was sent.
    template<class T>
    inspection<T> inspect_reply(std::size_t lane, response const& answer) const
    {
        auto seen = inspect<T>(answer.body, {.context = {.direction = direction::reply}});
        if (seen.stopped == error_kind::syntax) seen.report = with_title(seen.report, answer.body);
        if (!seen.report.empty() || !seen.report.notices().empty())
            seen.report = redactor(sent(lane)).cleaned(seen.report);
        return seen;
    }

    /// The call in a lane is lost.
    void lose(std::size_t lane, error why);
    /// An error about what was answered, as it may be shown: no credential is in it, and of a create it says that what
    /// was asked may be done nevertheless.
    error with_call(std::size_t lane, error const& why) const;
    /// A copy for the result, without which nobody would know what was answered: so it throws nothing. Once.
    error copy_for_result(shared_error const& why) noexcept;
    /// Loses it if the vendor's words are an error, or else if `found_nothing`. Whether it did.
    bool lose_if_no_reply(std::size_t lane, response const& answer, bool found_nothing);
    /// Passes notices on to the listener.
    void tell_notices(report const& found) const;

    // Outcomes of items of which nothing was heard. Made once: an item refers to them without an allocation, which
    // could fail when they are needed most.
    static shared_error const& unsent();                    ///< no call has them
    static shared_error const& unanswered(bool may_repeat); ///< the request is out
    static shared_error const& unread(bool may_repeat);     ///< the answer is being read

    /// The number of the call in a lane, from 1, in the order of beginning.
    std::size_t number_of_call(std::size_t lane) const noexcept { return lanes_[lane].number; }

private:
    enum class state : unsigned char {
        ready,    ///< for the next call
        queued,   ///< a call is written
        waiting,  ///< a wait is to be returned, after which state_after_wait follows
        admitted, ///< no limit holds the call back any more
        sending,  ///< the request is out
        finished, ///< there is no further call
    };

    /// One call after the other.
    struct lane_state {
        http::request request{};            ///< as the operation has it
        http::request signed_request{};     ///< as it is sent, if it is signed
        secret token{};                     ///< of the source of tokens, in the request
        std::chrono::milliseconds pause{};  ///< of the state `waiting`
        std::chrono::milliseconds waited{}; ///< for repeats, in all
        std::size_t number = 0;             ///< of the call
        int attempts = 0;                   ///< of the call
        state is = state::ready;
        state after_wait = state::queued;
        bool has_renewed = false; ///< the token, for the call
        bool is_settled = false;  ///< the items of the call have an outcome of their own: it was sent, or can't be
    };

    struct failure {
        error why;
        bool is_transient = false;
        bool is_in_doubt = false; ///< the server may have done what was asked
        std::optional<std::chrono::milliseconds> asked_wait{};
        std::chrono::milliseconds wait_at_least{};
    };

    /// Writes the next call of a lane. False: there is none.
    virtual bool write_call(std::size_t lane, http::request& to) = 0;
    virtual bool accepts(response const& answer) const = 0;
    virtual refusal refusal_of(response const& answer) const = 0;
    virtual quota quota_of(response const& answer, std::chrono::system_clock::time_point now) const = 0;
    /// Takes a reply with an accepted status.
    virtual void read(std::size_t lane, response& answer) = 0;
    /// What the items of the call in a lane have if nothing more is heard.
    virtual void presume(std::size_t lane, shared_error const& why) noexcept = 0;
    /// The same for the items that are in no call yet.
    virtual void presume_rest(shared_error const& why) noexcept = 0;
    /// How many calls there are; absent if nobody knows.
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

/// Why a reply can't be used that broke off or broke rules.
template<class T>
error error_of(inspection<T> const& seen, response const& answer)
{
    return {seen.stopped.value_or(error_kind::invalid), seen.report, answer.status};
}

/// What an endpoint has of call_rules, for calls with replies of this type; void: without.
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

/// The quota that a reply names: in the vendor's headers if the endpoint reads these, else in the usual ones.
template<class Endpoint>
quota quota_by(response const& answer, std::chrono::system_clock::time_point now)
{
    if constexpr (requires { Endpoint::quota_of(answer, now); }) return Endpoint::quota_of(answer, now);
    else return usual_quota(answer, now);
}

} // namespace outlay::inline v0_1_0::http::detail
