#include "../../json/every_kind.hpp"
#include "../../json/sample.hpp"
#include "subject.hpp"
#include <cstdint>
#include <map>
#include <outlay/value.hpp>
#include <string>
#include <vector>

namespace fuzz {

std::vector<subject> kinds()
{
    return {subject_of<sample::plan>("sample::plan"),
            subject_of<every_kind::everything>("every_kind::everything"),
            subject_of<every_kind::traced>("every_kind::traced"),
            subject_of<std::vector<std::vector<std::int8_t>>>("lists of integers"),
            subject_of<std::vector<outlay::decimal>>("list of decimals"),
            subject_of<std::vector<double>>("list of doubles"),
            subject_of<std::vector<std::string>>("list of strings"),
            subject_of<std::map<std::string, std::vector<outlay::iso_timestamp>>>("map of times")};
}

} // namespace fuzz
