#include <boost/describe/class.hpp>
#include <boost/json.hpp>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// Aliases whose old names had values of another form.

namespace alias_form_test {

using outlay::decode;
using outlay::tag_invoke;
using outlay::detail::problem;
using outlay::detail::token;
using testing::ElementsAre;
using testing::IsEmpty;

inline constexpr problem expected_cents{"cents", "an integer number of cents"};
inline constexpr problem in_cents{
    .code = "in_cents", .expected = "a price", .weight = problem::gravity::notice, .remedy = "taken for cents"};
inline constexpr problem not_available{.code = "not_available",
                                       .expected = "a price",
                                       .weight = problem::gravity::not_available,
                                       .remedy = "read as absent"};

/// Cents: -1 is no value, and more than 1000 is reported with a notice.
struct cents {
    static problem const* read(std::optional<outlay::decimal>& to, token from)
    {
        std::int64_t n = 0;
        if (outlay::detail::scalar_wire<std::int64_t>::read(n, from) != nullptr) return &expected_cents;
        if (n == -1) return &not_available;
        to = outlay::decimal::from_parts(n, 2);
        return n > 1000 ? &in_cents : nullptr;
    }
};

/// The size of a price that is written in any way: null is none.
struct any_size {
    static problem const* read(std::optional<int>& to, token from)
    {
        if (from.kind == outlay::detail::token_kind::null) return &not_available;
        to = from.kind == outlay::detail::token_kind::composite ? 0 : static_cast<int>(from.size);
        return nullptr;
    }
};

struct label {
    std::optional<int> size{};

    friend bool operator==(label const&, label const&) = default;
};
BOOST_DESCRIBE_STRUCT(label, (), (size))

struct offer {
    std::optional<outlay::decimal> price{};
    std::optional<outlay::decimal> plain{};

    friend bool operator==(offer const&, offer const&) = default;
};
BOOST_DESCRIBE_STRUCT(offer, (), (price, plain))

struct coin {
    std::optional<outlay::decimal> price{};

    friend bool operator==(coin const&, coin const&) = default;
};
BOOST_DESCRIBE_STRUCT(coin, (), (price))

/// A coin in a string is identified by its name.
struct coin_name {
    static problem const* read(coin& to, token from)
    {
        static constexpr problem neither{"type", "an object or a name"};
        if (from.kind != outlay::detail::token_kind::string) return &neither;
        static constexpr problem former{
            .code = "former", .expected = "a name", .weight = problem::gravity::notice, .remedy = "taken for a dollar"};
        to.price = from.text() == "dime" ? outlay::decimal::from_parts(1, 1) : outlay::decimal(1);
        return from.text() == "buck" ? &former : nullptr;
    }

    static std::string const* find(coin const& c)
    {
        static std::string const dime = "dime";
        return c.price == outlay::decimal::from_parts(1, 1) ? &dime : nullptr;
    }
};

struct note {
    std::optional<std::string> text{};

    friend bool operator==(note const&, note const&) = default;
};
BOOST_DESCRIBE_STRUCT(note, (), (text))

struct purse {
    std::optional<coin> best{};
    outlay::nullable<coin> last{};
    std::vector<coin> coins{};

    friend bool operator==(purse const&, purse const&) = default;
};
BOOST_DESCRIBE_STRUCT(purse, (), (best, last, coins))

} // namespace alias_form_test

template<>
struct outlay::model<alias_form_test::offer> {
    using offer = alias_form_test::offer;
    static constexpr auto members = std::tuple{
        alias<&offer::price, alias_form_test::cents>("cents"),
        alias<&offer::price, alias_form_test::cents>("pennies"),
        alias<&offer::plain>("simple"),
        member<&offer::price>(in_requests(coded("free", more_than(decimal(0)))), at_most(decimal(100))),
        invariant(
            "dear", &offer::price, [](offer const& o) { return !o.price || !o.plain || *o.price <= *o.plain; },
            "more than the plain price"),
    };
};

template<>
struct outlay::model<alias_form_test::label> {
    static constexpr auto members = std::tuple{form<&alias_form_test::label::size, alias_form_test::any_size>()};
};

template<>
struct outlay::model<alias_form_test::coin> {
    using text_form = alias_form_test::coin_name;
    static constexpr auto members = std::tuple{form<&alias_form_test::coin::price, alias_form_test::cents>()};
};

