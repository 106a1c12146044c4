#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/model/audit.hpp>
#include <outlay/model/facts.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/quick_text.hpp>
#include <outlay/model/table/slice.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/error.hpp>
#include <string>
#include <string_view>

// The description of a type as constant data. Readers, writers, validate, conversion and schemas use these tables. None
// of them is a template of the user's type, so that an additional type costs its table, but no additional code. Values
// are accessed through void pointers.
//
// Precondition of every function in a table: the void pointer is the address of an object of the table's type.

namespace outlay::inline v0_1_0::detail {

struct type_table;

/// Reads a scalar token into an object. Returns the problem, or null for success.
using read_function = problem const* (*)(void* to, token from);

/// Writes a key and the scalar after it, or the scalar in a holder. Returns false, and writes nothing, if it is absent.
using write_function = bool (*)(writer& out, void const* value, char const* key, std::size_t key_size);

inline constexpr std::size_t around_name = 4; ///< the characters of a key around its name: `,"":`

/// The kind of value that a type is on the wire.
enum class shape : unsigned char {
    scalar,    ///< a text, a number, true or false
    object,    ///< a described class
    list,      ///< an array of items of one type
    map,       ///< an object with any names and values of one type
    tuple,     ///< an array whose items each have a type
    maybe,     ///< std::optional, nullable, std::unique_ptr, std::shared_ptr: a value or none
    variant,   ///< one of several types
    converted, ///< a type with a codec, which is another type on the wire
};

/// The kinds of JSON values from which a type is read, one bit each.
using json_kinds = std::uint8_t;
inline constexpr json_kinds json_string = 1;
inline constexpr json_kinds json_integer = 2;
inline constexpr json_kinds json_number = 4;
inline constexpr json_kinds json_boolean = 8;
inline constexpr json_kinds json_object = 16;
inline constexpr json_kinds json_array = 32;
inline constexpr json_kinds json_null = 64;

/// Makes and destroys objects of a type.
struct object_factory {
    void* (*make)();
    void (*destroy)(void* object);
};

/// Called with each item of a list, or each entry of a map, in order.
struct item_visitor {
    void* context;
    void (*visit)(void* context, void const* key, void const* item); ///< `key` is null for a list
};

/// The facts about a scalar type that a schema contains in addition to rules.
struct scalar_facts {
    enum class range : unsigned char { none, integers, reals };

    json_kinds kinds;
    range bounds = range::none;
    std::int64_t least = 0;                                ///< the bounds of integers
    std::uint64_t most = 0;                                ///< the bounds of integers
    double least_real = 0;                                 ///< the bounds of reals
    double most_real = 0;                                  ///< the bounds of reals
    std::string_view format{};                             ///< the name of the format in JSON Schema
    std::string_view pattern{};                            ///< a regular expression of ECMA-262
    std::string_view example{};                            ///< JSON values, separated by commas
    std::string_view unsaid{};                             ///< other conditions in words, after their code
    std::string_view range_code{};                         ///< the code of a number outside the bounds of reals
    std::size_t texts = 0;                                 ///< the number of texts of an enumeration
    std::string_view (*text)(std::size_t index) = nullptr; ///< the text at an index
    bool is_closed = false;                                ///< no other texts are valid
    bool is_secret = false;
    bool is_known = true; ///< false: the values of the type are not known
};

struct scalar_table {
    void (*write)(writer& out, void const* value);
    std::string_view (*text)(void const* value);                              ///< null: not a text
    std::partial_ordering (*compare)(void const* value, decimal const& with); ///< null: not a number
    std::string (*shown)(void const* value);                                  ///< the value in messages
    problem const* (*flaw)(void const* value) = nullptr; ///< why a value can't be written; null: every value can
    scalar_facts facts;
    std::size_t room; ///< the usual number of characters; for a text, in addition to its own
};

struct maybe_table {
    type_table const* value;
    void const* (*held)(void const* holder);       ///< null: none
    bool (*is_null)(void const* holder) = nullptr; ///< for a nullable; null for other holders
    std::size_t apart = 0;                         ///< the size of the value if it is outside of the holder
    // Null for the holder of a scalar, which is read in one step:
    void* (*engage)(void* holder) = nullptr;  ///< makes a default value and returns it
    void (*set_null)(void* holder) = nullptr; ///< for JSON's null
    void (*reset)(void* holder) = nullptr;    ///< makes it absent
};

struct list_table {
    static constexpr std::size_t any_count = (std::numeric_limits<std::size_t>::max)();

