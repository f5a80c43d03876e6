// Who a Europass CV is about: counted and dropped, but for the four digits of a postcode.
#pragma once

#include "engine/model/profile.h"
#include "ingest/record_draft.h"
#include "pugixml.hpp"

namespace overstap::ingest {

// CandidatePerson of a Candidate.
void DropCandidatePerson(const pugi::xml_node& person, RecordDraft<model::Profile>* draft);
// Identification of a SkillsPassport.
void DropIdentification(const pugi::xml_node& person, RecordDraft<model::Profile>* draft);

}  // namespace overstap::ingest