template<>
struct outlay::model<alias_form_test::purse> {
    static constexpr auto members = std::tuple{member<&alias_form_test::purse::coins>(presence::optional)};
};

namespace alias_form_test {

using namespace outlay::literals;

std::vector<std::string> lines(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report) lines.push_back(v.to_string());
    for (outlay::violation const& v : report.notices())
        lines.push_back(outlay::detail::joined({"notice: ", v.to_string()}));
    return lines;
}

auto seen(std::string_view text) { return outlay::inspect<offer>(text); }

TEST(alias_form, reads_the_old_form_under_the_old_name_only)
{
    EXPECT_EQ(seen(R"({"cents":1000})").value.price, 10.00_dec);
    EXPECT_EQ(seen(R"({"pennies":1000})").value.price, 10.00_dec);
    EXPECT_EQ(seen(R"({"price":10.5})").value.price, 10.5_dec);
    EXPECT_EQ(seen(R"({"simple":10})").value.plain, 10_dec);
    EXPECT_THAT(lines(seen(R"({"cents":10.5})").report),
                ElementsAre("1:10 /cents: expected an integer number of cents, found 10.5",
                            "notice: 1:2 /cents: another name of price"));
}

TEST(alias_form, is_read_with_a_notice_for_the_name_and_one_for_the_form)
{
    EXPECT_THAT(lines(seen(R"({"cents":1000})").report), ElementsAre("notice: 1:2 /cents: another name of price"));
    EXPECT_THAT(
        lines(seen(R"({"cents":1001})").report),
        ElementsAre("notice: 1:2 /cents: another name of price", "notice: 1:10 /cents: found 1001, taken for cents"));
}

TEST(alias_form, without_a_value_leaves_the_member_absent)
{
    auto const read = seen(R"({"cents":-1})");
    EXPECT_TRUE(read.ok());
    EXPECT_EQ(read.value.price, std::nullopt);
    EXPECT_THAT(lines(read.report), ElementsAre("notice: 1:2 /cents: another name of price",
                                                "notice: 1:10 /cents: found -1, read as absent"));
    EXPECT_TRUE(seen(R"({"cents":null})").ok());
    EXPECT_EQ(outlay::encode(read.value), "{}");
}

TEST(alias_form, is_held_to_the_rules_of_the_member)
{
    EXPECT_THAT(seen(R"({"cents":0})").report, testing::SizeIs(1));
    EXPECT_EQ(seen(R"({"cents":0})").report[0].code, "free");
    EXPECT_EQ(seen(R"({"cents":10001})").report[0].code, "at_most");
    EXPECT_THAT(lines(seen(R"({"plain":1,"cents":200})").report),
                ElementsAre("1:20 /price: more than the plain price", "notice: 1:12 /cents: another name of price"));
}

TEST(alias_form, is_rejected_beside_the_new_name)
{
    EXPECT_FALSE(seen(R"({"price":10,"cents":1000})").ok());
    EXPECT_FALSE(seen(R"({"cents":1000,"price":10})").ok());
    EXPECT_FALSE(seen(R"({"cents":1000,"pennies":1000})").ok());
}

TEST(alias_form, takes_no_objects_and_no_lists)
{
    EXPECT_FALSE(seen(R"({"cents":{"cents":1}})").ok());
    EXPECT_FALSE(seen(R"({"cents":[1]})").ok());
    EXPECT_EQ(seen(R"({"cents":[1],"plain":2})").value.plain, 2_dec);
}

TEST(alias_form, is_read_from_pieces_and_from_values_too)
{
    outlay::decoder<offer> decoder;
    for (char const& c : std::string_view(R"({"cents":1000})")) decoder.write({&c, 1});
    EXPECT_EQ(decoder.finish().value().price, 10.00_dec);
    EXPECT_EQ(decode<offer>(boost::json::parse(R"({"cents":1000})")).value().price, 10.00_dec);
}

TEST(alias_form, is_never_written) { EXPECT_EQ(outlay::encode(seen(R"({"cents":1000})").value), R"({"price":10.00})"); }

TEST(member_form, is_how_a_member_is_read_under_its_own_name)
{
    EXPECT_EQ(decode<coin>(R"({"price":25})").value().price, 0.25_dec);
    EXPECT_EQ(decode<coin>(R"({"price":-1})").value().price, std::nullopt);
    EXPECT_EQ(decode<coin>(R"({"price":"25"})").error().message(),
              "1:10 /price: expected an integer number of cents, found \"25\"");
    EXPECT_EQ(outlay::encode(coin{0.25_dec}), R"({"price":0.25})");
}

