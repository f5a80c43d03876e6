// Occupations and skills as JSON.
#pragma once

#include <string>
#include <string_view>

#include "service/json/answers.h"

namespace overstap::service {

// The part of a URI after its last '/', ':' or '#': what a path of the REST interface names a
// concept by. The whole URI when there is none of these.
std::string_view LastPart(std::string_view uri);

// "uri", "id" (LastPart), "label", and of an occupation "isco_code" and "level", of a skill "kind".
Json ItemOf(const advice::Context& context, OccupationId id);
Json ItemOf(const advice::Context& context, SkillId id);

// Everything that is known: labels in all languages and what it asks or is near to.
Json Describe(const advice::Context& context, OccupationId id);
Json Describe(const advice::Context& context, SkillId id);

}  // namespace overstap::service
