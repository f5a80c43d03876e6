// Real ESCO 1.1.1 with the courses, schemes, regions and vacancies of the starter data.
#pragma once

#include <memory>

#include "engine/snapshot/snapshot.h"

namespace overstap {

// Is real ESCO there? Tests that need it skip when it is not.
bool HasEsco();

// Dutch and English, read from the CSV download once for each test program; throws the reason when
// it cannot be.
std::shared_ptr<const snapshot::Snapshot> EscoSnapshot();

}  // namespace overstap
