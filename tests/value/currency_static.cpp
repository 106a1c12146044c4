#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <outlay/value/currency.hpp>
#include <string>
#include <string_view>
#include <type_traits>

namespace {

using outlay::currency;
using namespace date::literals;

struct price {
    int units;
    outlay::currency currency;
};

constexpr currency by_text(std::string_view code) { return currency::try_parse(code).value(); }

// Four bytes, cheap to copy.
static_assert(std::regular<currency> && std::three_way_comparable<currency, std::strong_ordering>);
static_assert(std::is_trivially_copyable_v<currency>);
static_assert(std::is_nothrow_default_constructible_v<currency>);
static_assert(sizeof(currency) == 4 && alignof(currency) == 1);

// A literal converts to a currency; a text at run time must be parsed.
static_assert(price{5, "USD"}.currency == "USD");
static_assert(currency{"USD"} == currency{"USD"} && "USD" == currency{"USD"} && currency{"USD"} != "EUR" &&
              "AED" < currency{"USD"});
static_assert(!std::is_constructible_v<currency, std::string> && !std::is_constructible_v<currency, std::string_view>);
static_assert(!std::is_constructible_v<currency, char const*> && !std::is_constructible_v<currency, int>);
static_assert(!std::is_constructible_v<currency, char const (&)[3]> &&
              !std::is_constructible_v<currency, std::nullptr_t>);
static_assert(!std::is_constructible_v<currency, char const (&)[5]>);

static_assert(std::optional(currency{"USD"}) == "USD" && currency{"USD"} == std::string_view("USD"));
static_assert(currency{"USD"} != "US" && currency{"USD"} != "USDX" && currency{"USD"} != std::string_view("USD\0", 4));

// Withdrawn codes are codes of ISO 4217 too.
static_assert(currency{"ANG"}.is_known() && currency{"DEM"}.is_known());

// The default is the standard's code for no currency.
static_assert(currency{} == "XXX" && currency{}.is_known() && currency{}.numeric() == 999);

// Three upper-case letters, known or not, and nothing else.
static_assert(by_text("USD") == "USD" && by_text("ZZZ").code() == "ZZZ");
static_assert(!currency::try_parse("") && !currency::try_parse("US") && !currency::try_parse("USDX"));
static_assert(!currency::try_parse("usd") && !currency::try_parse("Usd") && !currency::try_parse(" US"));
static_assert(!currency::try_parse({"U\0D", 3}) && !currency::try_parse({"USD\0", 4}));
static_assert(!currency::try_parse("US@") && !currency::try_parse("US[") && !currency::try_parse("12A"));
static_assert(!currency::try_parse("\xC3\x84X"));

static_assert(currency{"USD"}.code() == "USD" && currency{"USD"}.name() == "US Dollar");
static_assert(currency{"USD"}.numeric() == 840 && currency{"USD"}.minor_units() == 2);
static_assert(currency{"USD"}.is_known() && !currency{"USD"}.withdrawn());

// The code of a known currency outlives the object.
constexpr std::string_view code = currency{"EUR"}.code();
static_assert(code == "EUR");

// A code that is not in the table has no properties.
static_assert(!by_text("ZZZ").is_known() && by_text("ZZZ").name().empty());
static_assert(!by_text("ZZZ").numeric() && !by_text("ZZZ").minor_units() && !by_text("ZZZ").withdrawn());
static_assert(!by_text("AAA").is_known() && !by_text("ADO").is_known() && !by_text("ZWS").is_known());

// Decimals.
static_assert(currency{"JPY"}.minor_units() == 0 && currency{"ISK"}.minor_units() == 0);
static_assert(currency{"BHD"}.minor_units() == 3 && currency{"CLF"}.minor_units() == 4);
static_assert(!currency{"XAU"}.minor_units() && !currency{"XXX"}.minor_units());
static_assert(currency{"ITL"}.minor_units() == 0 && currency{"DEM"}.minor_units() == 2);
static_assert(!currency{"XFO"}.numeric() && !currency{"XRE"}.numeric());

// Newer codes, and the codes that they replaced.
static_assert(currency{"SLE"}.numeric() == 925 && currency{"SLL"}.withdrawn() == 2023_y / 12);
static_assert(currency{"VED"}.numeric() == 926 && currency{"VES"}.numeric() == 928);
static_assert(currency{"VEF"}.withdrawn() == 2018_y / 8);
static_assert(currency{"UYW"}.numeric() == 927 && currency{"XAD"}.numeric() == 396);
static_assert(currency{"ZWG"}.numeric() == 924 && currency{"ZWL"}.withdrawn() == 2024_y / 9);
static_assert(currency{"XCG"}.numeric() == 532 && currency{"ANG"}.withdrawn() == 2025_y / 3);
static_assert(currency{"BGN"}.withdrawn() == 2026_y / 1 && currency{"HRK"}.withdrawn() == 2023_y / 1);
static_assert(currency{"CUC"}.withdrawn() == 2021_y / 6);

// Where ISO gives a range of months, or of years, its end; where it gives several months, the last.
static_assert(currency{"DDM"}.withdrawn() == 1990_y / 9 && currency{"ILP"}.withdrawn() == 1981_y / 12);
static_assert(currency{"VNC"}.withdrawn() == 1990_y / 12 && currency{"RUR"}.withdrawn() == 2004_y / 1);

// In List Three for a former name, or in one country only: still current.
static_assert(!currency{"EUR"}.withdrawn() && !currency{"PEN"}.withdrawn() && !currency{"TRY"}.withdrawn());

static_assert(outlay::iso_4217_date.ok() && outlay::iso_4217_date == 2026_y / 1 / 1);

// Sorted and unique: the search relies on it.
constexpr bool is_sorted()
{
    auto const all = outlay::currencies();
    for (std::size_t i = 1; i < all.size(); ++i)
        if (!(all[i - 1] < all[i])) return false;
    return true;
}
static_assert(is_sorted());

constexpr bool every_row_is_sound()
{
    for (currency const c : outlay::currencies()) {
        if (!c.is_known() || by_text(c.code()) != c || c.name().empty()) return false;
        if (c.numeric().value_or(1) < 1 || c.numeric().value_or(999) > 999) return false;
        if (c.minor_units().value_or(0) < 0 || c.minor_units().value_or(4) > 4) return false;
        if (c.withdrawn() && !c.withdrawn()->ok()) return false;
        if (c.withdrawn() && *c.withdrawn() / 1 > outlay::iso_4217_date) return false;
    }
    return true;
}
static_assert(every_row_is_sound());

/// A number that is another for a table with any other number in it.
constexpr std::uint64_t digest()
{
    std::uint64_t all = 0;
    auto const add = [&all](std::int64_t number) { all = all * 31 + static_cast<std::uint64_t>(number); };
    for (auto const& row : outlay::detail::iso_4217::table) {
        add(row.numeric);
        add(row.minor_units);
        add(row.withdrawn);
    }
    return all;
}
// Current codes are compared with another list by currency_test; nothing else has the months of the withdrawn ones. A
// new edition of ISO 4217 brings a new digest.
static_assert(digest() == 1'562'105'420'703'984'126);

static_assert(std::hash<currency>{}("USD") == hash_value(currency{"USD"}));
static_assert(hash_value(currency{"USD"}) != hash_value(currency{"EUR"}));

} // namespace
