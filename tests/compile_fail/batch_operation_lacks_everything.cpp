// expect: a batch operation needs: result<http::request> request\(endpoint_type const&\) const
// expect: a batch operation's result_type must be a batch<>
// expect: a batch operation needs: std::vector<item>& items\(\)
// expect: a batch operation needs: body_type
// expect: a batch operation needs: reply_type
// expect: a batch operation needs: rows, a tuple of successes<...>, refusals<...>
#include <cstddef>
#include <outlay/http.hpp>
#include <tuple>
#include <vector>

namespace http = outlay::http;

struct endpoint {
    static http::rejection rejection_of(http::response const&);
};

struct plan {
    std::size_t index = 0;
};
struct body {
    std::vector<plan> plans;
};
struct reply {
    std::vector<plan> done;
};

struct create_plans {
    using endpoint_type = endpoint;
    static constexpr std::size_t items_per_call = 50;
#ifdef OUTLAY_CONTROL
    using result_type = outlay::batch<plan, plan>;
    using body_type = body;
    using reply_type = reply;
    static constexpr auto body_items = &body::plans;
    static constexpr auto rows = std::tuple{outlay::successes<&reply::done>};
    std::vector<plan>& items();
    outlay::result<http::request> request(endpoint const&) const;
#else
    using result_type = outlay::result<reply>;
#endif
    static bool accepts(int);
    bool may_repeat() const;
};

static_assert(http::check_operation<create_plans>());
