#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json.hpp>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <outlay/amazon/detail/figure.hpp>
#include <outlay/amazon/portfolio_error.hpp>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

// The parts of schemas that come from rules, conditions, null and directions.

namespace schema_rules_test {

BOOST_DEFINE_ENUM_CLASS(state, running, paused)
BOOST_DEFINE_ENUM_CLASS(only, one)

/// A user's rule that only has words for the schema.
struct is_even {
    static constexpr std::string_view code = "even";
    static constexpr bool holds(int n) noexcept { return n % 2 == 0; }
    static std::string expected() { return "an even number"; }
    static std::string found(int n) { return std::to_string(n); }
};

struct numbers {
    std::uint64_t clicks{};
    double share{};
    int pairs{};
    std::optional<schema_rules_test::only> only{};
    std::optional<int> odd_form{};
};
BOOST_DESCRIBE_STRUCT(numbers, (), (clicks, share, pairs, only, odd_form))

/// A vendor's form that does not say what it reads.
struct unsaid_form {
    static outlay::detail::problem const* read(std::optional<int>& to, outlay::detail::token from)
    {
        return outlay::detail::read_token<std::optional<int>>(&to, from);
    }
};

struct pause {
    schema_rules_test::state state{};
    std::optional<std::string> reason{};
    outlay::nullable<std::string> note{};
};
BOOST_DESCRIBE_STRUCT(pause, (), (state, reason, note))

struct short_pause {
    schema_rules_test::state state{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(short_pause, (), (state, reason))

struct signature {
    std::string name{};
};

/// A holder with a codec of its own.
struct signed_pause {
    schema_rules_test::state state{};
    std::optional<signature> by{};
};
BOOST_DESCRIBE_STRUCT(signed_pause, (), (state, by))

struct bid {
    std::optional<outlay::decimal> amount{};
    std::optional<outlay::currency> currency{};
};
BOOST_DESCRIBE_STRUCT(bid, (), (amount, currency))

struct bid_in_micros {
    outlay::decimal amount{};
    outlay::currency currency{};
};
BOOST_DESCRIBE_STRUCT(bid_in_micros, (), (amount, currency))

struct lists {
    std::vector<std::vector<int>> rows{};
    std::vector<std::vector<int>> loose{};
    std::map<std::string, std::vector<int>> named{};
    std::array<int, 2> pair{};
    std::array<int, 1> single{};
};
BOOST_DESCRIBE_STRUCT(lists, (), (rows, loose, named, pair, single))

struct presences {
    std::string name{};
    outlay::nullable<int> cleared{};
    int informal{};
};
BOOST_DESCRIBE_STRUCT(presences, (), (name, cleared, informal))

/// Written, but not read.
struct fixed {
    explicit fixed(int number) : n(number) {}
    int n;
};
BOOST_DESCRIBE_STRUCT(fixed, (), (n))

struct part {
    int n{};
};
BOOST_DESCRIBE_STRUCT(part, (), (n))
struct answer {
    schema_rules_test::part part{};
};
BOOST_DESCRIBE_STRUCT(answer, (), (part))
struct question {
    schema_rules_test::part part{};
    answer last{};
    schema_rules_test::part other{};
};
BOOST_DESCRIBE_STRUCT(question, (), (part, last, other))

/// On the wire a text, or null.
struct label {
    std::string text{};
};
/// On the wire one of several types, or null.
struct choice {
    int number{};
};
struct holders {
    std::optional<label> text{};
    std::optional<schema_rules_test::choice> choice{};
};
BOOST_DESCRIBE_STRUCT(holders, (), (text, choice))

struct circle {
    int radius{};
};
BOOST_DESCRIBE_STRUCT(circle, (), (radius))
struct square {
    int side{};
};
BOOST_DESCRIBE_STRUCT(square, (), (side))

/// Numbers separated by commas.
template<class List>
struct as_csv {
    using wire = std::string;
    static constexpr std::string_view refuses{};
    static outlay::result<List> from_wire(wire const&) { return List{}; }
    static wire to_wire(List const&) { return {}; }
};
struct converted_list {
    std::vector<int> numbers{};
    std::map<std::string, std::vector<int>> rows{};
};
BOOST_DESCRIBE_STRUCT(converted_list, (), (numbers, rows))

bool is_fine(pause const& p) { return p.note != "bad"; }

} // namespace schema_rules_test

template<>
struct outlay::codec<std::optional<schema_rules_test::signature>> {
    using value = std::optional<schema_rules_test::signature>;
    using wire = std::string;
    static constexpr std::string_view refuses{};
    static result<value> from_wire(wire const& text)
    {
        return text.empty() ? value() : value(schema_rules_test::signature{text});
    }
    static wire to_wire(value const& by) { return by ? by->name : ""; }
};
template<>
struct outlay::codec<schema_rules_test::label> {
    using wire = std::optional<std::string>;
    static constexpr std::string_view refuses{};
    static result<schema_rules_test::label> from_wire(wire const& text)
    {
        return schema_rules_test::label{text.value_or("")};
    }
    static wire to_wire(schema_rules_test::label const& label) { return label.text; }
};
template<>
struct outlay::codec<schema_rules_test::choice> {
    using wire = std::optional<std::variant<std::optional<bool>, schema_rules_test::part>>;
    static constexpr std::string_view refuses{};
    static result<schema_rules_test::choice> from_wire(wire const&) { return schema_rules_test::choice{}; }
    static wire to_wire(schema_rules_test::choice const& made) { return schema_rules_test::part{made.number}; }
};

template<>
struct outlay::model<schema_rules_test::numbers> {
    using type = schema_rules_test::numbers;
    static constexpr auto members = std::tuple{
        member<&type::clicks>(at_most(5)),
        member<&type::share>(at_most(100)),
        member<&type::pairs>(schema_rules_test::is_even{}),
        form<&type::odd_form, schema_rules_test::unsaid_form>(),
    };
};
template<>
struct outlay::model<schema_rules_test::pause> {
    using type = schema_rules_test::pause;
    static constexpr auto members = std::tuple{
        when(is_any_of<&type::state>(schema_rules_test::state::paused), needs<&type::reason>("no_reason", "a reason"),
             needs<&type::note>("no_note", "a note")),
        invariant<type>("fine", &schema_rules_test::is_fine, "a pause is fine"),
    };
};
template<>
struct outlay::model<schema_rules_test::short_pause> {
    using type = schema_rules_test::short_pause;
    static constexpr auto members = std::tuple{
        when(is_any_of<&type::state>(schema_rules_test::state::paused), needs<&type::reason>("no_reason", "a reason"))};
};
template<>
struct outlay::model<schema_rules_test::signed_pause> {
    using type = schema_rules_test::signed_pause;
    static constexpr auto members = std::tuple{
        when(is_any_of<&type::state>(schema_rules_test::state::paused), needs<&type::by>("unsigned", "a signature"))};
};
template<>
struct outlay::model<schema_rules_test::bid> {
    using type = schema_rules_test::bid;
    static constexpr auto members =
        std::tuple{form<&type::amount, outlay::amazon::detail::figure>(),
                   in_minor_units<&type::amount, &type::currency>("too_fine", "finer than its currency")};
};
template<>
struct outlay::model<schema_rules_test::bid_in_micros> {
    using type = schema_rules_test::bid_in_micros;
    static constexpr auto members =
        std::tuple{form<&type::amount, outlay::forms::micros>(),
                   in_minor_units<&type::amount, &type::currency>("too_fine", "finer than its currency")};
};
template<>
struct outlay::model<schema_rules_test::lists> {
    using type = schema_rules_test::lists;
    static constexpr auto members = std::tuple{
        member<&type::rows>(each(items(1, 9))),
        member<&type::loose>(each(unique_items(), items(0, 5), in_requests(items(2, 9)), notice(items(1, 9)))),
        member<&type::named>(each_key(length(1, 3)), each(items(1, 9))),
        member<&type::pair>(unique_items()),
        member<&type::single>(unique_items()),
    };
};
template<>
struct outlay::model<schema_rules_test::presences> {
    using type = schema_rules_test::presences;
    static constexpr auto members = std::tuple{
        member<&type::name>(presence::optional, length(1, 9)),
        member<&type::cleared>(presence::required),
        member<&type::informal>(for_information),
    };
};
template<>
struct outlay::model<schema_rules_test::fixed> {
    static constexpr auto members = std::tuple{member<&schema_rules_test::fixed::n>(presence::optional, at_least(1))};
};
template<>
struct outlay::model<schema_rules_test::answer> {
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{};
};
template<>
struct outlay::model<schema_rules_test::circle> {
    static constexpr auto tag = outlay::tagged("type", "circle");
};
template<>
struct outlay::model<schema_rules_test::square> {
    static constexpr auto tag = outlay::tagged("type", "square");
};
template<>
struct outlay::model<schema_rules_test::converted_list> {
    using type = schema_rules_test::converted_list;
    static constexpr auto members = std::tuple{
        form<&type::numbers, schema_rules_test::as_csv<std::vector<int>>>(),
        form<&type::rows, schema_rules_test::as_csv<std::map<std::string, std::vector<int>>>>(),
        member<&type::numbers>(items(0, 4), each(at_least(1), schema_rules_test::is_even{}, presence::required,
                                                 titled("Number"), notice(at_most(8)), in_requests(less_than(99)))),
        member<&type::rows>(each_key(length(1, 3)), each(each(at_least(1)))),
    };
};

namespace schema_rules_test {

namespace json = boost::json;
using outlay::direction, outlay::json_schema;
using testing::HasSubstr, testing::Not;

template<class T>
json::value property(char const* name, outlay::direction way = direction::request)
{
    return json_schema<T>(way).at("properties").at(name);
}

TEST(schema_rules, replace_the_bounds_of_every_type_of_number)
{
    EXPECT_EQ(property<numbers>("clicks"), json::parse(R"({"type":"integer","minimum":0,"maximum":5})"));
    EXPECT_EQ(property<numbers>("share").at("maximum"), 100);
    EXPECT_LT(property<numbers>("share").at("minimum").as_double(), -1e308);
}

TEST(schema_rules, of_users_are_in_words)
{
    EXPECT_EQ(property<numbers>("pairs").at("$comment"), "Not said here: even: an even number");
}

TEST(schema_rules, allow_null_beside_a_single_text)
{
    EXPECT_EQ(property<numbers>("only"), json::parse(R"({"type":["string","null"],"enum":["ONE",null]})"));
    EXPECT_TRUE(outlay::conforms<numbers>(R"({"clicks":1,"share":1,"pairs":2,"only":null})"));
}

TEST(schema_rules, accept_anything_in_a_form_that_does_not_say_what_it_reads)
{
    EXPECT_EQ(property<numbers>("oddForm"),
              json::parse(R"({"$comment":"Not said here: type: a value that the form of this member accepts"})"));
}

TEST(schema_rules, bound_no_number_where_any_is_read)
{
    EXPECT_EQ(property<outlay::amazon::error_cause>("trigger", direction::reply),
              json::parse(R"({"anyOf":[{"type":"string"},{"type":"number"},{"type":"null"}]})"));
}

TEST(schema_rules, demand_members_of_requests_and_no_null_of_updates)
{
    EXPECT_EQ(json_schema<pause>().at("allOf").at(0).at("then"), json::parse(R"({"allOf":[
        {"properties":{"reason":{"not":{"type":"null"}}},"required":["reason"]},
        {"properties":{"note":{"not":{"type":"null"}}},"required":["note"]}]})"));
    // In an update, a std::optional that is null is absent.
    EXPECT_EQ(json_schema<pause>(direction::update).at("allOf").at(0).at("then"),
              json::parse(R"({"properties":{"note":{"not":{"type":"null"}}}})"));
    auto const is_update = [](std::string_view text) {
        return outlay::conforms<pause>(text, {.context = {.direction = direction::update}}).report().empty();
    };
    EXPECT_TRUE(is_update(R"({"state":"PAUSED","reason":null})"));
    EXPECT_FALSE(is_update(R"({"state":"PAUSED","note":null})"));

