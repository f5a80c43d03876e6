// What bodies of several questions have in common.
#pragma once

#include <string_view>

#include "engine/advice/person.h"
#include "engine/plan/plan_params.h"
#include "service/http/body_reader.h"
#include "service/http/handlers.h"

namespace overstap::http {

// "profile", "occupations", "skills", "region", "certificates", "avoids", "cannot", "dutch",
// "pay_eur".
advice::PersonParams ReadPerson(const AskCall& call, const advice::Context& context,
                                BodyReader* body);

// "minimise", "budget_eur", "hours_a_week", "euros_per_week", "start", "forms", "travel_km",
// "max_level_step", "applicant".
plan::PlanParams ReadStudy(BodyReader* body);

// What `read` makes of the field; what it refuses is a fault of that field.
template <class Record, class Read>
std::optional<Record> ReadRecord(std::string_view field, const advice::Context& context,
                                 const Read& read, BodyReader* body) {
  const nlohmann::json* value = body->Value(field);
  if (value == nullptr) return std::nullopt;
  if (!value->is_object()) {
    body->Fail(field, "type", StrCat(field, " must be an object"));
    return std::nullopt;
  }
  absl::StatusOr<Record> record = read(context, *value);
  if (record.ok()) return *std::move(record);
  body->Fail(field, "value", std::string(FromAbsl(record.status().message())));
  return std::nullopt;
}

}  // namespace overstap::http
