#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>
#include <memory>
#include <outlay/value.hpp>
#include <sstream>
#include <string>
#include <utility>

namespace {

using outlay::error, outlay::error_kind, outlay::report, outlay::result;
using namespace outlay::literals;

struct unprintable {
    int n = 0;
    friend bool operator==(unprintable, unprintable) = default;
};

error refused() { return {error_kind::http, "rate_limited", "HTTP 429: too many requests", 429}; }

error two_reasons()
{
    report found;
    found.add({.pointer = "/name", .code = "length", .message = "too short"});
    found.add({.pointer = "/state", .code = "enum", .message = "not a state"});
    return {error_kind::invalid, std::move(found)};
}

result<outlay::decimal> positive(outlay::decimal d)
{
    if (d <= 0_dec) return error(error_kind::invalid, "sign", "not positive");
    return d;
}

template<class T>
std::string printed(T const& value)
{
    std::ostringstream out;
    out << value;
    return out.str();
}

TEST(Error, HasTheStatusOfItsAnswer)
{
    EXPECT_EQ(refused().http_status(), 429);
    EXPECT_EQ(error(error_kind::transport, "timeout", "no answer within 5 s").http_status(), std::nullopt);
    EXPECT_EQ(refused().message(), "HTTP 429: too many requests");

    EXPECT_EQ(refused(), refused());
    EXPECT_NE(refused(), error(error_kind::http, "rate_limited", "HTTP 429: too many requests"));
}

TEST(Error, WithAnotherReportIsOfTheSameKindAndStatus)
{
    error const longer = refused().with_report(two_reasons().report());

    EXPECT_EQ(longer.kind(), error_kind::http);
    EXPECT_EQ(longer.http_status(), 429);
    EXPECT_EQ(longer.report(), two_reasons().report());
}

TEST(Result, PrintsItsValueOrItsErrorsReasons)
{
    EXPECT_EQ(printed(positive(12.50_dec)), "12.50");
    EXPECT_EQ(printed(positive(-1_dec)), "error: not positive");
    EXPECT_EQ(printed(result<int>(two_reasons())), "error: /name: too short\n/state: not a state");
    EXPECT_EQ(printed(result<int>(error(error_kind::limit, report()))), "error: limit") << "without a reason";
    EXPECT_EQ(printed(result<unprintable>(unprintable())), "a value");
    EXPECT_EQ(printed(result<unprintable>(refused())), "error: HTTP 429: too many requests");
    EXPECT_EQ(printed(result<void>()), "done");
    EXPECT_EQ(printed(result<void>(refused())), "error: HTTP 429: too many requests");
    int const n = 7;
    EXPECT_EQ(printed(result<int const&>(n)), "7");
}

TEST(Result, PrintsItselfInGoogleTest)
{
    EXPECT_EQ(testing::PrintToString(positive(12.50_dec)), "12.50");
    EXPECT_EQ(testing::PrintToString(result<int>(two_reasons())), "error: /name: too short\n/state: not a state");
    EXPECT_EQ(testing::PrintToString(result<unprintable>(unprintable())), "a value");
    EXPECT_EQ(testing::PrintToString(result<void>()), "done");
    EXPECT_NONFATAL_FAILURE(EXPECT_EQ(result<unprintable>(unprintable{1}), unprintable{2}), "a value");

    EXPECT_NONFATAL_FAILURE(EXPECT_TRUE(result<int>(two_reasons())), "error: /name: too short\n/state: not a state");
    EXPECT_NONFATAL_FAILURE(EXPECT_TRUE(positive(-1_dec)), "not positive");
    EXPECT_NONFATAL_FAILURE(EXPECT_EQ(positive(-1_dec), 1_dec), "error: not positive");
    EXPECT_NONFATAL_FAILURE(EXPECT_EQ(positive(2_dec), 1_dec), "2");
    EXPECT_TRUE(positive(1_dec));
    EXPECT_FALSE(positive(-1_dec));
    EXPECT_TRUE(result<void>());
}

TEST(Result, ThrowsTheErrorWhereItsValueIsTakenForGranted)
{
    EXPECT_EQ(positive(2_dec).value(), 2_dec);
    try {
        static_cast<void>(positive(-1_dec).value());
        FAIL() << "did not throw";
    } catch (outlay::error_exception const& e) {
        EXPECT_STREQ(e.what(), "not positive");
        EXPECT_EQ(e.why(), positive(-1_dec).error());
    }
    EXPECT_THROW(result<void>(refused()).value(), outlay::error_exception);
    EXPECT_THROW(static_cast<void>(result<int&>(refused()).value()), outlay::error_exception);
    EXPECT_NO_THROW(result<void>().value());
}

TEST(Result, OfAnotherTypeIsConverted)
{
    result<std::string> const name = result<char const*>("budget");
    EXPECT_EQ(name, "budget");
    result<std::string> const none = result<char const*>(refused());
    EXPECT_EQ(none.error(), refused());
}

TEST(Result, ReturnsItsValue)
{
    result<std::string> name = "budget";
    name->append("s");
    EXPECT_EQ(name.value_or("none"), "budgets");
    name = refused();
    EXPECT_EQ(name.operator->(), nullptr);
    EXPECT_EQ(name.value_or("none"), "none");

    int n = 1;
    result<int&>(n).value() = 2;
    EXPECT_EQ(n, 2);
    *result<void>(); // checks that there is no error
}

TEST(Result, GoesOnWithItsValue)
{
    auto const length = [](std::string const& text) { return text.size(); };
    EXPECT_EQ(result<std::string>("budget").transform(length), 6U);
    EXPECT_EQ(result<std::string>(refused()).transform(length).error(), refused());

    EXPECT_EQ(outlay::decimal::parse("12.50").and_then(positive), 12.50_dec);
    EXPECT_EQ(outlay::decimal::parse("-12.50").and_then(positive).error().message(), "not positive");
    EXPECT_EQ(outlay::decimal::parse("x").and_then(positive), outlay::decimal::parse("x")) << "positive() not called";
}

TEST(Result, GoesOnWithItsError)
{
    auto const none = [](error const& why) -> result<outlay::decimal> {
        if (why.http_status() == 404) return 0_dec;
        return why;
    };
    result<outlay::decimal> const absent = error(error_kind::http, "not_found", "HTTP 404", 404);
    EXPECT_EQ(absent.or_else(none), 0_dec);
    EXPECT_EQ(result<outlay::decimal>(refused()).or_else(none).error(), refused());
    EXPECT_EQ(result<outlay::decimal>(1_dec).or_else(none), 1_dec);

    auto const in_words = [](error const&) { return two_reasons(); };
    EXPECT_EQ(absent.transform_error(in_words).error(), two_reasons());
    EXPECT_EQ(result<outlay::decimal>(1_dec).transform_error(in_words), 1_dec);

    EXPECT_EQ(absent.value_or(5_dec), 5_dec);
    EXPECT_EQ(result<std::string>("a").value_or("b"), "a");
    EXPECT_EQ(result<std::string>(refused()).value_or("b"), "b");
}

TEST(Result, OfATemporaryIsMovedAndNotCopied)
{
    using pointer = std::unique_ptr<int>;
    auto const made = [](error const&) -> result<pointer> { return std::make_unique<int>(2); };
    auto const same = [](pointer p) { return p; };
    auto const same_result = [](pointer p) -> result<pointer> { return p; };

    EXPECT_EQ(**result<pointer>(std::make_unique<int>(1)).transform(same), 1);
    EXPECT_EQ(**result<pointer>(std::make_unique<int>(1)).and_then(same_result), 1);
    EXPECT_EQ(**result<pointer>(std::make_unique<int>(1)).or_else(made), 1);
    EXPECT_EQ(**result<pointer>(refused()).or_else(made), 2);
    EXPECT_EQ(**result<pointer>(std::make_unique<int>(1)).transform_error([](error e) { return e; }), 1);
    pointer const otherwise_null = result<pointer>(std::make_unique<int>(1)).value_or(nullptr);
    EXPECT_EQ(*otherwise_null, 1);

    // A named result is moved from only with std::move.
    result<std::string> name = "a name too long for the short string optimisation";
    EXPECT_EQ(name.transform([](std::string const& text) { return text.size(); }), name->size());
    EXPECT_FALSE(name->empty());
    EXPECT_FALSE(std::move(name).transform([](std::string text) { return text; })->empty());
    EXPECT_TRUE(name->empty()); // NOLINT(bugprone-use-after-move): the test is about this
}

TEST(Result, KeepsItsErrorWhereNoValueCanBeMade)
{
    struct throws {
        explicit throws(bool now)
        {
            if (now) throw std::runtime_error("no");
        }
    };
    result<throws> r = refused();
    EXPECT_THROW(r.emplace(true), std::runtime_error);
    ASSERT_TRUE(r.has_error());
    EXPECT_EQ(r.error(), refused());

    r.emplace(false);
    ASSERT_TRUE(r.has_value());
    EXPECT_EQ(r.error(), error());
    EXPECT_THROW(r.emplace(true), std::runtime_error);
    EXPECT_TRUE(r.has_error()) << "the old value is gone";
}

TEST(Result, IsAnErrorOfItsParts)
{
    result<int> const r(error_kind::limit, "too_many", "more than 3");
    ASSERT_FALSE(r.has_value());
    EXPECT_EQ(r.error().kind(), error_kind::limit);
    EXPECT_EQ(r.error().report()[0].code, "too_many");
    EXPECT_EQ(r.error().message(), "more than 3");
}

TEST(ResultDeathTest, ChecksThatThereIsAValue)
{
#if !defined(NDEBUG)
    result<int> const r = refused();
    EXPECT_DEATH(static_cast<void>(*r), "has_value");
    EXPECT_DEATH(*result<void>(refused()), "has_value");
    EXPECT_EQ(r.operator->(), nullptr);
#else
    GTEST_SKIP() << "BOOST_ASSERT is off";
#endif
}

} // namespace
