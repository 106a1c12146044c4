#pragma once

#include <algorithm>
#include <chrono>
#include <outlay/http.hpp>
#include <string>
#include <vector>

// A transport that returns the responses of a test.

/// Returns these responses in order, then the last again and again; keeps the requests and the waits.
struct recorder {
    std::vector<outlay::result<outlay::http::response>> answers{};
    std::vector<outlay::http::request> asked{};
    std::vector<std::chrono::milliseconds> waits{};

    outlay::result<outlay::http::response> operator()(outlay::http::request const& r)
    {
        asked.push_back(r);
        return answers[std::min(asked.size(), answers.size()) - 1];
    }

    /// Keeps waits without waiting, each as long as the policy allows.
    outlay::http::call_options options()
    {
        outlay::http::call_options made;
        made.sleep = [this](std::chrono::milliseconds time) { waits.push_back(time); };
        made.random = [] { return 1.0; };
        return made;
    }

    /// `PUT https://...`
    std::string last() const
    {
        return std::string(outlay::http::to_string(asked.back().method)) + " " + asked.back().url;
    }
};
