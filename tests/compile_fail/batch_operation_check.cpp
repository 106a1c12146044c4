// expect: a batch operation's check must be: report check\(item const&\) const
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
struct body {
    std::vector<std::string> names;
};
struct reply {
    std::vector<row> done;
};

struct create_plans {
    using endpoint_type = endpoint;
    using result_type = outlay::batch<row, row>;
    using body_type = body;
    using reply_type = reply;
    static constexpr std::size_t items_per_call = 50;
    static constexpr auto body_items = &body::names;
    static constexpr auto rows = std::tuple{outlay::successes<&reply::done>};
    std::vector<std::string>& items();
#ifdef OUTLAY_CONTROL
    outlay::report check(std::string const&) const;
#else
    bool check(std::string const&) const;
#endif
    outlay::result<http::request> request(endpoint const&) const;
    static bool accepts(int);
    bool may_repeat() const;
};

static_assert(http::check_operation<create_plans>());
