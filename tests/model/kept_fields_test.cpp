#include <boost/describe/class.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/model/table/type_name.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// What validate() finds beside the rules of members: fields that are not written, flaws, and names.

namespace kept_fields_test {

using testing::ElementsAre;
using testing::IsEmpty;

struct order {
    int size = 0;
    std::optional<int> total{};
    outlay::extras extras{};
};
BOOST_DESCRIBE_STRUCT(order, (), (size, total, extras))

struct receipt {
    std::optional<int> number{};
};
BOOST_DESCRIBE_STRUCT(receipt, (), (number))

struct ratios {
    double free = 0;
    double bounded = 0;
    double good = 0;
};
BOOST_DESCRIBE_STRUCT(ratios, (), (free, bounded, good))

} // namespace kept_fields_test

template<>
struct outlay::model<kept_fields_test::order> {
    static constexpr auto members = std::tuple{member<&kept_fields_test::order::total>(in_replies_only),
                                               alias<&kept_fields_test::order::size>("oldSize")};
};

template<>
struct outlay::model<kept_fields_test::receipt> {
    static constexpr auto members = std::tuple{member<&kept_fields_test::receipt::number>(in_replies_only)};
};

template<>
struct outlay::model<kept_fields_test::ratios> {
    using T = kept_fields_test::ratios;
    static constexpr auto members = std::tuple{member<&T::bounded>(at_least(0)), member<&T::good>(at_least(0))};
};

namespace kept_fields_test {

std::vector<std::string> codes(auto const& findings)
{
    std::vector<std::string> all;
    for (outlay::violation const& v : findings) all.push_back(v.pointer + ' ' + v.code);
    return all;
}

TEST(kept_fields, of_a_request_are_noted_if_only_replies_have_them)
{
    order some;
    EXPECT_THAT(outlay::validate(some).notices(), IsEmpty());
    some.total = 7;
    EXPECT_THAT(codes(outlay::validate(some).notices()), ElementsAre("/total not_sent"));
    EXPECT_THAT(outlay::validate(some), IsEmpty());
    EXPECT_THAT(codes(outlay::validate(some, {.direction = outlay::direction::update}).notices()),
                ElementsAre("/total not_sent"));
    EXPECT_THAT(outlay::validate(some, {.direction = outlay::direction::reply}).notices(), IsEmpty());
    EXPECT_THAT(codes(outlay::validate(receipt{7}).notices()), ElementsAre("/number not_sent"));
}

TEST(kept_fields, with_the_name_of_a_member_are_noted)
{
    order some;
    some.extras.set("colour", 1);
    EXPECT_THAT(outlay::validate(some).notices(), IsEmpty());
    some.extras.set("size", 1);
    auto const found = outlay::validate(some);
    EXPECT_THAT(found, IsEmpty());
    EXPECT_THAT(codes(found.notices()), ElementsAre("/size known_field"));
    order old;
    old.extras.set("oldSize", 1);
    EXPECT_THAT(outlay::validate(old).notices(), IsEmpty()) << "a former name is written as it was kept";
}

TEST(kept_fields, with_the_name_of_another_are_noted)
{
    order some;
    for (std::string_view const name : {"colour", "weight", "colour"}) some.extras.keep(std::string(name), "1");
    auto const found = outlay::validate(some);
    EXPECT_THAT(found, IsEmpty());
    ASSERT_EQ(found.notices().size(), 1u);
    EXPECT_EQ(found.notices()[0].to_string(), "/colour: \"colour\" occurs more than once");
    EXPECT_EQ(found.notices()[0].code, "duplicate");
}

TEST(kept_fields, have_names_in_utf_8)
{
    order some;
    some.extras.set("\xFF", 1);
    auto const found = outlay::validate(some);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message, "the name of an unknown field is not UTF-8");
    EXPECT_THAT(found.notices(), IsEmpty());
}

TEST(flaws, are_not_reported_beside_a_violation_of_the_members_rules)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    auto const first = [](outlay::report const& found, std::size_t i) { return codes(found)[i].substr(0, 9); };
    auto const both = outlay::validate(ratios{.free = nan, .bounded = nan});
    ASSERT_EQ(both.size(), 2u) << both.to_string();
    EXPECT_EQ(codes(both)[0], "/bounded at_least");
    EXPECT_EQ(first(both, 1).substr(0, 6), "/free ");
    EXPECT_EQ(outlay::validate(ratios{.good = nan}).size(), 1u);
    EXPECT_EQ(outlay::validate(ratios{.free = nan, .bounded = -1, .good = -1}).size(), 3u);
}

TEST(type_name, has_words_of_letters_digits_and_underscores)
{
    std::string_view spelled = "AZ::az_09<@[`{/:>";
    EXPECT_EQ(outlay::detail::next_word(spelled), "AZ");
    EXPECT_EQ(outlay::detail::next_word(spelled), "az_09");
    EXPECT_EQ(outlay::detail::next_word(spelled), "");
    EXPECT_EQ(spelled, "");
    for (std::string_view const word : {"A", "Z", "a", "z", "0", "9", "_"}) {
        std::string_view one = word;
        EXPECT_EQ(outlay::detail::next_word(one), word);
    }
}

} // namespace kept_fields_test
