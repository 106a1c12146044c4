// expect: a paged operation needs: result<http::request> request\(endpoint_type const&, std::string_view cursor\) const
// expect: a paged operation's result_type must be result<listing<page_type>>
// expect: a paged operation needs: static std::optional<std::string> next\(page_type const&\)
// expect: a paged operation needs: rows, a pointer to the member of page_type that is the vector of rows
#include <optional>
#include <outlay/http.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace http = outlay::http;

struct endpoint {
    static http::rejection rejection_of(http::response const&);
};

struct page {
    std::vector<int> plans;
    int count = 0;
};

struct list_plans {
    using endpoint_type = endpoint;
    using page_type = page;
#ifdef OUTLAY_CONTROL
    using result_type = outlay::result<outlay::listing<page>>;
    static constexpr auto rows = &page::plans;
    static std::optional<std::string> next(page const&);
    outlay::result<http::request> request(endpoint const&, std::string_view cursor) const;
#else
    using result_type = outlay::result<page>;
    static constexpr auto rows = &page::count;
    outlay::result<http::request> request(endpoint const&) const;
#endif
    static bool accepts(int);
    bool may_repeat() const;
};

static_assert(http::check_operation<list_plans>());
