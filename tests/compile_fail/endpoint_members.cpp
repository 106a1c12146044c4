// expect: an endpoint's tokens must be an http::token_source
// expect: an endpoint's sign must be an http::signer: result<void>\(http::request&\)
// expect: an endpoint's quota_of must be: static http::quota quota_of\(http::response const&,
// std::chrono::system_clock::time_point\)
// expect: an endpoint's json_type must be a string_view
#include <chrono>
#include <outlay/http.hpp>
#include <string>
#include <string_view>

namespace http = outlay::http;

struct endpoint {
    static http::rejection rejection_of(http::response const&);
#ifdef OUTLAY_CONTROL
    http::token_source tokens;
    http::signer sign;
    static http::quota quota_of(http::response const&, std::chrono::system_clock::time_point);
    static constexpr std::string_view json_type = "application/x-json";
#else
    std::string tokens;
    std::string sign;
    static http::quota quota_of(http::response const&); // not called: the times of some vendors need a clock
    static constexpr int json_type = 1;
#endif
};

struct delete_plan {
    using endpoint_type = endpoint;
    using result_type = outlay::result<void>;
    outlay::result<http::request> request(endpoint const&) const;
    static bool accepts(int);
    bool may_repeat() const;
};

static_assert(http::check_operation<delete_plan>());
