// Prints the wire types, codes and limits of outlay as one JSON document, from which pages.py makes the pages of the
// reference.
//
//     reference DOCUMENTS     DOCUMENTS: a file of examples, a line each: a type, request or reply, and a JSON text

#include "calls.hpp"
#include "limits.hpp"
#include "types.hpp"
#include <boost/json/serialize.hpp>
#include <date/date.h>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

namespace {

namespace json = boost::json;
using outlay::direction;

struct subject {
    std::string vendor;
    reference::type_table const* table;
    json::object (*schema)(direction way);
    outlay::report (*check)(std::string_view text, outlay::decode_options const& options);
};

/// All listed types, by the names that schemas have for them.
std::map<std::string, subject> const& subjects()
{
    static std::map<std::string, subject> const all = [] {
        std::map<std::string, subject> made;
        std::string_view vendor;
        auto const add = [&]<class T>(std::type_identity<T>) {
            made[reference::type_name<T>()] = {std::string(vendor), &reference::table_of<T>::table,
                                               [](direction way) {
                                                   return outlay::json_schema<T>(
                                                       way, {.dialect = outlay::schema_dialect::openapi_3_1});
                                               },
                                               [](std::string_view text, outlay::decode_options const& options) {
                                                   return outlay::inspect<T>(text, options).report;
                                               }};
        };
#define REFERENCE_TYPE(...) add(std::type_identity<__VA_ARGS__>{});
#define REFERENCE_VENDOR(NAME)                                                                                         \
    vendor = #NAME;                                                                                                    \
    OUTLAY_##NAME##_TYPES(REFERENCE_TYPE)
        OUTLAY_VENDORS(REFERENCE_VENDOR)
#undef REFERENCE_VENDOR
#undef REFERENCE_TYPE
        return made;
    }();
    return all;
}

json::object types()
{
    json::object vendors;
    reference::class_collector collector;
    json::object schemas;
    for (auto const& [name, type] : subjects()) {
        auto& listed = vendors[type.vendor];
        if (listed.is_null()) listed.emplace_array();
        listed.get_array().push_back(json::string(name));
        collector.visit(*type.table);
        for (direction const way : {direction::request, direction::update, direction::reply}) {
            auto const document = type.schema(way);
            for (auto const& one : document.at("components").at("schemas").get_object())
                schemas[one.key()] = one.value();
        }
    }
    json::array classes;
    for (auto const* const one : collector.classes()) classes.push_back(reference::class_as_json(*one));
    return {{"vendors", std::move(vendors)}, {"classes", std::move(classes)}, {"schemas", std::move(schemas)}};
}

json::object as_json(outlay::violation const& found, bool is_notice)
{
    return {{"code", found.code}, {"text", found.to_string()}, {"is_notice", is_notice}};
}

json::array as_json(outlay::report const& found)
{
    json::array made;
    for (outlay::violation const& one : found) made.push_back(as_json(one, false));
    for (outlay::violation const& one : found.notices()) made.push_back(as_json(one, true));
    return made;
}

/// The options of `conforms`, on a day that is the same in every example.
outlay::decode_options options_for(subject const& type, std::string_view way)
{
    using namespace date::literals;
    outlay::decode_options options;
    options.context.today = 2026_y / 11 / 2;
    options.context.direction = way == "reply" ? direction::reply : direction::request;
    bool const is_reply = type.table->object != nullptr && type.table->object->way == direction::reply;
    if (way != "reply" && !is_reply) {
        options.unknown_fields = outlay::unknown_fields::reject_unless_kept;
        options.near_misses = outlay::near_misses::reject;
    }
    return options;
}

/// The reports of calls that fail.
json::object calls()
{
    json::object made;
    auto const add = [&made](std::string_view group, std::vector<reference::example> const& examples) {
        json::array all;
        for (reference::example const& one : examples)
            all.push_back(json::object{{"text", json::string(one.text)}, {"found", as_json(one.call())}});
        made[group] = std::move(all);
    };
    add("values", reference::value_examples());
    add("json", reference::json_examples());
    add("batches", reference::batch_examples());
    add("http", reference::http_examples());
    add("vendors", reference::vendor_examples());
    return made;
}

/// The findings in the documents of a file: lines of a type, `request` or `reply`, and a JSON text.
json::array documents(std::istream& in)
{
    json::array made;
    for (std::string name, way, text; in >> name >> way && std::getline(in >> std::ws, text);) {
        subject const& type = subjects().at(name);
        made.push_back(json::object{{"type", name},
                                    {"vendor", type.vendor},
                                    {"way", way},
                                    {"text", text},
                                    {"found", as_json(type.check(text, options_for(type, way)))}});
    }
    return made;
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) return 2;
    std::ifstream in(words[1]);
    if (!in) return 2;
    json::object made = types();
    made["documents"] = documents(in);
    made["calls"] = calls();
    made["defaults"] = reference::defaults();
    made["constants"] = reference::constants();
    made["batches"] = reference::batches();
    std::cout << json::serialize(made) << '\n';
}
