#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
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

// What outlay knows of a type, as constant data. Readers, writers, validate, conversion and schemas walk these tables:
// none of them is a template of the user's type, so that a further type costs its table and no walker. Values are
// reached through void pointers; each function here gets the address of an object of the type that its table is of.

namespace outlay::inline v0_1_0::detail {

struct type_table;

/// Reads a token that no bracket opens into an object of a type.
using read_function = problem const* (*)(void* to, token from);

/// Writes a scalar, or what a holder of one holds, after its key; false if there is none.
using write_function = bool (*)(writer& out, void const* value, char const* key, std::size_t key_size);

inline constexpr std::size_t around_name = 4; ///< characters of a key besides its name: `,"":`

/// Which kind of value a type is on the wire.
enum class shape : unsigned char {
    scalar,    ///< a text, a number, true or false
    object,    ///< a described class
    list,      ///< an array of items of one type
    map,       ///< an object of any names, with values of one type
    tuple,     ///< an array of parts of a type each
    maybe,     ///< std::optional, nullable, std::unique_ptr, std::shared_ptr: a value or none
    variant,   ///< one of several types
    converted, ///< a type with a codec: on the wire it is another type
};

/// The kinds of JSON values that a type is read from, in bits.
using json_kinds = std::uint8_t;
inline constexpr json_kinds json_string = 1;
inline constexpr json_kinds json_integer = 2;
inline constexpr json_kinds json_number = 4;
inline constexpr json_kinds json_boolean = 8;
inline constexpr json_kinds json_object = 16;
inline constexpr json_kinds json_array = 32;
inline constexpr json_kinds json_null = 64;

/// Makes objects of a type that is known by its table only.
struct object_factory {
    void* (*make)();
    void (*destroy)(void* object);
};

/// Receives the items of a list, or the entries of a map, one after another.
struct item_visitor {
    void* context;
    void (*visit)(void* context, void const* key, void const* item); ///< `key` is null for a list
};

/// What a schema says of a scalar type, besides its rules.
struct scalar_facts {
    enum class range : unsigned char { none, integers, reals };

    json_kinds kinds;
    range bounds = range::none;
    std::int64_t least = 0;                                ///< of integers
    std::uint64_t most = 0;                                ///< of integers
    double least_real = 0;                                 ///< of reals
    double most_real = 0;                                  ///< of reals
    std::string_view format{};                             ///< by its name in JSON Schema
    std::string_view pattern{};                            ///< a regular expression of ECMA-262
    std::string_view example{};                            ///< JSON, with commas between several
    std::string_view unsaid{};                             ///< in words, with its code
    std::string_view range_code{};                         ///< of a number that is out of the bounds of reals
    std::size_t texts = 0;                                 ///< how many texts an enumeration has
    std::string_view (*text)(std::size_t index) = nullptr; ///< one of them
    bool is_closed = false;                                ///< no other text will do
    bool is_secret = false;
    bool is_known = true; ///< false: a type of which nothing is known
};

struct scalar_table {
    void (*write)(writer& out, void const* value);
    std::string_view (*text)(void const* value);                              ///< null: it has none
    std::partial_ordering (*compare)(void const* value, decimal const& with); ///< null: it is no number
    std::string (*shown)(void const* value);                                  ///< as messages show it
    problem const* (*flaw)(void const* value) = nullptr; ///< why it can't be sent; null: every value can
    scalar_facts facts;
    std::size_t room; ///< about how many characters it takes; of a text, besides its own
};

struct maybe_table {
    type_table const* value;
    void const* (*held)(void const* holder);       ///< null: none
    bool (*is_null)(void const* holder) = nullptr; ///< of nullable: null is not absent
    std::size_t apart = 0;                         ///< bytes of a value that is outside of the holder
    // Null for a holder of a scalar, which is read at once:
    void* (*engage)(void* holder) = nullptr;  ///< makes the value
    void (*set_null)(void* holder) = nullptr; ///< as JSON's null says it
    void (*reset)(void* holder) = nullptr;    ///< makes it absent
};

struct list_table {
    static constexpr std::size_t any_count = static_cast<std::size_t>(-1);

