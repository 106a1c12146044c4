// Reads and writes the usage of 100 campaigns with outlay, Boost.JSON and nlohmann.

#include "bare_parser.hpp"
#include "interleaved.hpp"
#include "usage_reply.hpp"

#include <boost/json.hpp>
#include <nlohmann/json.hpp>
#include <outlay/amazon.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

using usage::outlay_reply;
using usage::plain_reply;

// Each reads or writes the whole reply, and throws if it can't.

outlay_reply outlay_decode(std::string_view text) { return outlay::decode<outlay_reply>(text).value(); }

plain_reply boost_decode(std::string_view text)
{
    return boost::json::value_to<plain_reply>(boost::json::parse({text.data(), text.size()}));
}

plain_reply nlohmann_decode(std::string_view text) { return nlohmann::json::parse(text).get<plain_reply>(); }

std::string boost_encode(plain_reply const& reply) { return boost::json::serialize(boost::json::value_from(reply)); }

std::string nlohmann_encode(plain_reply const& reply) { return nlohmann::json(reply).dump(); }

contest decode_contest(std::string name, std::string const& text)
{
    return {std::move(name),
            text.size(),
            {
                calling("outlay::decode", outlay_decode, text),
                calling("boost::json parse + value_to", boost_decode, text),
                calling("basic_parser, empty handler", bare_parse, text),
                calling("nlohmann parse + get", nlohmann_decode, text),
            },
            {{target::as_fast_at_least, 2.5}, {target::time_at_most, 2.2}, {}}};
}

contest encode_contest(outlay_reply const& reply, plain_reply const& plain)
{
    auto const outlay_encode = [](outlay_reply const& value) { return outlay::encode(value); };
    return {"encode",
            outlay::encode(reply).size(),
            {
                calling("outlay::encode", outlay_encode, reply),
                calling("boost::json value_from + serialize", boost_encode, plain),
                calling("nlohmann json + dump", nlohmann_encode, plain),
            },
            {{target::as_fast_at_least, 3.0}, {}}};
}

/// Everyone reads the same values from a text.
void check_text(std::string const& text, outlay_reply const& reply, plain_reply const& plain)
{
    require(outlay_decode(text) == reply, "outlay reads other values");
    require(boost_decode(text) == plain, "Boost.JSON reads other values");
    require(nlohmann_decode(text) == plain, "nlohmann reads other values");
    require(bare_parse(text), "the bare parser does not read the text");
}

std::vector<contest> usage_contests()
{
    static outlay_reply const reply = usage::make_reply();
    static plain_reply const plain = usage::to_plain(reply);
    static std::string const compact = outlay::encode(reply);
    static std::string const vendor = usage::vendor_text(reply);
    for (std::string const& text : {compact, vendor, boost_encode(plain), nlohmann_encode(plain)})
        check_text(text, reply, plain);
    return {decode_contest("decode, compact", compact), decode_contest("decode, as the vendor writes it", vendor),
            encode_contest(reply, plain)};
}

registered const usage_registered(usage_contests);

} // namespace
