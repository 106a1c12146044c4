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

/// The JSON Schema of the texts for which `conforms<T>(text, options)` is true. Of the options, `unknown_fields` and
/// `context.direction` are used. The schema is made of the same members and rules that decode() and validate() use.
/// `as` has the version of JSON Schema, by default draft 2020-12, and the `$id`.
///
/// Every class in T has a definition, under the `name` of its model or its C++ name. Aliases are `deprecated`. Bounds
/// are exact. Rules that a schema can't express are in the `$comment` of the class, with the codes of their violations.
/// Not expressed at all are repeated names and the limit on digits. ajv compiles the schema in its strict mode, and
/// validators that calculate with doubles accept exactly the amounts of whole minor units.
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

/// The JSON Schema of the texts for which `conforms<T>(text)` is true; with direction::reply, of those for which
/// `conforms_as_reply<T>(text)` is true.
template<class T>
[[nodiscard]] boost::json::object json_schema(outlay::direction direction = direction::request,
                                              schema_options const& as = {})
{
    return json_schema<T>(detail::conformance_options<T>(direction), as);
}

/// The same, with other options of the schema.
template<class T>
[[nodiscard]] boost::json::object json_schema(schema_options const& as)
{
    return json_schema<T>(direction::request, as);
}

} // namespace outlay::inline v0_1_0
