#pragma once

/// @file
/// The values of a budget: exact numbers, currencies, money, dates, instants, ids. None of these headers uses JSON.

#include <outlay/value/boxed.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/decimal_words.hpp>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/money.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/rounding.hpp>
#include <outlay/value/secret.hpp>
#include <outlay/value/spare_value.hpp>
#include <outlay/value/text.hpp>
#include <outlay/value/time_of_day.hpp>
#include <outlay/value/timestamp.hpp>
