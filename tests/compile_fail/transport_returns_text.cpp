// expect: a transport must return outlay::http::response or outlay::result<outlay::http::response>
#include <outlay/amazon.hpp>
#include <string>

namespace ads = outlay::amazon;

#ifdef OUTLAY_CONTROL
auto const transport = [](outlay::http::request const&) { return outlay::result<outlay::http::response>(); };
#else
auto const transport = [](outlay::http::request const&) { return std::string(); };
#endif

auto const all = outlay::http::call(transport, ads::endpoint{}, ads::portfolio_budget_usage{{"1"}});
