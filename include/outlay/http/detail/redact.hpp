#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/http/detail/secret_pattern.hpp>
#include <outlay/http/detail/secret_search.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/refusal.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/secret.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A server, or a proxy on the way, may send back what it was sent. Its words become part of errors, so the credentials
// of the request are taken out of these. They are never taken out of what is read: an id may look like one.

namespace outlay::inline v0_1_0::http::detail {

/// Takes the credentials of a request out of what is shown. Refers to the request, which must live as long.
///
/// A credential is one of request::secrets, or the value of a header that is not public, without blanks at its ends; of
/// Authorization and Proxy-Authorization also what comes after the scheme. It is replaced by `***`, also where it is
/// escaped as in JSON, as in a URL or as in a JSON Pointer, or several times. If it has, not counting backslashes,
///   - fewer than 3 characters, nothing is replaced: it is no secret;
///   - 3 to 5, a whole word is: no letter or digit comes before or after it;
///   - 6 and more, it is wherever it is found.
/// Of a text that is cut, as a long value is in a message (`"abcd..."`), 4 and more characters of its beginning are
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

    /// Replaces credentials, and then shows what can't be printed as `\u000a` or `\xFE`.
    void clean(std::string& text) const
    {
        hide(text);
        make_printable(text);
    }

    /// The same of a text that is kept.
    std::string cleaned(std::string_view raw) const
    {
        std::string text(raw);
        clean(text);
        return text;
    }

    /// The same of all texts of a report: the pointers, codes and messages of violations and notices. Pointers are
    /// shown as they are where they are printed, so they keep characters that can't be.
    report cleaned(report const& raw) const
    {
        report made;
        for (violation const& v : raw) made.add(cleaned(v));
        for (violation const& v : raw.notices()) made.add_notice(cleaned(v));
        for (std::size_t i = 0; i < raw.omitted(); ++i) made.omit_one();
        for (std::size_t i = 0; i < raw.omitted_notices(); ++i) made.omit_notice();
        return made;
    }

    /// The same error with a report that may be shown.
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

    /// Its first `known` characters are no secret.
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

    /// Replaces credentials until there are none: stars may be a part of one, or make a word of what was none.
    void hide(std::string& text) const
    {
        constexpr int most_passes = 4; // more only for credentials with stars in a text that was made for them
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

/// As excerpt(), without credentials: also where the excerpt ends within one.
inline std::string excerpt_of(std::string_view body, redactor const& of)
{
    if (outlay::detail::recognise_markup(body) || outlay::detail::recognise_encoding(body)) {
        std::string shown = excerpt(body);
        of.clean(shown);
        return shown;
    }
    constexpr std::size_t enough = 4096; // for an excerpt, should most of it be replaced
    std::string text(body.substr(0, enough));
    if (body.size() > enough) text += "..."; // a cut: the beginning of a credential before it is replaced, too
    of.clean(text);
    text = excerpt(text);
    of.clean(text); // a short credential is kept within a word, of which this may be the beginning
    return text;
}

} // namespace outlay::inline v0_1_0::http::detail
