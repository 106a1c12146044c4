#ifdef COMPILE_BOOST_JSON
#include <boost/json/src.hpp>
#endif
#include <iostream>
#include <outlay/amazon.hpp>

int main()
{
    auto const reply = outlay::decode<outlay::amazon::campaign_usage_reply>(
        R"({"success": [{"campaignId": "87620914433571", "index": 0, "budget": 2500.00, "budgetUsagePercent": 93.7}]})");
    if (!reply) return std::cerr << reply.error() << '\n', 1;
    std::cout << *reply->success.at(0).campaign_id << " spends of " << *reply->success.at(0).budget << '\n';
}
