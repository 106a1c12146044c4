#pragma once

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <outlay/envelope/correlate.hpp>
#include <outlay/http/detail/duplicates.hpp>
#include <outlay/http/detail/exchange_core.hpp>
#include <outlay/http/detail/item_rules.hpp>
#include <outlay/http/detail/page_rows.hpp>
#include <outlay/http/detail/reply_checks.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::http::detail {

/// The calls of a batch operation. Calls take items in order, up to items_per_call each.
///
/// Invariant: outcomes_ has exactly one outcome for each item at any time. An item that is in no call has a failure
/// (not sent, or the reason of presume_rest); an item in a call that is not settled has the presumed failure of that
/// call, which close() copies to it.
template<batch_operation Operation>
class batch_work : public exchange_core {
public:
    using result_type = typename Operation::result_type; ///< the result type of the operation

protected:
    batch_work(typename Operation::endpoint_type const& endpoint, Operation what, call_options options)
        : exchange_core(rules_of<typename Operation::reply_type>(endpoint, what.may_repeat()), std::move(options)),
          request_(what.request(endpoint)),
          what_(std::move(what)),
          size_(what_.items().size())
    {
        outcomes_.reserve(size_);
        for (std::size_t i = 0; i < size_; ++i)
            outcomes_.push_back(outlay::detail::outcome_access::unsettled<outcome>(i));
        if constexpr (has_unique_ids) {
            first_ = first_places(what_.items(), [](item const& one) { return facts::id_of(one); });
            fail_contradictions();
        }
        if (!request_) {
            presume_rest(std::make_shared<error const>(request_.error()));
            next_ = size_;
        }
        std::size_t different = size_;
        for (std::size_t i = 0; i < first_.size(); ++i) different -= is_duplicate(i);
        total_ = (different + most - 1) / most;
        open_lanes(total_);
        calls_.resize(lanes());
        if constexpr (requires { what_.body(); })
            for (call_state& call : calls_) call.body = what_.body();
        if (total_ < 2 && first_.empty()) return; // one call takes the items as they are
        for (call_state& call : calls_) {         // so that taking items can't throw later
            call.items().reserve((std::min)(most, size_));
            if (!first_.empty()) call.places.reserve((std::min)(most, size_));
        }
    }
    batch_work(batch_work&&) = default;
    ~batch_work() = default;

    result_type take_result()
    {
        for (call_state& call : calls_) close(call);
        OUTLAY_ASSERT(outcomes_.size() == size_); // one for each item
        for (std::size_t i = 0; i < first_.size(); ++i)
            if (is_duplicate(i) && first_[i] != contradicts) copy_outcome(first_[i], i);
        return result_type(std::move(outcomes_), std::move(found_));
    }

private:
    using outcome = typename result_type::value_type;
    using body_type = typename Operation::body_type;
    using reply_type = typename Operation::reply_type;
    using item = item_of<Operation>;

    using facts = outlay::detail::row_facts<Operation>;

    static constexpr std::size_t most = Operation::items_per_call;
    /// Whether items with the same id are sent once: they are ids themselves, or their rows are matched by id.
    static constexpr bool has_unique_ids =
        outlay::detail::is_identifier<item> || (facts::how == matching::by_id && facts::template has_id<item>);
    /// A value in first_: an earlier item has the same id and different contents.
    static constexpr auto contradicts = (std::numeric_limits<std::uint32_t>::max)();
    static_assert(most > 0, "outlay: a call of 0 items");

    /// A call in a lane, and the places of its items.
    struct call_state {
        body_type body{};
        shared_error presumed;             ///< the failure of the items that are not settled
        std::size_t begin = 0;             ///< the place of the first item, if `places` is empty: the others follow
        std::vector<std::uint32_t> places; ///< the places of the items in the batch

        std::vector<item>& items() noexcept { return body.*Operation::body_items; }
        std::size_t place_of(std::size_t n) const noexcept
        {
            OUTLAY_ASSERT(places.empty() || n < places.size()); // items and places are added together
            return places.empty() ? begin + n : places[n];
        }
    };

    /// Whether an earlier item has the same id; the item is then not sent, and has the outcome of that one.
    bool is_duplicate(std::size_t i) const { return !first_.empty() && first_[i] != i; }

