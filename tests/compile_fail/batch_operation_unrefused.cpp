// expect: an operation's unrefused must be: static std::optional<success> unrefused
#include <cstddef>
#include <optional>
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
    std::vector<std::string> items;
};
struct reply {
    std::vector<row> refused;
};

struct create_plans {
    using endpoint_type = endpoint;
    using result_type = outlay::batch<row, row>;
    using body_type = body;
    using reply_type = reply;
    static constexpr std::size_t items_per_call = 50;
    static constexpr auto body_items = &body::items;
    static constexpr auto rows = std::tuple{outlay::refusals<&reply::refused>};
#ifdef OUTLAY_CONTROL
    static std::optional<row> unrefused(reply const&);
#else
    static row unrefused(reply const&);
#endif
    std::vector<std::string>& items();
    outlay::result<http::request> request(endpoint const&) const;
    static bool accepts(int);
    bool may_repeat() const;
};

static_assert(http::check_operation<create_plans>());
