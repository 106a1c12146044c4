#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/hubspot/api_error.hpp>
#include <outlay/hubspot/campaign.hpp>
#include <outlay/hubspot/ids.hpp>
#include <outlay/hubspot/named_values.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/text.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// The query and the reply of
//   GET {base}                a page of campaigns
// and the bodies of
//   POST {base}/batch/read    up to 50 campaigns by their ids
// where {base} is /marketing/campaigns/2026-03. Source: HubSpot's specification of the campaigns API,
// CollectionResponseWithTotalPublicCampaign, BatchInputPublicCampaignReadInput,
// BatchResponsePublicCampaignWithAssetsWithErrors and StandardError.

namespace outlay::inline v0_1_0::hubspot {

// --- requests

/// The order of a list of campaigns.
enum class campaign_sort : unsigned char {
    name,                  ///< `hs_name`, the default
    name_descending,       ///< `-hs_name`
    created_at,            ///< `createdAt`: the oldest first
    created_at_descending, ///< `-createdAt`: the newest first
    updated_at,            ///< `updatedAt`: the one that was not changed for longest first
    updated_at_descending, ///< `-updatedAt`: the one that was changed last first
};
BOOST_DESCRIBE_ENUM(campaign_sort, name, name_descending, created_at, created_at_descending, updated_at,
                    updated_at_descending)

/// The request for campaigns. Without any member: for all of them, by name, with the properties that budgets need. This
/// is the query of the URL, as an object.
struct list_campaigns_request {
    std::optional<std::string> after{};    ///< from this page on: `paging.next.after` of the one before
    std::optional<std::int32_t> limit{};   ///< campaigns a page, 1 to 100; absent: 100, so that calls are few
    std::optional<std::string> name{};     ///< only campaigns with this in their names
    std::vector<std::string> properties{}; ///< to return, by name; empty: budget_properties
    std::optional<campaign_sort> sort{};   ///< absent: by name

