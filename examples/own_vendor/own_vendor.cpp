// Google Cloud's billing budgets, a vendor that outlay does not have, in a project of its own: lists budgets, checks
// and creates one, changes one, and asks a notification how much of the budget is spent. gcp/types.hpp has the bodies,
// gcp/forms.hpp their money and dates, gcp/endpoint.hpp where calls go, gcp/operations.hpp what can be asked,
// gcp/client.hpp the face, gcp/status.hpp what budgets of all vendors have in common. fake_server.hpp takes the place
// of the network: with outlay::transports, `outlay_transports/curl_transport.hpp` has a real transport.

#include "fake_server.hpp"
#include "gcp/client.hpp"
#include "gcp/status.hpp"
#include "gcp/types.hpp"
#include <chrono>
#include <date/date.h>
#include <exception>
#include <iostream>
#include <outlay/budget.hpp>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>

namespace {

using namespace date::literals;
using namespace outlay::literals;
namespace http = outlay::http;

gcp::fake_server server_with_three_budgets()
{
    gcp::fake_server server;
    server.add({.display_name = "Website", .amount = gcp::budget_amount{outlay::money{1200.50_dec, "USD"}}});
    server.add(
        {.display_name = "Research",
         .budget_filter = gcp::budget_filter{.projects = {{"projects/lab"}},
                                             .custom_period = gcp::custom_period{2026_y / 3 / 1, 2026_y / 5 / 31}},
         .amount = gcp::budget_amount{outlay::money{90'000, "USD"}}});
    server.add(
        {.display_name = "Backups", .amount = gcp::budget_amount{.last_period_amount = gcp::last_period_amount{}}});
    return server;
}

std::string shown(gcp::budget const& of)
{
    std::string text = of.display_name.value_or("(no name)") + ": ";
    if (of.amount && of.amount->specified_amount) text += of.amount->specified_amount->rounded().to_string();
    else text += "as much as in the last period";
    if (of.budget_filter && of.budget_filter->custom_period)
        text += " from " + outlay::to_string(of.budget_filter->custom_period->start_date);
    return text;
}

void print(std::string_view what, outlay::result<gcp::budget> const& made)
{
    if (made) std::cout << what << ' ' << shown(*made) << " (" << *made->etag << ")\n";
    else std::cout << what << " failed: " << made.error() << '\n';
}

template<class Client>
void list(Client& client)
{
    auto const all = client.list_budgets();
    if (!all) {
        std::cout << all.error() << '\n';
        return;
    }
    for (gcp::budget const& each : all->budgets) std::cout << shown(each) << '\n';
    if (all->incomplete) std::cout << "incomplete: " << *all->incomplete << '\n';
}

template<class Client>
void create_and_change(Client& client)
{
    // Nothing is sent of a budget that breaks rules; the error has all of them.
    gcp::new_budget wish{{.display_name = "Analytics",
                          .budget_filter = gcp::budget_filter{.custom_period = gcp::custom_period{2026_y / 7 / 1, {}}},
                          .amount = gcp::budget_amount{outlay::money{0.0000000001_dec, "USD"}},
                          .threshold_rules = {{{.threshold_percent = 1, .spend_basis = gcp::basis::forecasted_spend}}},
                          .notifications_rule = gcp::notifications_rule{.pubsub_topic = "projects/a/topics/b"}}};
    print("create", client.create_budget(wish));

    wish.budget_filter->custom_period.reset();
    wish.amount->specified_amount->amount = 250;
    wish.notifications_rule->schema_version = "1.0";
    auto const made = client.create_budget(wish);
    print("create", made);
    if (!made) return;

    gcp::budget_change raise{{.amount = gcp::budget_amount{outlay::money{300, "USD"}}, .etag = made->etag}};
    print("update", client.update_budget(made->name, raise));
    print("update", client.update_budget(made->name, raise)); // of a version that is no more
    if (auto const gone = client.delete_budget(made->name)) std::cout << "deleted\n";
    else std::cout << gone.error() << '\n';
}

/// The message of a budget's Pub/Sub topic, decoded from its base64.
constexpr std::string_view message = R"({
    "budgetDisplayName": "Website",
    "alertThresholdExceeded": 0.9,
    "costAmount": 1104.46,
    "costIntervalStart": "2026-04-01T07:00:00Z",
    "budgetAmount": 1200.50,
    "budgetAmountType": "SPECIFIED_AMOUNT",
    "currencyCode": "USD"
})";

void print_notification()
{
    auto const notification = outlay::decode<gcp::budget_notification>(message);
    if (!notification) {
        std::cout << notification.error() << '\n';
        return;
    }
    outlay::status const now = gcp::status_of(*notification);
    std::cout << notification->budget_display_name << ": " << now << '\n';
    for (gcp::threshold_rule const& rule : {gcp::threshold_rule{0.5_dec, {}}, {0.9_dec, {}}, {1, {}}}) {
        auto const at = gcp::threshold_of(rule);
        if (at) std::cout << *at << ": " << (outlay::crosses(now, *at) == true ? "reached" : "not reached") << '\n';
    }
}

void show_everything()
{
    gcp::fake_server server = server_with_three_budgets();
    server.busy = 1; // the first call is repeated

    http::call_options options;
    options.sleep = [](std::chrono::milliseconds) {}; // the fake is not in a hurry, and a test is
    gcp::client client{server,
                       gcp::endpoint{.billing_account = "012345-567890-ABCDEF", .access_token = outlay::secret("good")},
                       options};
    list(client);
    create_and_change(client);
    print("get", client.get_budget("billingAccounts/000000-000000-000000/budgets/1"));
    print("get", client.get_budget("budgets/1")); // no name of a budget: nothing is sent
    print_notification();
}

} // namespace

int main()
try {
    show_everything();
} catch (std::exception const& failure) {
    std::cerr << "own_vendor: " << failure.what() << '\n';
    return 1;
}
