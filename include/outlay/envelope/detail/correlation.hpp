#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <outlay/envelope/rows.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::detail {

/// The ids of the items of a call, if they have any.
struct item_ids {
    void const* items = nullptr;
    std::string_view (*id_of)(void const* items, std::size_t n) = nullptr; ///< null: items have no ids

    std::string_view operator[](std::size_t n) const { return id_of == nullptr ? "" : id_of(items, n); }
};

/// A row of a reply and the JSON Pointer to it.
struct row_place {
    std::string pointer;
    void* row;
};

/// The row of a reply for an item.
struct answer {
    enum kind : unsigned char {
        none,       ///< the reply has no row for the item
        row,        ///< one row, or several if the list allows this
        repeated,   ///< several rows, and it is not known which one is right
        of_another, ///< the row has the id of another item
        malformed,  ///< the row breaks a rule
    };

    kind is = none;
    std::uint8_t list = 0; ///< the number of the list in the operation's rows
    void* row_at = nullptr;
};

/// Matches the rows of a reply to the items of the request, and describes why an item has no row. Independent of the
/// types of rows, which are void pointers.
///
/// The functions must be called in this order: allow_several() and the add functions for each list, expect_count()
/// after each list that is matched by position, then assign_violations().
///
/// Invariants: a row is matched to an item only if its index, its id and its position, as far as it has them, agree;
/// each item has exactly one element in `answers_`.
class correlation {
public:
    correlation(matching how, std::size_t items, item_ids ids) : answers_(items), ids_(ids), how_(how) {}

    /// Allows several rows of this list for an item.
    void allow_several(std::uint8_t list)
    {
        OUTLAY_ASSERT(list < 32); // has_several_ has 32 bits
        has_several_ |= std::uint32_t{1} << list;
    }

    /// Adds a row with an index or an id (empty: none). Returns false if it belongs to no item.
    bool add(std::uint8_t list, void* row, std::optional<std::size_t> index, std::string_view id)
    {
        if (how_ == matching::by_id || !index) {
            index = item_with(id);
        } else if (*index < answers_.size() && is_of_another(*index, id)) {
            contradict(*index, list, id);
            return true;
        }
        if (!index) ++unplaced_;
        else if (*index >= answers_.size()) ++out_of_range_;
        else set(*index, {.is = answer::row, .list = list, .row_at = row});
        return index && *index < answers_.size();
    }

    /// Whether a refusal that belongs to no item was noted. Only the first is needed.
    bool has_words() const noexcept { return !words_.empty(); }
    /// Notes the text of such a refusal, which may be the reason why items have no rows.
    void note_words(std::string words) { words_ = std::move(words); }

    /// Adds row `position` of a list that is matched by position. Empty id: none.
    void add_at(std::uint8_t list, void* row, std::size_t position, std::string_view id)
    {
        if (position >= answers_.size()) return;
        if (is_of_another(position, id)) contradict(position, list, id);
        else set(position, {.is = answer::row, .list = list, .row_at = row});
    }

    /// Called after all rows of a list that is matched by position. If their number is not that of the items, the
    /// matching is not known, and all rows of the list are dropped.
    void expect_count(std::uint8_t list, std::size_t rows)
    {
        if (rows == answers_.size()) return;
        wrong_count_ = rows;
        for (answer& one : answers_)
            if (one.is != answer::none && one.list == list) one = {};
    }

    /// Assigns the violations in a reply to the rows that contain them; these rows are malformed. Called after all rows
    /// were added. `rows`: all rows of the reply.
    void assign_violations(report const& found, std::vector<row_place> rows)
    {
        auto const by_pointer = [](row_place const& a, row_place const& b) { return a.pointer < b.pointer; };
        std::sort(rows.begin(), rows.end(), by_pointer);
        for (violation const& v : found) {
            std::size_t const item = item_at(v.pointer, rows);
            if (item < answers_.size()) of_items_.push_back({.item = item, .what = &v});
            else stray_.add(v);
        }
        for (auto const& [item, v] : of_items_) answers_[item].is = answer::malformed;
    }

    answer operator[](std::size_t item) const noexcept
    {
        OUTLAY_ASSERT(item < answers_.size());
        return answers_[item];
    }
    std::size_t size() const noexcept { return answers_.size(); }

    /// Calls f with each row of an item after the first, if several are allowed.
    template<class F>
    void for_each_further(std::size_t item, F const& f) const
    {
        for (further_row const& one : further_)
            if (one.item == item) f(one.row);
    }

    /// The violations in rows that belong to no item, and outside of rows.
    report const& stray() const noexcept { return stray_; }

    /// Whether every row belongs to an item, so that an item without a row was not refused.
    bool places_all() const noexcept { return unplaced_ == 0 && out_of_range_ == 0 && stray_.empty(); }

    /// The reason why an item has no usable row. Precondition: it has none.
    std::shared_ptr<error const> failure_of(std::size_t item) const
    {
        report why;
        std::string const number = std::to_string(item);
        switch (answers_[item].is) {
        case answer::malformed:
            for (auto const& [of, v] : of_items_)
                if (of == item) why.add(*v);
            break;
        case answer::repeated: why.add(describe_repeated(item, number)); break;
        case answer::of_another:
            for (auto const& [of, id] : contradictions_)
                if (of == item) why.add(describe_other(item, number, id));
            break;
        case answer::none:
        case answer::row:
            why.add(describe_missing(item, number));
            add_stray(why);
            break;
        }
        return std::make_shared<error const>(error_kind::invalid, std::move(why));
    }

private:
    struct violation_of_item {
        std::size_t item;
        violation const* what; ///< refers to the report of the reply
    };
    struct further_row {
        std::size_t item;
        void* row;
    };
    struct contradiction {
        std::size_t item;
        std::string id;
    };

