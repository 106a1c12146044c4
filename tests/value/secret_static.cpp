#include <concepts>
#include <outlay/value/secret.hpp>
#include <string>
#include <string_view>
#include <type_traits>

namespace {

using outlay::secret;

// In from any text; out only by its name.
static_assert(std::is_convertible_v<char const*, secret>);
static_assert(std::is_convertible_v<char const (&)[6], secret>);
static_assert(std::is_convertible_v<std::string, secret>);
static_assert(std::is_convertible_v<std::string const&, secret>);
static_assert(std::is_convertible_v<std::string_view, secret>);
static_assert(!std::is_constructible_v<secret, std::nullptr_t>);
static_assert(!std::is_convertible_v<secret, std::string> && !std::is_constructible_v<std::string, secret>);
static_assert(!std::is_constructible_v<std::string_view, secret>);

static_assert(std::equality_comparable<secret> && !std::totally_ordered<secret>);
static_assert(std::equality_comparable_with<secret, secret const&>);

static_assert(std::is_copy_constructible_v<secret> && std::is_copy_assignable_v<secret>);
static_assert(std::is_nothrow_default_constructible_v<secret>);
static_assert(std::is_nothrow_move_constructible_v<secret> && std::is_nothrow_move_assignable_v<secret>);
static_assert(std::is_nothrow_constructible_v<secret, std::string>);
static_assert(sizeof(secret) == sizeof(std::string));

struct endpoint {
    std::string client_id;
    secret access_token;
    std::string profile_id;
};
static_assert(requires { endpoint{"client", "token", "profile"}; });

} // namespace
