#include <gtest/gtest.h>
#include <outlay/aws.hpp>
#include <string>
#include <string_view>

// Functions of the types of AWS Budgets, at their bounds.

namespace aws_bounds_test {

TEST(aws_bounds, compare_letters_of_either_case)
{
    using outlay::aws::detail::find_any_case;
    EXPECT_EQ(find_any_case("xAZaz", "azaz"), 1u);
    EXPECT_EQ(find_any_case("!", "x"), std::string_view::npos);
    EXPECT_EQ(find_any_case("\x1C", "<"), std::string_view::npos) << "as far from < as A is from a";
    EXPECT_EQ(find_any_case("a", "A"), std::string_view::npos) << "the word is in lower case";
}

TEST(aws_bounds, take_the_arns_of_billing_views)
{
    using outlay::aws::detail::is_billing_view_arn;
    std::string const account = ":billing::123456789012:billingview/";
    for (char const last : {'a', 'z', 'A', 'Z', '0', '9'}) EXPECT_TRUE(is_billing_view_arn("arn:aws" + account + last));
    for (char const last : {'`', '{', '@', '[', '/', ':', '-'})
        EXPECT_FALSE(is_billing_view_arn("arn:aws" + account + 'x' + last)) << last;
    EXPECT_TRUE(is_billing_view_arn("arn:aws-az" + account + "x"));
    EXPECT_FALSE(is_billing_view_arn("arn:awsA" + account + "x"));
    EXPECT_FALSE(is_billing_view_arn(account + "x"));
}

} // namespace aws_bounds_test
