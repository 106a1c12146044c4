#include <gtest/gtest.h>
#include <optional>
#include <outlay/http.hpp>
#include <string>

namespace message_test {

namespace http = outlay::http;

TEST(message, finds_headers_whatever_their_case)
{
    http::response const answer{
        207, {{"Content-Type", "application/json"}, {"content-type", "second"}, {"X", ""}}, "{}"};
    EXPECT_EQ(answer.header("CONTENT-TYPE"), "application/json");
    EXPECT_EQ(answer.header("x"), "");
    EXPECT_EQ(answer.header("Content"), std::nullopt);
    EXPECT_EQ(answer.header("Content-Type "), std::nullopt);
    EXPECT_EQ(http::request{}.headers.size(), 0u);
}

TEST(message, prints_no_control_characters)
{
    http::request const r{
        .method = http::method::delete_, .url = "https://x/\x1b[31m", .headers = {{"Accept", "a\nb"}}};
    EXPECT_EQ(r.to_string(), "DELETE https://x/\\u001b[31m (Accept: a\\u000ab; 0 bytes)");
    EXPECT_EQ(http::request{}.to_string(), "GET  (0 bytes)");
}

TEST(message, prints_nothing_of_the_query_if_there_are_secrets)
{
    http::request r{.method = http::method::post, .url = "https://x/y?key=4711&z=1", .body = "secret=4711"};
    EXPECT_EQ(r.to_string(), "POST https://x/y?key=4711&z=1 (11 bytes)");
    r.secrets = {"4711"};
    EXPECT_EQ(r.to_string(), "POST https://x/y?*** (11 bytes)");
    r.url = "https://x/y";
    EXPECT_EQ(r.to_string(), "POST https://x/y (11 bytes)");
}

TEST(message, prints_the_values_of_public_headers)
{
    http::request const r{.url = "https://x/",
                          .headers = {{"accept", "a"},
                                      {"Content-Type", "b"},
                                      {"PREFER", "c"},
                                      {.name = "X-Client-Id", .value = "client", .is_public = true},
                                      {"X-Client-Secret", "hidden"}}};
    EXPECT_EQ(r.to_string(), "GET https://x/ (accept: a, Content-Type: b, PREFER: c, X-Client-Id: client, "
                             "X-Client-Secret: ***; 0 bytes)");
}

TEST(message, compares_headers_by_their_sent_text)
{
    http::header const shown{.name = "X", .value = "1", .is_public = true};
    EXPECT_EQ(shown, (http::header{"X", "1"}));
    EXPECT_NE(shown, (http::header{.name = "X", .value = "2", .is_public = true}));
    EXPECT_NE(shown, (http::header{.name = "Y", .value = "1", .is_public = true}));
}

TEST(message, encodes_an_id_as_one_segment_of_a_path)
{
    EXPECT_EQ(http::path_segment("aZ09-._~").value(), "aZ09-._~");
    EXPECT_EQ(http::path_segment("a/b?c#d%e").value(), "a%2Fb%3Fc%23d%25e");
    EXPECT_EQ(http::path_segment("\xc3\xa9").value(), "%C3%A9");
    EXPECT_EQ(http::path_segment("...").value(), "...");
    for (auto const id : {"", ".", ".."}) EXPECT_EQ(http::path_segment(id).error().report()[0].code, "id_in_path");
}

} // namespace message_test
