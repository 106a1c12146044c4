// expect: a transport must be callable with an outlay::http::request const&
#include <outlay/amazon.hpp>
#include <string>

namespace ads = outlay::amazon;

#ifdef OUTLAY_CONTROL
auto const transport = [](outlay::http::request const&) { return outlay::http::response{}; };
#else
auto const transport = [](std::string const&) { return outlay::http::response{}; };
#endif

auto const all = outlay::http::call(transport, ads::endpoint{}, ads::portfolio_budget_usage{{"1"}});
