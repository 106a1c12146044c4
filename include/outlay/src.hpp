#pragma once

/// @file
/// To be included by one file of a program, of which it compiles there, once:
///   - the library of Boost.JSON, for programs that do not link it. One that does says so with
///     OUTLAY_LINKS_BOOST_JSON, as outlay's CMake target and Conan's package do;
///   - with OUTLAY_SEPARATE_COMPILATION, which all files of the program must have or none, what else each of them would
///     compile for itself: the reader and the writer of JSON, the checks of rules, the core of calls, and the functions
///     for vendors' types.

#ifndef OUTLAY_LINKS_BOOST_JSON
#include <boost/json/src.hpp>
#endif

#ifdef OUTLAY_SEPARATE_COMPILATION
#include <outlay/http/detail/exchange_core_impl.hpp>
#include <outlay/http/detail/sleep_impl.hpp>
#include <outlay/json/read/document_reader_impl.hpp>
#include <outlay/json/read/quick_impl.hpp>
#include <outlay/json/write/write_value_impl.hpp>
#include <outlay/model/table/check_impl.hpp>
#include <outlay/outlay.hpp> // all vendors

template class outlay::detail::basic_document_reader<outlay::detail::reader>;

#define OUTLAY_COMPILE_VENDOR(NAME) OUTLAY_##NAME##_TYPES(OUTLAY_COMPILE_TYPE) OUTLAY_##NAME##_OPERATIONS()
OUTLAY_VENDORS(OUTLAY_COMPILE_VENDOR)
#undef OUTLAY_COMPILE_VENDOR
#endif
