// A nightly job: how much of their budgets all enabled campaigns of an Amazon Ads profile have used, as CSV. The page
// examples/guide/tutorial.md leads to it step by step.
//
//     nightly_usage [SERVER] > usage.csv
//
// SERVER is another server than Amazon's, such as http://127.0.0.1:8080 of fake_amazon, beside this file. Credentials
// come from the environment. Exit status: 0 if all campaigns are in the report, 1 if some are missing, 2 if there is no
// report.

#include "../transports/curl_transport.hpp"
#include "job.hpp"
#include <chrono>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <stdexcept>
#include <string>

namespace {

namespace ads = outlay::amazon;
namespace http = outlay::http;

std::string from_environment(char const* name)
{
    char const* const value = std::getenv(name);
    if (value == nullptr) throw std::runtime_error(std::string(name) + " is not set");
    return value;
}

int run(int argc, char** argv)
{
    ads::endpoint endpoint{
        .region = ads::region::europe,
        .client_id = from_environment("AMAZON_ADS_CLIENT_ID"),
        .access_token = from_environment("AMAZON_ADS_ACCESS_TOKEN"),
        .profile_id = from_environment("AMAZON_ADS_PROFILE_ID"),
    };
    if (argc > 1) {
        endpoint.base_url = argv[1];
        endpoint.allow_plain_http = true; // for fake_amazon: HTTP without TLS is refused otherwise
    }

    http::call_options options;
    options.retry.attempts = 5;
    options.retry.total_wait = std::chrono::minutes(10); // in all: a nightly job has time
    options.on_notices = [](outlay::report const& found) {
        for (outlay::violation const& notice : found.notices()) std::cerr << "notice: " << notice << '\n';
    };

    curl_transport transport;
    ads::client amazon{transport, endpoint, options};
    return static_cast<int>(nightly::run(amazon, std::cout, std::cerr));
}

} // namespace

int main(int argc, char** argv)
try {
    return run(argc, argv);
} catch (std::exception const& failure) {
    std::cerr << "nightly_usage: " << failure.what() << '\n';
    return static_cast<int>(nightly::outcome::failed);
}
