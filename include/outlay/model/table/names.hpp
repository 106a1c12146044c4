#pragma once

#include <array>
#include <cstddef>
#include <outlay/model/members.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/naming.hpp>
#include <string_view>
#include <type_traits>

// The names of a class's members on the wire, and the keys that are written in front of their values.

namespace outlay::detail {

inline constexpr std::size_t longest_member_name = writer::longest_key - 16;

/// Where a member's name comes from.
struct name_source {
    std::string_view text;
    wire_case style;
    bool is_final; ///< from rename(): as it is on the wire

    constexpr std::size_t size() const noexcept { return text.size(); } ///< at most so many characters
};

/// The naming of a class: that of its model, of its namespace, or else `otherwise`.
template<class T>
constexpr wire_case class_naming(wire_case otherwise) noexcept
{
    if constexpr (requires { model<T>::naming; }) return model<T>::naming;
    else if constexpr (requires { outlay_naming(static_cast<T*>(nullptr)); })
        return outlay_naming(static_cast<T*>(nullptr));
    else return otherwise;
}

/// Names in a row, each as a key: `,"name":`. Room for so many characters, and for reading whole blocks of the last.
template<std::size_t Names, std::size_t Characters>
struct key_pool {
    static constexpr std::size_t around = 4; ///< characters of a key besides its name
    std::array<char, Names * around + Characters + 16> text{};
    std::array<std::size_t, Names + 1> begin{};

    constexpr void put(std::size_t index, name_source const& source)
    {
        std::size_t at = begin[index];
        auto const push = [&](char c) { text[at++] = c; };
        push(',');
        push('"');
        if (source.is_final) {
            for (char const c : source.text) push(c);
        } else {
            wire_name<longest_member_name> const name = to_wire<longest_member_name>(source.text, source.style);
            for (char const c : name.view()) push(c);
        }
        push('"');
        push(':');
        begin[index + 1] = at;
    }

    constexpr char const* key(std::size_t index) const noexcept { return text.data() + begin[index]; }
    constexpr std::size_t key_size(std::size_t index) const noexcept { return begin[index + 1] - begin[index]; }
    constexpr std::string_view name(std::size_t index) const noexcept
    {
        return {key(index) + 2, key_size(index) - around};
    }
};

/// Replaces the names that rename() gives.
template<class T>
struct renamer {
    name_source* sources;

    template<auto Member>
    constexpr void operator()(rename<Member> const& clause) const
    {
        sources[index_of<T, Member>] = {clause.name, wire_case::snake, true};
    }
    constexpr void operator()(auto const&) const noexcept {}
};

/// A member of a base whose model has a naming is named by that.
template<class T, template<class...> class List, class... D>
constexpr auto make_name_sources(List<D...>)
{
    [[maybe_unused]] constexpr wire_case own = class_naming<T>(wire_case::camel);
    std::array<name_source, sizeof...(D)> sources{name_source{
        D::name, class_naming<typename member_pointer<std::remove_cv_t<decltype(D::pointer)>>::object>(own), false}...};
    for_each_clause<T>(renamer<T>{sources.data()});
    return sources;
}

template<class T>
inline constexpr auto name_sources = make_name_sources<T>(member_list<T>{});

template<class T>
inline constexpr auto member_keys = [] {
    constexpr auto const& sources = name_sources<T>;
    constexpr std::size_t characters = [] {
        std::size_t sum = 0;
        for (name_source const& source : name_sources<T>) sum += source.size();
        return sum;
    }();
    key_pool<sources.size(), characters> pool;
    for (std::size_t i = 0; i < sources.size(); ++i) pool.put(i, sources[i]);
    return pool;
}();

/// The names of a type's members on the wire, in the order of its description.
template<class T>
inline constexpr auto member_names = [] {
    std::array<std::string_view, member_count<T>> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = member_keys<T>.name(i);
    return names;
}();

} // namespace outlay::detail