    EXPECT_TRUE(json_schema<short_pause>().contains("allOf"));
    EXPECT_FALSE(json_schema<short_pause>(direction::update).contains("allOf"));
}

TEST(schema_rules, demand_a_holder_with_a_codec)
{
    EXPECT_EQ(json_schema<signed_pause>().at("allOf").at(0).at("then"),
              json::parse(R"({"properties":{"by":{"not":{"type":"null"}}},"required":["by"]})"));
    EXPECT_FALSE(json_schema<signed_pause>(direction::update).contains("allOf"));
}

TEST(codec_of_a_holder, makes_its_value_known_and_lets_conditions_demand_it)
{
    auto const read = outlay::decode<signed_pause>(R"({"state":"PAUSED","by":"Ann"})");
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(read->by->name, "Ann");
    EXPECT_EQ(outlay::encode(*read), R"({"state":"PAUSED","by":"Ann"})");
    EXPECT_EQ(outlay::encode(signed_pause{}), R"({"state":"RUNNING"})");
    EXPECT_EQ(outlay::validate(signed_pause{.state = state::paused}).to_string(), "/by: a signature");
}

TEST(schema_rules, about_no_single_member_name_none)
{
    EXPECT_EQ(json_schema<pause>().at("$comment"), "Not said here: fine: a pause is fine");
}

TEST(schema_rules, for_minor_units_check_only_numbers_where_texts_are_read)
{
    json::value const conditions = json_schema<bid>().at("allOf");
    json::array const checked{json::parse(R"({"not":{"type":"number"}})"), outlay::detail::whole_minor_units(2)};
    EXPECT_THAT(json::serialize(conditions),
                HasSubstr(R"("then":{"properties":{"amount":{"anyOf":)" + json::serialize(checked) + "}}}"));
}

TEST(schema_rules, for_minor_units_are_in_words_where_the_amount_has_another_form)
{
    json::object const schema = json_schema<bid_in_micros>();
    EXPECT_EQ(schema.at("$comment"), "Not said here: too_fine (/amount): finer than its currency");
    EXPECT_FALSE(schema.contains("allOf"));
}

TEST(schema_rules, for_inner_lists_of_replies_decide_whether_these_may_be_null)
{
    json::array const or_null{"array", "null"};
    EXPECT_EQ(property<lists>("rows", direction::reply).at("items").at("type"), "array");
    EXPECT_EQ(property<lists>("loose", direction::reply).at("items").at("type"), or_null);
    EXPECT_EQ(property<lists>("named", direction::reply).at("additionalProperties").at("type"), "array");
    EXPECT_EQ(property<lists>("loose").at("items").at("type"), "array");

    auto const is_reply = [](std::string const& rows, std::string const& loose) {
        std::string const text = R"({"rows":[)" + rows + R"(],"loose":[)" + loose + R"(],"named":{},"pair":[1,2],)";
        return outlay::conforms_as_reply<lists>(text + R"("single":[1]})").report().empty();
    };
    EXPECT_FALSE(is_reply("null", "[1]"));
    EXPECT_TRUE(is_reply("[1]", "null"));
}

TEST(schema_rules, of_a_list_of_fixed_size_hold_for_its_default_if_null_is_read)
{
    EXPECT_EQ(property<lists>("pair", direction::reply).at("type"), "array");
    EXPECT_EQ(property<lists>("single", direction::reply).at("type"), (json::array{"array", "null"}));
    auto const report = [](std::string_view pair, std::string_view single) {
        return outlay::conforms_as_reply<lists>(R"({"rows":[],"loose":[],"named":{},"pair":)" + std::string(pair) +
                                                R"(,"single":)" + std::string(single) + '}')
            .report();
    };
    EXPECT_TRUE(report("[1,2]", "null").empty());
    EXPECT_EQ(report("null", "[1]").to_string(), "1:41 /pair: expected items that differ, found 0 more than once");
}

TEST(schema_rules, for_keys_are_those_of_property_names)
{
    EXPECT_EQ(property<lists>("named").at("propertyNames"),
              json::parse(R"({"type":"string","minLength":1,"maxLength":3})"));
}

TEST(schema_rules, for_items_and_keys_of_a_converted_list_are_in_words)
{
    EXPECT_EQ(property<converted_list>("numbers", direction::reply).at("$comment"),
              "Not said here: items: at most 4 items; at_least: each item 1 or more; even: each item an even number");
    EXPECT_THAT(std::string(property<converted_list>("numbers").at("$comment").as_string()),
                testing::EndsWith("; less_than: each item less than 99"));
    EXPECT_EQ(property<converted_list>("rows").at("$comment"),
              "Not said here: length: each key 1 to 3 characters; at_least: each item of each item 1 or more");
}

TEST(schema_rules, of_a_default_decide_whether_a_member_is_required)
{
    EXPECT_EQ(json_schema<presences>().at("required"), (json::array{"name", "cleared", "informal"}));
    EXPECT_FALSE(outlay::conforms<presences>(R"({"cleared":null,"informal":1})"));
    EXPECT_FALSE(json_schema<fixed>().contains("required")) << "its default is unknown";
}

TEST(schema_rules, allow_null_for_a_required_nullable)
{
    EXPECT_EQ(property<presences>("cleared").at("type"), (json::array{"integer", "null"}));
    EXPECT_TRUE(outlay::conforms<presences>(R"({"name":"a","cleared":null,"informal":1})"));
}

TEST(schema_rules, hold_a_required_member_for_information_to_its_type)
{
    EXPECT_EQ(property<presences>("informal", direction::reply).at("type"), "integer");
    EXPECT_FALSE(outlay::conforms_as_reply<presences>(R"({"name":"a","cleared":1,"informal":"b"})"));
}

TEST(schema_rules, allow_null_once)
{
    EXPECT_EQ(property<holders>("text"), json::parse(R"({"type":["string","null"]})"));
    EXPECT_EQ(
        property<holders>("choice").at("anyOf"),
        json::parse(R"([{"type":["boolean","null"]},{"$ref":"#/$defs/schema_rules_test.part"},{"type":"null"}])"));
}

TEST(schema_rules, of_a_class_are_apart_for_each_direction)
{
    auto const schema = json_schema<question>();
    EXPECT_EQ(schema.at("properties").at("part").at("$ref"), "#/$defs/schema_rules_test.part");
    EXPECT_EQ(schema.at("properties").at("other").at("$ref"), "#/$defs/schema_rules_test.part");
    EXPECT_EQ(schema.at("$defs").at("schema_rules_test.answer.reply").at("properties").at("part").at("$ref"),
              "#/$defs/schema_rules_test.part.reply");
    EXPECT_EQ(schema.at("$defs").at("schema_rules_test.part").at("additionalProperties"), false);
}

TEST(schema_rules, of_a_set_name_types_with_several_texts_for_a_value)
{
    auto const items = [](json::object const& schema) { return json::serialize(schema); };
    EXPECT_THAT(items(json_schema<std::set<std::string>>()), Not(HasSubstr("unique_items: ")));
    EXPECT_THAT(items(json_schema<std::set<int>>()), Not(HasSubstr("unique_items: ")));
    EXPECT_THAT(items(json_schema<std::set<outlay::identifier<struct any_tag>>>()), HasSubstr("unique_items: "));
    EXPECT_THAT(items(json_schema<std::set<outlay::iso_timestamp>>()), HasSubstr("unique_items: "));
}

TEST(schema_rules, of_a_variant_are_in_words_unless_a_tag_decides)
{
    EXPECT_THAT(json::serialize(json_schema<std::variant<circle, square>>()), Not(HasSubstr("variant: ")));
    EXPECT_THAT(json::serialize(json_schema<std::variant<circle, part>>()), HasSubstr("variant: "));
}

} // namespace schema_rules_test
