#include <outlay/http/date.hpp>

namespace {

using date::sys_seconds;
using outlay::http::parse_date;
using std::chrono::seconds;

// The example of RFC 9110, section 5.6.7, in its three forms.
constexpr sys_seconds now{seconds(784'111'777)};
static_assert(parse_date("Sun, 06 Nov 1994 08:49:37 GMT", now) == now);
static_assert(parse_date("Sunday, 06-Nov-94 08:49:37 GMT", now) == now);
static_assert(parse_date("Sun Nov  6 08:49:37 1994", now) == now);
static_assert(parse_date("Sun Nov 16 08:49:37 1994", now) == now + seconds(864'000));

// A year of two digits is never more than 50 years ahead.
constexpr sys_seconds in_2026{seconds(1'795'000'000)};
static_assert(parse_date("Wednesday, 06-Nov-30 00:00:00 GMT", in_2026) ==
              parse_date("Wed, 06 Nov 2030 00:00:00 GMT", in_2026));
static_assert(parse_date("Friday, 06-Nov-76 00:00:00 GMT", in_2026) ==
              parse_date("Fri, 06 Nov 2076 00:00:00 GMT", in_2026));
static_assert(parse_date("Sunday, 06-Nov-77 00:00:00 GMT", in_2026) ==
              parse_date("Sun, 06 Nov 1977 00:00:00 GMT", in_2026));

static_assert(parse_date("Saturday, 01-Jan-00 00:00:00 GMT", in_2026) ==
              parse_date("Sat, 01 Jan 2000 00:00:00 GMT", in_2026));

static_assert(parse_date("Sat, 31 Dec 2016 23:59:60 GMT", now) == parse_date("Sun, 01 Jan 2017 00:00:00 GMT", now));

// Other names of the zone, and offsets, as the date of RFC 5322 has them.
static_assert(parse_date("Sun, 06 Nov 1994 08:49:37 UTC", now) == now);
static_assert(parse_date("Sun, 06 Nov 1994 08:49:37 UT", now) == now);
static_assert(parse_date("Sun, 06 Nov 1994 08:49:37 Z", now) == now);
static_assert(parse_date("Sun, 06 Nov 1994 08:49:37 +0000", now) == now);
static_assert(parse_date("Sun, 06 Nov 1994 08:49:37 -0000", now) == now);
static_assert(parse_date("Sun, 06 Nov 1994 10:49:37 +0200", now) == now);
static_assert(parse_date("Sun, 06 Nov 1994 10:49:37 +02:00", now) == now);
static_assert(parse_date("Sun, 06 Nov 1994 10:49:37 +02", now) == now);
static_assert(parse_date("Sun, 06 Nov 1994 01:19:37 -0730", now) == now);
static_assert(parse_date("Mon, 07 Nov 1994 08:48:37 +2359", now) == now);
static_assert(parse_date("Sunday, 06-Nov-94 08:49:37 UTC", now) == now);
static_assert(parse_date("Sunday, 06-Nov-94 09:49:37 +0100", now) == now);
static_assert(parse_date("Sun Nov  6 08:49:37 1994 UTC", now) == now);
static_assert(parse_date("Sun Nov  6 09:49:37 1994 +0100", now) == now);

// A day of one digit, as in RFC 5322.
static_assert(parse_date("Sun, 6 Nov 1994 08:49:37 GMT", now) == now);
static_assert(parse_date("Sunday, 6-Nov-94 08:49:37 GMT", now) == now);
static_assert(parse_date("Sun Nov 6 08:49:37 1994", now) == now);

static_assert(!parse_date("", now));
static_assert(!parse_date("120", now));
static_assert(!parse_date("Sun", now));
static_assert(!parse_date("Sun,", now));
static_assert(!parse_date("Sun, ", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37 ", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37 GMT ", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37 GMT+0000", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37 CET", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37 +2400", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37 +0060", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37 +", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37 +02:", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37 +020", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:37 +02000", now));
static_assert(!parse_date("Sun, 31 Nov 1994 08:49:37 GMT", now));
static_assert(!parse_date("Sun, 0 Nov 1994 08:49:37 GMT", now));
static_assert(!parse_date("Sun, 006 Nov 1994 08:49:37 GMT", now));
static_assert(!parse_date("Sun, 06-Nov-1994 08:49:37 GMT", now));
static_assert(!parse_date("Sun, 06 Nov 1994 24:49:37 GMT", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:60:37 GMT", now));
static_assert(!parse_date("Sun, 06 Nov 1994 08:49:61 GMT", now));
static_assert(!parse_date("Sun, 06 Now 1994 08:49:37 GMT", now));
static_assert(!parse_date("sun, 06 Nov 1994 08:49:37 GMT", now));
static_assert(!parse_date("Sun Nov  6 08:49:37 1994 ", now));
static_assert(!parse_date("Sun Nov   6 08:49:37 1994", now));
static_assert(!parse_date("1994-11-06T08:49:37Z", now));

} // namespace
