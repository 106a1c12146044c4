#include "kinds.hpp"
#include <boost/describe/class.hpp>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// Private and protected members, and bases with models of their own: every described member counts.

namespace bases_test {

using kinds::broken;
using kinds::expect_reads;
using kinds::found;
using testing::ElementsAre;
using testing::IsEmpty;

/// All members private, and no public way to set one.
class account {
public:
    account() = default;
    account(std::string owner, int balance) : owner_(std::move(owner)), balance_(balance) {}
    std::string const& owner() const noexcept { return owner_; }
    constexpr int balance() const noexcept { return balance_; }

private:
    std::string owner_{};
    int balance_{};
    std::optional<std::vector<int>> history_{};
    BOOST_DESCRIBE_CLASS(account, (), (), (), (owner_, balance_, history_))
    friend outlay::model<account>;
};

/// Public, protected and private members, in this order.
class mixed {
public:
    int open{};
    constexpr int sum() const noexcept { return open + guarded + hidden; }

protected:
    int guarded{};

private:
    int hidden{};
    BOOST_DESCRIBE_CLASS(mixed, (), (open), (guarded), (hidden))
    friend outlay::model<mixed>;
};

struct named {
    std::string full_name{};
    std::optional<int> age_in_years{};
};
BOOST_DESCRIBE_STRUCT(named, (), (full_name, age_in_years))

struct dated {
    int first_day{};
    int last_day{};
    outlay::extras rest{};
};
BOOST_DESCRIBE_STRUCT(dated, (), (first_day, last_day, rest))

/// Two bases with models, one of them indirect.
struct person : named {
    int shoe_size{};
};
BOOST_DESCRIBE_STRUCT(person, (named), (shoe_size))

struct employee : person, dated {
    std::map<std::string, int> per_month{};
};
BOOST_DESCRIBE_STRUCT(employee, (person, dated), (per_month))

/// A base without a model takes the naming of the derived class. The bases are private.
class member : named, dated {
public:
    member() = default;
    int number = 0;
    BOOST_DESCRIBE_CLASS(member, (named, dated), (number), (), ())
};

struct plain_base {
    int of_the_base{};
};
BOOST_DESCRIBE_STRUCT(plain_base, (), (of_the_base))
struct shouting : plain_base {
    int of_its_own{};
};
BOOST_DESCRIBE_STRUCT(shouting, (plain_base), (of_its_own))

/// A base with a virtual destructor: members do not begin where the object does.
struct with_table {
    virtual ~with_table() = default;
    int in_base{};
};
BOOST_DESCRIBE_STRUCT(with_table, (), (in_base))
struct derived_from_it : with_table {
    std::string in_derived{};
};
BOOST_DESCRIBE_STRUCT(derived_from_it, (with_table), (in_derived))

/// All types of a namespace have one naming, except those whose models have another.
namespace vendor {

constexpr outlay::wire_case outlay_naming(void const*) { return outlay::wire_case::kebab; }

struct by_namespace {
    int daily_budget{};
};
BOOST_DESCRIBE_STRUCT(by_namespace, (), (daily_budget))
struct by_model {
    int daily_budget{};
};
BOOST_DESCRIBE_STRUCT(by_model, (), (daily_budget))
struct both : by_namespace, by_model {
    int own_budget{};
};
BOOST_DESCRIBE_STRUCT(both, (by_model), (own_budget))
struct renamed {
    int daily_budget{};
    int other_budget{};
};
BOOST_DESCRIBE_STRUCT(renamed, (), (daily_budget, other_budget))

} // namespace vendor

} // namespace bases_test

