// The unit of all ratios: Boost.JSON's parser with a handler that does nothing.

#include "../bare_parser.hpp"
#include "../suite.hpp"

#include <algorithm>
#include <boost/version.hpp>
#include <optional>
#include <string>

namespace {

std::optional<candidate> bare(sample const& from)
{
    return candidate{.row = "bare", .bytes = from.text.size(), .run = [&text = from.text] {
                         require(bare_parse(text), "the bare parser refuses a text");
                     }};
}

std::string version()
{
    std::string text = BOOST_LIB_VERSION; // 1_81
    std::ranges::replace(text, '_', '.');
    return text;
}

registered const bare_registered{{{"bare", bare}}, library{"Boost.JSON", version()}};

} // namespace
