#pragma once

#include <string>
#include <string_view>

// The texts that are measured. A program makes them, from a fixed seed: every run reads the same bytes.

/// The bodies that are read and written.
enum class payload {
    usage,      ///< Amazon's reply with the usage of campaigns: 97 of 100 rows, and 3 refusals
    portfolios, ///< Amazon's list of portfolios, with budgets and extendedData
    budget,     ///< Datadog's budget document: entries with tag filters, a third of them with costs
};

/// How a body is written. The values are the same in all forms.
enum class form {
    compact,  ///< without white space
    pretty,   ///< a line for each member, indented by 2 blanks
    reversed, ///< compact, the members of each object in the opposite order
    escapes,  ///< compact, with an escape in each string, `\/` for a slash, and ASCII only
};

/// A body in one form, and variants of it.
struct sample {
    payload kind = payload::usage;
    form written = form::compact;
    int items = 0;             ///< rows, portfolios or entries
    std::string text{};        ///< complies with the type, without a notice
    std::string one_notice{};  ///< with a member that the type does not have, in the item in the middle
    std::string wrong_early{}; ///< with a string in place of a number or a boolean, in the first item
    std::string wrong_late{};  ///< the same in the last item
    std::string lines{};       ///< NDJSON: each item on a line of its own; without refusals; never pretty
};

/// Bytes after each text that belong to it, for parsers that read past the end.
inline constexpr std::size_t padding = 64;

/// The same bytes for the same arguments, on every machine.
sample make_sample(payload kind, form written, int items);

/// As in the names of cases: `usage`, `pretty`.
std::string_view name_of(payload kind);
std::string_view name_of(form written); ///< the name of a form in the tables
