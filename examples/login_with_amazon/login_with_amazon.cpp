// Calls that go on after the loss of their token: 2,400 campaigns in 24 calls, with tokens from Login with Amazon that
// are revoked and expire in the middle. lwa_tokens.hpp is for your program; fake_server.hpp takes the place of Amazon.

#include "fake_server.hpp"
#include "lwa_tokens.hpp"
#include <chrono>
#include <cstddef>
#include <exception>
#include <iostream>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <string_view>
#include <vector>

namespace {

namespace ads = outlay::amazon;
namespace http = outlay::http;

constexpr auto product = ads::ad_product::sponsored_products;

std::vector<ads::campaign_id> campaigns()
{
    std::vector<ads::campaign_id> ids;
    for (std::size_t i = 0; i < 2'400; ++i) ids.push_back(ads::campaign_id::from_number(100'000 + i));
    return ids;
}

/// Prints the outcome of the calls, and the requests to the servers since `before`.
template<class Batch>
void print(Batch const& all, lwa::fake_server const& server, lwa::fake_server const& before)
{
    std::cout << "  " << all.count_succeeded() << " of " << all.size() << " campaigns answered, in "
              << server.calls - before.calls << " calls, of which " << server.refused - before.refused
              << " refused with 401; tokens fetched: " << server.tokens - before.tokens << '\n';
    for (auto const& group : all.failure_groups()) std::cout << "  " << group << '\n';
}

void show_everything()
{
    lwa::fake_server server;
    // The clock of the server, which the program sets.
    http::call_options options;
    options.now = [&server] { return server.now; };
    options.sleep = [](std::chrono::milliseconds) {};

    ads::endpoint const endpoint{
        .region = ads::region::north_america,
        .client_id = "client",
        .profile_id = "profile",
        .tokens = lwa::lwa_tokens(server, "client", "client-secret", "Atzr|refresh", {.call = options})};
    ads::client amazon{server, endpoint, options};

    std::cout << "The token is revoked before the 13th call\n";
    lwa::fake_server before = server;
    server.revoked_before_call = 13;
    print(amazon.campaign_budget_usage(product, campaigns()), server, before);

    std::cout << "It expires during the 12th: it is renewed a minute before, and no call is refused\n";
    before = server;
    options.on_progress = [&](http::progress const& p) {
        if (p.done == 12) server.now += std::chrono::minutes(59) + std::chrono::seconds(30);
    };
    print(ads::client{server, endpoint, options}.campaign_budget_usage(product, campaigns()), server, before);

    std::cout << "The user takes the permission back, and the token expires\n";
    before = server;
    server.refresh_token = "Atzr|another";
    server.now += std::chrono::hours(1);
    print(amazon.campaign_budget_usage(product, campaigns()), server, before);
}

} // namespace

int main()
try {
    show_everything();
} catch (std::exception const& failure) {
    std::cerr << "login_with_amazon: " << failure.what() << '\n';
    return 1;
}
