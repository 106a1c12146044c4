#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::detail {

/// The row of a reply that answers an item.
struct answer {
    enum kind : unsigned char { none, success, refusal, repeated, malformed };

    kind is = none;
    std::uint32_t position = 0; ///< of the row, in its list
};

/// The index that a JSON Pointer has after `prefix`: 7 of `/success/7/budget` after `/success/`.
inline std::optional<std::size_t> index_after(std::string_view pointer, std::string_view prefix)
{
    if (!pointer.starts_with(prefix)) return std::nullopt;
    std::size_t index = 0;
    char const* const end = pointer.data() + pointer.size();
    auto const [stop, wrong] = std::from_chars(pointer.data() + prefix.size(), end, index);
    if (wrong != std::errc() || (stop != end && *stop != '/')) return std::nullopt;
    return index;
}

/// Which row of a reply answers which item of the request, and why an item has none. It knows no types of rows.
class correlation {
public:
    explicit correlation(std::size_t items) : answers_(items) {}

    void add_success(std::optional<std::uint32_t> index) { add(answer::success, successes_++, index); }
    void add_refusal(std::optional<std::uint32_t> index) { add(answer::refusal, refusals_++, index); }

    /// Takes out the rows that break rules, after all have been added.
    void blame(report const& found, std::optional<error_kind> stopped, std::string_view rows_at)
    {
        whole_ = stopped ? std::optional(error(*stopped, found)) : std::nullopt;
        // Then nobody knows which of the later rows are wrong as well.
        if (found.omitted() != 0) whole_ = error(error_kind::invalid, found);
        if (whole_) return answers_.assign(answers_.size(), answer{answer::malformed});
        std::string const success = joined({rows_at, "/success/"});
        std::string const refusal = joined({rows_at, "/error/"});
        for (violation const& v : found) {
            std::size_t item = answers_.size();
            if (auto const row = index_after(v.pointer, success)) item = item_of(answer::success, *row);
            else if (auto const other = index_after(v.pointer, refusal)) item = item_of(answer::refusal, *other);
            (item < answers_.size() ? of_items_ : of_nobody_).push_back({item, v});
        }
        for (auto const& [item, v] : of_items_) answers_[item].is = answer::malformed;
    }

    answer operator[](std::size_t item) const noexcept { return answers_[item]; }

    /// Why an item has neither success nor refusal.
    error failure_of(std::size_t item) const
    {
        if (whole_) return *whole_;
        report why;
        if (answers_[item].is == answer::malformed) {
            for (auto const& [of, v] : of_items_)
                if (of == item) why.add(v);
            return {error_kind::invalid, std::move(why)};
        }
        std::string const number = std::to_string(item);
        if (answers_[item].is == answer::repeated)
            return {error_kind::invalid, "index_repeated", joined({"several rows of the reply have index ", number})};
        why.add({.pointer = {}, .code = "index_missing", .message = describe_missing(number)});
        // One of these may be about it.
        for (auto const& [of, v] : of_nobody_) why.add(v);
        return {error_kind::invalid, std::move(why)};
    }

private:
    struct blamed {
        std::size_t item;
        violation what;
    };

    void add(answer::kind is, std::uint32_t position, std::optional<std::uint32_t> index)
    {
        if (!index) ++without_index_;
        else if (*index >= answers_.size()) ++out_of_range_;
        else if (answer& of = answers_[*index]; of.is == answer::none) of = {is, position};
        else of.is = answer::repeated;
    }

    /// The item that a row answers; what is no item, if there is none.
    std::size_t item_of(answer::kind is, std::size_t position) const noexcept
    {
        for (std::size_t item = 0; item < answers_.size(); ++item)
            if (answers_[item].is == is && answers_[item].position == position) return item;
        return answers_.size();
    }

    std::string describe_missing(std::string_view number) const
    {
        std::string text = joined({"no row of the reply has index ", number});
        if (without_index_ != 0) text += joined({", ", std::to_string(without_index_), " without an index"});
        if (out_of_range_ != 0) text += joined({", ", std::to_string(out_of_range_), " out of range"});
        return text;
    }

    std::vector<answer> answers_; ///< by item
    std::uint32_t successes_ = 0;
    std::uint32_t refusals_ = 0;
    std::size_t without_index_ = 0;
    std::size_t out_of_range_ = 0;
    std::vector<blamed> of_items_;
    std::vector<blamed> of_nobody_;
    std::optional<error> whole_; ///< what is wrong with all of the reply
};

} // namespace outlay::detail
