// expect: a function in an operation's ids must return a reference or a std::string_view
#include <boost/describe/class.hpp>
#include <outlay/envelope.hpp>
#include <string>
#include <tuple>
#include <vector>

struct item {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(item, (), (name))
struct reply {
    std::vector<item> done;
};
BOOST_DESCRIBE_STRUCT(reply, (), (done))

struct create_plans {
    using result_type = outlay::batch<item, item>;
    using reply_type = reply;
    static constexpr auto rows = std::tuple{outlay::successes<&reply::done>};
    static constexpr auto matching = outlay::matching::by_id;
#ifdef OUTLAY_CONTROL
    static std::string const& id_of(item const& x) { return x.name; }
#else
    static std::string id_of(item const& x) { return x.name + "/"; } // destroyed before it is read
#endif
    static constexpr auto ids = std::tuple{&create_plans::id_of};
};

auto const all = outlay::correlate<create_plans>(std::vector<item>(2), outlay::inspection<reply>{});
