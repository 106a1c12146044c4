"""A header of outlay as Doxygen 1.9.4 should read it. Lines keep their numbers.

It leaves out what nobody looks up: specialisations of std::hash, formatters and model, the marks by which
types opt in, and the inline namespace of the version. Members that mean the same in all classes get the words that the headers do not repeat. What the
floors of namespace outlay declare is put into a group for each.
"""

import re

LEFT_OUT = [
    re.compile(r"^namespace (outlay::)?detail \{$.*?^\} // namespace (outlay::)?detail$", re.S | re.M),
    re.compile(r"^(///[^\n]*\n)*template<[^\n]*>\n(    requires [^\n]*\n)?"
               r"struct ((std|fmt|outlay)::)?(hash|formatter|model|is_range)<.*?^\};$", re.S | re.M),
    re.compile(r"^    using \w+ = void;.*$", re.M),
    re.compile(r"^#define OUTLAY_\w+_(HPP|FMT)$", re.M),  # include guards
    re.compile(r"^template<class(\.\.\.)? \w+>\n\w+\([^;]*\) -> [^;]*;$", re.M),  # deduction guides
]

# outlay::result<T>, as its users know it: not as the specialisation of boost::system::result that it is, which Doxygen
# does not find.
RESULT = [
    (r"^(namespace|\} // namespace) boost::system\b", r"\1 outlay"),
    (r"^using result = boost::system::result<T, error>;$", "class result;"),
    (r"^(class \[\[nodiscard\]\] result)<T, outlay::error>", r"\1"),
    (r"\bresult<(T|U&|void), outlay::error>", r"result<\1>"),
]

# What a declaration without a comment means.
CONVENTIONS = [
    (r"(static )?friend [^;{]*\boperator(==|<=>)\([^;{]*= default;", "Member by member."),
    (r"((constexpr|static) )*[\w:]+ (begin|end|size|empty)\(\) const", "As of the standard's containers."),
    (r"using (value_type|const_iterator|difference_type) = ", "As of the standard's containers."),
    # The members of rules, described in outlay/model/rules.hpp.
    (r"(static constexpr )?std::string_view code( =|;)", "The code of the violation."),
    (r"(constexpr )?bool holds\(", "Whether this is so."),
    (r"constexpr void check\(", "Reports the member if it is not so."),
    (r"bool tell\(facts& to\) const", "Says the same in the terms of JSON Schema, for facts."),
    (r"(static )?std::string (expected|found)\(", "For the message `expected ..., found ...`."),
    # And of forms, in outlay/model/codec.hpp.
    (r"using wire = ", "The type that it is on the wire."),
    # Those of operations, described in outlay/http/operation.hpp.
    (r"using (endpoint|result|body|reply|page)_type = ", "As http::operation asks for."),
    (r"static constexpr (auto (rows|body_items|ids)|std::size_t items_per_call) = ", "As http::batch_operation asks for."),
    (r"static std::optional<std::string>( const&)? next\(", "As http::paged_operation asks for."),
    (r"std::vector<[\w:]+>& items\(\) noexcept", "As http::batch_operation asks for."),
    (r"result<http::request> request\(", "As http::operation asks for."),
    (r"static (constexpr )?bool accepts\(", "As http::operation asks for."),
    (r"(static constexpr )?bool may_repeat\(\)", "As http::operation asks for."),
    # And that of nearly all that vendors send.
    (r"outlay::extras extras\{\};", "Fields that the type does not know: kept, and written back."),
]

# The floors that have no namespace of their own.
IN_NAMESPACE_OUTLAY = {"value", "model", "json", "budget", "envelope"}


def with_comment(found, words):
    above = found.string[: found.start()].rpartition("\n")[0].rpartition("\n")[2]
    return found[0] if above.lstrip().startswith("///") else f"/** {words} */ {found[0].lstrip()}"


def header(text, path):
    floor = re.search(r".*/outlay/(\w+)", path.as_posix())[1]
    text = re.sub(r"\boutlay::inline v[0-9_]+", "outlay", text)
    for pattern in LEFT_OUT:
        text = pattern.sub(lambda found: "\n" * found[0].count("\n"), text)
    if path.match("outlay/value/result.hpp"):
        for declaration, shown in RESULT:
            text = re.sub(declaration, shown, text, flags=re.M)
    for declaration, words in CONVENTIONS:
        pattern = rf"^( *template<[^\n]*>\n)? *{declaration}"
        text = re.sub(pattern, lambda found, words=words: with_comment(found, words), text, flags=re.M)
    if floor in IN_NAMESPACE_OUTLAY:
        text = text.replace("/// @file", f"/// @defgroup {floor} outlay/{floor}.hpp", 1)
        text = re.sub(r"^namespace outlay \{", rf"\g<0> /** @addtogroup {floor} */ /** @{{ */", text, flags=re.M)
        text = re.sub(r"^\} // namespace outlay$", r"/** @} */ \g<0>", text, flags=re.M)
    return text