    type_table const* item;
    std::size_t item_size;
    std::size_t count = any_count; ///< the fixed size of a std::array
    std::size_t (*size)(void const* list);
    void* (*append)(void* list, std::size_t index) = nullptr;         ///< a new item; returns null past the fixed size
    void (*reserve)(void* list, std::size_t items) = nullptr;         ///< may be null
    void (*clear)(void* list) = nullptr;                              ///< may be null
    void const* (*data)(void const* list) = nullptr;                  ///< the items, if they are contiguous
    void (*each)(void const* list, item_visitor const& to) = nullptr; ///< if they are not
    // For a set:
    bool (*insert)(void* list, void* item) = nullptr; ///< moves the item in; false if an equal one exists
    object_factory const* items = nullptr;            ///< items are made outside of the set
};

/// A new entry of a map. If `value` is null, `wrong` is the problem with the name; if that is null, too, the entry
/// exists already. If `value` is not null, `wrong` is null, or a problem with a name that was read, such as lost
/// digits.
struct map_entry {
    void const* key = nullptr;
    void* value = nullptr;
    problem const* wrong = nullptr;
};

struct map_table {
    type_table const* key;
    type_table const* value;
    std::size_t entry_size;
    map_entry (*insert)(void* map, std::string_view name);
    std::size_t (*size)(void const* map);
    void (*each)(void const* map, item_visitor const& to);
};

struct tuple_table {
    slice<type_table const*> parts;
    void* (*part)(void* tuple, std::size_t index);
};

struct variant_table {
    slice<type_table const*> alternatives;
    std::size_t (*index)(void const* variant);
    void const* (*held)(void const* variant);
    void* (*emplace)(void* variant, std::size_t index);
    object_factory const* variants;
};

struct converted_table {
    type_table const* wire;
    object_factory const* wires;
    bool (*from_wire)(void* to, void const* wire, error& why); ///< false: there is no value, and `why` is the reason
    void (*to_wire)(void const* value, item_visitor const& to);
    /// Whether from_wire() returns an equal value for the written one. `why` is empty if it returns a different value.
    bool (*reads_back)(void const* value, error& why);
    std::string_view unsaid; ///< the values that from_wire() rejects, in words, for schemas
};

/// A rule of a member, of its items or of its keys. Bounds, lengths and counts are data; other rules are functions.
struct rule_table {
    enum class kind : unsigned char {
        presence, ///< `least` is 1 for required, `most` is 1 for expected
        in_replies_only,
        for_information,
        at_least,
        at_most,
        more_than,
        less_than,
        length,
        items,
        each,     ///< the next `nested` rules apply to the items
        each_key, ///< the next `nested` rules apply to the keys of a map
        title,
        description,
        format,
        custom,
    };

    kind what = kind::custom;
    bool is_notice = false;
    direction last = direction::reply; ///< the last direction that it binds
    std::uint16_t nested = 0;
    std::string_view code{}; ///< the code of the violation; for an annotation, its text
    decimal bound{};
    std::size_t least = 0;
    std::size_t most = 0;
    // For a custom rule:
    void const* rule = nullptr;
    bool (*holds)(void const* rule, void const* value) = nullptr;
    std::string (*expected)(void const* rule) = nullptr;
    std::string (*found)(void const* rule, void const* value) = nullptr;
    bool (*describe)(void const* rule, facts& to) = nullptr; ///< null: schemas use expected()

