#pragma once

#include <algorithm>
#include <boost/json/object.hpp>
#include <outlay/json/conforms.hpp>
#include <outlay/json/options.hpp>
#include <outlay/json/schema/writer.hpp>
#include <outlay/json/schema_options.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/make_type.hpp>
#include <outlay/model/table/type_name.hpp>
#include <string>

namespace outlay::inline v0_1_0 {

/// The JSON Schema of what `conforms<T>(text, options)` takes: of the options it looks at `unknown_fields` and
/// `context.direction`. It is made of the same members and rules that decode() and validate() go by. `as` says which
/// version of JSON Schema it is in, draft 2020-12 by default, and its `$id`.
///
/// Every other class that T holds has a definition of its own, by the `name` of its model, or its name in C++. What is
/// read under an older name is `deprecated`. Bounds are exact. What a schema can't say is in the `$comment` of the
/// class, with the codes of the violations; and none says that a name is given twice, or how many digits are read.
/// ajv compiles it in its strict mode, and validators that calculate with doubles agree on whole minor units.
template<class T>
[[nodiscard]] boost::json::object json_schema(decode_options const& options, schema_options const& as = {})
{
    outlay::direction const direction = (std::max)(options.context.direction, detail::direction_of<T>);
    detail::schema_writer writer(options, direction, as.dialect);
    detail::type_table const& type = detail::table_of<T>::table;
    std::string const name = detail::name_for(detail::type_name<T>(), direction, detail::direction_of<T>);
    if (as.dialect == schema_dialect::openapi_3_1) return writer.components(type, name);
    return writer.document(type, as.id.value_or("https://outlay.example/schema/" + name));
}

/// The JSON Schema of what `conforms<T>(text)` takes; for a type that is both sent and received, of what
/// conforms_as_reply takes if that is said.
template<class T>
[[nodiscard]] boost::json::object json_schema(outlay::direction direction = direction::request,
                                              schema_options const& as = {})
{
    return json_schema<T>(detail::conformance_options<T>(direction), as);
}

/// Likewise, of what `conforms<T>(text)` takes.
template<class T>
[[nodiscard]] boost::json::object json_schema(schema_options const& as)
{
    return json_schema<T>(direction::request, as);
}

} // namespace outlay::inline v0_1_0
