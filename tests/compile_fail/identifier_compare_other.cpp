// expect: (no match for .operator==|invalid operands to binary expression).*campaign_tag.*portfolio_tag
#include <outlay/value/identifier.hpp>

using campaign_id = outlay::identifier<struct campaign_tag>;
using portfolio_id = outlay::identifier<struct portfolio_tag>;

bool same(campaign_id const& campaign, portfolio_id const& portfolio)
{
#ifdef OUTLAY_CONTROL
    return campaign.str() == portfolio.str();
#else
    return campaign == portfolio;
#endif
}
