#include <gtest/gtest.h>
#include <limits>
#include <outlay/http/status_set.hpp>
#include <rapidcheck/gtest.h>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace status_set_test {

using outlay::http::status_set;

TEST(status_set, throws_for_values_that_are_no_status)
{
    for (int const status : {std::numeric_limits<int>::min(), -1, 0, 99, 600, std::numeric_limits<int>::max()}) {
        EXPECT_THROW((status_set{200, status}), std::out_of_range) << status;
        EXPECT_THROW(status_set{200}.without(status), std::out_of_range) << status;
    }
}

TEST(status_set, is_printed)
{
    std::ostringstream out;
    out << status_set{503, 429};
    EXPECT_EQ(out.str(), "{429, 503}");
    EXPECT_EQ((status_set{599, 100, 599}).to_string(), "{100, 599}");
    EXPECT_EQ(status_set().to_string(), "{}");
    EXPECT_EQ(outlay::http::default_repeat.to_string(), "{408, 425, 429, 500, 502, 503, 504}");
}

RC_GTEST_PROP(status_set, behaves_like_std_set, (std::vector<int> const& a, std::vector<int> const& b))
{
    auto const in_range = [](int n) { return 100 + static_cast<int>(static_cast<unsigned>(n) % 500); };
    std::set<int> union_of, first_only;
    status_set x, y;
    for (int const n : a) {
        x |= {in_range(n)};
        union_of.insert(in_range(n));
        first_only.insert(in_range(n));
    }
    for (int const n : b) {
        y |= {in_range(n)};
        union_of.insert(in_range(n));
        first_only.erase(in_range(n));
    }
    for (int status = 0; status < 1000; ++status) {
        RC_ASSERT((x | y).contains(status) == union_of.contains(status));
        RC_ASSERT(x.without(y).contains(status) == first_only.contains(status));
    }
    RC_ASSERT((x | y).size() == union_of.size());
}

} // namespace status_set_test
