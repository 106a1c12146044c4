// expect: portfolio_tag
// expect: no match for .operator=|no viable overloaded '='
#include <outlay/value/identifier.hpp>

using campaign_id = outlay::identifier<struct campaign_tag>;
using portfolio_id = outlay::identifier<struct portfolio_tag>;

void assign(campaign_id& to, campaign_id const& campaign, portfolio_id const& portfolio)
{
#ifdef OUTLAY_CONTROL
    to = campaign;
    static_cast<void>(portfolio);
#else
    to = portfolio;
    static_cast<void>(campaign);
#endif
}
