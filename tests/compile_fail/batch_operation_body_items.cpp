// expect: a batch operation needs: body_items, a pointer to the member of body_type that is the vector of items
// expect: rows of successes<> must be of the success type of result_type
// expect: rows of refusals<> must be of the refusal type of result_type
#include <cstddef>
#include <outlay/http.hpp>
#include <string>
#include <tuple>
#include <vector>

namespace http = outlay::http;

struct endpoint {
    static http::rejection rejection_of(http::response const&);
};

struct row {
    std::size_t index = 0;
};
struct why {
    std::size_t index = 0;
};
struct body {
    std::vector<std::string> names;
    std::vector<int> numbers;
};
struct reply {
    std::vector<row> done;
    std::vector<why> refused;
};

struct create_plans {
    using endpoint_type = endpoint;
    using body_type = body;
    using reply_type = reply;
    static constexpr std::size_t items_per_call = 50;
#ifdef OUTLAY_CONTROL
    using result_type = outlay::batch<row, why>;
    static constexpr auto body_items = &body::names;
#else
    using result_type = outlay::batch<why, row>;
    static constexpr auto body_items = &body::numbers;
#endif
    static constexpr auto rows = std::tuple{outlay::successes<&reply::done>, outlay::refusals<&reply::refused>};
    std::vector<std::string>& items();
    outlay::result<http::request> request(endpoint const&) const;
    static bool accepts(int);
    bool may_repeat() const;
};

static_assert(http::check_operation<create_plans>());
