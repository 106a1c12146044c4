#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <outlay/envelope/listing.hpp>
#include <outlay/envelope/page.hpp>
#include <outlay/http/detail/exchange_core.hpp>
#include <outlay/http/detail/page_rows.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/model/members.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace outlay::inline v0_1_0::http::detail {

/// The calls of a paged operation: one for each page, until a page has no next.
template<paged_operation Operation>
class paged_work : public exchange_core {
public:
    using result_type = typename Operation::result_type; ///< what the operation has for its result
    using page_type = typename Operation::page_type;     ///< the type of a page

    /// Removes and returns the pages that were read since the last call, as one; nullopt if there are none. They are
    /// then not in the result.
    std::optional<listing<page_type>> take_page() { return std::exchange(pages_, std::nullopt); }

protected:
    paged_work(typename Operation::endpoint_type const& endpoint, Operation what, call_options options)
        : exchange_core(rules_of<page_type>(endpoint, what.may_repeat()), std::move(options)),
          endpoint_(endpoint),
          what_(std::move(what)),
          trail_(max_pages())
    {
        if constexpr (requires { what_.cursor(); }) cursor_ = what_.cursor();
        trail_.begin_at(cursor_);
    }
    paged_work(paged_work&&) = default;
    ~paged_work() = default;

    result_type take_result()
    {
        if (!has_read_) return this->copy_for_result(presumed_);
        auto all = std::move(pages_).value_or(listing<page_type>());
        if (presumed_) all.incomplete = this->copy_for_result(presumed_);
        return all;
    }

private:
    bool write_call(std::size_t lane, http::request& to) override
    {
        if (is_last_) return false;
        is_last_ = true; // until a page is read that has a next
        auto made = what_.request(endpoint_, cursor_);
        if (!made) {
            lose(lane, made.error());
            return false;
        }
        to = std::move(*made);
        return true;
    }

    bool accepts(response const& answer) const override { return Operation::accepts(answer.status); }
    rejection rejection_of(response const& answer) const override
    {
        return rejection_by<typename Operation::endpoint_type>(answer);
    }
    quota quota_of(response const& answer, std::chrono::system_clock::time_point now) const override
    {
        return quota_by<typename Operation::endpoint_type>(answer, now);
    }

    void read(std::size_t lane, response& answer) override
    {
        auto seen = this->template inspect_reply<page_type>(lane, answer);
        report_notices(seen.report);
        auto& rows = rows_in(seen.value, Operation::rows);
        // Unknown fields have notices: an object of nothing else is not a page.
        bool const lacks_all = seen.found_nothing && !may_say_nothing<Operation>;
        bool const is_odd = lacks_all || !seen.ok() || !seen.report.notices().empty();
        if (rows.empty() && is_odd && !seen.stopped && lose_if_no_reply(lane, answer, seen.found_nothing)) return;
        // The valid rows are not known, or there are none.
        if (seen.stopped || seen.report.omitted() != 0 || (rows.empty() && !seen.ok()))
            return lose(lane, this->with_call(lane, error_of(seen, answer)));

        auto const bad = bad_rows(seen.report, rows_prefix(Operation::rows), rows.size());
        auto next = trail_.follow(Operation::next(seen.value));
        keep_good(rows, bad.rows);
        add(std::move(seen.value), seen.report, number_of_call(lane));
        has_read_ = true;
        if (!next) return lose(lane, this->with_call(lane, next.error())); // the error contains the cursor
        is_last_ = !*next;
        if (!is_last_) cursor_ = std::move(**next);
        // A violation outside of rows may be that of the cursor of the next page.
        if (is_last_ && !bad.others.empty())
            presumed_ = std::make_shared<error const>(error_kind::invalid, bad.others, answer.status);
        else presumed_ = is_last_ ? nullptr : unsent();
    }

    /// The name of a member on the wire.
    template<auto Member>
    static std::string_view name_of()
    {
        using object = typename outlay::detail::member_pointer<std::remove_cv_t<decltype(Member)>>::object;
        return outlay::detail::member_names<object>[outlay::detail::index_of<object, Member>];
    }

    /// The start of the JSON Pointer of each row: `/plans/`, `/history/months/`.
    template<class T, class M>
    static std::string rows_prefix(M T::*)
    {
        return outlay::detail::joined({"/", name_of<Operation::rows>(), "/"});
    }
    template<auto Member, auto Rows>
    static std::string rows_prefix(nested_rows<Member, Rows>)
    {
        return outlay::detail::joined({"/", name_of<Member>(), "/", name_of<Rows>(), "/"});
    }

    /// Adds a page to those before it: appends its rows, and replaces the other members.
    void add(page_type&& page, report const& found, std::size_t number)
    {
        if (!pages_) {
            pages_.emplace(std::move(page));
        } else {
            auto& all = rows_in(static_cast<page_type&>(*pages_), Operation::rows);
            auto& more = rows_in(page, Operation::rows);
            // If the allocation throws, nothing has changed.
            all.insert(all.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
            more.swap(all);
            static_cast<page_type&>(*pages_) = std::move(page);
        }
        add_findings(pages_->found, found, "page ", number);
    }

    void presume(std::size_t, shared_error const& why) noexcept override { presumed_ = why; }
    void presume_rest(shared_error const& why) noexcept override
    {
        if (presumed_ == unsent()) presumed_ = why;
    }
    std::optional<std::size_t> total_calls() const override { return std::nullopt; }

    typename Operation::endpoint_type endpoint_;
    Operation what_;
    std::string cursor_;
    page_trail trail_;
    std::optional<listing<page_type>> pages_;
    shared_error presumed_ = unsent(); ///< the reason why the list ends; null: it is complete
    bool has_read_ = false;
    bool is_last_ = false;
};

} // namespace outlay::inline v0_1_0::http::detail
