#pragma once

#include <outlay/value/identifier.hpp>

namespace outlay::amazon {

/// An advertising campaign of any product. Amazon's ids are unsigned 64-bit numbers, written as strings.
using campaign_id = identifier<struct campaign_tag>;

/// A portfolio: a group of campaigns.
using portfolio_id = identifier<struct portfolio_tag>;

} // namespace outlay::amazon
