#include "drive.hpp"
#include "operations.hpp"
#include "tally/operations.hpp"
#include <vector>

namespace fuzz {

std::vector<runner> own_operations()
{
    return {&run<tally::get_plan>,    &run<tally::read_spend>, &run<tally::create_plans>, &run<tally::update_plans>,
            &run<tally::close_plans>, &run<tally::list_plans>, &run<tally::search_plans>, &run<tally::list_invoices>};
}

} // namespace fuzz
