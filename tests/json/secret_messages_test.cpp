#include <array>
#include <boost/describe/class.hpp>
#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

// No message shows what is read into a type that holds a secret, or what is found in its place.

namespace secret_messages_test {

using outlay::secret;
using testing::HasSubstr;
using testing::Not;

struct login {
    std::string user{};
    secret token{};
};
BOOST_DESCRIBE_STRUCT(login, (), (user, token))

/// On the wire a secret, which must be of digits. Its codec is careless: it says what it was given.
struct pin {
    std::string digits{};
};

/// A form of the same kind for a member that is a plain text here.
struct careless {
    using wire = secret;
    static outlay::result<std::string> from_wire(secret const& text)
    {
        if (text.reveal().size() == 3) return text.reveal();
        return outlay::error(outlay::error_kind::invalid, "digits", "three digits, not " + text.reveal());
    }
    static secret to_wire(std::string const& text) { return text; }
};

struct with_key {
    std::string key{};
    std::string region{};
};
BOOST_DESCRIBE_STRUCT(with_key, (), (key, region))
struct with_token {
    secret key{};
    std::string host{};
    std::string port{};
};
BOOST_DESCRIBE_STRUCT(with_token, (), (key, host, port))

struct account {
    secret token{};
    std::optional<secret> next{};
    outlay::nullable<secret> last{};
    std::vector<secret> tokens{};
    std::array<secret, 2> pair{};
    std::map<std::string, secret> by_name{};
    std::unordered_map<secret, int> uses{};
    std::tuple<int, secret> numbered{};
    login own{};
    std::unique_ptr<login> other{};
    std::vector<login> logins{};
    std::variant<outlay::month, secret> either{};
    std::variant<with_key, with_token> access{};
    pin code{};
    std::string digits{};
    int count = 0;
};
BOOST_DESCRIBE_STRUCT(account, (),
                      (token, next, last, tokens, pair, by_name, uses, numbered, own, other, logins, either, access,
                       code, digits, count))

} // namespace secret_messages_test

template<>
struct outlay::codec<secret_messages_test::pin> {
    using wire = secret;
    static result<secret_messages_test::pin> from_wire(secret const& text)
    {
        if (text.reveal().size() == 3) return secret_messages_test::pin{text.reveal()};
        return error(error_kind::invalid, "digits", "expected three digits, found " + text.reveal());
    }
    static secret to_wire(secret_messages_test::pin const& value) { return value.digits; }
};

template<>
struct outlay::model<secret_messages_test::account> {
    using account = secret_messages_test::account;
    static constexpr auto members =
        std::tuple(form<&account::digits, secret_messages_test::careless>(),
                   member<&account::token>(satisfies<secret>(
                       "long", [](secret const& value) { return value.reveal().size() < 12; }, "a short token")),
                   member<&account::digits>(satisfies<std::string>(
                       "odd", [](std::string const& value) { return value != "777"; }, "another number")),
                   member<&account::uses>(each(at_most(outlay::decimal(5)))));
};