    void set(std::size_t item, answer of)
    {
        answer& mine = answers_[item];
        bool const is_further = mine.is == answer::row && mine.list == of.list && (has_several_ >> of.list & 1) != 0;
        if (mine.is == answer::none) mine = of;
        else if (is_further) further_.push_back({.item = item, .row = of.row_at});
        else if (mine.is == answer::row) mine.is = answer::repeated;
    }

    /// Whether a row and an item both have ids, which differ.
    bool is_of_another(std::size_t item, std::string_view id) const
    {
        std::string_view const wanted = id.empty() ? std::string_view() : ids_[item];
        if (wanted.empty()) return false;
        return wanted.size() != id.size() || !same_text(wanted.data(), id.data(), id.size());
    }

    void contradict(std::size_t item, std::uint8_t list, std::string_view id)
    {
        contradictions_.push_back({.item = item, .id = std::string(id)});
        answer& mine = answers_[item];
        mine.is = mine.is == answer::row ? answer::repeated : answer::of_another;
        mine.list = list;
    }

    /// The item with this id; nullopt if there is none, or more than one.
    std::optional<std::size_t> item_with(std::string_view id)
    {
        if (id.empty() || ids_.id_of == nullptr) return std::nullopt;
        if (by_id_.empty()) {
            by_id_.reserve(answers_.size());
            for (std::size_t i = 0; i < answers_.size(); ++i) by_id_.emplace_back(ids_[i], i);
            std::sort(by_id_.begin(), by_id_.end());
        }
        auto const found = std::ranges::equal_range(by_id_, id, {}, &std::pair<std::string_view, std::size_t>::first);
        return found.size() == 1 ? std::optional(found.front().second) : std::nullopt;
    }

    /// The item whose row a JSON Pointer refers to, or refers into; the number of items if there is none.
    std::size_t item_at(std::string_view pointer, std::vector<row_place> const& rows) const
    {
        auto const before = [](row_place const& a, std::string_view b) { return a.pointer < b; };
        for (;; pointer = pointer.substr(0, pointer.rfind('/'))) {
            auto const at = std::lower_bound(rows.begin(), rows.end(), pointer, before);
            if (at != rows.end() && at->pointer == pointer) {
                for (further_row const& one : further_)
                    if (one.row == at->row) return one.item;
                auto const answers = [&](answer const& one) { return one.row_at == at->row; };
                auto const found = std::find_if(answers_.begin(), answers_.end(), answers);
                return static_cast<std::size_t>(found - answers_.begin());
            }
            if (pointer.empty()) return answers_.size();
        }
    }

    violation describe_repeated(std::size_t item, std::string_view number) const
    {
        if (how_ == matching::by_id)
            return {.pointer = {},
                    .code = "id_repeated",
                    .message = joined({"several rows of the reply have the id ", in_quotes(ids_[item])})};
        return {.pointer = {},
                .code = "index_repeated",
                .message = joined({"several rows of the reply have index ", number})};
    }

    violation describe_other(std::size_t item, std::string_view number, std::string_view id) const
    {
        std::string_view const place = how_ == matching::by_position ? "at position " : "with index ";
        return {.pointer = {},
                .code = "id_mismatch",
                .message = joined({"the row of the reply ", place, number, " has the id ", in_quotes(id), ", and item ",
                                   number, " of the request ", in_quotes(ids_[item])})};
    }

    violation describe_missing(std::size_t item, std::string_view number) const
    {
        violation v{.pointer = {}, .code = "index_missing", .message = "no row of the reply has "};
        if (how_ == matching::by_id) {
            v.code = "id_missing";
            v.message += joined({"the id ", in_quotes(ids_[item])});
        } else {
            v.message += joined({"index ", number});
        }
        if (wrong_count_) {
            v.code = "row_count";
            v.message = joined({"the reply has ", counted(*wrong_count_, "row", "rows"), " for ",
                                counted(answers_.size(), "item", "items"), ", and rows are matched by their position"});
        }
        if (unplaced_ != 0)
            v.message += joined({", ", counted(unplaced_, "row refers", "rows refer"), " to no item of the request"});
        if (out_of_range_ != 0)
            v.message += joined({", ", counted(out_of_range_, "index is", "indices are"), " out of range"});
        if (!words_.empty()) v.message += joined({"; of these, a refusal: ", words_});
        return v;
    }

    /// Adds stray violations to the reason, because one of them may be about the item. stray() has all of them.
    void add_stray(report& why) const
    {
        constexpr std::size_t most = 3; // a message stays short, and items may be many
        for (std::size_t i = 0; i < (std::min)(most, stray_.size()); ++i) why.add(stray_[i]);
        for (std::size_t i = most; i < stray_.size(); ++i) why.omit_one();
    }

    std::vector<answer> answers_; ///< one for each item
    item_ids ids_;
    matching how_;
    std::uint32_t has_several_ = 0;                               ///< one bit for each list
    std::vector<further_row> further_;                            ///< in the order of the reply
    std::vector<std::pair<std::string_view, std::size_t>> by_id_; ///< sorted; filled by the first lookup
    std::string words_; ///< the text of the first refusal that belongs to no item
    std::size_t unplaced_ = 0;
    std::size_t out_of_range_ = 0;
    std::optional<std::size_t> wrong_count_;
    std::vector<violation_of_item> of_items_;
    std::vector<contradiction> contradictions_;
    report stray_;
};

} // namespace outlay::inline v0_1_0::detail
