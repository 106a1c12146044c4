#pragma once

/// @file
/// Reading and writing described types as JSON.

#include <outlay/json/conforms.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/json/encode_options.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/json/field_mask.hpp>
#include <outlay/json/ndjson.hpp>
#include <outlay/json/options.hpp>
#include <outlay/json/report_json.hpp>
#include <outlay/json/schema.hpp>
#include <outlay/json/separate.hpp>
#include <outlay/model.hpp>
#include <outlay/value/render.hpp>
