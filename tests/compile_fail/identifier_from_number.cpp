// expect: (conversion from .int. to|no viable conversion from 'int' to).*campaign_id
#include <outlay/value/identifier.hpp>

using campaign_id = outlay::identifier<struct campaign_tag>;

#ifdef OUTLAY_CONTROL
campaign_id id = campaign_id::from_number(42);
#else
campaign_id id = 42;
#endif
