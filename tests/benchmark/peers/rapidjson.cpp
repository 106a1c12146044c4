// RapidJSON: a tree, and then the values by hand; its writer, called member by member.

#include "../by_hand.hpp"
#include "../suite.hpp"

#include <concepts>
#include <cstddef>
#include <optional>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <string>
#include <string_view>
#include <vector>

namespace {

using json = rapidjson::Value;

rapidjson::SizeType size_of(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

/// RapidJSON checks types by assertions, which a release leaves out: here types are checked, as in the other libraries.
struct tree {
    static bool is_null(json const& v) { return v.IsNull(); }
    static bool boolean(json const& v)
    {
        require(v.IsBool(), "RapidJSON reads no boolean");
        return v.GetBool();
    }
    static std::string_view text(json const& v)
    {
        require(v.IsString(), "RapidJSON reads no string");
        return {v.GetString(), v.GetStringLength()};
    }
    template<class T>
    static T number(json const& v)
    {
        require(v.IsNumber(), "RapidJSON reads no number");
        if constexpr (std::floating_point<T>) return v.GetDouble();
        else return static_cast<T>(v.GetInt64());
    }
    static std::size_t size(json const& v)
    {
        require(v.IsArray(), "RapidJSON reads no array");
        return v.Size();
    }
    static void each(json const& v, auto f)
    {
        for (json const& item : v.GetArray()) f(item);
    }
    static json const* find(json const& v, std::string_view name)
    {
        require(v.IsObject(), "RapidJSON reads no object");
        auto const found = v.FindMember(json(rapidjson::StringRef(name.data(), name.size())));
        return found == v.MemberEnd() ? nullptr : &found->value;
    }
};

constexpr auto read = [](std::string const& text, auto& to) {
    rapidjson::Document document;
    document.Parse(text.data(), text.size());
    require(!document.HasParseError(), "RapidJSON refuses a text");
    by_hand<tree>::read(document, to);
};

class writer {
public:
    void write(bool value) { to_.Bool(value); }
    void write(double value) { to_.Double(value); }
    void write(std::unsigned_integral auto value) { to_.Uint64(value); }
    void write(std::signed_integral auto value) { to_.Int64(value); }
    void write(std::string const& value) { to_.String(value.data(), size_of(value)); }

    template<class T>
    void write(std::vector<T> const& list)
    {
        to_.StartArray();
        for (T const& item : list) write(item);
        to_.EndArray();
    }

    template<plain::described T>
    void write(T const& object)
    {
        to_.StartObject();
        T::fields(object, [this](std::string_view name, auto const& member) { this->write_member(name, member); });
        to_.EndObject();
    }

    std::string text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

private:
    void write_member(std::string_view name, auto const& value)
    {
        to_.Key(name.data(), size_of(name));
        write(value);
    }

    template<class T>
    void write_member(std::string_view name, std::optional<T> const& value)
    {
        if (value) write_member(name, *value);
    }

    rapidjson::StringBuffer buffer_{};
    rapidjson::Writer<rapidjson::StringBuffer> to_{buffer_};
};

constexpr auto write = [](auto const& from) {
    writer to;
    to.write(from);
    return to.text();
};

registered const rapidjson_registered{{decoding("rapidjson_decode", read), encoding("rapidjson_encode", read, write)},
                                      library{"RapidJSON", RAPIDJSON_VERSION_STRING}};

} // namespace