    constexpr bool is_annotation() const noexcept
    {
        return what == kind::title || what == kind::description || what == kind::format ||
               what == kind::in_replies_only || what == kind::for_information;
    }
};

using rule_span = slice<rule_table>;

/// A set of members is a word with one bit for each, which the reader tests and sets at every name of a text. (The
/// macros of Boost.Describe 1.81 support up to 52 members of one class, and bases may add more.)
inline constexpr std::size_t most_members = 64;

/// A name under which a member is read. The size is a power of two, so that an element's address is cheap to compute.
struct alignas(64) field_table {
    std::string_view name{};
    read_function read = nullptr;   ///< the same as in the type's table
    write_function write = nullptr; ///< for a scalar, or a holder of one
    type_table const* type = nullptr;
    rule_table const* rules = nullptr;
    std::uint32_t offset = 0; ///< the offset of the member in its object
    std::uint16_t rule_count = 0;
    std::uint8_t index = 0;
    std::uint8_t next = 0; ///< the number of the next field; for the last, of the first
    std::int8_t slot = -1; ///< not negative: a condition may report this member, and the slot keeps its position
    bool is_alias : 1 = false;
    bool is_unusual : 1 = false;      ///< an alias, or in replies only: its name may lead to a notice
    bool is_plain : 1 = true;         ///< has neither a rule for its value nor a slot
    bool has_value_rules : 1 = false; ///< rules for the value as a whole
    bool has_reply_rules : 1 = false; ///< some of those bind replies
    bool is_plain_in_replies : 1 = true;
    bool has_item_rules : 1 = false; ///< rules for its items or keys
    bool has_own_room : 1 = true;    ///< its number of characters depends on the value
    bool is_in_replies_only : 1 = false;
    bool is_for_information : 1 = false; ///< in a reply, a problem with its value is a notice
    bool shows_absence : 1 = false;      ///< its type has an empty value: a holder, a list, a map
    bool may_be_flawed : 1 = true;       ///< validate must check its value, with or without rules

    bool has_name(std::string_view text) const noexcept
    {
        return name.size() == text.size() && same_text(name.data(), text.data(), text.size());
    }
    /// `,"name":`, for a member, not for an alias. As many characters are readable as writer::put_key copies.
    constexpr char const* key() const noexcept { return name.data() - 2; }
    constexpr std::size_t key_size() const noexcept { return name.size() + around_name; }

    void* in(void* object) const noexcept { return static_cast<char*>(object) + offset; }
    void const* in(void const* object) const noexcept { return static_cast<char const*>(object) + offset; }
    rule_span all_rules() const noexcept { return {rules, rule_count}; }
};

/// A demand of when() on a member.
struct demand_table {
    std::uint8_t field;
    bool is_needed; ///< else the member must have no value
    std::string_view code;
    std::string_view message;
};

/// A condition of when(): one of the fields has a value, which, if there are `values`, is one of them.
struct condition_table {
    slice<std::uint8_t> fields;
    type_table const* type = nullptr; ///< the type of the values
    void const* values = nullptr;     ///< the first of the values
    std::size_t count = 0;
    std::size_t value_size = 0;
    bool (*holds)(void const* condition, void const* object) = nullptr; ///< not null if there are values
    void const* condition = nullptr;
};

/// A condition between the members of an object.
struct clause_table {
    enum class kind : unsigned char { invariant, audit, when, minor_units };

    kind what;
    bool is_notice = false;
    direction last = direction::reply; ///< the last direction that it binds
    std::int16_t culprit = no_culprit; ///< the field at which a violation is reported
    std::uint32_t offset = 0;          ///< the offset of the base whose model has the clause
    std::string_view code{};           ///< for an audit, all of its codes
    std::string_view message{};
    void const* clause = nullptr;
    /// For an invariant: whether it holds.
    bool (*holds)(void const* clause, void const* object, context const& rules_context) = nullptr;
    /// For an audit.
    void (*run)(void const* clause, void const* object, auditor& to) = nullptr;
    condition_table condition{};   ///< for when()
    slice<demand_table> demands{}; ///< for when()
    std::uint8_t amount = 0;       ///< for minor units: the field of the amount
    std::uint8_t currency = 0;     ///< for minor units: the field of the currency

