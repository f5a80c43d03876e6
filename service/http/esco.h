// The read interface of the ESCO API, so that its clients can ask us: /esco/api/search, /suggest2,
// /resource/occupation, /skill, /concept, /taxonomy and /related. HAL (draft-kelly-json-hal);
// errors are {"logref","status","message"}.
#pragma once

#include <span>
#include <string>

#include "service/http/handlers.h"
#include "service/http/message.h"

namespace overstap::http {

// `path` is what follows "/esco/api" of the target of a GET, such as {"resource", "skill"}. What
// the skills language does not hold (codes of skills, regulated professions) is left out, as ESCO
// does.
Response AnswerEsco(const World& world, const Target& target, std::span<const std::string> path);

}  // namespace overstap::http
