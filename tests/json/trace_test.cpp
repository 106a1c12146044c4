#include "sample.hpp"
#include <boost/describe/class.hpp>
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/value/nullable.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// The traces of members without a value, which extras keep so that a reply is written as it was read.

namespace trace_test {

using outlay::decode;
using outlay::encode;
using outlay::inspect;
using outlay::tag_invoke;
using testing::ElementsAre;
using testing::IsEmpty;

struct place {
    std::optional<std::string> city{};
    outlay::extras extras{};
    friend bool operator==(place const&, place const&) = default;
};
BOOST_DESCRIBE_STRUCT(place, (), (city, extras))

/// A reply.
struct order {
    std::vector<int> items{};
    std::map<std::string, int> counts{};
    std::optional<int> size{};
    outlay::nullable<int> limit{};
    std::string label{};
    int version{3};
    trace_test::place place{};
    std::optional<std::string> owner{};
    outlay::extras extras{};
    friend bool operator==(order const&, order const&) = default;
};
BOOST_DESCRIBE_STRUCT(order, (), (items, counts, size, limit, label, version, place, owner, extras))

/// A request with an order that was read.
struct order_request {
    order data{};
};
BOOST_DESCRIBE_STRUCT(order_request, (), (data))

/// Keeps no unknown fields.
struct parcel {
    std::optional<int> size{};
    std::optional<int> weight{};
    std::optional<std::string> owner{};
    friend bool operator==(parcel const&, parcel const&) = default;
};
BOOST_DESCRIBE_STRUCT(parcel, (), (size, weight, owner))

} // namespace trace_test

template<>
struct outlay::model<trace_test::parcel> {
    using type = trace_test::parcel;
    static constexpr auto members = std::tuple{
        member<&type::size>(for_information),
        member<&type::weight>(presence::required, for_information),
        member<&type::owner>(in_replies_only),
    };
};

template<>
struct outlay::model<trace_test::order> {
    using type = trace_test::order;
    static constexpr auto members = std::tuple{
        member<&type::items>(presence::optional), member<&type::counts>(presence::optional),
        member<&type::label>(presence::optional), member<&type::version>(presence::expected),
        member<&type::place>(presence::optional), member<&type::size>(for_information),
        member<&type::owner>(in_replies_only),    member<&type::limit>(for_information),
    };
};

template<>
struct outlay::model<trace_test::order_request> {
    static constexpr auto direction = outlay::direction::request;
};

