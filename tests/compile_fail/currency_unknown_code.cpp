// expect: not_an_iso_4217_code
#include <outlay/value/currency.hpp>

struct price {
    int units;
    outlay::currency currency;
};

#ifdef OUTLAY_CONTROL
price coffee{3, "USD"};
#else
price coffee{3, "USX"};
#endif
