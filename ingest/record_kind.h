// Kinds of records that are imported one by one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace overstap::ingest {

enum class RecordKind : uint8_t {
  kVacancies,
  kProfiles,
  kCourses,
  kSchemes,
  kRegions,
  kDemand,
  kPlaces
};

std::string_view RecordKindName(RecordKind kind);  // "vacancies"
std::optional<RecordKind> ParseRecordKind(std::string_view name);

}  // namespace overstap::ingest
