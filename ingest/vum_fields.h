// Fields that VUM vacancies and profiles have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/object_reader.h"
#include "ingest/personal_data.h"

namespace overstap::ingest {

// ISCO skill level of a "werk- en denkniveau" 0..7: the highest education or what equals it (SUWI
// register of data, code list of the level of education), by the concordance of ISCO-08 with
// ISCED. Empty for "not applicable", "not known" and any other code.
std::optional<int> LevelOfWerkEnDenkniveau(int64_t code);

// Whether a code is a URI; what stands there otherwise is a code of a list that we do not have.
bool IsUri(std::string_view code);

// E-mail, telephone and web addresses, and contact persons with theirs.
void DropContact(ObjectReader* reader, DroppedPersonalData* dropped);

struct VumHours {
  std::optional<int> least;
  std::optional<int> most;
};
VumHours ReadHours(ObjectReader* reader);  // of "werktijden"

}  // namespace overstap::ingest
