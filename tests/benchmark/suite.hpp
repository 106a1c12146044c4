#pragma once

#include "payloads.hpp"
#include "plain.hpp"
#include "summary.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// Measurements and their registration. A file adds its rows to the registry before main() begins: a peer that is not on
// this machine is left out with its file.

/// Ends the program unless `holds`: figures of incorrect code are worthless.
void require(bool holds, std::string_view what);

/// Keeps the optimizer from leaving out the work whose result this is.
template<class T>
void keep(T const& result)
{
    asm volatile("" : : "r"(&result) : "memory");
}

/// One measurement: work that is repeated and timed.
struct candidate {
    std::string_view row{};           ///< its row in suite.py
    std::size_t bytes = 0;            ///< of JSON, read or written by each run
    std::function<void()> run{};      ///< throws or ends the program where the work fails
    std::function<summary()> check{}; ///< of the values that run() makes; empty if it makes none
};

/// Makes a candidate for a sample, or none if the row is not for it. The sample outlives the candidate.
struct entrant {
    std::string_view row{};
    std::function<std::optional<candidate>(sample const&)> enter{};
};

/// All rows about samples.
std::vector<entrant>& registry();

/// Candidates without a sample, which are compared with each other.
struct contest {
    std::string_view name{};
    std::vector<candidate> candidates{};
};

/// A library and its version, as the tables name it.
struct library {
    std::string_view name{};
    std::string version{};
};

/// All libraries that have rows.
std::vector<library>& libraries();

/// The functions that make the contests.
std::vector<contest (*)()>& contests();

/// Adds to the registry in the initialiser of a variable.
struct registered {
    explicit registered(contest (*make)()) { contests().push_back(make); }
    explicit registered(std::vector<entrant> rows, std::optional<library> of = std::nullopt)
    {
        if (of) libraries().push_back(std::move(*of));
        for (entrant& row : rows) registry().push_back(std::move(row));
    }
};

/// Calls `f` with the std::type_identity of the plain type of this payload.
template<class Function>
auto with_plain_type(payload kind, Function f)
{
    if (kind == payload::usage) return f(std::type_identity<plain::usage_reply>{});
    if (kind == payload::portfolios) return f(std::type_identity<plain::portfolio_list>{});
    return f(std::type_identity<plain::budget_document>{});
}

/// Reads each text into a new object: `read(std::string const& text, T& to)` is called with each plain T.
template<class Read>
entrant decoding(std::string_view row, Read read)
{
    return {row, [=](sample const& from) -> std::optional<candidate> {
                return with_plain_type(from.kind, [&]<class T>(std::type_identity<T>) {
                    auto const fresh = [read, &text = from.text] {
                        T to{};
                        read(text, to);
                        return to;
                    };
                    return candidate{.row = row,
                                     .bytes = from.text.size(),
                                     .run = [fresh] { keep(fresh()); },
                                     .check = [fresh] { return summary_of(fresh()); }};
                });
            }};
}

/// Reads each text into the same object, which keeps its memory.
template<class Read>
entrant decoding_into(std::string_view row, Read read)
{
    return {row, [=](sample const& from) -> std::optional<candidate> {
                return with_plain_type(from.kind, [&]<class T>(std::type_identity<T>) {
                    auto const again = [read, &text = from.text, to = std::make_shared<T>()]() -> T const& {
                        read(text, *to);
                        return *to;
                    };
                    return candidate{.row = row,
                                     .bytes = from.text.size(),
                                     .run = [again] { keep(again()); },
                                     .check = [again] { return summary_of(again()); }};
                });
            }};
}

/// Writes: `write(object)` returns a string, and the object is the result of `read` on the compact text.
template<class Read, class Write>
entrant encoding(std::string_view row, Read read, Write write)
{
    return {row, [=](sample const& from) -> std::optional<candidate> {
                if (from.written != form::compact) return std::nullopt;
                return with_plain_type(from.kind, [&]<class T>(std::type_identity<T>) {
                    auto const object = std::make_shared<T>();
                    read(from.text, *object);
                    return candidate{.row = row,
                                     .bytes = write(*object).size(),
                                     .run = [=] { keep(write(*object)); },
                                     .check = [=, kind = from.kind] { return summary_of_text(kind, write(*object)); }};
                });
            }};
}
