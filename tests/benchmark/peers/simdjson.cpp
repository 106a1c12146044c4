// simdjson on demand: each value is read by hand in the order of the text. The parser is reused, as its documentation
// advises.

#include "../suite.hpp"

#include <concepts>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace ondemand = simdjson::ondemand;

void read(ondemand::value from, bool& to) { to = from.get_bool(); }
void read(ondemand::value from, double& to) { to = from.get_double(); }
void read(ondemand::value from, std::string& to) { to = std::string_view(from.get_string()); }

template<std::unsigned_integral T>
void read(ondemand::value from, T& to)
{
    to = static_cast<T>(std::uint64_t(from.get_uint64()));
}

template<std::signed_integral T>
void read(ondemand::value from, T& to)
{
    to = static_cast<T>(std::int64_t(from.get_int64()));
}

template<class T>
void read(ondemand::value from, std::optional<T>& to);
template<class T>
void read(ondemand::value from, std::vector<T>& to);
template<plain::described T>
void read(ondemand::value from, T& to);

/// Members in any order: the name in the text is searched in the list of the type's members.
template<class T>
void read_object(ondemand::object from, T& to)
{
    for (auto field : from) {
        std::string_view const key = field.unescaped_key();
        bool is_found = false;
        T::fields(to, [&](std::string_view name, auto& member) {
            if (is_found || key != name) return;
            is_found = true;
            read(field.value(), member);
        });
    }
}

template<class T>
void read(ondemand::value from, std::optional<T>& to)
{
    if (from.is_null()) to.reset();
    else read(from, to.emplace());
}

template<class T>
void read(ondemand::value from, std::vector<T>& to)
{
    for (ondemand::value item : from.get_array()) read(item, to.emplace_back());
}

template<plain::described T>
void read(ondemand::value from, T& to)
{
    read_object(from.get_object(), to);
}

constexpr auto read_text = [](std::string const& text, auto& to) {
    static ondemand::parser parser;
    require(padding >= simdjson::SIMDJSON_PADDING, "simdjson reads past the padding");
    ondemand::document document =
        parser.iterate(simdjson::padded_string_view(text.data(), text.size(), text.size() + padding));
    read_object(document.get_object(), to);
};

/// The macro is a version without quotes.
#define OUTLAY_TEXT(x) #x
#define OUTLAY_TEXT_OF(x) OUTLAY_TEXT(x)

registered const simdjson_registered{{decoding("simdjson_decode", read_text)},
                                     library{"simdjson", OUTLAY_TEXT_OF(SIMDJSON_VERSION)}};

} // namespace