    static constexpr std::int16_t no_culprit = -1;
};

/// The functions of the member of type `extras`, which keeps the unknown fields of an object.
struct extras_table {
    std::size_t (*size)(void const* extras);                            ///< the number of unknown fields
    std::size_t (*position)(void const* extras, std::string_view name); ///< the first of this name; size(): none
    void (*keep)(void* extras, std::string&& name, std::string&& json);
    void (*each)(void const* extras, item_visitor const& to); ///< both texts are std::string
    void (*keep_trace)(void* extras, std::string_view name, std::string&& json, bool is_of_reply);
    std::string const* (*trace_in)(void const* extras, bool is_request, std::string_view name); ///< null: none
    bool (*is_empty)(void const* extras); ///< neither fields nor traces
};

struct object_table {
    slice<field_table> fields{}; ///< the members in order, followed by the aliases
    std::size_t members = 0;
    std::uint8_t const* buckets = nullptr; ///< a hash table of field numbers, from 1; 0: an empty bucket
    std::uint32_t bucket_mask = 0;
    std::uint64_t required = 0;
    std::uint64_t expected = 0;          ///< members whose absence is a notice
    std::uint64_t checked_if_absent = 0; ///< members that may be absent, and whose default is then checked
    slice<clause_table> clauses{};
    outlay::direction direction = direction::request; ///< what binds all that is in it
    bool is_request = false;                          ///< the model has the direction of a request or an update
    std::uint8_t slots = 0;                           ///< the number of fields with a slot
    std::uint32_t longest_name = 0;                   ///< the size of the longest name of a member
    bool has_reply_clauses = false;                   ///< some clauses bind replies
    bool has_rules = false;                           ///< the class has rules, or its members may have some
    std::size_t room = 2;                             ///< the number of characters of brackets and keys

    extras_table const* extras = nullptr;    ///< null: no member keeps unknown fields
    std::uint32_t extras_offset = 0;         ///< the offset of that member
    std::uint64_t noted_if_absent = 0;       ///< `expected`, and with extras, members whose type does not show absence
    std::uint64_t looked_for = 0;            ///< all members whose absence matters to the reader
    std::uint64_t looked_for_in_replies = 0; ///< the same for replies
    std::uint64_t in_replies_only = 0;       ///< members that requests leave out

    std::string const* (*find_text)(void const* object) = nullptr; ///< for a class with a text form, see has_text_form
    object_factory const* defaults = nullptr; ///< for schemas, which check whether absent members keep their rules
    std::string_view tag{};                   ///< the name of the tag; empty: none
    std::string_view type_name{};             ///< the name that the compiler spells
    std::string (*schema_name)() = nullptr;   ///< null: the C++ name
    std::string_view title{};                 ///< empty: derived from the name
    std::string_view description{};

    /// Whether all fields are unknown ones: the only member is one that keeps these.
    bool has_any_names() const noexcept { return extras != nullptr && members == 0; }

    void* extras_in(void* object) const noexcept { return static_cast<char*>(object) + extras_offset; }
    void const* extras_in(void const* object) const noexcept
    {
        return static_cast<char const*>(object) + extras_offset;
    }

    /// A cheap hash of two characters and the size. Names with the same hash are in the next buckets.
    static constexpr std::uint32_t hash(std::string_view name) noexcept
    {
        if (name.empty()) return 0;
        auto const first = static_cast<unsigned char>(name.front());
        auto const last = static_cast<unsigned char>(name.back());
        return static_cast<std::uint32_t>(name.size()) * 4 + last * 2u + first;
    }

    /// The field with this name, or null.
    field_table const* find(std::string_view name) const noexcept
    {
        for (std::uint32_t bucket = hash(name);; ++bucket) {
            std::uint8_t const entry = buckets[bucket & bucket_mask];
            if (entry == 0) return nullptr;
            if (fields[entry - 1u].has_name(name)) return &fields[entry - 1u];
        }
    }
};

/// The table of any type. The pointer for its shape is not null.
struct type_table {
    shape is;
    json_kinds kinds; ///< the kinds from which it is read; 0: those of the type inside
    /// Reads a scalar token. Returns `&needs_more` if the reader must handle the type itself.
    read_function read;
    quick_function quick = nullptr; ///< for a scalar, or a holder of one; null: it is read from a token
    bool is_plain = false;          ///< a scalar without flaws, or a holder of one

    scalar_table const* scalar = nullptr;
    object_table const* object = nullptr;
    list_table const* list = nullptr;
    map_table const* map = nullptr;
    tuple_table const* tuple = nullptr;
    maybe_table const* maybe = nullptr;
    variant_table const* variant = nullptr;
    converted_table const* converted = nullptr;
    slice<type_table const*> reads{}; ///< for a form: the types that it reads instead of its own type

    /// Whether validate could find a violation in a value.
    bool may_have_rules() const noexcept
    {
        return !is_plain && (object == nullptr || converted != nullptr || object->has_rules);
    }

    /// The type of the value itself, without a holder around it.
    type_table const& value() const noexcept { return maybe != nullptr ? *maybe->value : *this; }
};

} // namespace outlay::inline v0_1_0::detail
