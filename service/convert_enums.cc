#include "service/convert_enums.h"

#include <array>
#include <string_view>
#include <utility>

#include "base/strings.h"

namespace overstap::service {
namespace {

// Pairs of equal meaning; the numbers on the wire and those in memory are independent.
constexpr std::array<std::pair<v1::Importance, Importance>, 4> kImportances = {{
    {v1::IMPORTANCE_ESSENTIAL, Importance::kEssential},
    {v1::IMPORTANCE_IMPORTANT, Importance::kImportant},
    {v1::IMPORTANCE_SOMEWHAT, Importance::kSomewhat},
    {v1::IMPORTANCE_OPTIONAL, Importance::kOptional},
}};

constexpr std::array<std::pair<v1::EvidenceKind, model::EvidenceKind>, 7> kEvidenceKinds = {{
    {v1::EVIDENCE_KIND_CLAIMED, model::EvidenceKind::kClaimed},
    {v1::EVIDENCE_KIND_WORK, model::EvidenceKind::kWork},
    {v1::EVIDENCE_KIND_EMPLOYER, model::EvidenceKind::kEmployer},
    {v1::EVIDENCE_KIND_EVC, model::EvidenceKind::kEvc},
    {v1::EVIDENCE_KIND_PRAKTIJKVERKLARING, model::EvidenceKind::kPraktijkverklaring},
    {v1::EVIDENCE_KIND_CERTIFICATE, model::EvidenceKind::kCertificate},
    {v1::EVIDENCE_KIND_DIPLOMA, model::EvidenceKind::kDiploma},
}};

constexpr std::array<std::pair<v1::CourseForm, model::CourseForm>, 5> kCourseForms = {{
    {v1::COURSE_FORM_BBL, model::CourseForm::kBbl},
    {v1::COURSE_FORM_BOL, model::CourseForm::kBol},
    {v1::COURSE_FORM_AVOND, model::CourseForm::kAvond},
    {v1::COURSE_FORM_ONLINE, model::CourseForm::kOnline},
    {v1::COURSE_FORM_WERKPLEK, model::CourseForm::kWerkplek},
}};

constexpr std::array<std::pair<v1::SchemeStatus, model::SchemeStatus>, 3> kSchemeStatuses = {{
    {v1::SCHEME_STATUS_OPEN, model::SchemeStatus::kOpen},
    {v1::SCHEME_STATUS_CLOSED, model::SchemeStatus::kClosed},
    {v1::SCHEME_STATUS_PROPOSED, model::SchemeStatus::kProposed},
}};

constexpr std::array<std::pair<v1::SchemeAudience, model::SchemeFor>, 3> kAudiences = {{
    {v1::SCHEME_AUDIENCE_WORKER, model::SchemeFor::kWorker},
    {v1::SCHEME_AUDIENCE_EMPLOYER, model::SchemeFor::kEmployer},
    {v1::SCHEME_AUDIENCE_BOTH, model::SchemeFor::kBoth},
}};

template <class Wire, class Ours, size_t N>
absl::StatusOr<Ours> Decode(const std::array<std::pair<Wire, Ours>, N>& pairs, Wire value,
                            std::string_view field) {
  for (const auto& [wire, ours] : pairs) {
    if (wire == value) return ours;
  }
  const int number = static_cast<int>(value);
  if (number == 0) return absl::InvalidArgumentError(StrCat(field, " is missing"));
  return absl::InvalidArgumentError(
      StrCat(field, " has the value ", number, ", which this version does not know"));
}

template <class Wire, class Ours, size_t N>
Wire Encode(const std::array<std::pair<Wire, Ours>, N>& pairs, Ours value) {
  for (const auto& [wire, ours] : pairs) {
    if (ours == value) return wire;
  }
  return Wire{};
}

}  // namespace

absl::StatusOr<Importance> FromProto(v1::Importance value) {
  return Decode(kImportances, value, "importance");
}
absl::StatusOr<model::EvidenceKind> FromProto(v1::EvidenceKind value) {
  return Decode(kEvidenceKinds, value, "kind of evidence");
}
absl::StatusOr<model::CourseForm> FromProto(v1::CourseForm value) {
  return Decode(kCourseForms, value, "form");
}
absl::StatusOr<model::SchemeStatus> FromProto(v1::SchemeStatus value) {
  return Decode(kSchemeStatuses, value, "status");
}
absl::StatusOr<model::SchemeFor> FromProto(v1::SchemeAudience value) {
  return Decode(kAudiences, value, "audience");
}

v1::Importance ToProto(Importance value) { return Encode(kImportances, value); }
v1::EvidenceKind ToProto(model::EvidenceKind value) { return Encode(kEvidenceKinds, value); }
v1::CourseForm ToProto(model::CourseForm value) { return Encode(kCourseForms, value); }
v1::SchemeStatus ToProto(model::SchemeStatus value) { return Encode(kSchemeStatuses, value); }
v1::SchemeAudience ToProto(model::SchemeFor value) { return Encode(kAudiences, value); }

}  // namespace overstap::service