template<>
struct outlay::model<bases_test::account> {
    using type = bases_test::account;
    static constexpr auto members = std::tuple{
        rename<&type::owner_>("owner"),
        rename<&type::balance_>("balance"),
        rename<&type::history_>("history"),
        member<&type::owner_>(length(1, 8)),
        member<&type::balance_>(at_least(0)),
        member<&type::history_>(items(1, 2), each(at_most(9))),
        invariant(
            "spent", &type::balance_, [](type const& a) { return a.balance() != 13; }, "an unlucky balance"),
    };
};
template<>
struct outlay::model<bases_test::mixed> {
    using type = bases_test::mixed;
    static constexpr auto members = std::tuple{member<&type::guarded>(at_most(9)), member<&type::hidden>(at_least(-9))};
};
template<>
struct outlay::model<bases_test::named> {
    using type = bases_test::named;
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        alias<&type::full_name>("name"),
        member<&type::full_name>(length(2, 9)),
        invariant(
            "young", &type::age_in_years, [](type const& n) { return n.age_in_years.value_or(18) >= 18; }, "too young"),
    };
};
template<>
struct outlay::model<bases_test::dated> {
    using type = bases_test::dated;
    static constexpr auto members = std::tuple{
        rename<&type::first_day>("from"),
        invariant(
            "order", &type::last_day, [](type const& d) { return d.first_day <= d.last_day; }, "out of order"),
    };
};
template<>
struct outlay::model<bases_test::employee> {
    using type = bases_test::employee;
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&bases_test::person::shoe_size>(at_most(50)),
        member<&type::per_month>(presence::optional, each(at_least(0))),
        when(has_any<&bases_test::named::age_in_years>(),
             refuses<&bases_test::named::age_in_years>("private", "not asked for at work")),
    };
};
template<>
struct outlay::model<bases_test::shouting> {
    static constexpr auto naming = wire_case::screaming_snake;
};
template<>
struct outlay::model<bases_test::vendor::by_model> {
    static constexpr auto naming = wire_case::snake;
};
template<>
struct outlay::model<bases_test::vendor::renamed> {
    static constexpr auto members = std::tuple{rename<&bases_test::vendor::renamed::daily_budget>("dailyBudget")};
};

