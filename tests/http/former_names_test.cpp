#include <boost/describe/class.hpp>
#include <boost/json/object.hpp>
#include <chrono>
#include <cstddef>
#include <gtest/gtest.h>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <tuple>

// Names of version 0.1 that are deprecated in 0.2: programs that use them still compile, and do the same.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace former_names_test {

namespace http = outlay::http;

struct endpoint {
    outlay::result<http::request> start(http::method method, std::string_view path) const
    {
        return http::make_request(method, "https://api.acme.example", path, {});
    }
    static http::refusal refusal_of(http::response const& response)
    {
        return {.text = response.body, .is_transient = response.status == 400, .is_told = true};
    }
};

struct get_plan {
    using endpoint_type = former_names_test::endpoint;
    using result_type = outlay::result<void>;

    static outlay::result<http::request> request(endpoint const& at) { return at.start(http::method::get, "/plan"); }
    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};
static_assert(http::check_operation<get_plan>());

TEST(former_names, of_rejections_are_those_of_an_endpoint)
{
    std::size_t calls = 0;
    auto server = [&calls](http::request const&) {
        ++calls;
        return http::response{.status = 400, .body = "later"};
    };
    auto const done = http::call(server, endpoint(), get_plan(),
                                 {.retry = {.attempts = 3}, .sleep = [](std::chrono::milliseconds) {}});
    EXPECT_EQ(done.error().message(), "400 Bad Request: later\ngiven up after 3 attempts");
    EXPECT_EQ(calls, 3u);
    http::rejection const converted = http::refusal{.text = "a", .is_told = true, .is_final = true};
    EXPECT_TRUE(converted.is_vendor_error);
    EXPECT_TRUE(converted.is_final);
    EXPECT_FALSE(converted.is_in_doubt);
}

/// A rule whose function for the schema has the name of version 0.1.
struct even {
    static constexpr std::string_view code = "even";
    static constexpr bool holds(int value) noexcept { return value % 2 == 0; }
    static std::string expected() { return "an even number"; }
    static std::string found(int value) { return std::to_string(value); }
    static bool tell(outlay::facts& to)
    {
        to.title = "an even number";
        return true;
    }
};
struct pair_count {
    int shoes = 0;
};
BOOST_DESCRIBE_STRUCT(pair_count, (), (shoes))

} // namespace former_names_test

template<>
struct outlay::model<former_names_test::pair_count> {
    static constexpr auto members =
        std::tuple{member<&former_names_test::pair_count::shoes>(former_names_test::even())};
};

namespace former_names_test {

TEST(former_names, of_the_schema_of_a_rule_are_found)
{
    auto const schema = outlay::json_schema<pair_count>();
    EXPECT_EQ(schema.at("properties").at("shoes").at("title"), "an even number");
    EXPECT_FALSE(schema.at("properties").at("shoes").as_object().contains("description"));
}

} // namespace former_names_test