namespace secret_messages_test {

/// All that is said of a text, its notices and places included; but not which members are missing.
std::string said(std::string_view text)
{
    std::string all;
    auto const add = [&all](outlay::report const& found) {
        for (outlay::violation const& v : found)
            if (v.code != "missing") all += v.to_string() + '\n';
        for (outlay::violation const& v : found.notices()) all += v.to_string() + '\n';
    };
    auto const whole = outlay::inspect<account>(text);
    add(whole.report);
    outlay::decoder<account> pieces;
    for (char const& c : text) pieces.write({&c, 1});
    outlay::report const in_pieces = pieces.finish_inspection().report;
    EXPECT_EQ(in_pieces, whole.report);
    boost::system::error_code ec;
    if (auto const value = boost::json::parse(text, ec); !ec) add(outlay::inspect<account>(value).report);
    return all;
}

/// Something is said of the text, and no part of the secret in it.
void expect_hidden(std::string_view text)
{
    std::string const all = said(text);
    EXPECT_NE(all, "") << text;
    EXPECT_THAT(all, Not(HasSubstr("unter2"))) << text;
    EXPECT_THAT(all, Not(HasSubstr("98765"))) << text;
}

TEST(secret_messages, show_no_value_in_place_of_a_secret)
{
    for (std::string_view const member : {"token", "next", "last", "tokens", "pair", "byName", "numbered", "own",
                                          "other", "logins", "either", "access", "code", "digits"}) {
        std::string const name = "{\"" + std::string(member) + "\":";
        for (std::string_view const value :
             {"98765", "-98765.5", "[98765]", "[true,98765,98765]", R"(["hunter2",{"a":"hunter2"}])",
              R"({"token":98765})", R"([{"token":98765}])", R"([{"token":["hunter2"]}])", R"({"key":98765})",
              R"({"k":98765})", R"({"key":["hunter2"]})"})
            EXPECT_THAT(said(name + std::string(value) + '}'),
                        Not(testing::AnyOf(HasSubstr("unter2"), HasSubstr("98765"))))
                << name << value;
    }
    for (std::string_view const member :
         {"tokens", "pair", "byName", "uses", "numbered", "own", "other", "logins", "access", "code", "digits"})
        expect_hidden("{\"" + std::string(member) + "\":\"hunter2\"}");
}

TEST(secret_messages, say_which_kind_was_found_where_that_shows_nothing)
{
    EXPECT_THAT(said(R"({"token":{"a":1}})"), HasSubstr("/token: expected a string, found an object"));
    EXPECT_THAT(said(R"({"token":["hunter2"]})"), HasSubstr("/token: expected a string, found an array"));
    EXPECT_THAT(said(R"({"token":98765})"), HasSubstr("/token: expected a string, found something else"));
    EXPECT_THAT(said(R"({"token":true})"), HasSubstr("/token: expected a string, found something else"));
    EXPECT_THAT(said(R"({"own":"hunter2"})"), HasSubstr("/own: expected an object, found something else"));
    EXPECT_THAT(said(R"({"count":"seven"})"), HasSubstr("/count: expected an integer, found \"seven\""));
    EXPECT_THAT(said(R"({"own":{"user":7}})"), HasSubstr("/own/user: expected a string, found 7"));
}

TEST(secret_messages, hide_what_no_alternative_takes)
{
    EXPECT_THAT(said(R"({"either":98765})"), HasSubstr("/either: expected a month such as 202501, found something"));
    EXPECT_THAT(said(R"({"either":true})"), HasSubstr("found something else"));
    // Neither has all of its names: the first alternative, where the key is no secret, comes nearest.
    EXPECT_THAT(said(R"({"access":{"key":98765,"region":"eu"}})"),
                HasSubstr("/access/key: expected a string, found something else"));
}

TEST(secret_messages, hide_the_words_of_a_codec_that_was_given_a_secret)
{
    EXPECT_THAT(said(R"({"code":"hunter2"})"), HasSubstr("/code: rejected by its codec"));
    EXPECT_THAT(said(R"({"digits":"hunter2"})"), HasSubstr("/digits: rejected by its codec"));
    EXPECT_EQ(outlay::decode<pin>(R"("hunter2")").error().report()[0].code, "digits");
}

TEST(secret_messages, hide_what_breaks_a_rule)
{
    EXPECT_THAT(said(R"({"token":"hunter2hunter2"})"), HasSubstr("/token: expected a short token, found ***"));
    EXPECT_THAT(said(R"({"digits":"777"})"), HasSubstr("/digits: expected another number, found something else"));
    account own;
    own.digits = "777";
    EXPECT_EQ(outlay::validate(own).to_string(),
              "/digits: expected another number, found something else\n"
              "/code: rejected by its codec, whose message is not shown because it may contain a secret");
}

TEST(secret_messages, hide_names_that_are_secrets)
{
    expect_hidden(R"({"uses":{"hunter2":"x"}})");
    expect_hidden(R"({"uses":{"hunter2":1,"hunter2":2}})");
    EXPECT_THAT(said(R"({"uses":{"hunter2":7}})"), HasSubstr("/uses/***: expected 5 or less, found"));
    expect_hidden(R"({"uses":{"hunter2":7}})");
    expect_hidden(R"({"uses":{"hunter2":7 7}})");
    account own;
    own.uses["hunter2"] = 7;
    EXPECT_THAT(outlay::validate(own).to_string(), HasSubstr("/uses/***: "));
}

TEST(secret_messages, hide_words_that_are_no_json_near_a_secret)
{
    for (std::string_view const text : {R"({"token":hunter2})",
                                        R"({"token":'hunter2'})",
                                        R"({"token":"x"hunter2"})",
                                        R"({"token" hunter2})",
                                        R"({"token":"x", hunter2})",
                                        R"({"token":"x",hunter2:1})",
                                        R"({"tokn":hunter2})",
                                        R"({"tokens":["x",hunter2]})",
                                        R"({"tokens":["x"hunter2]})",
                                        R"({"byName":{"a":hunter2}})",
                                        R"({"own":{"token":hunter2}})",
                                        R"({"own":{"token":"x"}hunter2})",
                                        R"({"access":{"key":hunter2}})",
                                        R"({"access":{"port":[hunter2]}})",
                                        R"({"unknown":{"deep":[hunter2]}})",
                                        R"({"numbered":[1,hunter2]})",
                                        R"(hunter2)",
                                        R"({"token":"a"}hunter2)",
                                        R"({"token":"a","token":hunter2})",
                                        R"({"code":hunter2})"})
        expect_hidden(text);
    EXPECT_THAT(said(R"({"token":hunter2})"), HasSubstr("1:10 /token: expected a value, found something else"));
    // Punctuation shows nothing.
    EXPECT_THAT(said(R"({"token":,)"), HasSubstr("expected a value, found \",\""));
}