    type_table const* item;
    std::size_t item_size;
    std::size_t count = any_count; ///< of std::array
    std::size_t (*size)(void const* list);
    void* (*append)(void* list, std::size_t index) = nullptr;         ///< a further item; null beyond the count
    void (*reserve)(void* list, std::size_t items) = nullptr;         ///< may be null
    void (*clear)(void* list) = nullptr;                              ///< may be null
    void const* (*data)(void const* list) = nullptr;                  ///< the first of contiguous items
    void (*each)(void const* list, item_visitor const& to) = nullptr; ///< of lists that are not contiguous
    // Of a set:
    bool (*insert)(void* list, void* item) = nullptr; ///< moves the item in, if none equals it
    object_factory const* items = nullptr;            ///< an item is made apart
};

/// A new entry of a map. Without a value: `wrong` says what the name is not, or if that is null, the entry was there.
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
    void (*clear)(void* map);
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
    bool (*from_wire)(void* to, void const* wire, error& why); ///< false: `why` says why there is no value
    void (*to_wire)(void const* value, item_visitor const& to);
    /// Whether from_wire() makes an equal value of what is written; `why` is empty if it makes another.
    bool (*reads_back)(void const* value, error& why);
    std::string_view unsaid; ///< what from_wire() refuses, for schemas, in words
};

/// A rule of a member, of its items or of its keys. Bounds, lengths and counts are data; other rules are called.
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
        each,     ///< about the items: the next `nested` rules
        each_key, ///< about the keys of a map: likewise
        title,
        description,
        format,
        custom,
    };

    kind what = kind::custom;
    bool is_notice = false;
    direction last = direction::reply; ///< it binds up to this
    std::uint16_t nested = 0;
    std::string_view code{}; ///< of the violation; of an annotation, its words
    decimal bound{};
    std::size_t least = 0;
    std::size_t most = 0;
    // Of a custom rule:
    void const* rule = nullptr;
    bool (*holds)(void const* rule, void const* value) = nullptr;
    std::string (*expected)(void const* rule) = nullptr;
    std::string (*found)(void const* rule, void const* value) = nullptr;
    bool (*tell)(void const* rule, facts& to) = nullptr; ///< null: it is described by what it expects

    constexpr bool is_annotation() const noexcept
    {
        return what == kind::title || what == kind::description || what == kind::format ||
               what == kind::in_replies_only || what == kind::for_information;
    }
};

using rule_span = slice<rule_table>;

/// A set of members is a word with a bit for each, which the reader tests and sets at every name of a text. (The macros
/// of Boost.Describe 1.81 stop at 52 members of one class; bases add theirs.)
inline constexpr std::size_t most_members = 64;

/// A name under which a member is read. Of a size that makes the address of the n-th cheap.
struct alignas(64) field_table {
    std::string_view name{};
    read_function read = nullptr;   ///< that of the type
    write_function write = nullptr; ///< of a scalar, or a holder of one
    type_table const* type = nullptr;
    rule_table const* rules = nullptr;
    std::uint32_t offset = 0; ///< of the member in its object
    std::uint16_t rule_count = 0;
    std::uint8_t index = 0;
    std::uint8_t next = 0; ///< the number of the field after this one, after the last that of the first
    std::int8_t slot = -1; ///< a condition may report this member: its position is kept in this slot
    bool is_alias : 1 = false;
    bool is_unusual : 1 = false;      ///< an alias, or in replies only: more is said of its name
    bool is_plain : 1 = true;         ///< has neither a rule for its value nor a slot
    bool has_value_rules : 1 = false; ///< for the value as a whole
    bool has_reply_rules : 1 = false; ///< of those, some that bind replies
    bool is_plain_in_replies : 1 = true;
    bool has_item_rules : 1 = false; ///< for each of its items or keys
    bool has_own_room : 1 = true;    ///< how many characters it takes depends on its value
    bool is_in_replies_only : 1 = false;
    bool is_for_information : 1 = false; ///< in a reply, what is wrong with it is a notice
    bool shows_absence : 1 = false;      ///< its type has a value for none: a holder, a list, a map
    bool may_be_flawed : 1 = true;       ///< validate has to look at its value, whatever the rules

