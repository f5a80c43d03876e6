#include "engine/model/evidence.h"

#include <array>

#include "base/enum_names.h"

namespace overstap::model {
namespace {
constexpr std::array<std::string_view, kEvidenceKindCount> kNames = {
    "claimed", "work", "employer", "evc", "praktijkverklaring", "certificate", "diploma"};
}  // namespace

std::string_view EvidenceKindName(EvidenceKind kind) { return EnumName(kNames, kind); }

std::optional<EvidenceKind> ParseEvidenceKind(std::string_view name) {
  return ParseEnum<EvidenceKind>(kNames, name);
}

}  // namespace overstap::model
