// What a person can do, and how we know.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace overstap::model {

// From weakest to strongest. Stored by name, never by number.
enum class EvidenceKind : uint8_t {
  kClaimed,   // the person says so
  kWork,      // inferred from an occupation the person had
  kEmployer,  // confirmed by an employer
  kEvc,       // recognition of prior learning (EVC)
  kPraktijkverklaring,
  kCertificate,
  kDiploma,
};

inline constexpr int kEvidenceKindCount = 7;

std::string_view EvidenceKindName(EvidenceKind kind);
std::optional<EvidenceKind> ParseEvidenceKind(std::string_view name);

struct Evidence {
  std::string skill_uri;
  EvidenceKind kind = EvidenceKind::kClaimed;
  std::optional<int> year;  // last used or obtained; unknown counts as recent
  bool inferred = false;    // read from a text, not stated

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

}  // namespace overstap::model
