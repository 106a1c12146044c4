#include <boost/describe/class.hpp>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <outlay/datadog/api_errors.hpp>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <vector>

namespace field_mask_test {

using namespace outlay::literals;
using outlay::field_mask;

struct price {
    std::optional<outlay::decimal> units{};
    std::optional<std::string> currency_code{};
};
BOOST_DESCRIBE_STRUCT(price, (), (units, currency_code))

/// A class that is a text on the wire.
struct day {
    int number{};
};

struct change {
    std::string resource_name{};
    std::optional<std::string> display_name{};
    std::optional<price> amount{};
    outlay::nullable<std::string> note{};
    std::vector<price> prices{};
    std::map<std::string, int> labels{};
    std::optional<day> first_day{};
    std::optional<std::string> etag{};
    std::optional<outlay::datadog::api_error> failure{};
    outlay::extras extras{};
};
BOOST_DESCRIBE_STRUCT(change, (),
                      (resource_name, display_name, amount, note, prices, labels, first_day, etag, failure, extras))

} // namespace field_mask_test

template<>
struct outlay::codec<field_mask_test::day> {
    using wire = field_mask_test::price;
    static constexpr std::string_view refuses{};
    static result<field_mask_test::day> from_wire(wire const&) { return field_mask_test::day{}; }
    static wire to_wire(field_mask_test::day const& value) { return {.units = value.number}; }
};

template<>
struct outlay::model<field_mask_test::change> {
    using change = field_mask_test::change;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        rename<&change::etag>("eTag"),
        alias<&change::display_name>("oldName"),
        member<&change::etag>(in_replies_only),
        member<&change::prices>(presence::optional),
        member<&change::labels>(presence::optional),
    };
};

namespace field_mask_test {

TEST(field_mask, names_the_fields_that_are_written)
{
    EXPECT_EQ(field_mask(change{}), "resourceName");
    EXPECT_EQ(field_mask<&change::resource_name>(change{}), "");
    EXPECT_EQ(field_mask<&change::resource_name>(change{.display_name = "Ads"}), "displayName");
    EXPECT_EQ((field_mask<&change::resource_name, &change::display_name>(change{.display_name = "Ads"})), "");
    EXPECT_EQ(field_mask(change{.display_name = ""}), "resourceName,displayName");
}

TEST(field_mask, goes_into_classes_and_not_into_lists_maps_and_codecs)
{
    EXPECT_EQ(field_mask<&change::resource_name>(change{.amount = price{.units = 5_dec, .currency_code = "USD"}}),
              "amount.units,amount.currencyCode");
    EXPECT_EQ(field_mask<&change::resource_name>(change{.amount = price{}}), "amount");
    EXPECT_EQ(field_mask<&change::resource_name>(
                  change{.prices = {{.units = 5_dec}}, .labels = {{"team", 1}}, .first_day = day{1}}),
              "prices,labels,firstDay");
}

TEST(field_mask, has_a_member_that_is_cleared)
{
    EXPECT_EQ(field_mask<&change::resource_name>(change{.note = outlay::null}), "note");
    EXPECT_EQ(field_mask<&change::resource_name>(change{.note = "x"}), "note");
}

TEST(field_mask, leaves_out_members_that_requests_do_not_have)
{
    EXPECT_EQ(field_mask<&change::resource_name>(change{.display_name = "Ads", .etag = "7"}), "displayName");
}

TEST(field_mask, has_fields_that_the_type_does_not_know)
{
    auto const read = outlay::decode<change>(R"({"resourceName":"a/1","newField":{"x":1},"note":null})");
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(field_mask<&change::resource_name>(*read), "note,newField");
}

TEST(field_mask, has_an_empty_list_that_was_read)
{
    auto const read = outlay::decode<change>(R"({"resourceName":"a/1","prices":[],"labels":{}})");
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(outlay::encode(*read), R"({"resourceName":"a/1","prices":[],"labels":{}})");
    EXPECT_EQ(field_mask<&change::resource_name>(*read), "prices,labels");
}

TEST(field_mask, has_the_fields_of_extras_that_are_written)
{
    change with_older_name;
    with_older_name.extras.set("oldName", "x");
    with_older_name.extras.set("note", "x"); // the name of a member, which is absent
    EXPECT_EQ(outlay::encode(with_older_name), R"({"resourceName":"","oldName":"x"})");
    EXPECT_EQ(field_mask<&change::resource_name>(with_older_name), "oldName");
}

TEST(field_mask, does_not_go_into_a_class_that_may_be_a_text)
{
    change const failed{.failure = outlay::datadog::api_error{.detail = "late", .title = "Bad Request"}};
    EXPECT_EQ(field_mask<&change::resource_name>(failed), "failure");
}

} // namespace field_mask_test
