#pragma once

/// @file
/// Calls of vendors' APIs through a transport of the user.

/// @namespace outlay::http
/// Requests, responses, transports and the state machine between them, which does no I/O.

#include <outlay/http/call.hpp>
#include <outlay/http/client.hpp>
#include <outlay/http/co_call.hpp>
#include <outlay/http/created.hpp>
#include <outlay/http/credentials.hpp>
#include <outlay/http/date.hpp>
#include <outlay/http/exchange.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/http/options.hpp>
#include <outlay/http/pages.hpp>
#include <outlay/http/rate_limit.hpp>
#include <outlay/http/rejection.hpp>
#include <outlay/http/request.hpp>
#include <outlay/http/retry.hpp>
#include <outlay/http/status_set.hpp>
#include <outlay/http/step.hpp>
#include <outlay/http/transport.hpp>
#include <outlay/http/url.hpp>
#include <outlay/http/wait.hpp>