    bool has_name(std::string_view text) const noexcept
    {
        return name.size() == text.size() && same_text(name.data(), text.data(), text.size());
    }
    /// Of a member, not of an alias: `,"name":`. As many characters may be read as writer::put_key copies.
    constexpr char const* key() const noexcept { return name.data() - 2; }
    constexpr std::size_t key_size() const noexcept { return name.size() + around_name; }

    void* in(void* object) const noexcept { return static_cast<char*>(object) + offset; }
    void const* in(void const* object) const noexcept { return static_cast<char const*>(object) + offset; }
    rule_span all_rules() const noexcept { return {rules, rule_count}; }
};

/// What when() asks of a member.
struct demand_table {
    std::uint8_t field;
    bool is_needed; ///< or else refused
    std::string_view code;
    std::string_view message;
};

/// When when() asks it: one of the fields has a value, and if there are `values`, one of these.
struct condition_table {
    slice<std::uint8_t> fields;
    type_table const* type = nullptr; ///< of the values
    void const* values = nullptr;     ///< the first of them
    std::size_t count = 0;
    std::size_t value_size = 0;
    bool (*holds)(void const* condition, void const* object) = nullptr; ///< where there are values
    void const* condition = nullptr;
};

/// What must hold between the members of an object.
struct clause_table {
    enum class kind : unsigned char { invariant, audit, when, minor_units };

    kind what;
    bool is_notice = false;
    direction last = direction::reply; ///< it binds up to this
    std::int16_t culprit = no_culprit; ///< the field that is reported
    std::uint32_t offset = 0;          ///< of the base in whose model it is
    std::string_view code{};           ///< of an audit, its codes
    std::string_view message{};
    void const* clause = nullptr;
    /// Of an invariant, whether it holds.
    bool (*holds)(void const* clause, void const* object, context const& given) = nullptr;
    /// Of an audit.
    void (*run)(void const* clause, void const* object, auditor& to) = nullptr;
    condition_table condition{};   ///< of when()
    slice<demand_table> demands{}; ///< of when()
    std::uint8_t amount = 0;       ///< of minor units: the fields
    std::uint8_t currency = 0;     ///< likewise

    static constexpr std::int16_t no_culprit = -1;
};

/// How an object keeps what no member of it holds: the functions of its `extras`, which is found by its offset.
struct extras_table {
    std::size_t (*size)(void const* extras);                            ///< of the unknown fields
    std::size_t (*position)(void const* extras, std::string_view name); ///< of the first of this name; size(): none
    void (*keep)(void* extras, std::string&& name, std::string&& json);
    void (*each)(void const* extras, item_visitor const& to); ///< both texts are std::string
    void (*keep_trace)(void* extras, std::string_view name, std::string&& json, bool is_of_reply);
    std::string const* (*trace_in)(void const* extras, bool is_request, std::string_view name); ///< null: none
    bool (*is_empty)(void const* extras); ///< neither fields nor traces
};

