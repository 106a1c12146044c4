#pragma once

#include <algorithm>
#include <chrono>
#include <outlay/http.hpp>
#include <string>
#include <vector>

// A transport that answers with what a test says.

/// Answers with these, one after the other, the last for ever; and keeps what was asked and waited.
struct recorder {
    std::vector<outlay::result<outlay::http::response>> answers{};
    std::vector<outlay::http::request> asked{};
    std::vector<std::chrono::milliseconds> waits{};

    outlay::result<outlay::http::response> operator()(outlay::http::request const& r)
    {
        asked.push_back(r);
        return answers[std::min(asked.size(), answers.size()) - 1];
    }

    /// Waits are kept, not waited, and as long as they can be.
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
