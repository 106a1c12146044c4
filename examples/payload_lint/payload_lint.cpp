// Checks payloads by the types of outlay: requests before they are sent, replies before they are used.
//
//     payload_lint [OPTION...] TYPE [FILE...]     checks the files, or standard input: one document, or one a line
//     payload_lint --schema [OPTION...] TYPE      prints the JSON Schema of a type
//     payload_lint --list                         lists the types
//
// Options and exit status: see `usage` below. The number of documents, one a line, is not limited: memory is needed for
// one of them, of at most 16 MiB.

#include "../options.hpp"
#include "../terminal.hpp"
#include "lines.hpp"
#include "output.hpp"
#include "types.hpp"
#include <chrono>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <outlay/json.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using outlay::direction;

constexpr std::size_t longest_line = std::size_t{16} << 20;

constexpr char usage[] =
    "payload_lint [OPTION...] TYPE [FILE...]   check the files, or standard input: one document, or one a line\n"
    "       payload_lint --schema [OPTION...] TYPE   print the JSON Schema of a type\n"
    "       payload_lint --list       list the types\n"
    "       payload_lint --help       print this\n"
    "       payload_lint --version    print the version\n"
    "\n"
    "--format text|json|github   for people (text), for programs (an object a line), for GitHub's workflows\n"
    "--as request|reply          how to check a type that is both sent and received; request by default\n"
    "--lines                     a document a line, even if the first line does not look like one; always so in\n"
    "                            *.ndjson and *.jsonl\n"
    "--notices                   print notices, too: what conforms, but is not in the specified form\n"
    "--dialect draft_2020_12|draft_07|openapi_3_1\n"
    "                            the version of JSON Schema; draft_2020_12 by default\n"
    "--id URI                    the $id of the schema\n"
    "--                          what follows are the type and files, also if they begin with -\n"
    "\n"
    "exit status: 0 all documents conform, 1 some do not, 2 wrong arguments or a file that can't be read\n";

struct checker {
    std::string_view name;
    outlay::report (*check)(std::string_view text, direction as);
    boost::json::object (*schema)(direction as, outlay::schema_options const& options);
};

std::vector<checker> const& checkers()
{
    static std::vector<checker> const all = [] {
        std::vector<checker> made;
        lint::for_each_type([&made]<class T>(std::string_view name, lint::type_of<T>) {
            made.push_back({name,
                            [](std::string_view text, direction as) {
                                auto conforms = as == direction::reply ? outlay::conforms_as_reply<T>(text)
                                                                       : outlay::conforms_as_request<T>(text);
                                return std::move(conforms).report();
                            },
                            [](direction as, outlay::schema_options const& options) {
                                return outlay::json_schema<T>(as, options);
                            }});
        });
        return made;
    }();
    return all;
}

checker const& checker_of(std::string_view name)
{
    outlay::detail::near_miss search(name);
    for (checker const& each : checkers()) {
        if (each.name == name) return each;
        search.consider(each.name);
    }
    std::string message = "there is no type " + std::string(name);
    if (!search.likely().empty()) message += "; did you mean " + std::string(search.likely()) + "?";
    throw wrong_use(message + " (--list lists them)");
}

struct arguments {
    checker const* type = nullptr;
    std::vector<std::string> files;
    lint::format format = lint::format::text;
    direction as = direction::request;
    bool lines = false;
    bool notices = false;
    bool schema = false;
    outlay::schema_options schema_options{};
    bool list = false;
    bool help = false;
    bool version = false;
};

outlay::schema_dialect dialect_of(std::string_view name)
{
    if (name == "draft_2020_12") return outlay::schema_dialect::draft_2020_12;
    if (name == "draft_07") return outlay::schema_dialect::draft_07;
    if (name == "openapi_3_1") return outlay::schema_dialect::openapi_3_1;
    throw wrong_use("--dialect: expected draft_2020_12, draft_07 or openapi_3_1, found " + std::string(name));
}

arguments parse(std::span<char*> words)
{
    arguments parsed;
    bool has_options = true; // until `--`
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view const word = words[i];
        auto const value = [&]() -> std::string_view {
            if (++i == words.size()) throw wrong_use(std::string(word) + " needs a value");
            return words[i];
        };
        if (!has_options || !options::is_option(word)) {
            if (parsed.type == nullptr) parsed.type = &checker_of(word);
            else parsed.files.emplace_back(word);
        } else if (word == "--") has_options = false;
        else if (word == "--format") {
            auto const format = outlay::enum_value<lint::format>(value());
            if (!format) throw wrong_use("--format: expected text, json or github, found " + std::string(words[i]));
            parsed.format = *format;
        } else if (word == "--as") {
            std::string_view const as = value();
            if (as != "request" && as != "reply") throw wrong_use("--as: expected request or reply");
            parsed.as = as == "reply" ? direction::reply : direction::request;
        } else if (word == "--dialect") parsed.schema_options.dialect = dialect_of(value());
        else if (word == "--id") parsed.schema_options.id = value();
        else if (word == "--lines") parsed.lines = true;
        else if (word == "--notices") parsed.notices = true;
        else if (word == "--schema") parsed.schema = true;
        else if (word == "--list") parsed.list = true;
        else if (word == "--help" || word == "-h") parsed.help = true;
        else if (word == "--version") parsed.version = true;
        else
            options::refuse(word, {"--format", "--as", "--lines", "--notices", "--schema", "--dialect", "--id",
                                   "--list", "--help", "--version"});
    }
    bool const needs_type = !parsed.list && !parsed.help && !parsed.version;
    if (parsed.type == nullptr && needs_type) throw wrong_use("no type is given (--list lists them)");
    return parsed;
}