    friend bool operator==(list_campaigns_request const&, list_campaigns_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(list_campaigns_request, (), (after, limit, name, properties, sort))

/// A campaign to read.
struct campaign_ref {
    campaign_guid id{}; ///< a GUID

    friend bool operator==(campaign_ref const&, campaign_ref const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_ref, (), (id))

/// The request for 1 to 50 campaigns.
struct read_campaigns_request {
    std::vector<campaign_ref> inputs{}; ///< 1 to 50

    friend bool operator==(read_campaigns_request const&, read_campaigns_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(read_campaigns_request, (), (inputs))

// --- replies

/// Where the next page of a list begins.
struct next_page {
    std::string after{};               ///< the `after` of its query
    std::optional<std::string> link{}; ///< its URL, which is not followed
    outlay::extras extras{};

    friend bool operator==(next_page const&, next_page const&) = default;
};
BOOST_DESCRIBE_STRUCT(next_page, (), (after, link, extras))

/// The pages beside a page of a list.
struct paging {
    std::optional<next_page> next{};    ///< absent on the last page
    std::optional<named_values> prev{}; ///< `before` and `link`, which are not followed
    outlay::extras extras{};

    friend bool operator==(paging const&, paging const&) = default;
};
BOOST_DESCRIBE_STRUCT(paging, (), (next, prev, extras))

/// A page of campaigns (200). There is a further page as long as there is a `paging.next`.
struct campaign_list_reply {
    std::optional<std::uint32_t> total{};    ///< of all pages
    std::vector<campaign> results{};         ///< 0 to 100
    std::optional<hubspot::paging> paging{}; ///< absent if there is one page
    outlay::extras extras{};

    friend bool operator==(campaign_list_reply const&, campaign_list_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_list_reply, (), (total, results, paging, extras))

/// Why some campaigns of a batch were not read. Unlike api_error, it has an `id` and an object for `subCategory`.
struct campaign_error {
    using printable = void;

    std::optional<std::string> status{};        ///< `error`
    std::optional<std::string> category{};      ///< `OBJECT_NOT_FOUND`
    std::optional<named_values> sub_category{}; ///< an object, with more of the category
    std::optional<std::string> id{};            ///< of the error, or of the campaign
    std::optional<std::string> message{};       ///< for people
    std::optional<named_values> context{};      ///< lists of texts; `ids`: the campaigns that it is about
    std::vector<error_detail> errors{};         ///< may be left out
    std::optional<named_values> links{};        ///< texts
    outlay::extras extras{};

    /// `OBJECT_NOT_FOUND: no such campaign`, from the members that the reply has.
    std::string to_string() const
    {
        std::string text = category.value_or("error");
        if (message) text.append(": ").append(*message);
        std::string shown;
        outlay::detail::append_printable(shown, text);
        return shown;
    }

    friend bool operator==(campaign_error const&, campaign_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_error, (), (status, category, sub_category, id, message, context, errors, links, extras))

/// The campaigns that an error of a batch is about: its `context.ids`, or else its `id`; none if it has neither.
// A template, so that only what calls it compiles decode().
std::vector<std::string> campaigns_of(std::same_as<campaign_error> auto const& why)
{
    if (why.context)
        if (auto named = why.context->values.template get<std::vector<std::string>>("ids")) return std::move(*named);
    if (why.id) return {*why.id};
    return {};
}

/// How far HubSpot has come with a batch.
enum class batch_status : unsigned char {
    pending,    ///< not begun
    processing, ///< begun
    canceled,   ///< given up
    complete,   ///< done
};
BOOST_DESCRIBE_ENUM(batch_status, pending, processing, canceled, complete)

/// The reply for up to 50 campaigns: 200, or 207 if there are errors. Campaigns are in any order, and each once,
/// however often it was requested.
struct read_campaigns_reply {
    std::optional<open_enum<batch_status>> status{}; ///< `COMPLETE`; of another, a notice
    std::vector<campaign> results{};                 ///< those that were read, with their assets
    std::optional<std::uint32_t> num_errors{};       ///< in a 207
    std::vector<campaign_error> errors{};            ///< in a 207
    compact_optional<iso_timestamp> requested_at{};  ///< may be left out
    compact_optional<iso_timestamp> started_at{};    ///< promised by the specification
    compact_optional<iso_timestamp> completed_at{};  ///< promised by the specification
    std::optional<named_values> links{};             ///< texts
    outlay::extras extras{};

    friend bool operator==(read_campaigns_reply const&, read_campaigns_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(read_campaigns_reply, (),
                      (status, results, num_errors, errors, requested_at, started_at, completed_at, links, extras))

namespace detail {

/// HubSpot takes a list of names with commas between them, in which one with a comma would be two names.
inline bool is_property_name(std::string const& name) { return !name.empty() && name.find(',') == std::string::npos; }

/// The rule of the names of properties in a request.
inline constexpr auto property_rule = each(
    satisfies<std::string>("property_name", &is_property_name, "the name of a property, without a comma", "^[^,]+$"));

} // namespace detail
} // namespace outlay::inline v0_1_0::hubspot

namespace outlay::inline v0_1_0 {

/// Its texts in a query are names of properties, in descending order with a `-` before them.
template<std::same_as<hubspot::campaign_sort> E>
struct model<E> {
    static constexpr auto members = std::tuple{
        rename<E::name>("hs_name"),         rename<E::name_descending>("-hs_name"),
        rename<E::created_at>("createdAt"), rename<E::created_at_descending>("-createdAt"),
        rename<E::updated_at>("updatedAt"), rename<E::updated_at_descending>("-updatedAt"),
    };
};

template<std::same_as<hubspot::list_campaigns_request> T>
struct model<T> {
    static constexpr auto description = "The query of a list of campaigns, as an object.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::limit>(at_least(1), at_most(100)),
        member<&T::properties>(presence::optional, hubspot::detail::property_rule),
    };
};

template<std::same_as<hubspot::campaign_ref> T>
struct model<T> {
    static constexpr auto description = "A campaign to read.";
    static constexpr auto members = std::tuple{
        member<&T::id>(satisfies<hubspot::campaign_guid>("guid", &hubspot::detail::is_guid, hubspot::detail::a_guid,
                                                         "^[0-9a-fA-F-]+$")),
    };
};

template<std::same_as<hubspot::read_campaigns_request> T>
struct model<T> {
    static constexpr auto description = "The request for 1 to 50 campaigns.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{member<&T::inputs>(items(1, 50))};
};

template<>
struct model<hubspot::next_page> {
    static constexpr auto description = "The place where the next page of a list begins.";
};

template<std::same_as<hubspot::paging> T>
struct model<T> {
    static constexpr auto description = "The neighbouring pages of a page of a list.";
    static constexpr auto members = std::tuple{member<&T::prev>(for_information)};
};

template<std::same_as<hubspot::campaign_list_reply> T>
struct model<T> {
    static constexpr auto description = "A page of campaigns.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        quirk<T>(
            "total_too_low", [](T const& r) { return !r.total || *r.total >= r.results.size(); },
            "total is less than the campaigns of this page"),
    };
};

template<std::same_as<hubspot::campaign_error> T>
struct model<T> {
    static constexpr auto description = "The reason why some campaigns of a batch were not read.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::sub_category>(for_information),
        member<&T::context>(for_information),
        member<&T::errors>(presence::optional, for_information),
        member<&T::links>(for_information),
    };
};

template<std::same_as<hubspot::read_campaigns_reply> T>
struct model<T> {
    static constexpr auto description = "The campaigns of a batch that were read, and the errors of the others.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::errors>(presence::optional),
        member<&T::links>(for_information),
        quirk<T>(
            "batch_not_complete", [](T const& r) { return !r.status || *r.status == hubspot::batch_status::complete; },
            "the status of the batch is not COMPLETE: campaigns may be missing"),
        quirk<T>(
            "num_errors_differs", [](T const& r) { return !r.num_errors || *r.num_errors == r.errors.size(); },
            "numErrors is not the number of the errors"),
    };
};

} // namespace outlay::inline v0_1_0
