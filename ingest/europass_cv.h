// What a Europass CV says of work, skills and languages.
#pragma once

#include "engine/model/profile.h"
#include "ingest/record_draft.h"
#include "pugixml.hpp"

namespace overstap::ingest {

// CandidateProfile of a Candidate.
void ReadCandidateProfile(const pugi::xml_node& profile, RecordDraft<model::Profile>* draft);
// LearnerInfo of a SkillsPassport.
void ReadLearner(const pugi::xml_node& learner, RecordDraft<model::Profile>* draft);

}  // namespace overstap::ingest
