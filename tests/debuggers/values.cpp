// What gdb_test.py looks at, in a function of its own, so that all of it is alive there.
#include <outlay/amazon.hpp>
#include <outlay/value/time_of_day.hpp>

using namespace outlay::literals;

namespace {

template<class... Values>
[[gnu::noinline]] void stop_here(Values const&... values)
{
    ((void)*static_cast<void const volatile* const volatile*>(static_cast<void const*>(&values)), ...);
}

} // namespace

int main()
{
    outlay::decimal const amount = -1234.05_dec;
    outlay::decimal const large = 79228162514264337593543950335_dec;
    outlay::decimal const cents = 0.05_dec;
    outlay::money const price{12.50_dec, "USD"};
    outlay::currency const euro = "EUR";
    outlay::iso_timestamp const time = outlay::iso_timestamp::parse("2022-01-05T02:45:32.486Z").value();
    outlay::month const month{2027, 3};
    outlay::date_range const range{2027_y / 3 / 1, 2027_y / 5 / 31};
    outlay::time_of_day const noon = outlay::time_of_day::parse("12:30:05").value();
    outlay::open_enum<outlay::amazon::portfolio_state> const known = outlay::amazon::portfolio_state::enabled;
    auto const unknown = outlay::open_enum<outlay::amazon::portfolio_state>::from_text("NEW");
    outlay::amazon::campaign_id const id{"123"};
    outlay::nullable<outlay::decimal> const absent;
    outlay::nullable<outlay::decimal> const null = outlay::null;
    outlay::nullable<outlay::decimal> const set = 5.00_dec;
    outlay::nullable<std::string> const text = std::string("spring");
    outlay::compact_optional<outlay::iso_timestamp> const no_time;
    outlay::secret const token{"hidden"};
    auto const seen = outlay::inspect<outlay::amazon::campaign_usage>(R"({"campaignId":"1","budget":"5","later":[1]})");
    outlay::extras const none;
    outlay::extras const& extras = seen.value.extras;
    outlay::report const& report = seen.report;
    stop_here(amount, large, cents, price, euro, time, month, range, noon, known, unknown, id, absent, null, set, text,
              no_time, token, none, extras, report);
}
