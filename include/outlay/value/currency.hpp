#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <date/date.h>
#include <optional>
#include <outlay/value/detail/iso_4217.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay {

namespace detail {

/// Not constexpr, and never defined: its name is the compiler's message.
void not_an_iso_4217_code();

} // namespace detail

/// The day of the edition of ISO 4217 that the table is taken from.
inline constexpr date::year_month_day iso_4217_date{date::year{2026}, date::month{1}, date::day{1}};

/// A currency (or fund, or metal) by its three upper-case letters. Well-formed is not the same as known: a vendor may use
/// a code that the standard does not list, or not yet, so parse() takes any three letters and is_known() tells.
class currency {
public:
    using printable = void;

    /// XXX, the standard's code for no currency.
    constexpr currency() noexcept = default;

    /// A literal such as "USD", held to the table by the compiler: a code outside ISO 4217 does not compile, a withdrawn
    /// one does.
    consteval currency(char const (&code)[4]) : code_{code[0], code[1], code[2], code[3]}
    {
        if (!is_known()) detail::not_an_iso_4217_code();
    }

    /// Reads three upper-case ASCII letters, known or not; nullopt for anything else.
    static constexpr std::optional<currency> try_parse(std::string_view text) noexcept
    {
        if (text.size() != 3) return std::nullopt;
        currency read;
        for (std::size_t i = 0; i < 3; ++i) {
            if (text[i] < 'A' || text[i] > 'Z') return std::nullopt;
            read.code_[i] = text[i];
        }
        return read;
    }

    /// try_parse with a reason. Code: `currency`.
    static result<currency> parse(std::string_view text)
    {
        if (auto const read = try_parse(text)) return *read;
        return detail::unexpected("currency", "three upper-case letters such as USD", text);
    }

    /// The three letters. For a known code they are those of the table and always valid; for any other they live only
    /// as long as this object: to_string() if in doubt.
    constexpr std::string_view code() const noexcept
    {
        auto const* const row = find();
        return {row ? row->code : code_, 3};
    }

    constexpr std::string to_string() const { return {code_, 3}; }

    /// Whether the code is in ISO 4217, current or withdrawn.
    constexpr bool is_known() const noexcept { return find() != nullptr; }

    /// 840 for USD. Unique among current codes only: a successor may take over the number of a withdrawn code.
    constexpr std::optional<int> numeric() const noexcept
    {
        auto const* const row = find();
        if (!row || row->numeric == detail::none) return std::nullopt;
        return row->numeric;
    }

    /// How many decimals amounts have: 2 for USD, 0 for JPY, 3 for KWD. Nullopt where there is no minor unit (metals,
    /// accounting units, XXX), and where none is known (most codes withdrawn before 2000).
    constexpr std::optional<int> minor_units() const noexcept
    {
        auto const* const row = find();
        if (!row || row->minor_units == detail::none) return std::nullopt;
        return row->minor_units;
    }

    /// The standard's English name, in UTF-8 ("US Dollar"); empty for an unknown code.
    constexpr std::string_view name() const noexcept
    {
        auto const* const row = find();
        return row ? row->name : std::string_view();
    }

    /// The month from which the code is no longer current; nullopt for current and unknown codes.
    constexpr std::optional<date::year_month> withdrawn() const noexcept
    {
        auto const* const row = find();
        if (!row || row->withdrawn == 0) return std::nullopt;
        return date::year{row->withdrawn / 100} / date::month{static_cast<unsigned>(row->withdrawn % 100)};
    }

    /// By code, alphabetically.
    friend constexpr bool operator==(currency const&, currency const&) noexcept = default;
    friend constexpr std::strong_ordering operator<=>(currency const&, currency const&) noexcept = default;

    /// Found by std::hash below, and by boost::hash.
    friend constexpr std::size_t hash_value(currency const& c) noexcept { return detail::iso_4217_key(c.code_); }

private:
    constexpr detail::iso_4217_row const* find() const noexcept { return detail::find_iso_4217(code_); }

    char code_[4] = "XXX";
};

/// Every code of ISO 4217, current and withdrawn, in alphabetical order.
constexpr auto currencies() noexcept
{
    std::array<currency, std::size(detail::iso_4217_table)> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = *currency::try_parse(detail::iso_4217_table[i].code);
    return all;
}

} // namespace outlay

template<>
struct std::hash<outlay::currency> {
    constexpr std::size_t operator()(outlay::currency const& c) const noexcept { return hash_value(c); }
};