TEST(secret_messages, show_words_that_are_no_json_where_no_secret_is_near)
{
    auto const found = outlay::inspect<std::map<std::string, int>>(R"({"a":seven})").report;
    EXPECT_EQ(found.to_string(), "1:6 /a: expected a value, found \"seven\"");
}

TEST(secret_messages, hide_values_of_names_given_twice_or_unknown)
{
    expect_hidden(R"({"token":"hunter2","token":"hunter2"})");
    expect_hidden(R"({"tokn":"hunter2"})");
    expect_hidden(R"({"tokn":98765})");
    EXPECT_THAT(said(R"({"tokn":"hunter2"})"), HasSubstr("did you mean token?"));
}

/// A type that is a part of itself, with a secret, and one without.
struct tree {
    std::vector<tree> branches{};
    std::unique_ptr<tree> twin{};
    std::string leaf{};
};
BOOST_DESCRIBE_STRUCT(tree, (), (branches, twin, leaf))
struct secret_tree {
    std::vector<secret_tree> branches{};
    std::unique_ptr<secret_tree> twin{};
    secret leaf{};
};
BOOST_DESCRIBE_STRUCT(secret_tree, (), (branches, twin, leaf))

TEST(secret_messages, find_secrets_in_types_that_hold_themselves)
{
    EXPECT_EQ(outlay::decode<tree>(R"({"branches":[],"leaf":"","twin":"hunter2"})").error().message(),
              "1:33 /twin: expected an object, found \"hunter2\"");
    EXPECT_EQ(outlay::decode<secret_tree>(R"({"branches":[],"leaf":"","twin":"hunter2"})").error().message(),
              "1:33 /twin: expected an object, found something else");
}

} // namespace secret_messages_test
