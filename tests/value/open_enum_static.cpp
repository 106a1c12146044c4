#include <boost/describe/enum.hpp>
#include <optional>
#include <outlay/value/open_enum.hpp>
#include <type_traits>

namespace open_enum_static {

BOOST_DEFINE_ENUM_CLASS(policy, date_range, monthly_recurring)
BOOST_DEFINE_ENUM_CLASS(site, us1, eu1, us1_fed)
BOOST_DEFINE_ENUM_CLASS(reason, short_one, one_that_is_longer_than_the_sixty_four_characters_of_nearly_all_others)
enum class undescribed { a };
enum class longer { described, renamed, added };
BOOST_DESCRIBE_ENUM(longer, described, renamed)

} // namespace open_enum_static

template<>
struct outlay::model<open_enum_static::site> {
    static constexpr auto naming = wire_case::kebab;
    static constexpr std::tuple members{rename<open_enum_static::site::us1_fed>("gov")};
};

template<>
struct outlay::model<open_enum_static::longer> {
    static constexpr std::tuple members{rename<open_enum_static::longer::added>("ADDED"),
                                        rename<open_enum_static::longer::renamed>("NEW")};
};

namespace open_enum_static {

using outlay::open_enum;
using enum policy;

static_assert(!outlay::described_enum<undescribed> && !outlay::described_enum<int>);

constexpr open_enum<policy> known = monthly_recurring;
static_assert(known.is_known() && known.value() == monthly_recurring && known.known() == monthly_recurring);
static_assert(known.text() == "MONTHLY_RECURRING");
static_assert(known == monthly_recurring && monthly_recurring == known && known != date_range);
static_assert(open_enum<policy>() == date_range);
static_assert(std::optional<open_enum<policy>>(date_range) == date_range);
static_assert(std::optional<open_enum<policy>>() != date_range);

static_assert(open_enum<policy>::from_text("DATE_RANGE") == date_range);
static_assert(open_enum<reason>::from_text("SHORT_ONE") == reason::short_one);
static_assert(open_enum<reason>(reason::one_that_is_longer_than_the_sixty_four_characters_of_nearly_all_others)
                  .text() == "ONE_THAT_IS_LONGER_THAN_THE_SIXTY_FOUR_CHARACTERS_OF_NEARLY_ALL_OTHERS");
static_assert(open_enum<site>::from_text("gov") == site::us1_fed);
static_assert(open_enum<site>(site::us1_fed).text() == "gov");
static_assert(open_enum<policy>(date_range) < open_enum<policy>(monthly_recurring)); // DATE.. < MONTHLY..
static_assert(open_enum<site>(site::eu1) < open_enum<site>(site::us1));              // by text, not by position

// A rename describes an enumerator that the description lacks.
static_assert(outlay::detail::enum_table<longer>.size() == 3);
static_assert(open_enum<longer>::from_text("ADDED") == longer::added && outlay::enum_text(longer::added) == "ADDED");
static_assert(open_enum<longer>::from_text("NEW") == longer::renamed);
static_assert(open_enum<longer>(longer::described).text() == "DESCRIBED");

constexpr bool lives_on_the_stack()
{
    constexpr open_enum<policy> p = date_range;
    open_enum<policy> q = p;
    q = monthly_recurring;
    return p == date_range && q == monthly_recurring;
}
static_assert(lives_on_the_stack());

#if !defined(__clang__) || !defined(_GLIBCXX_RELEASE) || _GLIBCXX_RELEASE >= 13 // has constexpr strings
static_assert(!open_enum<policy>::from_text("YEARLY").is_known());
static_assert(!open_enum<policy>::from_text("YEARLY").known());
static_assert(open_enum<policy>::from_text("YEARLY").text() == "YEARLY");
static_assert(open_enum<policy>::from_text("YEARLY") == open_enum<policy>::from_text("YEARLY"));
static_assert(open_enum<policy>::from_text("YEARLY") != open_enum<policy>::from_text("WEEKLY"));
static_assert(open_enum<policy>::from_text("YEARLY") != date_range);
static_assert(!open_enum<policy>::from_text("date_range").is_known()); // case matters
static_assert(!open_enum<policy>::from_text("").is_known());
#endif

static_assert(std::is_convertible_v<policy, open_enum<policy>>);
static_assert(!std::is_constructible_v<open_enum<policy>, char const*>);
static_assert(!std::is_constructible_v<open_enum<policy>, site>);
static_assert(!std::is_convertible_v<open_enum<policy>, policy>);
static_assert(std::is_nothrow_move_constructible_v<open_enum<policy>>);
static_assert(std::is_nothrow_move_assignable_v<open_enum<policy>>);
static_assert(sizeof(open_enum<policy>) == 2 * sizeof(void*));

} // namespace open_enum_static
