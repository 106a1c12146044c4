#include <boost/json.hpp>
#include <cmath>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/hubspot.hpp>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// The form of schemas. tests/agreement checks that they are valid and agree with conforms().

namespace schema_test {

using namespace outlay::literals;

BOOST_DEFINE_ENUM_CLASS(season, spring, late_summer)

struct trip {
    std::string title;
    outlay::decimal cost;
    std::optional<std::int32_t> nights;
    outlay::nullable<date::year_month_day> until;
    schema_test::season season{};
    outlay::open_enum<schema_test::season> wish;
    std::vector<std::string> towns;
    std::vector<trip> legs;
    outlay::identifier<struct trip_tag> id;
    outlay::secret pin;
};
BOOST_DESCRIBE_STRUCT(trip, (), (title, cost, nights, until, season, wish, towns, legs, id, pin))

struct plain {
    int n{};
};
BOOST_DESCRIBE_STRUCT(plain, (), (n))

namespace {
struct hidden {
    int n{};
};
BOOST_DESCRIBE_STRUCT(hidden, (), (n))
} // namespace

struct outer {
    struct {
        int n{};
    } nameless;
};
using inner = decltype(outer::nameless);
BOOST_DESCRIBE_STRUCT(inner, (), (n))

struct priced {
    std::optional<outlay::decimal> price;
    std::optional<outlay::currency> currency;
};
BOOST_DESCRIBE_STRUCT(priced, (), (price, currency))

namespace first {
struct thing {
    int n{};
};
BOOST_DESCRIBE_STRUCT(thing, (), (n))
} // namespace first
namespace second {
struct thing {
    std::optional<first::thing> other;
};
BOOST_DESCRIBE_STRUCT(thing, (), (other))
} // namespace second

struct notes {
    first::thing plain;
    first::thing described;
    std::pair<first::thing, int> pair;
};
BOOST_DESCRIBE_STRUCT(notes, (), (plain, described, pair))

template<class T>
struct named_box {
    std::vector<T> of;
};
BOOST_DESCRIBE_STRUCT(named_box<std::string>, (), (of))
BOOST_DESCRIBE_STRUCT(named_box<int>, (), (of))

struct stored {
    std::string label;
    std::optional<int> shelf;
    std::optional<int> since;
};
BOOST_DESCRIBE_STRUCT(stored, (), (label, shelf, since))

bool is_short(std::string const& text) { return text.size() < 9; }

} // namespace schema_test

template<>
struct outlay::model<schema_test::priced> {
    using priced = schema_test::priced;
    static constexpr auto members =
        std::tuple{form<&priced::price, outlay::forms::micros>(),
                   in_minor_units<&priced::price, &priced::currency>("too_fine", "finer than its currency")};
};
template<>
struct outlay::model<schema_test::first::thing> {
    static constexpr auto name = "Thing";
};
template<>
struct outlay::model<schema_test::notes> {
    using notes = schema_test::notes;
    static constexpr auto members =
        std::tuple{alias<&notes::plain>("old_plain"), member<&notes::described>(described_as("Which."))};
};
template<>
struct outlay::model<schema_test::second::thing> {
    static constexpr std::string_view name = "Thing";
};

template<>
struct outlay::model<schema_test::stored> {
    using stored = schema_test::stored;
    static constexpr auto members =
        std::tuple{member<&stored::label>(byte_length(5, 9)), member<&stored::shelf>(at_least(0), less_than(12)),
                   member<&stored::since>(in_replies_only)};
};

