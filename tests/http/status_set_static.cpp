#include <concepts>
#include <optional>
#include <outlay/http/retry.hpp>
#include <outlay/http/status_set.hpp>
#include <type_traits>

namespace {

using outlay::http::default_repeat;
using outlay::http::retry_policy;
using outlay::http::status_set;

constexpr status_set some{408, 429, 500};
static_assert(some.contains(408) && some.contains(429) && some.contains(500));
static_assert(!some.contains(407) && !some.contains(409) && !some.contains(499) && !some.contains(501));
static_assert(some.size() == 3 && !some.empty());

// The first and the last status, and numbers beyond.
static_assert(status_set{100}.contains(100) && status_set{599}.contains(599));
static_assert([] {
    status_set all;
    for (int status = 100; status <= 599; ++status) all |= {status};
    bool is_right = all.size() == 500;
    for (int const status : {-1, 0, 99, 600, 663, 664, 2'147'483'647, -2'147'483'647 - 1})
        is_right = is_right && !all.contains(status);
    for (int status = 100; status <= 599; ++status) {
        status_set const one{status};
        is_right = is_right && all.contains(status) && one.contains(status) && one.size() == 1;
        is_right = is_right && !all.without(status).contains(status) && all.without(status).size() == 499;
    }
    return is_right;
}());

static_assert(status_set().empty() && status_set{}.empty() && !status_set().contains(100));

// Neither order nor repetition makes a difference.
static_assert(status_set{429, 408, 429} == status_set{408, 429});
static_assert(some != status_set{408, 429});

static_assert((some | status_set{503, 429}) == status_set{408, 429, 500, 503});
static_assert((some | status_set()) == some);
static_assert(some.without({408, 503}) == status_set{429, 500});
static_assert(some.without(408, 503) == status_set{429, 500});
static_assert(some.without(some).empty());
static_assert(some.without(status_set()) == some);

static_assert(std::regular<status_set> && std::is_trivially_copyable_v<status_set> && sizeof(status_set) == 64);

static_assert(default_repeat.size() == 7 && default_repeat.contains(425) && !default_repeat.contains(501));

// In a policy it is the last member, and absent by default.
static_assert(!retry_policy{}.repeat);
static_assert(retry_policy{.attempts = 2, .repeat = default_repeat.without(500)}.repeat->size() == 6);
static_assert(retry_policy{.repeat = status_set{}}.repeat->empty());

} // namespace
