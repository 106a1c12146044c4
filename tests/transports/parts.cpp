#include "loopback_server.hpp"

#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay_transports/gzip.hpp>
#include <outlay_transports/url_parts.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// The parts of the transports, without a server.

namespace transport_parts_test {

using testing::AnyOf;
using testing::HasSubstr;

std::string shown(std::string_view url)
{
    auto const parts = url_parts::parse(url);
    if (!parts) return parts.error().message();
    return parts->host_header() + ' ' + parts->host + ' ' + std::to_string(parts->port) + ' ' + parts->target +
           (parts->is_address() ? " address" : "") + (parts->is_tls ? "" : " plain");
}

TEST(url_parts, are_taken_apart)
{
    EXPECT_EQ(shown("https://api.example.com/a/b?c=d"), "api.example.com api.example.com 443 /a/b?c=d");
    EXPECT_EQ(shown("http://localhost:8080"), "localhost:8080 localhost 8080 / plain");
    EXPECT_EQ(shown("https://localhost?a=/#b"), "localhost localhost 443 /?a=/");
    EXPECT_EQ(shown("https://[::1]:8443/path"), "[::1]:8443 ::1 8443 /path address");
    EXPECT_EQ(shown("https://[2001:db8::Af]/"), "[2001:db8::Af] 2001:db8::Af 443 / address");
    EXPECT_EQ(shown("http://127.0.0.1:/"), "127.0.0.1 127.0.0.1 80 / address plain");
    EXPECT_EQ(shown("https://10.example/"), "10.example 10.example 443 /");
    EXPECT_EQ(shown("http://localhost:443/"), "localhost:443 localhost 443 / plain");
    EXPECT_NE(url_parts::parse("http://a:443/")->server(), url_parts::parse("https://a/")->server());
    EXPECT_EQ(url_parts::parse("https://a:443/")->server(), url_parts::parse("https://a/b")->server());
}

TEST(url_parts, name_the_faulty_part)
{
    EXPECT_THAT(shown("ftp://a/"), HasSubstr("the scheme is neither http nor https"));
    EXPECT_THAT(shown("https:///a"), HasSubstr("no host"));
    EXPECT_THAT(shown("https://:80/a"), HasSubstr("no host"));
    EXPECT_THAT(shown("https://[::1/a"), HasSubstr("no ] after"));
    EXPECT_THAT(shown("https://[]/a"), HasSubstr("no host"));
    EXPECT_THAT(shown("https://[example.com]/a"), HasSubstr("no IPv6 address"));
    EXPECT_THAT(shown("https://[::1]a/"), HasSubstr("more after the ]"));
    EXPECT_THAT(shown("https://::1/"), HasSubstr("no host"));
    for (auto const port : {"0", "65536", "80a", "-1", "4294967376", "99999999999999999999999"})
        EXPECT_THAT(shown(std::string("https://a:") + port + "/"), HasSubstr("no number from 1 to 65535")) << port;
    EXPECT_THAT(shown("https://user:hunter2@a/"), HasSubstr("a user or a password"));
    EXPECT_THAT(shown("https://user:hunter2@a/"), testing::Not(HasSubstr("hunter2")));
}

std::string unpacked(std::string_view packed, std::size_t most = 1 << 20)
{
    gunzip unpack(most);
    switch (unpack(packed)) {
    case gunzip::outcome::done: return unpack.text();
    case gunzip::outcome::too_large: return "too large: " + std::to_string(unpack.text().size());
    case gunzip::outcome::broken: return "broken";
    }
    return "no outcome";
}

/// Bytes that can be compressed to some extent.
std::string sample(std::size_t size, std::mt19937& random)
{
    std::string text;
    while (text.size() < size) text += std::string(random() % 5, 'a') + static_cast<char>(random());
    text.resize(size);
    return text;
}

TEST(gunzip, returns_the_packed_text)
{
    std::mt19937 random(4711);
    for (std::size_t const size : std::vector<std::size_t>{0, 1, 100, 16'383, 16'384, 16'385, 70'000, 300'000}) {
        std::string const text = sample(size, random);
        EXPECT_EQ(unpacked(loopback::gzip(text)), text) << size;
        EXPECT_EQ(unpacked(loopback::gzip(text), size), text) << size;
        if (size != 0) {
            EXPECT_EQ(unpacked(loopback::gzip(text), size - 1), "too large: " + std::to_string(size - 1));
        }
    }
    EXPECT_EQ(unpacked(loopback::gzip("one, ") + loopback::gzip("") + loopback::gzip("two")), "one, two");
    EXPECT_EQ(unpacked(loopback::gzip("12345") + loopback::gzip("67"), 6), "too large: 6");
}

TEST(gunzip, skips_optional_parts_of_the_head)
{
    std::string packed = loopback::gzip("text");
    packed[3] = 4 | 8 | 16 | 2;
    std::string const more("\x03\0abcname\0comment\0\x12\x34", 20);
    packed.insert(10, more);
    EXPECT_EQ(unpacked(packed), "text");
    for (std::size_t size = 0; size != packed.size(); ++size)
        EXPECT_EQ(unpacked(std::string_view(packed).substr(0, size)), "broken") << size;
    packed[3] = 32;
    EXPECT_EQ(unpacked(packed), "broken");
}

TEST(gunzip, rejects_broken_bodies)
{
    std::mt19937 random(4712);
    std::string const text = sample(2'000, random);
    std::string const packed = loopback::gzip(text);
    EXPECT_EQ(unpacked(text), "broken");
    EXPECT_EQ(unpacked(packed + '\0'), "broken");
    for (std::size_t at = 0; at != packed.size(); ++at) {
        std::string changed = packed;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (random() % 8)));
        // Some bits have no effect: the time, the flag for text. No change results in another text.
        EXPECT_THAT(unpacked(changed, 3'000), AnyOf("broken", "too large: 3000", text)) << at;
    }
}

} // namespace transport_parts_test