// Only the form knows which kinds of values it reads.
TEST(member_form, accepts_any_kind_of_value_where_an_alternative_is_chosen)
{
    using either = std::variant<note, coin>;
    EXPECT_EQ(decode<either>(R"({"price":25})").value(), either(coin{0.25_dec}));
    EXPECT_EQ(decode<either>(R"({"price":"25"})").error().message(),
              "1:10 /price: expected an integer number of cents, found \"25\"");
}

TEST(member_form, may_accept_any_kind_of_value)
{
    for (auto const way : {outlay::direction::request, outlay::direction::reply})
        for (auto const& [text, size] : {std::pair(R"({"size":null})", std::optional<int>()),
                                         {R"({"size":[1]})", 0},
                                         {R"({"size":{"a":[1]}})", 0},
                                         {R"({"size":"abc"})", 3},
                                         {R"({"size":12})", 2}}) {
            outlay::decode_options const options{.context = {.direction = way}};
            auto const whole = outlay::inspect<label>(text, options);
            EXPECT_EQ(whole.value.size, size) << text;
            EXPECT_THAT(lines(whole.report), IsEmpty()) << text;
            outlay::decoder<label> pieces(options);
            pieces.write(text);
            auto const carefully = pieces.finish_inspection();
            EXPECT_EQ(carefully.value, whole.value) << text;
            EXPECT_EQ(carefully.report, whole.report) << text;
        }
}

TEST(text_form, is_read_in_place_of_an_object)
{
    std::string_view const text = R"({"best":"dime","last":"pound","coins":["dime",{"price":25}]})";
    purse const expected{coin{0.1_dec}, coin{1_dec}, {coin{0.1_dec}, coin{0.25_dec}}};
    EXPECT_EQ(decode<purse>(text).value(), expected);
    EXPECT_EQ(decode<purse>(boost::json::parse(text)).value(), expected);
    EXPECT_EQ(decode<coin>("\"dime\"").value(), coin{0.1_dec});
    EXPECT_TRUE(decode<purse>(R"({"last":null})").value().last.is_null());
}

TEST(text_form, is_written_where_it_says_everything)
{
    purse const written{coin{0.1_dec}, coin{1_dec}, {coin{0.1_dec}}};
    EXPECT_EQ(outlay::encode(written), R"({"best":"dime","last":{"price":1},"coins":["dime"]})");
    EXPECT_EQ(boost::json::value_from(written), boost::json::parse(outlay::encode(written)));
}

TEST(text_form, is_read_with_its_notice)
{
    auto const read = outlay::inspect<purse>(R"({"best":"buck","coins":["buck"]})");
    EXPECT_EQ(read.value, (purse{.best = coin{1_dec}, .coins = {coin{1_dec}}}));
    EXPECT_THAT(lines(read.report), ElementsAre("notice: 1:9 /best: found \"buck\", taken for a dollar",
                                                "notice: 1:25 /coins/0: found \"buck\", taken for a dollar"));
}

TEST(text_form, is_how_an_alternative_is_read_back)
{
    using coin_or_count = std::variant<int, coin>;
    EXPECT_THAT(lines(outlay::validate(coin_or_count(coin{0.1_dec}))), IsEmpty()) << "\"dime\"";
    EXPECT_THAT(lines(outlay::validate(coin_or_count(coin{0.25_dec}))), IsEmpty()) << R"({"price":0.25})";
    using text_or_coin = std::variant<std::string, coin>;
    EXPECT_THAT(lines(outlay::validate(text_or_coin(coin{0.1_dec}))),
                ElementsAre("notice: the written value is read back as another alternative of the variant"));
}

TEST(text_form, is_the_only_form_besides_an_object)
{
    auto const seen = outlay::inspect<purse>(R"({"best":1,"last":["dime"],"coins":[true]})");
    EXPECT_THAT(lines(seen.report), ElementsAre("1:9 /best: expected an object or a name, found 1",
                                                "1:18 /last: expected an object or a name, found an array",
                                                "1:36 /coins/0: expected an object or a name, found true"));
    EXPECT_EQ(seen.value.best, std::nullopt);
}

} // namespace alias_form_test
