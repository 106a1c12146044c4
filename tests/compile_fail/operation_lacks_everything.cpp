// expect: an operation needs: endpoint_type
// expect: an operation needs: result_type
// expect: an operation needs: static bool accepts\(int status\)
// expect: an operation needs: bool may_repeat\(\) const
#include <outlay/http.hpp>

namespace http = outlay::http;

struct endpoint {
    static http::rejection rejection_of(http::response const&);
};

struct delete_plan {
#ifdef OUTLAY_CONTROL
    using endpoint_type = endpoint;
    using result_type = outlay::result<void>;
    static bool accepts(int);
    bool may_repeat() const;
#endif
    outlay::result<http::request> request(endpoint const&) const;
};

static_assert(http::check_operation<delete_plan>());