struct object_table {
    slice<field_table> fields{}; ///< by member; the aliases follow
    std::size_t members = 0;
    std::uint8_t const* buckets = nullptr; ///< numbers of fields from 1 by hash; 0: none
    std::uint32_t bucket_mask = 0;
    std::uint64_t required = 0;
    std::uint64_t expected = 0;          ///< members whose absence is a notice
    std::uint64_t checked_if_absent = 0; ///< members that may be absent, and whose default has rules to keep
    slice<clause_table> clauses{};
    direction way = direction::request; ///< what binds all that is in it
    bool is_request = false;            ///< the model says so: it is sent
    std::uint8_t slots = 0;             ///< of fields
    std::uint32_t longest_name = 0;     ///< of a member
    bool has_reply_clauses = false;     ///< some bind replies
    bool has_rules = false;             ///< or members that may have rules of their own
    std::size_t room = 2;               ///< characters of brackets and keys

    extras_table const* extras = nullptr; ///< of a class with a member that keeps unknown fields
    std::uint32_t extras_offset = 0;      ///< of that member
    std::uint64_t noted_if_absent = 0;    ///< those, and where there are extras, those whose value is there at any rate
    std::uint64_t looked_for = 0;         ///< all members whose absence matters to the reader
    std::uint64_t looked_for_in_replies = 0; ///< the same, where only what binds replies is checked
    std::uint64_t in_replies_only = 0;       ///< members that requests leave out

    std::string const* (*find_text)(void const* object) = nullptr; ///< of a class with a text form; see there
    object_factory const* defaults = nullptr; ///< for schemas: to see whether absent members keep their rules
    std::string_view tag{};                   ///< the name of the field that says which class this is; empty: none
    std::string_view type_name{};             ///< as the compiler spells it
    std::string (*schema_name)() = nullptr;   ///< null: as in C++
    std::string_view title{};                 ///< empty: made of the name
    std::string_view description{};

    /// Whether any name is as good as another: there is no member but one that keeps unknown fields.
    bool has_any_names() const noexcept { return extras != nullptr && members == 0; }

    void* extras_in(void* object) const noexcept { return static_cast<char*>(object) + extras_offset; }
    void const* extras_in(void const* object) const noexcept
    {
        return static_cast<char const*>(object) + extras_offset;
    }

    /// Of few characters, cheaply: a name that collides goes to the next bucket.
    static constexpr std::uint32_t hash(std::string_view name) noexcept
    {
        if (name.empty()) return 0;
        auto const first = static_cast<unsigned char>(name.front());
        auto const last = static_cast<unsigned char>(name.back());
        return static_cast<std::uint32_t>(name.size()) * 4 + last * 2u + first;
    }

    /// The field of this name, or null.
    field_table const* find(std::string_view name) const noexcept
    {
        for (std::uint32_t bucket = hash(name);; ++bucket) {
            std::uint8_t const entry = buckets[bucket & bucket_mask];
            if (entry == 0) return nullptr;
            if (fields[entry - 1u].has_name(name)) return &fields[entry - 1u];
        }
    }
};

/// One of the pointers is not null, and says which shape it is.
struct type_table {
    shape is;
    json_kinds kinds; ///< that it is read from
    /// Reads a token that is no bracket. `&needs_more`: the reader has more to do for this type.
    read_function read;
    quick_function quick = nullptr; ///< of a scalar, or a holder of one; null: it is read from a token
    bool is_plain = false;          ///< a scalar that has no flaw, or a holder of one

    scalar_table const* scalar = nullptr;
    object_table const* object = nullptr;
    list_table const* list = nullptr;
    map_table const* map = nullptr;
    tuple_table const* tuple = nullptr;
    maybe_table const* maybe = nullptr;
    variant_table const* variant = nullptr;
    converted_table const* converted = nullptr;
    slice<type_table const*> reads{}; ///< of a form: what it takes instead of the type's own

    /// Whether there is anything that validate could find in a value.
    bool may_have_rules() const noexcept
    {
        return !is_plain && (object == nullptr || converted != nullptr || object->has_rules);
    }

    /// What a value is once it is there.
    type_table const& value() const noexcept { return maybe != nullptr ? *maybe->value : *this; }
};

} // namespace outlay::inline v0_1_0::detail
