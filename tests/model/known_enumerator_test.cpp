#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string_view>
#include <tuple>
#include <vector>

// The rule that an open enumeration has the text of an enumerator.

namespace known_enumerator_test {

BOOST_DEFINE_ENUM_CLASS(season, spring, summer, autumn)
BOOST_DEFINE_ENUM_CLASS(only, one)

using outlay::open_enum;

struct plan {
    open_enum<season> from{};
    std::optional<open_enum<season>> to{};
    std::vector<open_enum<season>> others{};
    open_enum<only> kind{};

    friend bool operator==(plan const&, plan const&) = default;
};
BOOST_DESCRIBE_STRUCT(plan, (), (from, to, others, kind))

} // namespace known_enumerator_test

template<>
struct outlay::model<known_enumerator_test::plan> {
    using plan = known_enumerator_test::plan;
    using season = known_enumerator_test::season;
    static constexpr auto members = std::tuple{
        member<&plan::from>(known_enumerator<season>()),
        member<&plan::to>(coded("no_season", known_enumerator<season>())),
        member<&plan::others>(each(in_requests(known_enumerator<season>()))),
        member<&plan::kind>(in_requests(known_enumerator<known_enumerator_test::only>())),
    };
};

namespace known_enumerator_test {

TEST(known_enumerator, is_the_only_text_of_a_request)
{
    plan const known{.from = season::summer, .to = season::autumn, .others = {season::spring}, .kind = only::one};
    EXPECT_TRUE(outlay::validate(known).empty());
    EXPECT_EQ(outlay::decode<plan>(outlay::encode(known)).value(), known);

    constexpr std::string_view text = R"({"from":"sumer","to":"WINTER","others":["SPRING","X"],"kind":"TWO"})";
    auto const seen = outlay::inspect<plan>(text);
    EXPECT_EQ(seen.report.to_string(),
              "1:9 /from: expected one of SPRING, SUMMER, AUTUMN, found \"sumer\"; did you mean \"SUMMER\"?\n"
              "1:22 /to: expected one of SPRING, SUMMER, AUTUMN, found \"WINTER\"\n"
              "1:50 /others/1: expected one of SPRING, SUMMER, AUTUMN, found \"X\"\n"
              "1:62 /kind: expected ONE, found \"TWO\"");
    EXPECT_EQ(seen.report[0].code, "enum");
    EXPECT_EQ(seen.report[1].code, "no_season");
    EXPECT_EQ(seen.value.from.text(), "sumer") << "the text is kept";
}

TEST(known_enumerator, binds_replies_on_demand_only)
{
    constexpr std::string_view text = R"({"from":"SPRING","others":["X"],"kind":"TWO"})";
    EXPECT_TRUE(outlay::conforms_as_reply<plan>(text));
    EXPECT_FALSE(outlay::conforms_as_request<plan>(text));
    EXPECT_FALSE(outlay::conforms_as_reply<plan>(R"({"from":"x","others":[],"kind":"ONE"})"));
}

TEST(known_enumerator, is_a_constant_expression)
{
    constexpr outlay::known_enumerator<season> rule;
    static_assert(rule.holds(season::spring));
    EXPECT_FALSE(rule.holds(open_enum<season>::from_text("WINTER"))); // a std::string: not for clang with libstdc++ 12
}

TEST(known_enumerator, is_an_enumeration_in_the_schema)
{
    namespace json = boost::json;
    auto const of = [](outlay::direction way, char const* name) {
        return outlay::json_schema<plan>(way).at("properties").at(name);
    };
    json::array const seasons{"SPRING", "SUMMER", "AUTUMN"};
    using enum outlay::direction;
    EXPECT_EQ(of(request, "from"), (json::object{{"type", "string"}, {"enum", seasons}}));
    EXPECT_EQ(of(request, "to"), (json::object{{"type", json::array{"string", "null"}},
                                               {"enum", json::array{"SPRING", "SUMMER", "AUTUMN", nullptr}}}));
    EXPECT_EQ(of(request, "kind"), (json::object{{"type", "string"}, {"const", "ONE"}}));
    EXPECT_EQ(of(request, "others").at("items"), (json::object{{"type", "string"}, {"enum", seasons}}));
    EXPECT_EQ(of(reply, "kind"), (json::object{{"type", "string"}, {"examples", json::array{"ONE"}}}));
}

} // namespace known_enumerator_test
