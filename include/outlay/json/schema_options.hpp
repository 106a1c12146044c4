#pragma once

#include <optional>
#include <string>

namespace outlay::inline v0_1_0 {

/// Which version of JSON Schema a schema is in.
enum class schema_dialect : unsigned char {
    draft_2020_12, ///< the newest: definitions are in `$defs`
    /// Of 2018, which many tools still read: definitions are in `definitions`, and the parts of a tuple in `items`.
    draft_07,
    /// The newest, as a part of an OpenAPI 3.1 document: `{"components": {"schemas": {...}}}`. The schema of the type
    /// itself is the first of these, under the name that it has in other schemas. A class that is both sent and
    /// received has a name for each direction, such as `my.plan` and `my.plan.reply`, so that what is made of several
    /// types can be put together in one document.
    openapi_3_1,
};

/// How json_schema() says it.
struct schema_options {
    schema_dialect dialect = schema_dialect::draft_2020_12; ///< the version of JSON Schema
    /// The `$id`. Without a value it is `https://outlay.example/schema/` and the name of the type; of an empty text
    /// there is none. OpenAPI has no use for one.
    std::optional<std::string> id{};
};

} // namespace outlay::inline v0_1_0
