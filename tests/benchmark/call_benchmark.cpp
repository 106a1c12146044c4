// The cost of a call of 100 items besides writing its request and reading its reply: the transport responds at once.

#include "suite.hpp"

#include <cstddef>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <string>
#include <vector>

namespace {

namespace ads = outlay::amazon;

/// The ids of the reply, in its order.
std::vector<ads::campaign_id> ids_of(ads::campaign_usage_reply const& reply)
{
    std::vector<ads::campaign_id> ids(reply.success.size() + reply.error.size());
    for (ads::campaign_usage const& row : reply.success) ids[*row.index] = *row.campaign_id;
    for (ads::usage_error const& row : reply.error) ids[*row.index] = *row.campaign_id;
    return ids;
}

struct canned_transport {
    outlay::http::response const& answer;

    outlay::http::response operator()(outlay::http::request const& sent) const
    {
        keep(sent.body);
        return answer;
    }
};

contest call_contest()
{
    static sample const from = make_sample(payload::usage, form::pretty, 100);
    static auto const reply = outlay::decode<ads::campaign_usage_reply>(from.text).value();
    static std::vector<ads::campaign_id> const ids = ids_of(reply);
    static outlay::http::response const answer{
        207, {{"Content-Type", "application/vnd.spcampaignbudgetusage.v1+json"}}, from.text};
    static ads::client client{canned_transport{answer},
                              ads::endpoint{.region = ads::region::europe,
                                            .client_id = "amzn1.application-oa2-client.0123456789abcdef",
                                            .access_token = std::string(350, 't'),
                                            .profile_id = "1234567890123456"}};
    static auto const by_call = [] { return client.campaign_budget_usage(ads::ad_product::sponsored_products, ids); };
    // With the same copies of the ids and of the body, which are those of the caller and of the transport.
    static auto const by_hand = [] {
        ads::campaign_usage_request const request{ids};
        keep(outlay::encode(request));
        outlay::http::response const got = answer;
        return outlay::decode<ads::campaign_usage_reply>(got.body).value();
    };
    auto const all = by_call();
    require(all.size() == ids.size() && all.count_succeeded() == reply.success.size() &&
                all.count_refused() == reply.error.size(),
            "a call has other outcomes than the reply");
    require(by_hand() == reply, "outlay reads other values");
    return {.name = "call",
            .candidates = {{.row = "by_hand", .bytes = from.text.size(), .run = [] { keep(by_hand()); }},
                           {.row = "call", .bytes = from.text.size(), .run = [] { keep(by_call()); }}}};
}

registered const call_registered(call_contest);

} // namespace
