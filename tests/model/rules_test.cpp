#include <boost/describe/class.hpp>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rules_test {

using namespace outlay::literals;
using namespace outlay;

struct named {
    std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(named, (), (name))

struct plan : named {
    decimal amount;
};
BOOST_DESCRIBE_STRUCT(plan, (named), (amount))

} // namespace rules_test

template<>
struct outlay::model<rules_test::named> {
    static constexpr auto members = std::tuple{member<&rules_test::named::name>(presence::required, length(1, 5))};
};
template<>
struct outlay::model<rules_test::plan> {
    static constexpr auto members = std::tuple{
        member<&rules_test::plan::amount>(at_least(1)),
        member<&rules_test::plan::amount>(at_most(9)),
        member<&rules_test::plan::name>(length(3, 9)),
    };
};

namespace rules_test {

template<class Rule, class V>
std::string complaint(Rule const& rule, V const& value)
{
    return detail::joined({rule.code, ": expected ", rule.expected(), ", found ", rule.found(value)});
}

TEST(rules, print_the_expected_and_the_found_value)
{
    EXPECT_EQ(complaint(at_least(0.10_dec), -1), "at_least: expected 0.10 or more, found -1");
    EXPECT_EQ(complaint(at_most(100), 100.01_dec), "at_most: expected 100 or less, found 100.01");
    EXPECT_EQ(complaint(more_than(0), 0), "more_than: expected more than 0, found 0");
    EXPECT_EQ(complaint(less_than(1), 1), "less_than: expected less than 1, found 1");
    EXPECT_EQ(complaint(length(1, 255), std::string()), "length: expected 1 to 255 characters, found 0 characters");
    EXPECT_EQ(complaint(byte_length(1, 2), std::string("\xE6\x97\xA5")),
              "byte_length: expected 1 to 2 bytes, found 3 bytes");
    EXPECT_EQ(complaint(items(1, 100), std::vector<int>(101)), "items: expected 1 to 100 items, found 101 items");
}

TEST(rules, count_in_singular_and_plural)
{
    EXPECT_EQ(items(1, 1).expected(), "1 item");
    EXPECT_EQ(items(0, 1).expected(), "at most 1 item");
    EXPECT_EQ(items(2, 2).expected(), "2 items");
    EXPECT_EQ(items(1).expected(), "1 item or more");
    EXPECT_EQ(items(2).expected(), "2 items or more");
    EXPECT_EQ(length(1, 2147483647).expected(), "1 character or more"); // as vendors' documents have it for no limit
    EXPECT_EQ(length(1, 2147483646).expected(), "1 to 2147483646 characters");
    EXPECT_EQ(length(0, 8).expected(), "at most 8 characters");
    EXPECT_FALSE(length(1, 2147483647).holds(std::string()));
    EXPECT_TRUE(length(1).holds(std::string(1000, 'x')));
    EXPECT_FALSE(length(1).holds(std::string()));
    EXPECT_EQ(length(3, 3).found(std::string("\xC3\xA9")), "1 character");
    EXPECT_EQ(length(3, 3).expected(), "3 characters");
}

TEST(rules, of_users_show_the_value)
{
    satisfies<std::string> const lower("lower_case", [](std::string const& s) { return s == "a"; }, "lower case");
    EXPECT_EQ(complaint(lower, std::string("A\"")), R"(lower_case: expected lower case, found "A\"")");
    satisfies<bool> const yes("yes", [](bool const& b) { return b; }, "true");
    EXPECT_EQ(complaint(yes, false), "yes: expected true, found false");
    satisfies<bool> const no("no", [](bool const& b) { return !b; }, "false");
    EXPECT_EQ(complaint(no, true), "no: expected false, found true");
    satisfies<std::vector<int>> const none("none", [](std::vector<int> const& v) { return v.empty(); }, "nothing");
    EXPECT_EQ(complaint(none, std::vector<int>(2)), "none: expected nothing, found 2 items");
}

TEST(rules, of_a_count_have_no_least_above_the_most)
{
    EXPECT_THROW(length(2, 1), std::invalid_argument);
    EXPECT_THROW(items(1, 0), std::invalid_argument);
    EXPECT_NO_THROW(length(1, 1));
}

TEST(rules, never_show_a_secret)
{
    satisfies<secret> const set("set", [](secret const& s) { return !s.empty(); }, "a token");
    EXPECT_EQ(complaint(set, secret("hunter2")), "set: expected a token, found ***");
}

TEST(rules, of_several_clauses_for_a_member_add_up)
{
    auto const broken = [](std::optional<std::string> name, decimal amount) {
        plan checked;
        checked.name = name;
        checked.amount = amount;
        EXPECT_EQ(valid(checked), validate(checked).empty());
        return validate(checked).to_string();
    };
    EXPECT_EQ(broken("abc", 5), "");
    EXPECT_EQ(broken("abc", 0), "/amount: expected 1 or more, found 0");
    EXPECT_EQ(broken("abc", 10), "/amount: expected 9 or less, found 10");
    EXPECT_EQ(broken("ab", 5), "/name: expected 3 to 9 characters, found 2 characters");
    EXPECT_EQ(broken("abcdef", 5), "/name: expected 1 to 5 characters, found 6 characters"); // of the base
}

} // namespace rules_test