namespace trace_test {

outlay::decode_options as_reply() { return {.context = {.direction = outlay::direction::reply}}; }

std::vector<std::string> notices(outlay::report const& report)
{
    std::vector<std::string> found;
    for (outlay::violation const& v : report.notices()) found.push_back(v.pointer + ' ' + v.code);
    return found;
}

TEST(trace, of_a_reply_makes_the_same_json)
{
    for (std::string_view const text :
         {R"({"version":3})", R"({"items":[],"version":3})", R"({"items":null,"version":3})",
          R"({"counts":{},"version":3})", R"({"counts":null,"version":3})", R"({"size":null,"version":3})",
          R"({"limit":null,"version":3})", R"({"label":"","version":3})", R"({"label":null,"version":3})", R"({})",
          R"({"version":null})", R"({"version":3,"place":{}})", R"({"version":3,"place":null})",
          R"({"version":3,"place":{"city":null}})", R"({"size":"large","version":3})",
          R"({"size":{"a":[1,{"b":"\u00e9"}]},"version":3})", R"({"size":[],"version":3})"}) {
        auto const read = decode<order>(text, as_reply());
        ASSERT_TRUE(read) << text << '\n' << read.error();
        EXPECT_EQ(boost::json::parse(encode(*read)), boost::json::parse(text)) << encode(*read);
        EXPECT_EQ(encode(order(*read)), encode(*read)) << "a copy has the same traces";
        EXPECT_EQ(encode(decode<order>(encode(*read), as_reply()).value()), encode(*read));
    }
}

TEST(trace, is_ignored_once_the_member_has_a_value)
{
    order read = decode<order>(R"({"items":[],"size":"large","label":null,"place":null})", as_reply()).value();
    read.items = {1};
    read.size = 2;
    read.label = "new";
    read.version = 4;
    read.place.city = "Graz";
    EXPECT_EQ(encode(read), R"({"items":[1],"size":2,"label":"new","version":4,"place":{"city":"Graz"}})");
    order unread = decode<order>(R"({"version":3,"limit":"none"})", as_reply()).value();
    EXPECT_EQ(encode(unread), R"({"limit":"none","version":3})");
    unread.limit = outlay::null;
    EXPECT_EQ(encode(unread), R"({"limit":null,"version":3})");
    read.items.clear();
    EXPECT_EQ(encode(read), R"({"items":[],"size":2,"label":"new","version":4,"place":{"city":"Graz"}})");
}

TEST(trace, is_not_needed_to_write_a_new_value)
{
    EXPECT_EQ(encode(order()), R"({"label":"","version":3,"place":{}})");
}

TEST(trace, is_returned_by_the_name_of_the_member)
{
    order const read = decode<order>(R"({"items":[],"news":1,"size":"large"})", as_reply()).value();
    EXPECT_EQ(*read.extras.trace("items"), "[]");
    EXPECT_EQ(*read.extras.trace("size"), R"("large")");
    EXPECT_EQ(*read.extras.trace("version"), "") << "left out";
    EXPECT_EQ(read.extras.trace("news"), nullptr) << "no member has this name";
    EXPECT_EQ(read.extras.trace("limit"), nullptr) << "absent as it is";
    EXPECT_FALSE(read.extras.contains("items"));
    EXPECT_EQ(read.extras.size(), 1u);
    EXPECT_FALSE(read.extras.keeps_nothing());
    EXPECT_EQ(read.extras.unknown().trace("items"), nullptr);
    EXPECT_EQ(read.extras.unknown(), read.extras);
    EXPECT_TRUE(outlay::extras().unknown().keeps_nothing());
}

TEST(trace, is_ignored_in_comparisons)
{
    order const with_list = decode<order>(R"({"items":[],"version":3})", as_reply()).value();
    order const without_list = decode<order>(R"({"version":3})", as_reply()).value();
    EXPECT_EQ(with_list, without_list);
    EXPECT_NE(encode(with_list), encode(without_list));
}

TEST(presence, that_is_expected_is_a_notice_where_a_member_is_absent)
{
    EXPECT_THAT(notices(inspect<order>("{}", as_reply()).report), ElementsAre("/version missing"));
    EXPECT_THAT(notices(inspect<order>(R"({"version":1})", as_reply()).report), IsEmpty());
    EXPECT_TRUE(outlay::validate(order()).empty());
}

TEST(for_information, is_a_member_whose_kind_invalidates_no_reply)
{
    auto const seen = inspect<order>(R"({"version":1,"size":"large"})", as_reply());
    EXPECT_TRUE(seen.ok());
    ASSERT_EQ(seen.report.notices().size(), 1u);
    EXPECT_EQ(seen.report.notices()[0].to_string(), "1:21 /size: expected an integer, found \"large\": read as absent");
    EXPECT_EQ(seen.value.size, std::nullopt);
    EXPECT_FALSE(decode<order>(R"({"version":1,"size":"large"})")) << "in a request it is wrong";
}

/// The report of a text, a line each, which is the same as a whole and in pieces.
std::vector<std::string> found(std::string_view text, outlay::decode_options const& options)
{
    auto const whole = inspect<parcel>(text, options);
    auto const pieces = sample::inspect_pieces<parcel>(text, 1, options);
    EXPECT_EQ(pieces.report, whole.report) << text;
    EXPECT_EQ(pieces.value, whole.value) << text;
    return sample::lines(whole.report);
}

TEST(for_information, is_a_member_of_replies_that_may_be_absent)
{
    EXPECT_THAT(found(R"({"size":"large","weight":1})", as_reply()),
                ElementsAre("notice: 1:9 /size: expected an integer, found \"large\": read as absent"));
    EXPECT_THAT(found(R"({"size":[1],"weight":1})", as_reply()),
                ElementsAre("notice: 1:9 /size: expected an integer, found an array: read as absent"));
    EXPECT_THAT(found(R"({"size":1,"weight":"much"})", as_reply()),
                ElementsAre("1:20 /weight: expected an integer, found \"much\""))
        << "it is required";
    EXPECT_THAT(found(R"({"size":"large","weight":1})", {}),
                ElementsAre("1:9 /size: expected an integer, found \"large\""))
        << "in a request";
}

TEST(in_replies_only, is_noted_up_to_the_limit_of_notices)
{
    constexpr std::string_view text = R"({"weight":1,"owner":"me"})";
    EXPECT_THAT(found(text, {}),
                ElementsAre("notice: 1:13 /owner: only replies have this field: it is not written in a request"));
    EXPECT_THAT(found(text, as_reply()), IsEmpty());
    EXPECT_THAT(found(text, {.max_violations = 0}), IsEmpty());
    EXPECT_EQ(inspect<parcel>(text, {.max_violations = 0}).report.omitted_notices(), 1u);
}

TEST(in_replies_only, is_left_out_of_requests)
{
    order_request request{decode<order>(R"({"version":1,"owner":"me","size":7})", as_reply()).value()};
    EXPECT_EQ(encode(request), R"({"data":{"size":7,"version":1}})");
    EXPECT_EQ(serialize(boost::json::value_from(request.data)), R"({"size":7,"version":1,"owner":"me"})")
        << "by itself it is no request";
    EXPECT_THAT(notices(outlay::validate(request)), ElementsAre("/data/owner not_sent"));
    EXPECT_THAT(notices(inspect<order_request>(R"({"data":{"version":1,"owner":"me"}})").report),
                ElementsAre("/data/owner not_sent"));
    EXPECT_THAT(notices(outlay::validate(request.data, {.direction = outlay::direction::reply})), IsEmpty());
    request.data.owner.reset();
    EXPECT_THAT(notices(outlay::validate(request)), IsEmpty());
}

TEST(in_replies_only, is_left_out_of_requests_besides_null_of_a_reply)
{
    constexpr std::string_view text =
        R"({"data":{"items":[],"counts":{},"size":null,"label":null,"version":1,"place":{"city":null}}})";
    order_request const again{decode<order>(text.substr(8, text.size() - 9), as_reply()).value()};
    EXPECT_EQ(encode(again), R"({"data":{"items":[],"counts":{},"label":"","version":1,"place":{}}})");
    EXPECT_EQ(encode(decode<order_request>(text).value()), text) << "what was read as a request is written as it was";
}

TEST(extras, that_occur_twice_are_a_notice_or_a_violation)
{
    constexpr std::string_view twice = R"({"version":1,"news":1,"news":2})";
    EXPECT_THAT(notices(inspect<order>(twice, as_reply()).report),
                ElementsAre("/news unknown_field", "/news duplicate", "/news unknown_field"));
    auto options = as_reply();
    options.unknown_fields = outlay::unknown_fields::reject_unless_kept;
    auto const refused = inspect<order>(twice, options);
    ASSERT_EQ(refused.report.size(), 1u);
    EXPECT_EQ(refused.report[0].to_string(), "1:23 /news: \"news\" occurs more than once");
    order const kept = decode<order>(twice, as_reply()).value();
    EXPECT_EQ(encode(kept), R"({"version":1,"news":1,"news":2})");
    EXPECT_THAT(notices(outlay::validate(kept)), ElementsAre("/news duplicate"));
}

TEST(extras, that_are_many_are_distinguished)
{
    std::string text = R"({"version":1)";
    for (int i = 0; i < 1'000; ++i) text += ",\"n" + std::to_string(i) + "\":0";
    auto const once = inspect<order>(text + "}", as_reply());
    EXPECT_EQ(once.value.extras.size(), 1'000u);
    EXPECT_EQ(once.report.notices().size(), 1'000u);
    auto const twice = inspect<order>(text + R"(,"n3":0,"n997":0})", as_reply());
    std::vector<std::string> duplicates;
    for (std::string const& notice : notices(twice.report))
        if (notice.ends_with("duplicate")) duplicates.push_back(notice);
    EXPECT_THAT(duplicates, IsEmpty()) << "beyond max_violations, notices are only counted";
    auto options = as_reply();
    options.max_violations = 2'000;
    duplicates.clear();
    for (std::string const& notice : notices(inspect<order>(text + R"(,"n3":0,"n997":0})", options).report))
        if (notice.ends_with("duplicate")) duplicates.push_back(notice);
    EXPECT_THAT(duplicates, ElementsAre("/n3 duplicate", "/n997 duplicate"));
}

TEST(extras, that_have_the_name_of_a_member_are_a_notice)
{
    order made;
    made.extras.set("items", 1);
    EXPECT_EQ(encode(made), encode(order()));
    EXPECT_THAT(notices(outlay::validate(made)), ElementsAre("/items known_field"));
}

static_assert(sizeof(outlay::extras) == sizeof(void*));

} // namespace trace_test
