#include "plan.hpp"

#include <iostream>

// With other.cpp and src.cpp: a program whose files share the code of src.cpp.

namespace {

bool failed = false;

void expect(std::string_view found, std::string_view expected)
{
    if (found == expected) return;
    std::cerr << "expected " << expected << "\nfound " << found << '\n';
    failed = true;
}

} // namespace

int main()
{
    constexpr std::string_view text = R"({"name":"spring","portfolios":[{"name":"a","state":"ENABLED"}]})";
    auto const read = outlay::decode<my::plan>(text);
    if (!read) {
        std::cerr << read.error() << '\n';
        return 1;
    }
    expect(outlay::encode(*read), text);
    expect(
        outlay::encode(*read, {.indent = 1}),
        "{\n \"name\": \"spring\",\n \"portfolios\": [\n  {\n   \"name\": \"a\",\n   \"state\": \"ENABLED\"\n  }\n ]\n}");
    std::string pieces;
    outlay::encode_to([&pieces](std::string_view piece) { pieces += piece; }, *read);
    expect(pieces, text);
    expect(my::read_again(text), text);
    expect(my::read_again(R"({"name":"","portfolios":[{"name":1}]})"),
           "1:9 /name: expected 1 to 20 characters, found 0 characters\n"
           "1:26 /portfolios/0/state: required, but missing\n"
           "1:34 /portfolios/0/name: expected a string, found 1");
    expect(outlay::validate(my::plan{}).to_string(), "/name: expected 1 to 20 characters, found 0 characters");

    // A type of this file alone is read by the same engine, and so are chunks.
    expect(std::to_string(outlay::decode<std::vector<int>>("[1, 2, 3]").value().size()), "3");
    outlay::decoder<outlay::amazon::portfolio_list_reply> chunks;
    chunks.write(R"({"totalResults": 7, "port)");
    chunks.write(R"(folios": []})");
    expect(std::to_string(*chunks.finish().value().total_results), "7");

    std::string url;
    expect(my::ask(url) ? "succeeded" : "failed", "succeeded");
    expect(url, "https://advertising-api-eu.amazon.com/sp/campaigns/budget/usage");
    return failed;
}
