// A program of a user of a package: needs the headers of outlay, date and Boost, and the library of Boost.JSON.
#ifdef ONE_HEADER
#include <outlay.hpp>
#else
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/version.hpp>
#endif
#ifdef NO_BOOST_LIBRARY
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
