#pragma once

#include <algorithm>
#include <boost/json/object.hpp>
#include <outlay/json/conforms.hpp>
#include <outlay/json/options.hpp>
#include <outlay/json/schema/writer.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/make_type.hpp>
#include <outlay/model/table/type_name.hpp>
#include <utility>

namespace outlay {

/// The JSON Schema (draft 2020-12) of what `conforms<T>(text, options)` takes: of the options it looks at
/// `unknown_fields` and `context.direction`. It is made of the same members and rules that decode() and validate() go
/// by. Every other class that T holds has a place of its own in `$defs`. What is read under an older name is
/// `deprecated`. Bounds are exact. What a schema can't say is in the `$comment` of the class, with the codes of the
/// violations; and none says that a name is given twice, or how many digits are read.
template<class T>
[[nodiscard]] boost::json::object json_schema(decode_options const& options)
{
    direction const way = std::max(options.context.direction, detail::direction_of<T>);
    detail::schema_writer writer(options, way);
    boost::json::object schema{
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"$id", detail::schema_id(detail::type_name<T>(), way, detail::direction_of<T>)},
    };
    for (auto& keyword : writer.root(detail::table_of<T>::table))
        schema.insert_or_assign(keyword.key(), std::move(keyword.value()));
    if (!writer.definitions().empty()) schema["$defs"] = writer.definitions();
    return schema;
}

/// The JSON Schema of what `conforms<T>(text)` takes; for a type that is both sent and received, of what
/// conforms_as_reply takes if that is said.
template<class T>
[[nodiscard]] boost::json::object json_schema(direction as = direction::request)
{
    return json_schema<T>(detail::conformance_options<T>(as));
}

} // namespace outlay
