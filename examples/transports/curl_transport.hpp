#pragma once

#include <cstddef>
#include <curl/curl.h>
#include <memory>
#include <outlay/http.hpp>
#include <string>
#include <string_view>
#include <utility>

/// A sync transport over libcurl. Connections stay open for later calls; TLS certificates are verified; responses may
/// have any compression of libcurl; redirects are not followed, as credentials would be sent along.
///
/// For one thread at a time, like a libcurl handle: per_thread makes a transport for several threads of it.
class curl_transport {
public:
    long connect_timeout_ms = 10'000;
    long timeout_ms = 60'000;        ///< of a whole call
    std::size_t max_body = 64 << 20; ///< bytes, unpacked
    std::string ca_file{};           ///< trusted certificates; empty: those of the system

    outlay::result<outlay::http::response> operator()(outlay::http::request const& r)
    {
        CURL* const curl = handle_.get();
        if (curl == nullptr) return outlay::http::not_sent("libcurl could not be initialized");
        reset_at_end const last{curl};
        char reason[CURL_ERROR_SIZE]{};
        reply got{{}, max_body};
        headers const head = make_headers(r);
        auto const set = [&](CURLoption option, auto value) { curl_easy_setopt(curl, option, value); };
        set(CURLOPT_ERRORBUFFER, reason);
        set(CURLOPT_URL, r.url.c_str());
        set(CURLOPT_PROTOCOLS_STR, "https,http"); // and no file://
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
        set(CURLOPT_CUSTOMREQUEST, outlay::http::to_string(r.method).data());
        set(CURLOPT_HTTPHEADER, head.get());
        if (has_body(r)) {
            set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(r.body.size()));
            set(CURLOPT_POSTFIELDS, r.body.data());
        }
        set(CURLOPT_ACCEPT_ENCODING, ""); // all compressions of libcurl
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_FRESH_CONNECT, r.may_repeat ? 0L : 1L); // on a kept connection that was closed, libcurl sends again
        set(CURLOPT_CONNECTTIMEOUT_MS, connect_timeout_ms);
        set(CURLOPT_TIMEOUT_MS, timeout_ms);
        if (!ca_file.empty()) set(CURLOPT_CAINFO, ca_file.c_str());
        set(CURLOPT_HEADERFUNCTION, &on_header);
        set(CURLOPT_HEADERDATA, &got);
        set(CURLOPT_WRITEFUNCTION, &on_body);
        set(CURLOPT_WRITEDATA, &got);

        if (CURLcode const code = curl_easy_perform(curl); code != CURLE_OK) {
            std::string why = reason[0] != '\0' ? reason : curl_easy_strerror(code);
            if (got.is_too_large) return outlay::error(outlay::error_kind::limit, "max_body", "the body is too large");
            return was_sent(curl) ? outlay::http::connection_lost(std::move(why))
                                  : outlay::http::not_sent(std::move(why));
        }
        long status = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        got.answer.status = static_cast<int>(status);
        return std::move(got.answer);
    }

private:
    /// The handle keeps its connections, and no pointers to objects of a call.
    struct reset_at_end {
        CURL* curl;

        explicit reset_at_end(CURL* of) : curl(of) {}
        reset_at_end(reset_at_end const&) = delete;
        reset_at_end& operator=(reset_at_end const&) = delete;
        ~reset_at_end() { curl_easy_reset(curl); }
    };

    struct reply {
        outlay::http::response answer;
        std::size_t max_body;
        bool is_too_large = false;
    };

    template<auto Free>
    struct deleter {
        template<class T>
        void operator()(T* p) const
        {
            Free(p);
        }
    };
    using headers = std::unique_ptr<curl_slist, deleter<&curl_slist_free_all>>;

    static headers make_headers(outlay::http::request const& r)
    {
        headers all;
        auto const add = [&all](std::string const& line) { all.reset(curl_slist_append(all.release(), line.c_str())); };
        for (auto const& h : r.headers) add(h.name + ": " + h.value);
        add("Expect:");                                      // do not ask before sending a body
        if (!r.header("Content-Type")) add("Content-Type:"); // the default of libcurl is a form
        return all;
    }

    /// A POST or PUT without a body has a Content-Length of 0, which servers may require (411). A GET has none.
    static bool has_body(outlay::http::request const& r)
    {
        using enum outlay::http::method;
        return r.method != get && (!r.body.empty() || r.method == post || r.method == put);
    }

    /// Whether the request was sent: not without a connection.
    static bool was_sent(CURL* curl)
    {
        curl_off_t ready = 0;
        return curl_easy_getinfo(curl, CURLINFO_PRETRANSFER_TIME_T, &ready) != CURLE_OK || ready != 0;
    }

    static std::size_t on_header(char* data, std::size_t, std::size_t size, void* to)
    {
        auto& answer = static_cast<reply*>(to)->answer;
        std::string_view line(data, size);
        if (line.starts_with("HTTP/")) answer.headers.clear(); // a 100 came before
        line = line.substr(0, line.find_last_not_of("\r\n \t") + 1);
        if (auto const colon = line.find(':'); colon != std::string_view::npos) {
            auto const value = line.find_first_not_of(" \t", colon + 1);
            answer.headers.push_back({std::string(line.substr(0, colon)),
                                      value == std::string_view::npos ? "" : std::string(line.substr(value))});
        }
        return size;
    }

    static std::size_t on_body(char* data, std::size_t, std::size_t size, void* to)
    {
        auto& [answer, most, is_too_large] = *static_cast<reply*>(to);
        is_too_large = is_too_large || size > most - answer.body.size();
        if (is_too_large) return 0; // ends the call
        answer.body.append(data, size);
        return size;
    }

    std::unique_ptr<CURL, deleter<&curl_easy_cleanup>> handle_{curl_easy_init()};
};
