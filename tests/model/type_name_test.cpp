#include <array>
#include <boost/describe/class.hpp>
#include <cstdint>
#include <functional>
#include <gtest/gtest.h>
#include <list>
#include <map>
#include <memory_resource>
#include <optional>
#include <outlay/model/table/type_name.hpp>
#include <outlay/value.hpp>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

// Every name here is the same with g++ and clang, with libstdc++ and libc++: CI runs this test with each.

namespace type_name_test {

struct plan {};
namespace v0_1_0 {
struct plan {};
} // namespace v0_1_0
struct named {};
enum class colour { red };

template<class T, class Other = std::vector<T>>
struct box {
    struct inside {};
    template<class U>
    struct box_inside {};
};
template<class... T>
struct pack {};
template<class T = int>
struct all_default {};
template<class T, int N>
struct sized {};
template<unsigned long N>
struct number {};

namespace {
struct hidden {};
template<class T>
struct hidden_box {};
} // namespace

} // namespace type_name_test

template<>
struct outlay::model<type_name_test::named> {
    static constexpr std::string_view name = "my-Plan.2";
};
template<class T>
struct outlay::model<type_name_test::pack<T, T>> {
    static constexpr auto name = "twins";
};

namespace type_name_test {

using outlay::detail::type_name;

TEST(type_name, is_that_in_cpp_without_outlay)
{
    EXPECT_EQ(type_name<plan>(), "type_name_test.plan");
    EXPECT_EQ(type_name<colour>(), "type_name_test.colour");
    EXPECT_EQ(type_name<outlay::money>(), "money");
    EXPECT_EQ(type_name<v0_1_0::plan>(), "type_name_test.v0_1_0.plan"); // a user's own, not that of outlay
    struct local {};
    EXPECT_TRUE(type_name<local>().ends_with("local"));
}

TEST(type_name, has_no_words_of_a_compiler)
{
    using outlay::detail::dotted;
    EXPECT_EQ(dotted("struct acme::box<class acme::plan,enum acme::colour,union acme::number>"),
              "acme.box.acme.plan.acme.colour.acme.number");
    EXPECT_EQ(dotted("std::__1::list<std::__cxx11::basic_string<char>>"), "std.list.std.string");
    EXPECT_EQ(dotted("std::basic_string<wchar_t>"), "std.basic_string.wchar_t");
    EXPECT_EQ(dotted("outlay::v0_1_0::acme::plan"), "acme.plan");
    EXPECT_EQ(dotted("outlay::acme::plan"), "acme.plan");
}

TEST(type_name, of_a_template_without_its_arguments_ends_before_them)
{
    using outlay::detail::without_arguments;
    EXPECT_EQ(without_arguments("acme::box<a<b>, c>"), "acme::box");
    EXPECT_EQ(without_arguments("acme::plan"), "acme::plan");
    EXPECT_EQ(without_arguments("a>"), "") << "no name of a type";
}

TEST(type_name, has_no_trace_of_an_unnamed_namespace)
{
    EXPECT_EQ(type_name<hidden>(), "type_name_test.hidden");
    EXPECT_EQ(type_name<hidden_box<hidden>>(), "type_name_test.hidden_box.type_name_test.hidden");
}

TEST(type_name, is_that_of_the_model)
{
    EXPECT_EQ(type_name<named>(), "my-Plan.2");
    EXPECT_EQ((type_name<pack<int, int>>()), "twins");
    EXPECT_EQ(type_name<box<named>>(), "type_name_test.box.my-Plan.2");
}

TEST(type_name, of_a_template_leaves_out_default_arguments)
{
    EXPECT_EQ(type_name<box<plan>>(), "type_name_test.box.type_name_test.plan");
    EXPECT_EQ((type_name<box<plan, std::vector<plan>>>()), "type_name_test.box.type_name_test.plan");
    EXPECT_EQ((type_name<box<plan, int>>()), "type_name_test.box.type_name_test.plan.int32");
    EXPECT_EQ((type_name<pack<plan, bool>>()), "type_name_test.pack.type_name_test.plan.bool");
    EXPECT_EQ(type_name<pack<>>(), "type_name_test.pack");
    EXPECT_EQ(type_name<all_default<>>(), "type_name_test.all_default");
    EXPECT_EQ(type_name<box<box<std::string>>>(), "type_name_test.box.type_name_test.box.std.string");
    EXPECT_EQ(type_name<box<outlay::decimal>>(), "type_name_test.box.decimal");
}

TEST(type_name, of_a_template_of_values_has_them_without_suffixes)
{
    EXPECT_EQ((type_name<sized<plan, 3>>()), "type_name_test.sized.type_name_test.plan.3");
    EXPECT_EQ((type_name<number<7>>()), "type_name_test.number.7");
    // Compilers may spell the type of the value.
    EXPECT_EQ(outlay::detail::dotted("acme::number<0UL>"), "acme.number.0");
    EXPECT_EQ(outlay::detail::dotted("acme::number<90ul>"), "acme.number.90");
    EXPECT_EQ((type_name<sized<std::string, 3>>()), "type_name_test.sized.std.string.3");
}

TEST(type_name, of_a_class_in_a_template_has_the_arguments_of_that)
{
    EXPECT_EQ(type_name<box<plan>::inside>(), "type_name_test.box.type_name_test.plan.inside");
    EXPECT_EQ(type_name<box<std::string>::inside>(), "type_name_test.box.std.string.inside");
    EXPECT_EQ(type_name<box<plan>::box_inside<int>>(), "type_name_test.box.type_name_test.plan.box_inside.int32");
}

TEST(type_name, of_a_type_of_the_standard_library_has_nothing_of_its_implementation)
{
    EXPECT_EQ(type_name<std::string>(), "std.string");
    EXPECT_EQ(type_name<std::pmr::string>(), "std.string");
    EXPECT_EQ(type_name<std::vector<std::string>>(), "std.vector.std.string");
    EXPECT_EQ(type_name<std::pmr::vector<int>>(), "std.vector.int32");
    EXPECT_EQ(type_name<std::list<plan>>(), "std.list.type_name_test.plan");
    EXPECT_EQ(type_name<std::optional<plan>>(), "std.optional.type_name_test.plan");
    EXPECT_EQ((type_name<std::map<std::string, plan>>()), "std.map.std.string.type_name_test.plan");
    EXPECT_EQ((type_name<std::unordered_map<std::string, bool>>()), "std.unordered_map.std.string.bool");
    EXPECT_EQ((type_name<std::map<int, int, std::greater<>>>()), "std.map.int32.int32.std.greater");
    EXPECT_EQ((type_name<std::array<std::string, 3>>()), "std.array.std.string.3");
    EXPECT_EQ((type_name<std::pair<int, std::string>>()), "std.pair.int32.std.string");
    EXPECT_EQ((type_name<std::tuple<plan, std::vector<plan>>>()),
              "std.tuple.type_name_test.plan.std.vector.type_name_test.plan");
    EXPECT_EQ((type_name<std::variant<int, std::string>>()), "std.variant.int32.std.string");
}

TEST(type_name, of_a_number_has_its_bits)
{
    EXPECT_EQ(type_name<std::int64_t>(), "int64");
    EXPECT_EQ(type_name<long long>(), "int64");
    EXPECT_EQ(type_name<std::uint8_t>(), "uint8");
    EXPECT_EQ(type_name<std::int16_t>(), "int16");
    EXPECT_EQ(type_name<bool>(), "bool");
    EXPECT_EQ(type_name<char>(), "char");
    EXPECT_EQ(type_name<double>(), "double");
}

TEST(type_title, is_the_last_part_of_the_name_in_words)
{
    using outlay::detail::title_of, outlay::detail::compilers_name;
    EXPECT_EQ(title_of("outlay::amazon::campaign_usage_request"), "Campaign usage request");
    EXPECT_EQ(title_of(compilers_name<box<std::string>>()), "Box");
    EXPECT_EQ(title_of(compilers_name<box<std::string>::inside>()), "Inside");
    EXPECT_EQ(title_of(compilers_name<box<plan>::box_inside<plan>>()), "Box inside");
    EXPECT_EQ(title_of(compilers_name<hidden>()), "Hidden");
    EXPECT_EQ(title_of("<lambda()>"), "") << "all of it is in brackets";
}

// The names of functions as MSVC spells them, by its documentation: no test runs there.
TEST(type_name, as_msvc_spells_it_is_the_same)
{
    using outlay::detail::dotted, outlay::detail::title_of, outlay::detail::type_in;
    auto const signature = [](std::string const& type) {
        return "class std::basic_string_view<char,struct std::char_traits<char> > __cdecl "
               "outlay::v0_1_0::detail::function_name<" +
               type + ">(void) noexcept";
    };
    auto const type = [signature](std::string const& spelled) {
        return std::string(type_in(signature(spelled), signature("int")));
    };
    EXPECT_EQ(type("double"), "double");
    EXPECT_EQ(type("struct plan"), "plan");
    EXPECT_EQ(type("enum acme::colour"), "acme::colour");
    EXPECT_EQ(dotted(type("struct acme::box<struct acme::plan>::inside")), "acme.box.acme.plan.inside");
    EXPECT_EQ(dotted(type("class acme::`anonymous namespace'::hidden")), "acme.hidden");
    EXPECT_EQ(title_of(type("struct ad_plan")), "Ad plan");
    EXPECT_EQ(title_of(type("struct acme::box<struct acme::plan>")), "Box");
}

static_assert(outlay::detail::is_type_name("my-Plan_1.x"));
static_assert(!outlay::detail::is_type_name(""));
static_assert(!outlay::detail::is_type_name("my plan"));
static_assert(!outlay::detail::is_type_name("my/plan"));

} // namespace type_name_test
