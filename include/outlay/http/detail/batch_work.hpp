#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/envelope/correlate.hpp>
#include <outlay/http/detail/duplicates.hpp>
#include <outlay/http/detail/exchange_core.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace outlay::http::detail {

template<template<class...> class List, class First, class... Others>
constexpr auto first_of(List<First, Others...>)
{
    return First::pointer;
}

/// The items of a batch, so many in a call. Calls are made, and items settled, from the first to the last.
template<batch_operation Operation>
class batch_work : public exchange_core {
public:
    using result_type = typename Operation::result_type;

protected:
    batch_work(typename Operation::endpoint_type const& endpoint, Operation what, call_options options)
        : exchange_core(what.request(endpoint), what.may_repeat(), std::move(options)),
          what_(std::move(what)),
          size_(what_.items().size())
    {
        if constexpr (outlay::detail::is_identifier<item>) first_ = first_places(what_.items());
        outcomes_.reserve(size_);
        std::size_t different = size_;
        for (std::size_t i = 0; i < first_.size(); ++i) different -= is_duplicate(i);
        calls_ = (different + most - 1) / most;
    }

    result_type take_result() { return result_type(std::move(outcomes_)); }

private:
    using outcome = typename result_type::value_type;
    using body_type = typename Operation::body_type;
    using reply_type = typename Operation::reply_type;
    using item = typename std::remove_cvref_t<decltype(std::declval<Operation&>().items())>::value_type;

    static constexpr std::size_t most = Operation::items_per_call;
    static constexpr auto items_of_body = first_of(outlay::detail::member_list<body_type>());

    /// Whether the same id came before: then it shares the outcome of that.
    bool is_duplicate(std::size_t i) const { return !first_.empty() && first_[i] != i; }

    bool write_body(std::string& body) override
    {
        while (outcomes_.size() != size_) {
            body_type chunk = next_chunk();
            if (sent_ != 0) {
                body.clear();
                encode_to(body, chunk);
                return true;
            }
            if (!refused_.empty()) --calls_;
            lose({}); // nothing to send: all of them break rules, or are duplicates
        }
        return false;
    }

    /// Takes the items from end_ on, as many as go into one call, without those that break a rule.
    body_type next_chunk()
    {
        std::size_t const begin = end_;
        std::vector<item> chosen;
        if (size_ <= most && first_.empty()) {
            chosen = std::move(what_.items());
            end_ = size_;
        } else {
            chosen.reserve(std::min(most, size_ - end_));
            for (; end_ != size_ && chosen.size() < most; ++end_)
                if (!is_duplicate(end_)) chosen.push_back(std::move(what_.items()[end_]));
        }
        sent_ = chosen.size();
        refused_.clear();
        body_type chunk{std::move(chosen)};
        if (sent_ == 0) return chunk;
        if (!valid(chunk)) leave_out(validate(chunk), begin, chunk.*items_of_body);
        return chunk;
    }

    /// Takes the items that break rules out of a chunk. Their violations get the places of the caller's items.
    void leave_out(report const& wrong, std::size_t begin, std::vector<item>& chosen)
    {
        std::string const list = outlay::detail::joined({"/", outlay::detail::member_names<body_type>[0], "/"});
        std::vector<report> found(chosen.size());
        for (violation v : wrong) {
            auto const place = outlay::detail::index_after(v.pointer, list);
            if (!place) { // about the list as a whole
                for (report& each : found) each.add(v);
                continue;
            }
            std::string rest = v.pointer.substr(list.size() + std::to_string(*place).size());
            v.pointer = outlay::detail::joined({list, std::to_string(nth_different(begin, *place)), rest});
            found[*place].add(std::move(v));
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (found[i].empty()) {
                if (kept != i) chosen[kept] = std::move(chosen[i]);
                ++kept;
            } else {
                refused_.push_back({nth_different(begin, i), std::move(found[i])});
            }
        }
        chosen.resize(kept);
        sent_ = kept;
    }

    /// The place of the n-th item from `begin` on that is no duplicate.
    std::size_t nth_different(std::size_t begin, std::size_t n) const
    {
        for (;; ++begin)
            if (!is_duplicate(begin) && n-- == 0) return begin;
    }

    /// Gives every item up to end_ its outcome: `append(n, i)` that of the n-th item of the call, which is item i of
    /// all.
    template<class Append>
    void settle(Append const& append)
    {
        std::size_t n = 0;
        auto refused = refused_.begin();
        for (std::size_t i = outcomes_.size(); i != end_; ++i) {
            if (is_duplicate(i)) {
                outcome same = outcomes_[first_[i]];
                same.index = i;
                outcomes_.push_back(std::move(same));
            } else if (refused != refused_.end() && refused->place == i) {
                outcomes_.emplace_back(i, error(error_kind::invalid, std::move(refused++->why)));
            } else {
                append(n++, i);
            }
        }
        refused_.clear();
    }

    bool accepts(response const& answer) const override { return Operation::accepts(answer.status); }
    refusal refusal_of(response const& got) const override { return Operation::endpoint_type::refusal_of(got); }
    std::optional<std::size_t> total_calls() const override { return calls_; }

    void read(response& got) override
    {
        auto seen = this->template inspect_reply<reply_type>(got.body);
        auto& rows = rows_of(seen.value);
        auto const answers = outlay::detail::correlation_of(sent_, rows, seen.report, seen.stopped, rows_at());
        settle([&](std::size_t n, std::size_t i) { outlay::detail::append_outcome(outcomes_, answers, rows, n, i); });
    }

    void lose(error const& why) override
    {
        settle([&](std::size_t, std::size_t i) { outcomes_.emplace_back(i, error(why)); });
    }

    void drop(error const& why) override
    {
        end_ = size_;
        lose(why);
    }

    static auto& rows_of(reply_type& reply)
    {
        if constexpr (requires { Operation::rows; }) return reply.*Operation::rows;
        else return reply;
    }

    /// The JSON Pointer of the rows.
    static std::string rows_at()
    {
        if constexpr (requires { Operation::rows; })
            return outlay::detail::joined(
                {"/", outlay::detail::member_names<reply_type>[outlay::detail::index_of<reply_type, Operation::rows>]});
        else return {};
    }

    /// An item that breaks a rule, and is not sent.
    struct refused_item {
        std::size_t place;
        report why;
    };

    Operation what_; ///< the items of earlier calls are moved out
    std::size_t size_;
    std::vector<std::uint32_t> first_; ///< where each id is first; empty: all differ
    std::vector<outcome> outcomes_;    ///< of the items before end_, once their call is over
    std::vector<refused_item> refused_;
    std::size_t end_ = 0;   ///< of the items of the call at hand
    std::size_t sent_ = 0;  ///< how many are in it
    std::size_t calls_ = 0; ///< in all
};

} // namespace outlay::http::detail
