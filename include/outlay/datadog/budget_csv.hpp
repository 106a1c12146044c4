#pragma once

#include <cstddef>
#include <optional>
#include <outlay/datadog/budget_attributes.hpp>
#include <outlay/datadog/detail/csv.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/utf8.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

// The entries of a budget as CSV (RFC 4180), a row each:
//
//     month,amount,service,env
//     202501,500,ec2,prod
//     202502,1000.00,"s3, glacier",prod
//
// The columns `month` (YYYYMM) and `amount`, and one for each tag. Datadog validates budgets as CSV, but publishes no
// description of their columns; these are the members of its budget entries.

namespace outlay::inline v0_1_0::datadog {

/// Bounds on what a hostile text can cost to read. The first two end the reading with an error of kind `limit`.
struct csv_limits {
    std::size_t max_bytes = std::size_t{16} << 20; ///< of the whole text
    std::size_t max_entries = 100'000;             ///< rows but for the header
    std::size_t max_violations = 1000;             ///< kept; more of them are only counted
};

/// The most tags that write_budget_csv takes. Each is a column of all rows, so that the text can be longer than the
/// budget by this factor; Datadog's budgets have two at most.
inline constexpr std::size_t most_csv_tags = 100;

namespace detail {

/// Writes the entries of one budget.
class csv_writer {
public:
    explicit csv_writer(std::vector<budget_entry> const& entries) : entries_(entries) {}

    result<std::string> run()
    {
        for (std::size_t i = 0; i < entries_.size(); ++i) find_tags(i);
        if (tags_.size() > most_csv_tags)
            found_.add({.pointer = "/entries",
                        .code = "too_many_tags",
                        .message = outlay::detail::joined({"expected at most ", std::to_string(most_csv_tags),
                                                           " tags, found ", std::to_string(tags_.size())})});
        if (!found_.empty()) return error(error_kind::invalid, std::move(found_));
        text_ = "month,amount";
        for (std::string_view const tag : tags_) append(tag);
        for (budget_entry const& entry : entries_) add_row(entry);
        text_ += end_of_line;
        return std::move(text_);
    }

private:
    static constexpr std::string_view end_of_line = "\r\n";

    void find_tags(std::size_t i)
    {
        auto const& filters = entries_[i].tag_filters;
        std::unordered_set<std::string_view> seen;
        for (std::size_t k = 0; k < filters.size(); ++k) {
            std::string const& tag = filters[k].tag_key;
            if (columns_.try_emplace(tag, tags_.size()).second) tags_.push_back(tag);
            if (!seen.insert(tag).second)
                add_violation(i, k, "repeated_tag", "a second value of this tag, which has one column");
            if (!outlay::detail::is_utf8(tag) || !outlay::detail::is_utf8(filters[k].tag_value))
                add_violation(i, k, "utf8", "expected a text in UTF-8");
        }
    }

    void add_violation(std::size_t entry, std::size_t filter, std::string_view code, std::string_view message)
    {
        found_.add({.pointer = outlay::detail::joined(
                        {"/entries/", std::to_string(entry), "/tag_filters/", std::to_string(filter)}),
                    .code = std::string(code),
                    .message = std::string(message)});
    }

    void add_row(budget_entry const& entry)
    {
        text_ += end_of_line;
        if (entry.month) text_ += entry.month->to_string();
        text_ += ',';
        if (entry.amount) text_ += entry.amount->to_string();
        values_.assign(tags_.size(), nullptr);
        for (tag_filter const& tag : entry.tag_filters) values_[columns_.at(tag.tag_key)] = &tag.tag_value;
        for (std::string const* const value : values_) {
            if (value != nullptr) append(*value);
            else text_ += ',';
        }
    }

    void append(std::string_view field)
    {
        text_ += ',';
        append_csv_field(text_, field);
    }

    std::vector<budget_entry> const& entries_;
    std::vector<std::string_view> tags_{}; ///< the columns after the first two, in the order of their first entries
    std::unordered_map<std::string_view, std::size_t> columns_{}; ///< of each tag, where it is in tags_
    std::vector<std::string const*> values_{};                    ///< of one entry, by column
    report found_{};
    std::string text_{};
};

/// Reads the entries of one budget.
class csv_entries {
public:
    csv_entries(std::string_view text, csv_limits const& limits) : text_(text), limits_(limits), reader_(text) {}

    result<std::vector<budget_entry>> run()
    {
        if (text_.size() > limits_.max_bytes)
            return error(error_kind::limit, "max_bytes",
                         outlay::detail::joined({"expected at most ",
                                                 outlay::detail::counted(limits_.max_bytes, "byte", "bytes"),
                                                 ", found ", std::to_string(text_.size())}));
        read_header();
        for (; found_.empty() || has_columns_; ++row_) {
            if (!reader_.next()) break;
            if (row_ == limits_.max_entries)
                return error(error_kind::limit, "max_entries",
                             outlay::detail::joined({"expected at most ",
                                                     outlay::detail::counted(limits_.max_entries, "entry", "entries"),
                                                     ", found more"}));
            read_row();
        }
        if (!found_.empty()) return error(kind_, std::move(found_));
        return std::move(entries_);
    }

private:
    static constexpr std::size_t no_column = static_cast<std::size_t>(-1);