    /// Fails the second of two items with the same id and different contents, because a row with the id could belong to
    /// either.
    void fail_contradictions()
    {
        if constexpr (!outlay::detail::is_identifier<item>) {
            auto const& all = what_.items();
            for (std::size_t i = 0; i < first_.size(); ++i) {
                if (!is_duplicate(i) || is_same(all[first_[i]], all[i])) continue;
                outcomes_[i] = outcome::failed(i, same_id(first_[i], facts::id_of(all[i])));
                first_[i] = contradicts;
            }
        }
    }

    static bool is_same(item const& a, item const& b)
    {
        if constexpr (std::equality_comparable<item>) return a == b;
        else return false;
    }

    bool write_call(std::size_t lane, http::request& to) override
    {
        call_state& call = calls_[lane];
        close(call);
        while (next_ != size_) {
            take_items(call);
            leave_out_invalid(call);
            if (call.items().empty()) {
                --total_; // no call is needed: all items break rules
                continue;
            }
            // Assigned as a whole, so that an exception leaves no partial request. A single lane moves it.
            if (to.url.empty()) to = lanes() == 1 ? std::move(*request_) : http::request(*request_);
            to.body.clear();
            encode_to(to.body, call.body);
            return true;
        }
        return false;
    }

    /// Takes items from next_ on, up to the limit of one call.
    void take_items(call_state& call) noexcept
    {
        OUTLAY_ASSERT(next_ < size_); // called only while items are left
        call.begin = next_;
        call.places.clear();
        std::vector<item>& chosen = call.items();
        chosen.clear();
        if (size_ <= most && first_.empty()) {
            chosen = std::move(what_.items());
            next_ = size_;
            return;
        }
        for (; next_ != size_ && chosen.size() < most; ++next_) {
            if (is_duplicate(next_)) continue;
            chosen.push_back(std::move(what_.items()[next_]));
            if (!first_.empty()) call.places.push_back(static_cast<std::uint32_t>(next_));
        }
        // Skips duplicates at the end, for which there would be an empty call, which total_ does not count.
        while (next_ != size_ && is_duplicate(next_)) ++next_;
    }

    /// Removes the items that break rules from a call. They fail; pointers in their reports have the places in the
    /// batch.
    void leave_out_invalid(call_state& call)
    {
        std::vector<report> const wrong = find_wrong(call);
        if (wrong.empty()) return;
        std::vector<std::uint32_t> places;
        places.reserve((std::min)(most, size_));
        std::size_t kept = 0;
        for (std::size_t n = 0; n < wrong.size(); ++n) {
            std::size_t const place = call.place_of(n);
            if (!wrong[n].empty()) {
                outcomes_[place] = outcome::failed(place, error(error_kind::invalid, wrong[n]));
                continue;
            }
            if (kept != n) call.items()[kept] = std::move(call.items()[n]);
            places.push_back(static_cast<std::uint32_t>(place));
            ++kept;
        }
        call.items().resize(kept);
        call.places = std::move(places);
    }

    /// The violations of each item of a call; empty if there are none.
    std::vector<report> find_wrong(call_state& call) const
    {
        std::vector<item> const& chosen = call.items();
        std::string_view const name =
            outlay::detail::member_names<body_type>[outlay::detail::index_of<body_type, Operation::body_items>];
        std::vector<report> wrong;
        OUTLAY_ASSERT(!chosen.empty()); // take_items() leaves no duplicates for a call of their own
        if (!valid(call.body))
            wrong =
                sort_by_item(validate(call.body), name, chosen.size(), [&](std::size_t n) { return call.place_of(n); });
        if constexpr (checks_items<Operation>)
            for (std::size_t n = 0; n < chosen.size(); ++n) {
                report const found = what_.check(chosen[n]);
                if (found.empty()) continue;
                wrong.resize(chosen.size());
                add_from_item(wrong[n], found, name, call.place_of(n));
            }
        return wrong;
    }