template<>
struct outlay::model<schema_test::trip> {
    using trip = schema_test::trip;
    static constexpr auto title = "A journey";
    static constexpr auto description = "Where to, and for how much.";
    static constexpr auto members = std::tuple{
        member<&trip::title>(length(1, 40), titled("Name"), described_as("On the brochure."),
                             satisfies<std::string>("short", &schema_test::is_short, "a short name")),
        member<&trip::cost>(more_than(decimal(0)), at_most(decimal(5'000'000'000)),
                            at_least(decimal::from_parts(1, 2))),
        member<&trip::nights>(notice(at_least(1)), in_requests(at_most(30))),
        member<&trip::towns>(items(1, 9), unique_items(), each(length(2, 3))),
        member<&trip::legs>(presence::optional),
        member<&trip::id>(text_format("uuid")),
        invariant(
            "costly", &trip::cost, [](trip const& t) { return t.cost < 9; }, "too dear for its nights"),
        in_requests(audit<trip>([](trip const&, auditor&) {}, "one_code, another_code")),
        quirk<trip>(
            "odd", [](trip const&) { return true; }, "never said"),
    };
};

namespace schema_test {

namespace json = boost::json;
using outlay::direction, outlay::json_schema;
using testing::HasSubstr;

json::value schema_of(char const* member) { return json_schema<trip>().at("properties").at(member); }

TEST(schema, starts_with_dialect_id_and_title)
{
    auto const schema = json_schema<trip>();
    EXPECT_EQ(schema.begin()->key(), "$schema");
    EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
    EXPECT_EQ(schema.at("$id"), "https://outlay.example/schema/schema_test.trip");
    EXPECT_EQ(schema.at("title"), "A journey");
    EXPECT_EQ(schema.at("description"), "Where to, and for how much.");
    EXPECT_EQ(schema.at("type"), "object");
    EXPECT_EQ(schema.at("additionalProperties"), false);
    EXPECT_EQ(json_schema<schema_test::plain>().at("title"), "Plain");
    EXPECT_EQ(json_schema<outlay::amazon::campaign_usage_reply>().at("title"), "Multi status");
    EXPECT_EQ(json_schema<hidden>().at("title"), "Hidden");
    EXPECT_FALSE(json_schema<inner>().contains("title")) << "a class without a name";
}

TEST(schema, knows_which_members_are_required)
{
    EXPECT_EQ(json_schema<trip>().at("required"),
              (json::array{"title", "cost", "season", "wish", "towns", "id", "pin"}));
    EXPECT_FALSE(json_schema<outlay::hubspot::api_error>().contains("required"));
}

TEST(schema, has_the_json_form_of_each_type)
{
    EXPECT_EQ(schema_of("season"), json::parse(R"({"type":"string","enum":["SPRING","LATE_SUMMER"]})"));
    EXPECT_EQ(schema_of("wish"), json::parse(R"({"type":"string","examples":["SPRING","LATE_SUMMER"]})"));
    EXPECT_EQ(schema_of("pin"), json::parse(R"({"type":"string","writeOnly":true})"));
    EXPECT_EQ(schema_of("id"), json::parse(R"({"anyOf":[{"type":"string","format":"uuid"},
                                                        {"type":"integer","minimum":0,
                                                         "maximum":18446744073709551615}]})"));
    EXPECT_EQ(schema_of("until").at("type"), (json::array{"string", "null"}));
    EXPECT_EQ(schema_of("until").at("format"), "date");
    json::value const type = json_schema<outlay::datadog::budget>().at("properties").at("type");
    EXPECT_EQ(type, json::parse(R"({"type":"string","const":"budget"})"));
}

TEST(schema, has_a_keyword_for_each_rule)
{
    EXPECT_EQ(schema_of("title").at("minLength"), 1);
    EXPECT_EQ(schema_of("title").at("maxLength"), 40);
    EXPECT_EQ(schema_of("title").at("title"), "Name");
    EXPECT_EQ(schema_of("title").at("description"), "On the brochure.");
    EXPECT_EQ(schema_of("towns"), json::parse(R"({"type":"array","items":{"type":"string","minLength":2,"maxLength":3},
                                                  "minItems":1,"maxItems":9,"uniqueItems":true})"));
    json::value const shelf = json_schema<stored>().at("properties").at("shelf");
    EXPECT_EQ(shelf.at("minimum"), 0);
    EXPECT_EQ(shelf.at("exclusiveMaximum"), 12);
    EXPECT_FALSE(shelf.as_object().contains("$comment"));
    EXPECT_EQ(json_schema<stored>().at("properties").at("since").at("readOnly"), true);
}

TEST(schema, bounds_characters_by_the_bytes_of_a_rule)
{
    json::value const label = json_schema<stored>().at("properties").at("label");
    EXPECT_EQ(label.at("minLength"), 2); // of four bytes each
    EXPECT_EQ(label.at("maxLength"), 9);
    EXPECT_EQ(label.at("$comment"), "Not said here: byte_length: 5 to 9 bytes");
}

TEST(schema, has_exact_bounds)
{
    // The tighter of two bounds, in place of those of the type.
    EXPECT_EQ(json::serialize(schema_of("cost")), R"({"type":"number","minimum":1E-2,"maximum":5000000000})");

    using outlay::decimal, outlay::detail::exact_number;
    EXPECT_EQ(exact_number(decimal::from_parts(5'000'000'000'00, 2)), 5'000'000'000);
    EXPECT_TRUE(exact_number(decimal(5'000'000'000)).is_int64());
    EXPECT_EQ(exact_number(decimal::from_parts(10, 2)), 0.1);
    EXPECT_TRUE(exact_number(decimal::from_parts(1'000'000'000'000'000'001, 18)).is_null());
    using outlay::literals::operator""_dec;
    EXPECT_EQ(exact_number(18'446'744'073'709'551'615_dec), 18'446'744'073'709'551'615u);
    EXPECT_EQ(exact_number(-9'223'372'036'854'775'808_dec), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(exact_number(1e28_dec), 1e28);
    EXPECT_EQ(exact_number(1'180'591'620'717'411'300'000_dec), 0x1p70); // which is written as 1.1805916207174113E21
    EXPECT_TRUE(exact_number(1'180'591'620'717'411'303'424_dec).is_null());
    EXPECT_EQ(exact_number(-1e19_dec), -1e19);
    EXPECT_TRUE(exact_number(-9'223'372'036'854'775'809_dec).is_null());

    outlay::detail::described_value value{{{"type", "number"}}, {}};
    outlay::facts said;
    said.minimum = decimal::from_parts(1'000'000'000'000'000'001, 18);
    outlay::detail::put_facts(value, said);
    EXPECT_EQ(value.schema, (json::object{{"type", "number"}}));
    EXPECT_THAT(value.unsaid, testing::ElementsAre("minimum: 1.000000000000000001"));
}

TEST(schema, of_a_decimal_has_bounds_that_every_decimal_in_them_keeps)
{
    using outlay::decimal;
    auto const schema = json_schema<std::vector<decimal>>().at("items").as_object();
    EXPECT_EQ(json::serialize(schema),
              R"({"type":"number","minimum":-7.922816251426433E28,"maximum":7.922816251426433E28})");
    auto const most = decimal::parse("7.922816251426433E28").value();
    EXPECT_EQ(decimal::from_double(schema.at("maximum").as_double()), most);
    EXPECT_THROW(decimal::from_double(std::nextafter(most.to_double(), 1e30)), outlay::arithmetic_error);
}

TEST(schema, is_a_different_one_for_replies)
{
    EXPECT_EQ(schema_of("nights"), json::parse(R"({"type":["integer","null"],"minimum":-2147483648,"maximum":30})"));
    auto const reply = json_schema<trip>(direction::reply);
    EXPECT_EQ(reply.at("$id"), "https://outlay.example/schema/schema_test.trip.reply");
    EXPECT_EQ(reply.at("additionalProperties"), true);
    EXPECT_EQ(reply.at("properties").at("nights").at("maximum"), 2147483647);
    EXPECT_EQ(json_schema<trip>({.unknown_fields = outlay::unknown_fields::ignore}).at("additionalProperties"), true);
    EXPECT_EQ(json_schema<outlay::amazon::portfolio>({.unknown_fields = outlay::unknown_fields::reject})
                  .at("additionalProperties"),
              false);
    EXPECT_EQ(json_schema<outlay::amazon::new_portfolio>().at("additionalProperties"), true); // it keeps them
}

TEST(schema, describes_rules_without_a_keyword_in_words)
{
    EXPECT_EQ(schema_of("title").at("$comment"), "Not said here: short: a short name");
    EXPECT_EQ(json_schema<trip>().at("$comment"),
              "Not said here: costly (/cost): too dear for its nights; one_code, another_code");
    EXPECT_EQ(json_schema<trip>(direction::reply).at("$comment"),
              "Not said here: costly (/cost): too dear for its nights");
}

TEST(schema, describes_types_and_rules_of_items_in_words)
{
    outlay::detail::described_value value{{{"type", "integer"}}, {"month: YYYYMM"}};
    outlay::detail::put_comment(value.schema, value.unsaid);
    outlay::detail::put_comment(value.schema, {});
    EXPECT_EQ(value.schema.at("$comment"), "Not said here: month: YYYYMM");
    outlay::detail::put_comment(value.schema, {"odd: an odd one", "late: not after noon"});
    EXPECT_EQ(value.schema.at("$comment"), "Not said here: month: YYYYMM; odd: an odd one; late: not after noon");
}

TEST(schema, describes_in_words_that_ids_may_be_numbers)
{
    auto value = outlay::detail::describe_scalar(outlay::detail::facts_of<outlay::identifier<struct any_tag>>());
    outlay::facts said;
    said.min_length = 1;
    said.max_length = 255;
    outlay::detail::put_facts(value, said);
    EXPECT_EQ(value.schema.at("anyOf").at(0), json::parse(R"({"type":"string","minLength":1,"maxLength":255})"));
    EXPECT_FALSE(value.schema.at("anyOf").at(1).as_object().contains("maxLength"));
    EXPECT_TRUE(value.unsaid.empty());
    said.max_length = 19;
    outlay::detail::put_facts(value, said);
    EXPECT_THAT(value.unsaid, testing::ElementsAre(HasSubstr("length: ")));

    auto of_two_digits =
        outlay::detail::describe_scalar(outlay::detail::facts_of<outlay::identifier<struct any_tag>>());
    outlay::detail::put_facts(of_two_digits, {.min_length = 2});
    EXPECT_THAT(of_two_digits.unsaid, testing::ElementsAre(HasSubstr("length: ")));
}

TEST(schema, has_each_class_once)
{
    // The document itself is "#": trips hold trips.
    EXPECT_EQ(schema_of("legs"), json::parse(R"({"type":["array","null"],"items":{"$ref":"#"}})"));
    EXPECT_FALSE(json_schema<trip>().contains("$defs"));

    auto const list = json_schema<std::vector<trip>>();
    EXPECT_EQ(list.at("items"), json::parse(R"({"$ref":"#/$defs/schema_test.trip"})"));
    EXPECT_EQ(list.at("$defs").at("schema_test.trip").at("properties").at("legs").at("items").at("$ref"),
              "#/$defs/schema_test.trip");

    auto const request = json_schema<outlay::amazon::create_portfolios_request>();
    std::vector<std::string> names;
    for (auto const& definition : request.at("$defs").as_object()) names.emplace_back(definition.key());
    EXPECT_THAT(names, testing::ElementsAre("amazon.new_portfolio", "amazon.portfolio_budget", "amazon.budget_controls",
                                            "amazon.unspent_budget_sharing"));
    EXPECT_EQ(request.at("$defs").at("amazon.new_portfolio").at("properties").at("budget"),
              json::parse(R"({"anyOf":[{"$ref":"#/$defs/amazon.portfolio_budget"},{"type":"null"}]})"));
}

TEST(schema, calls_classes_by_the_name_of_their_model)
{
    using things = std::vector<std::variant<first::thing, second::thing>>;
    auto const schema = json_schema<things>();
    EXPECT_EQ(schema.at("items").at("anyOf"), json::parse(R"([{"$ref":"#/$defs/Thing"},{"$ref":"#/$defs/Thing_2"}])"));
    EXPECT_TRUE(schema.at("$defs").at("Thing").at("properties").as_object().contains("n"));
    EXPECT_EQ(schema.at("$defs").at("Thing_2").at("properties").at("other").at("anyOf").at(0).at("$ref"),
              "#/$defs/Thing");
    EXPECT_EQ(json_schema<first::thing>().at("$id"), "https://outlay.example/schema/Thing");
}

TEST(schema, calls_templates_the_same_with_every_compiler)
{
    using boxes = std::tuple<named_box<std::string>, named_box<int>>;
    auto const schema = json_schema<boxes>();
    EXPECT_EQ(schema.at("$id"), "https://outlay.example/schema/std.tuple.schema_test.named_box.std.string."
                                "schema_test.named_box.int32");
    EXPECT_TRUE(schema.at("$defs").as_object().contains("schema_test.named_box.std.string"));
    EXPECT_TRUE(schema.at("$defs").as_object().contains("schema_test.named_box.int32"));
}

TEST(schema, has_the_requested_id)
{
    EXPECT_EQ(json_schema<trip>({.id = "https://example.com/trip"}).at("$id"), "https://example.com/trip");
    EXPECT_FALSE(json_schema<trip>({.id = ""}).contains("$id"));
    auto const reply = json_schema<trip>(direction::reply, {.id = "urn:trip"});
    EXPECT_EQ(reply.at("$id"), "urn:trip");
    EXPECT_EQ(reply.at("additionalProperties"), true);
}

TEST(schema, may_be_in_draft_07)
{
    outlay::schema_options const draft_07{.dialect = outlay::schema_dialect::draft_07};
    auto const schema = json_schema<notes>(draft_07);
    EXPECT_EQ(schema.at("$schema"), "http://json-schema.org/draft-07/schema#");
    EXPECT_EQ(schema.at("$id"), "https://outlay.example/schema/schema_test.notes");
    EXPECT_FALSE(schema.contains("$defs"));
    EXPECT_TRUE(schema.at("definitions").as_object().contains("Thing"));
    // Keywords beside a $ref are ignored there.
    EXPECT_EQ(schema.at("properties").at("described"),
              json::parse(R"({"description":"Which.","allOf":[{"$ref":"#/definitions/Thing"}]})"));
    EXPECT_EQ(schema.at("properties").at("plain"), json::parse(R"({"$ref":"#/definitions/Thing"})"));
    EXPECT_EQ(schema.at("properties").at("old_plain"),
              json::parse(R"({"deprecated":true,"description":"Another name of plain.",
                              "allOf":[{"$ref":"#/definitions/Thing"}]})"));
    json::value const pair = schema.at("properties").at("pair");
    EXPECT_EQ(pair.at("items").at(0), json::parse(R"({"$ref":"#/definitions/Thing"})"));
    EXPECT_EQ(pair.at("minItems"), 2);
    EXPECT_EQ(pair.at("maxItems"), 2);
    EXPECT_FALSE(pair.as_object().contains("prefixItems"));

    auto const newest = json_schema<notes>();
    EXPECT_EQ(newest.at("properties").at("described"),
              json::parse(R"({"$ref":"#/$defs/Thing","description":"Which."})"));
    EXPECT_TRUE(newest.at("properties").at("pair").as_object().contains("prefixItems"));
}

TEST(schema, may_be_components_of_openapi)
{
    outlay::schema_options const openapi{.dialect = outlay::schema_dialect::openapi_3_1, .id = "urn:unused"};
    auto const schema = json_schema<notes>(openapi);
    ASSERT_EQ(schema.size(), 1u);
    json::object const& schemas = schema.at("components").at("schemas").as_object();
    EXPECT_EQ(schemas.begin()->key(), "schema_test.notes");
    EXPECT_EQ(schemas.at("schema_test.notes").at("title"), "Notes");
    EXPECT_EQ(schemas.at("schema_test.notes").at("properties").at("plain").at("$ref"), "#/components/schemas/Thing");
    EXPECT_EQ(schemas.at("Thing").at("type"), "object");
    EXPECT_THAT(json::serialize(schema), testing::Not(testing::AnyOf(HasSubstr("$id"), HasSubstr("$schema"))));

    // A class that holds itself, and a document that is no class.
    json::value const trips = json_schema<std::vector<trip>>(openapi).at("components").at("schemas");
    EXPECT_EQ(trips.at("std.vector.schema_test.trip").at("items").at("$ref"), "#/components/schemas/schema_test.trip");
    EXPECT_EQ(trips.at("schema_test.trip").at("properties").at("legs").at("items").at("$ref"),
              "#/components/schemas/schema_test.trip");

    // The name includes the direction, so that several documents can be merged.
    auto const reply = json_schema<trip>(direction::reply, openapi);
    EXPECT_EQ(reply.at("components").at("schemas").as_object().begin()->key(), "schema_test.trip.reply");
    auto const portfolio = json_schema<outlay::amazon::portfolio>(openapi);
    EXPECT_TRUE(portfolio.at("components").at("schemas").as_object().contains("amazon.portfolio"));
    EXPECT_TRUE(portfolio.at("components").at("schemas").as_object().contains("amazon.portfolio_budget.reply"));
}

TEST(schema, has_the_caps_of_a_budget_policy)
{
    std::string const budget = json::serialize(json_schema<outlay::amazon::portfolio_budget>().at("allOf"));
    EXPECT_THAT(budget, HasSubstr(R"({"if":{"properties":{"policy":{"const":"NO_CAP"}},"required":["policy"]},)"
                                  R"("then":{"allOf":[{"properties":{"amount":{"type":"null"}}},)"
                                  R"({"properties":{"startDate":{"type":"null"}}},)"
                                  R"({"properties":{"endDate":{"type":"null"}}}]}})"));
    EXPECT_THAT(budget, HasSubstr(R"({"if":{"properties":{"policy":{"enum":["DATE_RANGE","MONTHLY_RECURRING"]}},)"
                                  R"("required":["policy"]},"then":{"properties":{"amount":{"not":{"type":"null"}}},)"
                                  R"("required":["amount"]}})"));
    std::string const from_yen = budget.substr(budget.find(R"("JPY")"));
    EXPECT_THAT(from_yen.substr(from_yen.find(']')),
                testing::StartsWith(R"(]}},"required":["currencyCode"]},"then":{"properties":{"amount":)"
                                    R"({"type":["number","null"],"anyOf":[{"type":"integer"},{"multipleOf":1}]}}}})"));

    // An update leaves absent members as they are; a reply has no rules.
    auto const update = json_schema<outlay::amazon::portfolio_update>().at("$defs").at("amazon.portfolio_budget");
    EXPECT_THAT(json::serialize(update), HasSubstr(R"("then":{"properties":{"amount":{"not":{"type":"null"}}}}})"));
    auto const reply = json_schema<outlay::amazon::portfolio>().at("$defs").at("amazon.portfolio_budget");
    EXPECT_FALSE(reply.as_object().contains("allOf"));
}

TEST(schema, finds_whole_minor_units_among_doubles)
{
    // tests/agreement checks that these divisors accept whole minor units, and nothing else.
    EXPECT_EQ(outlay::detail::whole_minor_units(2), json::parse(R"({"type":["number","null"],
                "$comment":"The amount is a multiple of 0.01. The other divisors accept those multiples that a validator )"
                                                                R"(which calculates with doubles does not recognise.",
                "anyOf":[{"type":"integer"},{"multipleOf":0.01},
                         {"allOf":[{"multipleOf":0.003333333333333333},{"multipleOf":0.00024390243902439024}]},
                         {"allOf":[{"multipleOf":0.0033333333333333335},{"multipleOf":0.0004347826086956522}]}]})"));
    json::object const amount = outlay::detail::whole_minor_units(2);
    EXPECT_THAT(json::serialize(json_schema<outlay::amazon::portfolio_budget>().at("allOf")),
                HasSubstr(R"("then":{"properties":{"amount":)" + json::serialize(amount) + "}}"));
}

TEST(schema, describes_a_converted_amount_in_words)
{
    json::object const micros = json_schema<schema_test::priced>();
    EXPECT_EQ(micros.at("$comment"), "Not said here: too_fine (/price): finer than its currency");
    EXPECT_FALSE(micros.contains("allOf"));
}

TEST(schema, has_each_kind_of_value_apart)
{
    // The strict mode of ajv requires a keyword beside its type, and at most one type besides null.
    auto const price = json_schema<schema_test::priced>().at("properties").at("price");
    EXPECT_EQ(price.at("anyOf").at(1).at("type"), "integer");
    outlay::detail::described_value value{json::parse(R"({"anyOf":[{"type":"string"},
        {"anyOf":[{"type":["number","null"]},{"type":"array"},{"type":"object"}]}]})")
                                              .as_object(),
                                          {}};
    outlay::facts said;
    said.minimum = 1;
    said.max_length = 2;
    said.min_items = 3;
    said.unique_items = true;
    said.patterns = {"^a", "b$", "^[a-z]*$"};
    said.allowed = {"ab"};
    outlay::detail::put_facts(value, said);
    EXPECT_EQ(value.schema, json::parse(R"({"anyOf":[
        {"type":"string","maxLength":2,"const":"ab","pattern":"^a",
         "allOf":[{"pattern":"b$"},{"pattern":"^[a-z]*$"}]},
        {"anyOf":[{"type":["number","null"],"minimum":1},{"type":"array","minItems":3,"uniqueItems":true},
                  {"type":"object","minProperties":3}]}]})"));
    EXPECT_TRUE(value.unsaid.empty());

    // The JSON type of a codec is unknown.
    said.min_length = 1;
    said.max_items = 4;
    outlay::detail::described_value unknown{};
    outlay::detail::put_facts(unknown, said);
    EXPECT_TRUE(unknown.schema.empty());
    EXPECT_THAT(unknown.unsaid,
                testing::ElementsAre("minimum: 1", "minLength: 1", "maxLength: 2", "minItems: 3", "maxItems: 4",
                                     "unique_items: no two items are equal", "enum: one of a few texts", "pattern: ^a",
                                     "pattern: b$", "pattern: ^[a-z]*$"));
}

TEST(schema, has_older_names_as_deprecated)
{
    auto const usage = json_schema<outlay::amazon::campaign_usage>();
    EXPECT_EQ(usage.at("properties").at("budgetConsumptionPercent").at("deprecated"), true);
    EXPECT_EQ(usage.at("properties").at("budgetConsumptionPercent").at("description"),
              "Another name of budgetUsagePercent.");
    EXPECT_THAT(json::serialize(usage.at("allOf")),
                HasSubstr(R"({"not":{"properties":{"budgetUsagePercent":true,"budgetConsumptionPercent":true},)"
                          R"("required":["budgetUsagePercent","budgetConsumptionPercent"]}})"));
    EXPECT_EQ(json_schema<outlay::datadog::api_error>().at("anyOf").at(1), (json::object{{"type", "string"}}));
}

} // namespace schema_test
