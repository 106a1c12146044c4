// The unit of all ratios: Boost.JSON's parser with a handler that does nothing.

#include "../bare_parser.hpp"
#include "../suite.hpp"

#include <optional>

namespace {

std::optional<candidate> bare(sample const& from)
{
    return candidate{.row = "bare", .bytes = from.text.size(), .run = [&text = from.text] {
                         require(bare_parse(text), "the bare parser refuses a text");
                     }};
}

registered const bare_registered{{{"bare", bare}}};

} // namespace
