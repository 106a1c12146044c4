#include "../require.hpp"
#include "checks.hpp"
#include <algorithm>
#include <cstddef>
#include <outlay/datadog/budget_csv.hpp>
#include <outlay/datadog/metrics_query.hpp>
#include <outlay/value/detail/utf8.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fuzz {
namespace {

namespace datadog = outlay::datadog;

/// A text of visible characters and blanks, up to 7, none of which is in `without`.
std::string short_text(bytes& input, std::string_view without)
{
    std::string made;
    for (std::size_t left = input.below(8); left != 0; --left) {
        auto const c = static_cast<char>(' ' + input.below(95));
        if (without.find(c) == without.npos) made += c;
    }
    return made;
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// --- RFC 4180, a character at a time

using record = std::vector<std::string>;

std::vector<record> records_of(std::string_view text)
{
    std::vector<record> all;
    record fields(1);
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (is_quoted) {
            if (c != '"') fields.back() += c;
            else if (text.substr(i + 1).starts_with('"')) fields.back() += text[++i];
            else is_quoted = false;
        } else if (c == '"') is_quoted = true;
        else if (c == ',') fields.emplace_back();
        else if (text.substr(i).starts_with("\r\n")) {
            all.push_back(std::exchange(fields, record(1)));
            ++i;
        } else fields.back() += c;
    }
    require(!is_quoted && fields == record(1), "a last line without an end", text);
    return all;
}

std::vector<datadog::budget_entry> any_entries(bytes& input)
{
    std::vector<datadog::budget_entry> entries(input.below(4));
    for (datadog::budget_entry& entry : entries) {
        if (input.coin()) entry.month = outlay::month(2025, 1) + static_cast<int>(input.below(24));
        if (input.coin()) entry.amount = outlay::decimal::from_parts(static_cast<int>(input.number(2)), 2);
        for (std::size_t left = input.below(3); left != 0; --left) {
            auto& tag = entry.tag_filters.emplace_back();
            constexpr std::string_view odd_keys = ",\"\r\n";
            std::size_t const kind = input.below(8);
            tag.tag_key = kind < 4 ? std::string(1, odd_keys[kind]) : short_text(input, "");
            tag.tag_value = short_text(input, "");
            if (input.coin()) tag.tag_value += "\r\n";
            if (input.coin()) tag.tag_value += static_cast<char>(input.byte());
        }
    }
    return entries;
}

/// The names of the tags, in the order of their first occurrence.
std::vector<std::string> tags_of(std::vector<datadog::budget_entry> const& entries)
{
    std::vector<std::string> names;
    for (auto const& entry : entries)
        for (auto const& tag : entry.tag_filters)
            if (std::ranges::find(names, tag.tag_key) == names.end()) names.push_back(tag.tag_key);
    return names;
}

record record_of(datadog::budget_entry const& entry, std::vector<std::string> const& tags)
{
    record made{entry.month ? entry.month->to_string() : "", entry.amount ? entry.amount->to_string() : ""};
    for (std::string const& name : tags) {
        auto const found = std::ranges::find(entry.tag_filters, name, &datadog::tag_filter::tag_key);
        made.push_back(found == entry.tag_filters.end() ? "" : found->tag_value);
    }
    return made;
}

bool is_writable(std::vector<datadog::budget_entry> const& entries)
{
    for (auto const& entry : entries)
        for (std::size_t i = 0; i < entry.tag_filters.size(); ++i) {
            auto const& tag = entry.tag_filters[i];
            if (!outlay::detail::is_utf8(tag.tag_key) || !outlay::detail::is_utf8(tag.tag_value)) return false;
            for (std::size_t k = 0; k < i; ++k)
                if (entry.tag_filters[k].tag_key == tag.tag_key) return false;
        }
    return tags_of(entries).size() <= datadog::most_csv_tags;
}

/// The entries with their tags in the order of columns.
std::vector<datadog::budget_entry> in_order(std::vector<datadog::budget_entry> entries)
{
    auto const names = tags_of(entries);
    for (auto& entry : entries)
        std::ranges::sort(entry.tag_filters, {}, [&names](datadog::tag_filter const& tag) {
            return std::ranges::find(names, tag.tag_key) - names.begin();
        });
    return entries;
}

void check_writing(std::vector<datadog::budget_entry> const& entries, std::string_view about)
{
    datadog::budget_attributes budget;
    budget.entries = entries;
    auto const written = datadog::write_budget_csv(budget);
    require(written.has_value() == is_writable(entries), "another verdict on entries", about);
    if (!written) return;
    auto const records = records_of(*written);
    auto const names = tags_of(entries);
    require(records.size() == entries.size() + 1, "another number of records", *written);
    record header{"month", "amount"};
    header.insert(header.end(), names.begin(), names.end());
    require(records[0] == header, "another header", *written);
    for (std::size_t i = 0; i < entries.size(); ++i)
        require(records[i + 1] == record_of(entries[i], names), "another record", *written);
    auto const read = datadog::read_budget_csv(*written);
    require(read.has_value(), "not read as it was written", *written);
    require(*read == in_order(entries), "other entries than were written", *written);
}

} // namespace

void check_metrics_query(bytes& input)
{
    std::string list;
    std::vector<std::string> expected;
    for (std::size_t left = input.below(4); left != 0; --left) {
        std::string const tag = short_text(input, ",{}");
        if (!trimmed(tag).empty()) expected.emplace_back(trimmed(tag));
        list += (list.empty() ? "" : ",") + tag;
    }
    std::string const filter = short_text(input, "{}");
    std::string const after = short_text(input, "");
    std::string const query = "sum:aws.cost.amortized{" + filter + "} by {" + list + "}" + after;
    auto const found = datadog::group_by_tags(query);
    require(std::ranges::equal(found, expected), "other tags", query);

    std::string const any(input.rest());
    for (std::string_view const tag : datadog::group_by_tags(any)) {
        require(tag.data() >= any.data() && tag.data() + tag.size() <= any.data() + any.size(), "no view of it", any);
        require(!tag.empty() && tag.find_first_of(",}") == tag.npos, "no tag", any);
        require(trimmed(tag) == tag, "a tag with blanks", any);
    }
}

void check_csv(bytes& input)
{
    if (input.coin()) return check_writing(any_entries(input), "entries");
    datadog::csv_limits const limits{.max_bytes = 10'000, .max_entries = 50, .max_violations = 5};
    std::string const text(input.rest());
    auto const read = datadog::read_budget_csv(text, limits);
    if (read) return check_writing(*read, text);
    require(!read.error().report().empty() && read.error().report().size() <= 5, "a refusal without a reason", text);
}

} // namespace fuzz
