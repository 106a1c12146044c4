// With other.cpp: static objects of two files, which are made in any order, use outlay's constants, and use them again
// when they are destroyed after main().
#include "check.hpp"

#include <cstdlib>

namespace {

using namespace outlay::literals;

/// Destroyed last, if this file comes first: it is made before anything that outlay makes once.
struct last {
    last() = default;
    last(last const&) = delete;
    last& operator=(last const&) = delete;
    ~last() { order_test::use_all("after the other static objects"); }
};
last const at_the_end;

order_test::user const here("main.cpp");
outlay::decimal const half = outlay::decimal::parse("0.5").value() + 0_dec;
outlay::currency const euro = outlay::currency::parse("EUR").value();

} // namespace

outlay::money kept_by_other();

int main()
{
    order_test::use_all("main()");
    order_test::require(kept_by_other() == outlay::money(half, euro), "main()", "constants of two files");
    return EXIT_SUCCESS;
}
