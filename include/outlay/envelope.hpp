#pragma once

/// @file
/// Batches, their replies, and lists in pages.

#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/chunk.hpp>
#include <outlay/envelope/correlate.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/envelope/multi_status.hpp>
#include <outlay/envelope/outcome.hpp>
#include <outlay/envelope/page.hpp>
#include <outlay/envelope/rows.hpp>
