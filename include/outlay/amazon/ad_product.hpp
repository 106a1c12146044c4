#pragma once

namespace outlay::amazon {

/// The advertising product of a campaign.
enum class ad_product : unsigned char { sponsored_products, sponsored_brands, sponsored_display };

} // namespace outlay::amazon
