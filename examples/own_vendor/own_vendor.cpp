// A vendor that outlay does not know, called through the same floors as those that it does: batches, pages, tokens,
// signatures and limits, each in the form in which some vendor has it. types.hpp has the bodies, endpoint.hpp where
// calls go, operations.hpp what can be asked, client.hpp the face; fake_server.hpp stands in for the network.

#include "client.hpp"
#include "fake_server.hpp"
#include <chrono>
#include <cstddef>
#include <exception>
#include <iostream>
#include <memory>
#include <outlay/http.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace outlay::literals;
namespace http = outlay::http;

/// A clock that waiting moves on, so that the program takes no time.
struct pretended_time {
    http::rate_limit::clock::time_point now{};

    void sleep(std::chrono::milliseconds time)
    {
        now += time;
        if (time >= std::chrono::seconds(1)) std::cout << "  (waits " << time.count() / 1000 << " s)\n";
    }
};

void title(std::string_view text) { std::cout << '\n' << text << '\n'; }

void print(outlay::result<tally::plan> const& one)
{
    if (one) std::cout << "  " << one->name.value_or("no name") << '\n';
    else std::cout << "  " << one.error() << '\n';
}

/// The outcome of each item of any batch.
template<class Success, class Failure, class ShowSuccess, class ShowRefusal>
void print(outlay::batch<Success, Failure> const& all, ShowSuccess const& show_success, ShowRefusal const& show_refusal)
{
    for (auto const& one : all) {
        std::cout << "  item " << one.index << ": ";
        one.visit([&](Success const& row) { std::cout << show_success(row); },
                  [&](Failure const& row) { std::cout << "refused: " << show_refusal(row); },
                  [](outlay::error const& why) { std::cout << "failed: " << why; },
                  [&](Success const& row, Failure const& errors) {
                      std::cout << show_success(row) << ", but " << show_refusal(errors);
                  });
        std::cout << '\n';
    }
}

/// The rows of a list, and whether it is complete.
template<class Page, class Rows>
void print_list(outlay::result<outlay::listing<Page>> const& all, Rows Page::* rows)
{
    if (!all) {
        std::cout << "  " << all.error() << '\n';
        return;
    }
    std::cout << "  " << ((*all).*rows).size() << " rows:";
    for (auto const& row : (*all).*rows) std::cout << ' ' << outlay::encode(row.id);
    std::cout << '\n';
    if (all->incomplete) std::cout << "  incomplete: " << *all->incomplete << '\n';
}

template<class Client>
void show_batches(Client& client)
{
    title("Spend of four plans, one of them twice; two do not exist");
    auto const spends = client.read_spend({{"p1"}, {"p7"}, {"p2"}, {"p1"}, {"p17"}});
    print(
        spends, [](tally::spend const& row) { return row.id->str() + " spent " + row.spent->to_string(); },
        [](tally::spend_error const& row) { return *row.code; });

    title("Three plans are created, and one is refused");
    auto const created = client.create_plans({{.name = "Spring", .amount = 500_dec},
                                              {.name = "Yacht", .amount = 5000_dec},
                                              {.name = "Tea", .amount = 9_dec}});
    print(
        created, [](tally::plan const& row) { return *row.name + " is " + row.id->str(); },
        [](tally::create_error const& row) { return *row.message; });

    title("Two are changed");
    auto const changed = client.update_plans({{.id = "p3", .amount = 1_dec}, {.id = "p27", .amount = 1_dec}});
    print(
        changed, [](tally::update_row const& row) { return row.id->str() + " is changed"; },
        [](tally::update_row const& row) { return *row.code; });

    title("Three are closed");
    auto const closed = client.close_plans({"p4", "p5", "p7"});
    print(
        closed, [](tally::closed_plan const& row) { return row.id->str() + " is closed"; },
        [](tally::close_problem const& row) { return row.reasons.at(0); });
}

template<class Client>
void show_lists(Client& client)
{
    title("Plans, by a cursor in the query");
    print_list(client.list_plans(), &tally::plan_page::plans);
    title("Plans with a 1 in their name, by a cursor in the body");
    print_list(client.search_plans("1"), &tally::search_page::hits);
    title("Invoices, by the URL of the next page");
    print_list(client.list_invoices(), &tally::invoice_page::invoices);
}

void show_everything()
{
    tally::fake_server server(12);
    pretended_time time;

    // A source of tokens: any function. A real one asks an authorization server (see examples/login_with_amazon).
    int tokens = 0;
    auto const renew = [&tokens] { return http::access_token{.value = "token-" + std::to_string(++tokens)}; };

    http::call_options options;
    options.sleep = [&time](std::chrono::milliseconds wait) { time.sleep(wait); };
    // 100 calls a second; and none while the server says that the window is used up. Shared by all calls.
    options.rate = std::make_shared<http::rate_limit>(100, [&time] { return time.now; });
    tally::client client{server, tally::endpoint{.account = "acme", .tokens = http::token_source(renew)}, options};

    title("One plan, although the server is busy at first");
    server.busy_at = 1;
    print(client.get_plan("p1"));

    title("Another, although the token has expired meanwhile");
    server.good_token = "token-2";
    print(client.get_plan("p2"));
    std::cout << "  with token " << tokens << '\n';

    title("A third, after which the window is used up: the next call waits for a new one");
    server.calls_left = 1;
    print(client.get_plan("p3"));
    print(client.get_plan("p7"));

    show_batches(client);
    show_lists(client);
    std::cout << '\n' << server.calls << " calls\n";
}

} // namespace

int main()
try {
    show_everything();
} catch (std::exception const& failure) {
    std::cerr << "own_vendor: " << failure.what() << '\n';
    return 1;
}
