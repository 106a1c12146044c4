// expect: an operation with partials<> needs: static std::pair<success, refusal> split\(row\)
// expect: an operation with successes_and_refusals<> needs: static bool is_refusal\(row const&\)
// expect: by_id needs the id of an item: ids
// expect: by_id needs the id of every kind of row: ids
#include <cstddef>
#include <outlay/http.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace http = outlay::http;

struct endpoint {
    static http::rejection rejection_of(http::response const&);
};

struct item {
    std::string name;
};
struct row {
    std::string name;
};
struct body {
    std::vector<item> items;
};
struct reply {
    std::vector<row> done_in_part;
    std::vector<row> others;
};

struct create_plans {
    using endpoint_type = endpoint;
    using result_type = outlay::batch<row, row>;
    using body_type = body;
    using reply_type = reply;
    static constexpr std::size_t items_per_call = 50;
    static constexpr auto body_items = &body::items;
    static constexpr auto rows =
        std::tuple{outlay::partials<&reply::done_in_part>, outlay::successes_and_refusals<&reply::others>};
    static constexpr auto matching = outlay::matching::by_id;
#ifdef OUTLAY_CONTROL
    static constexpr auto ids = std::tuple{&item::name, &row::name};
    static std::pair<row, row> split(row);
    static bool is_refusal(row const&);
#endif
    std::vector<item>& items();
    outlay::result<http::request> request(endpoint const&) const;
    static bool accepts(int);
    bool may_repeat() const;
};

static_assert(http::check_operation<create_plans>());
