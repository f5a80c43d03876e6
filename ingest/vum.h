// VUM 3.0 (Verbeteren Uitwisseling Matchingsgegevens): vacancies and profiles of job seekers.
#pragma once

#include "absl/status/statusor.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"
#include "ingest/record_draft.h"
#include "nlohmann/json.hpp"

namespace overstap::ingest {

// `object` must be an object: a Vacature or MPVacatureMatch of the contract. kInvalidArgument
// naming the field that is missing or of the wrong type; fields that we do not know are passed
// over. docs/formats.md says which field goes where. Thread-safe.
absl::StatusOr<RecordDraft<model::Vacancy>> VacancyFromVum(const nlohmann::json& object);

// The same for a Werkzoekende or MPWerkzoekendeMatch, and kInvalidArgument for a number that may be
// a burgerservicenummer wherever it stands, except in codeOpleidingsnaam: that is a code of up to
// ten digits, which is not kept; one that passes the eleven test is warned of.
absl::StatusOr<RecordDraft<model::Profile>> ProfileFromVum(const nlohmann::json& object);

}  // namespace overstap::ingest