    void read_header()
    {
        csv_place const start = reader_.here();
        bool const has_row = reader_.next();
        if (has_row && reader_.problem()) return tell_problem();
        std::unordered_set<std::string> names;
        for (csv_field const& field : has_row ? reader_.fields() : std::vector<csv_field>()) add_column(field, names);
        for (auto const& [column, name] : {std::pair(month_column_, "month"), std::pair(amount_column_, "amount")})
            if (column == no_column)
                add_violation(has_row ? reader_.fields().front().place : start, "", "missing_column",
                              outlay::detail::joined({"expected a column ", name, ", found none"}));
        has_columns_ = found_.empty();
    }

    /// A second column `month` or `amount` is that of a tag with this name.
    void add_column(csv_field const& field, std::unordered_set<std::string>& names)
    {
        std::string name = field.text();
        std::size_t const column = tags_.size();
        if (!outlay::detail::is_utf8(name)) add_violation(field.place, "", "utf8", "expected a text in UTF-8");
        else if (name == "month" && month_column_ == no_column) month_column_ = column;
        else if (name == "amount" && amount_column_ == no_column) amount_column_ = column;
        else if (name.empty() && !field.is_quoted)
            add_violation(field.place, "", "column_name", "a column without a name");
        else if (!names.insert(name).second)
            add_violation(field.place, "", "repeated_column",
                          outlay::detail::joined({"a second column ", outlay::detail::in_quotes(name)}));
        tags_.push_back(std::move(name));
    }

    void read_row()
    {
        if (reader_.problem()) return tell_problem();
        auto const& fields = reader_.fields();
        if (fields.size() != tags_.size())
            return add_violation(fields.front().place, "", "columns",
                                 outlay::detail::joined({"expected ", std::to_string(tags_.size()),
                                                         " fields as in the first "
                                                         "line, found ",
                                                         std::to_string(fields.size())}));
        budget_entry entry;
        for (std::size_t k = 0; k < fields.size(); ++k) {
            csv_field const& field = fields[k];
            if (field.raw.empty() && !field.is_quoted) continue;
            if (k == month_column_) read_value(entry.month, field, "/month");
            else if (k == amount_column_) read_value(entry.amount, field, "/amount");
            else if (!outlay::detail::is_utf8(field.raw))
                add_violation(field.place, "/tag_filters", "utf8", "expected a text in UTF-8");
            else entry.tag_filters.push_back({.tag_key = tags_[k], .tag_value = field.text()});
        }
        if (found_.empty()) entries_.push_back(std::move(entry));
    }

    template<class Optional>
    void read_value(Optional& to, csv_field const& field, std::string_view member)
    {
        auto read = Optional::value_type::parse(field.text());
        if (read) to = *read;
        else
            for (violation const& v : read.error().report()) add_violation(field.place, member, v.code, v.message);
    }

    void tell_problem()
    {
        kind_ = error_kind::syntax;
        add_violation(reader_.problem()->place, "", "syntax", reader_.problem()->message);
    }

    void add_violation(csv_place const& place, std::string_view member, std::string_view code, std::string_view message)
    {
        if (found_.size() >= limits_.max_violations) return found_.omit_one();
        found_.add({.pointer = has_columns_ ? outlay::detail::joined({"/entries/", std::to_string(row_), member})
                                            : std::string(),
                    .code = std::string(code),
                    .message = std::string(message),
                    .line = place.line,
                    .column = reader_.column_of(place)});
    }

    std::string_view text_;
    csv_limits limits_;
    csv_reader reader_;
    std::vector<std::string> tags_{}; ///< the names of all columns; those of month and amount are no tags
    std::size_t month_column_ = no_column;
    std::size_t amount_column_ = no_column;
    bool has_columns_ = false; ///< the header is right
    std::size_t row_ = 0;
    std::vector<budget_entry> entries_{}; ///< no more are kept once something is wrong
    error_kind kind_ = error_kind::invalid;
    report found_{};
};

} // namespace detail

/// The entries of a budget as CSV: `month,amount`, the tags in the order in which they first come, and a row for each
/// entry, each line ended by CR LF. Amounts are exact, with the places that they have. An absent month, amount or tag
/// is an empty field, and an empty text is `""`. Costs and extras are left out. Pointers are into the attributes.
/// Codes: `repeated_tag`, `too_many_tags`, `utf8`.
inline result<std::string> write_budget_csv(budget_attributes const& budget)
{
    return detail::csv_writer(budget.entries).run();
}

/// The entries of a budget from CSV. The columns are in any order, and each that is neither `month` nor `amount` is a
/// tag. All that is wrong is reported at once, with line and column (of a quoted field, its quote) and with the pointer
/// of the entry; rules of budgets are left to validate(). Codes: `syntax`, `missing_column`, `repeated_column`,
/// `column_name`, `columns`, `utf8`, those of month::parse and decimal::parse, and those of csv_limits.
///
/// The entries of what write_budget_csv writes are those of the budget, with the tags of each in the order of columns.
inline result<std::vector<budget_entry>> read_budget_csv(std::string_view text, csv_limits const& limits = {})
{
    return detail::csv_entries(text, limits).run();
}

} // namespace outlay::inline v0_1_0::datadog
