// Europass CVs as XML: the SkillsPassport of Europass 3 and the Candidate of the present Europass.
#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "engine/model/profile.h"
#include "ingest/record_draft.h"

namespace overstap::ingest {

// Names, birth date, sex, nationality, photo and all contact data but the four digits of a postcode
// are dropped and counted. Work and skills that name a concept of ESCO are stated; titles and
// descriptions go into the text, which is read and not kept. The id is made of the bytes of the CV,
// as nothing in it but the person is its own. kInvalidArgument for what is no XML, no Europass CV,
// not UTF-8, deeper than 64 elements, or holds a number that may be a burgerservicenummer.
// Namespaces are passed over. docs/formats.md says which field goes where. Thread-safe.
absl::StatusOr<RecordDraft<model::Profile>> ProfileFromEuropass(std::string_view xml);

}  // namespace overstap::ingest