namespace bases_test {

static_assert(outlay::valid(mixed{}));

TEST(private_members, are_read_written_and_checked)
{
    auto const read = expect_reads<account>(R"({"owner":"me","balance":5,"history":[1,2]})");
    EXPECT_EQ(read.owner(), "me");
    EXPECT_THAT(found<account>(R"({"owner":"","balance":"5","history":[10,1,2]})"),
                ElementsAre("1:10 /owner: expected 1 to 8 characters, found 0 characters",
                            "1:23 /balance: expected an integer, found \"5\"",
                            "1:37 /history: expected 1 to 2 items, found 3 items",
                            "1:38 /history/0: expected 9 or less, found 10"));
    EXPECT_THAT(found<account>(R"({"owner":"me","balance":13})"), ElementsAre("1:25 /balance: an unlucky balance"));
    EXPECT_THAT(broken(account("", -1)), ElementsAre("/owner: expected 1 to 8 characters, found 0 characters",
                                                     "/balance: expected 0 or more, found -1"));
    auto const all = expect_reads<mixed>(R"({"open":1,"guarded":2,"hidden":3})");
    EXPECT_EQ(all.sum(), 6);
    EXPECT_THAT(
        found<mixed>(R"({"open":1,"guarded":10,"hidden":-10})"),
        ElementsAre("1:21 /guarded: expected 9 or less, found 10", "1:33 /hidden: expected -9 or more, found -10"));
    EXPECT_THAT(found<mixed>("{}"),
                ElementsAre("1:1 /open: required, but missing", "1:1 /guarded: required, but missing",
                            "1:1 /hidden: required, but missing"));
}

TEST(bases, keep_the_names_of_their_own_models)
{
    auto const read =
        expect_reads<employee>(R"({"full_name":"Ann","ShoeSize":40,"from":1,"LastDay":2,"PerMonth":{"a":1}})");
    EXPECT_EQ(read.full_name, "Ann");
    EXPECT_EQ(read.first_day, 1);
    std::string const text = R"({"full_name":"Ann","ShoeSize":4,"from":1,"LastDay":2,"PerMonth":{"a":1},"kept":[1]})";
    EXPECT_THAT(found<employee>(text), ElementsAre("notice: 1:73 /kept: not a known field, kept"));
    EXPECT_EQ(outlay::encode(outlay::inspect<employee>(text).value), text);
    expect_reads<person>(R"({"full_name":"Ann","age_in_years":20,"shoeSize":40})");
    expect_reads<shouting>(R"({"OF_THE_BASE":1,"OF_ITS_OWN":2})");
    expect_reads<plain_base>(R"({"ofTheBase":1})");
}

TEST(bases, keep_their_rules)
{
    EXPECT_THAT(
        found<employee>(R"({"name":"A","age_in_years":7,"ShoeSize":60,"from":3,"LastDay":2,"PerMonth":{"a":-1}})"),
        ElementsAre("1:9 /name: expected 2 to 9 characters, found 1 character", "1:28 /age_in_years: too young",
                    "1:28 /age_in_years: not asked for at work, found 7",
                    "1:41 /ShoeSize: expected 50 or less, found 60", "1:63 /LastDay: out of order",
                    "1:81 /PerMonth/a: expected 0 or more, found -1", "notice: 1:2 /name: another name of full_name"));
    EXPECT_THAT(found<employee>(R"({"full_name":"Ann","age_in_years":7,"ShoeSize":5,"from":3,"LastDay":2})"),
                ElementsAre("1:35 /age_in_years: too young", "1:35 /age_in_years: not asked for at work, found 7",
                            "1:69 /LastDay: out of order"));
    employee written;
    written.full_name = "A";
    written.age_in_years = 7;
    written.shoe_size = 60;
    written.first_day = 3;
    written.per_month["a"] = -1;
    EXPECT_THAT(broken(written),
                ElementsAre("/full_name: expected 2 to 9 characters, found 1 character",
                            "/ShoeSize: expected 50 or less, found 60", "/PerMonth/a: expected 0 or more, found -1",
                            "/age_in_years: too young", "/LastDay: out of order",
                            "/age_in_years: not asked for at work, found 7"));
}

TEST(bases, may_be_private)
{
    EXPECT_THAT(
        found<member>(R"({"full_name":"A","from":2,"lastDay":1,"number":7})"),
        ElementsAre("1:14 /full_name: expected 2 to 9 characters, found 1 character", "1:37 /lastDay: out of order"));
    expect_reads<member>(R"({"full_name":"Ada","from":1,"lastDay":2,"number":7})");
    EXPECT_FALSE(outlay::valid(member()));
}

TEST(bases, may_have_virtual_functions)
{
    EXPECT_EQ(expect_reads<derived_from_it>(R"({"inBase":1,"inDerived":"a"})").in_base, 1);
    EXPECT_THAT(found<std::vector<derived_from_it>>(R"([{"inBase":"1","inDerived":"a"}])"),
                ElementsAre("1:12 /0/inBase: expected an integer, found \"1\""));
}

TEST(naming_of_a_namespace, is_that_of_all_types_in_it)
{
    expect_reads<vendor::by_namespace>(R"({"daily-budget":1})");
    expect_reads<vendor::by_model>(R"({"daily_budget":1})");
    expect_reads<vendor::both>(R"({"daily_budget":1,"own-budget":2})");
    expect_reads<vendor::renamed>(R"({"dailyBudget":1,"other-budget":2})");
}

TEST(bases, are_in_the_schema_as_members)
{
    auto const schema = outlay::json_schema<employee>();
    EXPECT_EQ(schema.at("properties").at("ShoeSize").at("maximum"), 50);
    EXPECT_EQ(schema.at("properties").at("full_name").at("minLength"), 2);
    EXPECT_TRUE(schema.at("properties").as_object().contains("name"));
    EXPECT_FALSE(schema.at("properties").as_object().contains("rest"));
    EXPECT_EQ(outlay::json_schema<account>().at("properties").at("owner").at("type"), "string");
}

} // namespace bases_test
