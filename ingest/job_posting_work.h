// What a JobPosting says of the work itself: occupation, level and skills.
#pragma once

#include "engine/model/vacancy.h"
#include "ingest/record_draft.h"
#include "nlohmann/json.hpp"

namespace overstap::ingest {

// Occupation and skills with a URI of ESCO or CompetentNL are stated; what comes in words goes to
// the phrases of the draft. An ISCO-08 code gives the level. Thread-safe.
void ReadWork(const nlohmann::json& posting, RecordDraft<model::Vacancy>* draft);

}  // namespace overstap::ingest
