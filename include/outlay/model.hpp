#pragma once

/// @file
/// The description of a type: member names, rules and invariants; and checks of a value against them.

#include <outlay/model/annotations.hpp>
#include <outlay/model/audit.hpp>
#include <outlay/model/codec.hpp>
#include <outlay/model/conditions.hpp>
#include <outlay/model/facts.hpp>
#include <outlay/model/forms.hpp>
#include <outlay/model/known_enumerator.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/model/value_rules.hpp>
#include <outlay/model/visible_id.hpp>
#include <outlay/value/naming.hpp>
