#include <outlay/amazon/budget_usage.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/version.hpp>
#ifndef OUTLAY_LINKS_BOOST_JSON
#include <outlay/src.hpp>
#endif
#include <iostream>

int main()
{
    auto const reply = outlay::decode<outlay::amazon::campaign_usage_reply>(R"({"success": [{"budget": 2500.00}]})");
    if (!reply) {
        std::cerr << reply.error() << '\n';
        return 1;
    }
    std::cout << "outlay " << OUTLAY_VERSION_STRING << ": " << *reply->success.at(0).budget << '\n';
}