    bool accepts(response const& answer) const override { return Operation::accepts(answer.status); }
    rejection rejection_of(response const& got) const override
    {
        return rejection_by<typename Operation::endpoint_type>(got);
    }
    quota quota_of(response const& got, std::chrono::system_clock::time_point now) const override
    {
        return quota_by<typename Operation::endpoint_type>(got, now);
    }
    std::optional<std::size_t> total_calls() const override { return total_; }

    void read(std::size_t lane, response& got) override
    {
        auto seen = this->template inspect_reply<reply_type>(lane, got);
        report_notices(seen.report);
        if (seen.stopped || seen.report.omitted() != 0) return lose(lane, this->with_call(lane, error_of(seen, got)));
        if (!outlay::detail::has_rows<Operation>(seen.value)) {
            // An object without members means that no item was refused, if the operation has `unrefused`; any other
            // body without rows is not a reply.
            constexpr bool may_be_bare = requires { &Operation::unrefused; };
            bool const is_bare = may_be_bare && seen.ok() && seen.report.notices().empty();
            if (lose_if_no_reply(lane, got, seen.found_nothing && !is_bare)) return;
            if (!seen.ok()) return lose(lane, this->with_call(lane, error_of(seen, got)));
        }
        call_state& call = calls_[lane];
        auto const rows =
            outlay::detail::correlation_of<Operation>(call.items().size(), ids_of(call), seen.value, seen.report);
        OUTLAY_ASSERT(rows.size() == call.items().size()); // one element for each item, with or without a row
        auto const unrefused = outlay::detail::unrefused_of<Operation>(seen.value);
        for (std::size_t n = 0; n < rows.size(); ++n) {
            outcome& mine = outcomes_[call.place_of(n)];
            outlay::detail::settle<Operation>(mine, rows, n, unrefused);
            // The text in place of an id may be a credential that the server was sent: with_call() removes it.
            if (error const* const why = mine.failure())
                mine = outcome::failed(mine.index, this->with_call(lane, {why->kind(), why->report(), got.status}));
        }
        call.presumed.reset(); // all items are settled
        if (!seen.report.notices().empty() || !rows.stray().empty()) {
            report found = rows.stray();
            for (violation const& notice : seen.report.notices()) found.append_notice(notice);
            add_findings(found_, found, "call ", number_of_call(lane));
        }
    }

    outlay::detail::item_ids ids_of(call_state& call) const
    {
        if constexpr (requires { what_.checks_ids(); })
            if (!what_.checks_ids()) return {};
        return outlay::detail::ids_of_items<Operation>(call.items());
    }

    void presume(std::size_t lane, shared_error const& why) noexcept override { calls_[lane].presumed = why; }

    /// Ends a call: its items that are not settled get the presumed failure.
    void close(call_state& call) noexcept
    {
        if (!call.presumed) return;
        for (std::size_t n = 0; n < call.items().size(); ++n) {
            outcome& mine = outcomes_[call.place_of(n)];
            if (!outlay::detail::outcome_access::is_settled(mine))
                outlay::detail::outcome_access::fail(mine, call.presumed);
        }
        call.presumed.reset();
        call.items().clear();
    }

    void presume_rest(shared_error const& why) noexcept override
    {
        for (std::size_t i = next_; i != size_; ++i)
            if (!is_duplicate(i)) outlay::detail::outcome_access::fail(outcomes_[i], why);
    }

    /// If there is no memory for the copy, only the duplicate item fails.
    void copy_outcome(std::size_t from, std::size_t to)
    {
        try {
            outcome same = outcomes_[from];
            same.index = to;
            outcomes_[to] = std::move(same);
        } catch (std::bad_alloc const&) {
            outlay::detail::outcome_access::fail(outcomes_[to], unread(true));
        }
    }

    result<http::request> request_; ///< the request without a body
    Operation what_;                ///< its items are moved into calls
    std::size_t size_;
    std::vector<std::uint32_t>
        first_;                     ///< for each item, the first with the same id, or `contradicts`; empty: all differ
    std::vector<outcome> outcomes_; ///< one for each item: see the invariant
    std::vector<call_state> calls_; ///< one for each lane
    report found_;
    std::size_t next_ = 0;  ///< the first item that no call has taken
    std::size_t total_ = 0; ///< the number of calls
};

} // namespace outlay::inline v0_1_0::http::detail
