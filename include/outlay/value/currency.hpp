#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <date/date.h>
#include <optional>
#include <outlay/value/detail/iso_4217.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0 {

namespace detail {

/// Not constexpr, so that its name appears in the compiler's message. Never called; clang 16 requires a definition.
inline void not_an_iso_4217_code() {}

} // namespace detail

/// The day of the edition of ISO 4217 that the table is taken from.
inline constexpr date::year_month_day iso_4217_date{date::year{2026}, date::month{1}, date::day{1}};

/// A currency (or fund, or metal) by its three upper-case letters. A well-formed code need not be a known one: a vendor
/// may use a code that the standard does not list, or does not list yet. So parse() accepts any three letters, and
/// is_known() returns whether the code is in the standard.
class currency {
public:
    using printable = void;

    /// XXX, the standard's code for no currency.
    constexpr currency() noexcept = default;

    /// A literal such as "USD", which the compiler looks up in the table: a withdrawn code compiles, a code that was
    /// never in ISO 4217 does not. A literal that a function forwards is no longer a constant: there, and to initialize
    /// a std::optional, write currency{"USD"}.
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

    /// The three letters. For a known code the view refers to the table and stays valid; for any other it refers to
    /// this object.
    constexpr std::string_view code() const noexcept
    {
        auto const& known = row().code;
        return {known[0] != '\0' ? known : code_, 3};
    }

    /// The three letters.
    constexpr std::string to_string() const { return {code_, 3}; }

    /// Whether the code is in ISO 4217, current or withdrawn.
    constexpr bool is_known() const noexcept { return row().code[0] != '\0'; }

    /// 840 for USD. Unique among current codes only: a successor may take over the number of a withdrawn code.
    constexpr std::optional<int> numeric() const noexcept { return unless_none(row().numeric); }

    /// The number of decimal places of amounts: 2 for USD, 0 for JPY, 3 for KWD. Nullopt for codes without a minor unit
    /// (metals, accounting units, XXX), and for those whose minor unit is not known (many withdrawn before 2002).
    constexpr std::optional<int> minor_units() const noexcept { return unless_none(row().minor_units); }

    /// The standard's English name, in UTF-8 ("US Dollar"); empty for an unknown code.
    constexpr std::string_view name() const noexcept { return row().name; }

    /// The month from which the code is no longer current; nullopt for current and unknown codes.
    constexpr std::optional<date::year_month> withdrawn() const noexcept
    {
        int const yyyymm = row().withdrawn;
        if (yyyymm == 0) return std::nullopt;
        return date::year{yyyymm / 100} / date::month{static_cast<unsigned>(yyyymm % 100)};
    }

    /// Ordered alphabetically by code.
    friend constexpr bool operator==(currency const&, currency const&) noexcept = default;
    friend constexpr std::strong_ordering operator<=>(currency const&, currency const&) noexcept = default;

    /// Compares with any text, so that `c == "USD"` also works in templates such as std::optional's and GoogleTest's.
    template<std::convertible_to<std::string_view> Text>
    friend constexpr bool operator==(currency const& c, Text const& text)
    {
        return std::string_view(c.code_, 3) == static_cast<std::string_view>(text);
    }

    /// For boost::hash and std::hash.
    friend constexpr std::size_t hash_value(currency const& c) noexcept { return detail::iso_4217::key(c.code_); }

private:
    constexpr detail::iso_4217::row const& row() const noexcept { return detail::iso_4217::find(code_); }

    static constexpr std::optional<int> unless_none(int n) noexcept
    {
        if (n == detail::iso_4217::none) return std::nullopt;
        return n;
    }

    char code_[4] = "XXX";
};

/// Every code of ISO 4217, current and withdrawn, in alphabetical order.
constexpr auto currencies() noexcept
{
    std::array<currency, std::size(detail::iso_4217::table)> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = *currency::try_parse(detail::iso_4217::table[i].code);
    return all;
}

} // namespace outlay::inline v0_1_0

template<>
struct std::hash<outlay::currency> {
    constexpr std::size_t operator()(outlay::currency const& c) const noexcept { return hash_value(c); }
};
