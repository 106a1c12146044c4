#include <array>
#include <cstddef>
#include <cstring>
#include <gtest/gtest.h>
#include <memory>
#include <new>
#include <outlay/value/secret.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace secret_test {

using outlay::secret;

constexpr char const* brief = "hunter2"; // fits the buffer within a string
constexpr char const* lengthy = "a secret that is too long for the buffer within a string";

/// The bytes of an object, read as they are in memory.
template<std::size_t Size>
std::string bytes_at(void const* where)
{
    std::string bytes;
    for (std::size_t i = 0; i < Size; ++i) bytes += static_cast<char const volatile*>(where)[i];
    return bytes;
}

bool holds(std::string_view bytes, std::string_view text) { return bytes.find(text) != std::string_view::npos; }

TEST(secret, is_revealed_on_request)
{
    EXPECT_EQ(secret(brief).reveal(), brief);
    EXPECT_EQ(secret(std::string(lengthy)).reveal(), lengthy);
    EXPECT_TRUE(secret().empty());
    EXPECT_FALSE(secret(brief).empty());
}

TEST(secret, prints_as_stars)
{
    std::ostringstream out;
    out << secret(brief) << ' ' << secret();
    EXPECT_EQ(out.str(), "*** ***");
    EXPECT_EQ(testing::PrintToString(secret(brief)), "***");
}

TEST(secret, is_the_same_after_copying_and_moving)
{
    for (char const* const text : {brief, lengthy}) {
        secret original = text;
        secret copy = original;
        EXPECT_EQ(copy, original);
        secret const moved = std::move(original);
        EXPECT_EQ(moved.reveal(), text);
        copy = "other";
        copy = moved;
        EXPECT_EQ(copy.reveal(), text);
        secret& self = copy;
        copy = self;
        EXPECT_EQ(copy.reveal(), text);
    }
}

TEST(secret, leaves_nothing_in_a_moved_from_object)
{
    secret from = brief;
    ASSERT_TRUE(holds(bytes_at<sizeof(secret)>(&from), brief));
    secret to = std::move(from);
    EXPECT_FALSE(holds(bytes_at<sizeof(secret)>(&from), "unter2"));
    EXPECT_TRUE(from.empty());

    secret assigned;
    assigned = std::move(to);
    EXPECT_FALSE(holds(bytes_at<sizeof(secret)>(&to), "unter2"));
    EXPECT_EQ(assigned.reveal(), brief);
}

TEST(secret, leaves_nothing_in_the_string_it_was_made_of)
{
    std::string text = brief;
    secret const s = std::move(text);
    EXPECT_FALSE(holds(bytes_at<sizeof text>(&text), "unter2"));
    EXPECT_EQ(s.reveal(), brief);
}

TEST(secret, leaves_nothing_when_assigned_or_destroyed)
{
    alignas(secret) std::array<unsigned char, sizeof(secret)> memory{};
    auto* const s = new (memory.data()) secret(brief);
    *s = "x";
    EXPECT_FALSE(holds(bytes_at<sizeof(secret)>(memory.data()), "unter2"));
    *s = brief;
    ASSERT_TRUE(holds(bytes_at<sizeof(secret)>(memory.data()), brief));
    std::destroy_at(s);
    EXPECT_FALSE(holds(bytes_at<sizeof(secret)>(memory.data()), "unter2"));
}

TEST(secret, is_hashed_as_it_compares)
{
    std::unordered_set<secret> const secrets{brief, lengthy};
    EXPECT_TRUE(secrets.contains(lengthy));
    EXPECT_FALSE(secrets.contains("other"));
}

RC_GTEST_PROP(secret, is_equal_when_the_texts_are, (std::string const& a, std::string const& b))
{
    RC_ASSERT((secret(a) == secret(b)) == (a == b));
    RC_ASSERT(secret(a) == secret(a));
    RC_ASSERT(secret(a + "x") != secret(a + "y"));
    RC_ASSERT(secret(a) != secret(a + "x"));
}

} // namespace secret_test
