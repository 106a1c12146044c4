#pragma once

#include <optional>
#include <string>

namespace outlay::inline v0_1_0 {

/// The version of JSON Schema.
enum class schema_dialect : unsigned char {
    draft_2020_12, ///< the newest version: definitions are in `$defs`
    /// The version of 2018, which many tools still use: definitions are in `definitions`, and the parts of a tuple in
    /// `items`.
    draft_07,
    /// The newest version, as a part of an OpenAPI 3.1 document: `{"components": {"schemas": {...}}}`. The schema of
    /// the type itself is the first, under its usual name. A class that is both sent and received has a schema for each
    /// direction, such as `my.plan` and `my.plan.reply`, so that the components for several types can be combined in
    /// one document.
    openapi_3_1,
};

/// Options of json_schema().
struct schema_options {
    schema_dialect dialect = schema_dialect::draft_2020_12; ///< the version of JSON Schema
    /// The `$id`; by default `https://outlay.example/schema/` and the name of the type. Empty: no `$id`. Not used for
    /// OpenAPI.
    std::optional<std::string> id{};
};

} // namespace outlay::inline v0_1_0
