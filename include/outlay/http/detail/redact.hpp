#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/http/detail/secret_pattern.hpp>
#include <outlay/http/detail/secret_search.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/rejection.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/secret.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A server or a proxy may send back parts of the request. Texts of a response become part of errors, so the credentials
// of the request are removed from these. They are not removed from values that are read, because an id may look like
// one.

namespace outlay::inline v0_1_0::http::detail {

/// Removes the credentials of a request from texts that are shown. The request must outlive it.
///
/// A credential is one of request::secrets, or the value of a header that is not public, without blanks at its ends;
/// for Authorization and Proxy-Authorization also the part after the scheme. It is replaced by `***`, also if it is
/// escaped as in JSON, a URL or a JSON Pointer, once or several times. A credential with, not counting backslashes,
///   - fewer than 3 characters is not replaced: it is no secret;
///   - 3 to 5 characters is replaced as a whole word, without letters or digits before and after it;
///   - 6 or more characters is replaced everywhere.
/// In a text that is shortened, like a long value in a message (`"abcd..."`), 4 or more characters of its beginning are
/// replaced, too.
class redactor {
public:
    explicit redactor(request const& sent)
    {
        for (secret const& one : sent.secrets) add(trimmed(one.reveal()));
        for (header const& h : sent.headers) {
            if (is_public(h)) continue;
            std::string_view const value = trimmed(h.value);
            std::size_t const scheme = has_scheme(h) ? value.find_first_of(blanks) : std::string_view::npos;
            if (scheme == std::string_view::npos) {
                add(value);
            } else {
                std::string_view const rest = trimmed(value.substr(scheme));
                add(value, value.size() - rest.size());
                add(rest);
            }
        }
    }

    /// Replaces credentials, and then unprintable characters by `\u000a` or `\xFE`.
    void clean(std::string& text) const
    {
        hide(text);
        make_printable(text);
    }

    /// The same for a copy of a text.
    std::string cleaned(std::string_view raw) const
    {
        std::string text(raw);
        clean(text);
        return text;
    }

    /// The same for all texts of a report: the pointers, codes and messages of violations and notices. Pointers keep
    /// unprintable characters, which are replaced when they are printed.
    report cleaned(report const& raw) const
    {
        report made;
        for (violation const& v : raw) made.add(cleaned(v));
        for (violation const& v : raw.notices()) made.add_notice(cleaned(v));
        for (std::size_t i = 0; i < raw.omitted(); ++i) made.omit_one();
        for (std::size_t i = 0; i < raw.omitted_notices(); ++i) made.omit_notice();
        return made;
    }

    /// The error with a report that may be shown.
    error cleaned(error const& raw) const { return raw.with_report(cleaned(raw.report())); }

private:
    static constexpr std::string_view stars = "***";
    static constexpr std::string_view blanks = " \t";

    static std::string_view trimmed(std::string_view text) noexcept
    {
        text.remove_prefix((std::min)(text.find_first_not_of(blanks), text.size()));
        return text.substr(0, text.find_last_not_of(blanks) + 1);
    }

    static bool has_scheme(header const& h) noexcept
    {
        return is_same_name(h.name, "Authorization") || is_same_name(h.name, "Proxy-Authorization");
    }

    static void make_printable(std::string& text)
    {
        bool const is_plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
        if (is_plain) return;
        std::string shown;
        outlay::detail::append_printable(shown, text);
        text = std::move(shown);
    }

    /// Adds a credential, whose first `known` characters are no secret.
    void add(std::string_view credential, std::size_t known = 0)
    {
        secret_pattern made(credential, known);
        if (made.is_searched()) credentials_.push_back(std::move(made));
    }

    violation cleaned(violation v) const
    {
        hide(v.pointer);
        clean(v.code);
        clean(v.message);
        return v;
    }

    /// Replaces credentials until none is found: a replacement may create another, because stars can be part of a
    /// credential or separate words.
    void hide(std::string& text) const
    {
        constexpr int most_passes = 4; // more are only needed for a text constructed for a credential with stars
        for (int pass = 0; pass < most_passes; ++pass) {
            auto const found = find(text);
            if (found.empty()) return;
            text = replaced(text, found);
        }
        if (!find(text).empty()) text = stars;
    }

    std::vector<text_range> find(std::string_view text) const
    {
        secret_search search(text);
        for (secret_pattern const& credential : credentials_)
            if (search.may_find(credential)) search.find(credential);
        return std::move(search).found();
    }

    static std::string replaced(std::string_view text, std::vector<text_range> const& found)
    {
        std::string made;
        made.reserve(text.size());
        std::size_t done = 0;
        for (text_range const of : found) {
            made.append(text.substr(done, of.begin - done)).append(stars);
            done = of.end;
        }
        return made.append(text.substr(done));
    }

    std::vector<secret_pattern> credentials_;
};

/// excerpt() without credentials, also if the excerpt ends within one.
inline std::string excerpt_of(std::string_view body, redactor const& of)
{
    if (outlay::detail::recognise_markup(body) || outlay::detail::recognise_encoding(body)) {
        std::string shown = excerpt(body);
        of.clean(shown);
        return shown;
    }
    constexpr std::size_t enough = 4096; // characters for an excerpt, even if most of them are replaced
    std::string text(body.substr(0, enough));
    if (body.size() > enough)
        text += "..."; // marks the cut, before which the beginning of a credential is replaced, too
    of.clean(text);
    text = excerpt(text);
    of.clean(text); // a short credential at the cut may now be a whole word
    return text;
}

} // namespace outlay::inline v0_1_0::http::detail
