// An exchange under the worst conditions: the input decides on responses, failures, exceptions, options and the order
// of lanes. Each item has one outcome, waits are bounded by the policy and calls by its attempts, no error or notice
// shows a credential, a create in doubt is not sent again, and the exchange ends.
//
// The input is a byte for the operation, and the choices of world.cpp and drive.hpp; a body is a line of it.

#include "../bytes.hpp"
#include "operations.hpp"
#include "world.hpp"
#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (fuzz::world::spells_credential({reinterpret_cast<char const*>(data), size})) return -1; // not for the corpus
    fuzz::bytes input(data, size);
    input.pick(fuzz::operations())(input);
    return 0;
}