/// The progress, on a terminal, a few times a second.
class progress {
public:
    void show(std::size_t bytes, std::size_t documents, std::size_t violations)
    {
        if (!is_terminal_) return;
        auto const now = std::chrono::steady_clock::now();
        if (now < next_) return;
        next_ = now + std::chrono::milliseconds(200);
        std::cerr << '\r' << (bytes >> 20) << " MiB, " << documents << " documents, " << violations << " violations "
                  << std::flush;
        is_shown_ = true;
    }
    /// Clears the line for other output.
    void clear()
    {
        if (is_shown_) std::cerr << "\r\033[K" << std::flush;
        is_shown_ = false;
    }

private:
    bool is_terminal_ = terminal::is_watched();
    bool is_shown_ = false;
    std::chrono::steady_clock::time_point next_ = std::chrono::steady_clock::now() + std::chrono::seconds(1);
};

class linter {
public:
    explicit linter(arguments const& given) : given_(given) {}

    void check(std::istream& in, std::string const& source)
    {
        lint::line_reader reader(in, longest_line);
        if (!reader.next()) return check_document({source, ""});
        bool const has_lines = given_.lines || source.ends_with(".ndjson") || source.ends_with(".jsonl");
        if (!has_lines && !lint::is_balanced(reader.line()))
            return check_document({source, reader.rest(outlay::decode_options().max_bytes)});
        do {
            if (reader.is_too_long()) refuse_line({source, reader.line().substr(0, 80), reader.number()});
            else if (reader.line().find_first_not_of(" \t\r") != std::string_view::npos)
                check_document({source, reader.line(), reader.number()});
            progress_.show(reader.bytes(), documents_, violations_);
        } while (reader.next());
    }

    /// Prints the totals, and returns the exit status.
    int finish()
    {
        progress_.clear();
        if (violations_ != 0 && given_.format == lint::format::text)
            std::cerr << "payload_lint: " << counted(violations_, "violation") << " in " << wrong_documents_ << " of "
                      << counted(documents_, "document") << '\n';
        return violations_ != 0 ? 1 : 0;
    }

private:
    static std::string counted(std::size_t n, std::string_view what)
    {
        return std::to_string(n).append(" ").append(what).append(n == 1 ? "" : "s");
    }

    void check_document(lint::document const& one) { print(one, given_.type->check(one.text, given_.as)); }

    void refuse_line(lint::document const& one)
    {
        outlay::report found;
        found.add({.pointer = {},
                   .code = "max_line",
                   .message = "a line of more than " + std::to_string(longest_line) + " bytes",
                   .line = 1,
                   .column = 1});
        print(one, found);
    }

    void print(lint::document const& one, outlay::report const& found)
    {
        ++documents_;
        wrong_documents_ += !found.empty();
        violations_ += found.size() + found.omitted();
        if (found.empty() && (!given_.notices || found.notices().empty())) return;
        progress_.clear();
        lint::print(given_.format, one, found, given_.notices);
    }

    arguments const& given_;
    progress progress_;
    std::size_t documents_ = 0;
    std::size_t wrong_documents_ = 0;
    std::size_t violations_ = 0;
};

int run(arguments const& given)
{
    if (given.help) {
        std::cout << "usage: " << usage;
        return 0;
    }
    if (given.version) {
        std::cout << options::version_of("payload_lint") << '\n';
        return 0;
    }
    if (given.list) {
        for (checker const& each : checkers()) std::cout << each.name << '\n';
        return 0;
    }
    if (given.schema) {
        lint::print_pretty(given.type->schema(given.as, given.schema_options));
        std::cout << '\n';
        return 0;
    }
    linter check(given);
    if (given.files.empty()) check.check(std::cin, "stdin");
    for (std::string const& path : given.files) {
        std::ifstream in(path, std::ios::binary);
        if (!in || std::filesystem::is_directory(path)) throw wrong_use("can't read " + path);
        check.check(in, path);
        if (in.bad()) throw wrong_use("can't read " + path);
    }
    return check.finish();
}

} // namespace

int main(int argc, char** argv)
try {
    std::ios::sync_with_stdio(false);
    int const status = run(parse({argv + 1, static_cast<std::size_t>(argc - 1)}));
    if (!std::cout.flush()) throw std::runtime_error("can't write to standard output");
    return status;
} catch (std::exception const& failure) {
    std::cerr << "payload_lint: " << failure.what() << "\nusage: " << usage;
    return 2;
}
