#include "check.hpp"

namespace {

order_test::user const here("other.cpp");
outlay::money const kept = outlay::money::parse("0.50 EUR").value();

} // namespace

outlay::money kept_by_other() { return kept; }
