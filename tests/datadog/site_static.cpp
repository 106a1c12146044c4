#include <outlay/datadog/site.hpp>
#include <outlay/value/enum_text.hpp>

namespace site_static {

using outlay::enum_text;
using outlay::enum_value;
using outlay::datadog::host;
using outlay::datadog::site;

static_assert(host(site::us1) == "api.datadoghq.com" && host(site::us3) == "api.us3.datadoghq.com");
static_assert(host(site::us5) == "api.us5.datadoghq.com" && host(site::eu1) == "api.datadoghq.eu");
static_assert(host(site::ap1) == "api.ap1.datadoghq.com" && host(site::ap2) == "api.ap2.datadoghq.com");
static_assert(host(site::uk1) == "api.uk1.datadoghq.com");
static_assert(host(site::us1_fed) == "api.ddog-gov.com" && host(site::us2_fed) == "api.us2.ddog-gov.com");

static_assert(enum_text(site::us1) == "US1" && enum_text(site::us1_fed) == "US1-FED");
static_assert(enum_value<site>("US2-FED") == site::us2_fed);

} // namespace site_static
