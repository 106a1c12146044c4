// expect: an operation needs: result<http::request> request\(endpoint_type const&\) const
// expect: an operation's result_type must be a result<>, or a batch<> if it has items_per_call
#include <outlay/http.hpp>

namespace http = outlay::http;

struct endpoint {
    static http::rejection rejection_of(http::response const&);
};

struct delete_plan {
    using endpoint_type = endpoint;
#ifdef OUTLAY_CONTROL
    using result_type = outlay::result<void>;
    outlay::result<http::request> request(endpoint const&) const;
#else
    using result_type = void;
    http::request request(endpoint const&) const; // an id may not fit into the URL: there are errors
#endif
    static bool accepts(int);
    bool may_repeat() const;
};

static_assert(http::check_operation<delete_plan>());
