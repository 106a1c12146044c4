#pragma once

/// @file
/// The shapes that batches and their replies have.

#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/chunk.hpp>
#include <outlay/envelope/correlate.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/envelope/multi_status.hpp>
#include <outlay/envelope/outcome.hpp>
#include <outlay/envelope/page.hpp>
#include <outlay/envelope/rows.hpp>
