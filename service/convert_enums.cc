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

constexpr std::array<std::pair<v1::LanguageLevel, model::LanguageLevel>, 7> kLanguageLevels = {{
    {v1::LANGUAGE_LEVEL_A0, model::LanguageLevel::kA0},
    {v1::LANGUAGE_LEVEL_A1, model::LanguageLevel::kA1},
    {v1::LANGUAGE_LEVEL_A2, model::LanguageLevel::kA2},
    {v1::LANGUAGE_LEVEL_B1, model::LanguageLevel::kB1},
    {v1::LANGUAGE_LEVEL_B2, model::LanguageLevel::kB2},
    {v1::LANGUAGE_LEVEL_C1, model::LanguageLevel::kC1},
    {v1::LANGUAGE_LEVEL_C2, model::LanguageLevel::kC2},
}};

constexpr std::array<std::pair<v1::GateKind, model::GateKind>, 5> kGateKinds = {{
    {v1::GATE_KIND_REGULATED, model::GateKind::kRegulated},
    {v1::GATE_KIND_CERTIFICATE, model::GateKind::kCertificate},
    {v1::GATE_KIND_LICENCE, model::GateKind::kLicence},
    {v1::GATE_KIND_CONDITION, model::GateKind::kCondition},
    {v1::GATE_KIND_LANGUAGE, model::GateKind::kLanguage},
}};

constexpr std::array<std::pair<v1::GateState, transition::GateState>, 3> kGateStates = {{
    {v1::GATE_STATE_OPEN, transition::GateState::kOpen},
    {v1::GATE_STATE_ASSUMED, transition::GateState::kAssumed},
    {v1::GATE_STATE_CLOSED, transition::GateState::kClosed},
}};

constexpr std::array<std::pair<v1::TransitionClass, transition::TransitionClass>, 4> kClasses = {{
    {v1::TRANSITION_CLASS_DIRECT, transition::TransitionClass::kDirect},
    {v1::TRANSITION_CLASS_SHORT_COURSE, transition::TransitionClass::kShortCourse},
    {v1::TRANSITION_CLASS_RETRAINING, transition::TransitionClass::kRetraining},
    {v1::TRANSITION_CLASS_FAR, transition::TransitionClass::kFar},
}};

constexpr std::array<std::pair<v1::MatchFilterKind, advice::MatchFilterKind>, 5> kFilterKinds = {{
    {v1::MATCH_FILTER_KIND_OPEN, advice::MatchFilterKind::kOpen},
    {v1::MATCH_FILTER_KIND_REGION, advice::MatchFilterKind::kRegion},
    {v1::MATCH_FILTER_KIND_RADIUS, advice::MatchFilterKind::kRadius},
    {v1::MATCH_FILTER_KIND_HOURS, advice::MatchFilterKind::kHours},
    {v1::MATCH_FILTER_KIND_RETENTION, advice::MatchFilterKind::kRetention},
}};

constexpr std::array<std::pair<v1::MatchFilterOutcome, advice::MatchFilterOutcome>, 5>
    kFilterOutcomes = {{
        {v1::MATCH_FILTER_OUTCOME_PASSED, advice::MatchFilterOutcome::kPassed},
        {v1::MATCH_FILTER_OUTCOME_FAILED, advice::MatchFilterOutcome::kFailed},
        {v1::MATCH_FILTER_OUTCOME_NOT_ASKED, advice::MatchFilterOutcome::kNotAsked},
        {v1::MATCH_FILTER_OUTCOME_UNKNOWN_PASSED, advice::MatchFilterOutcome::kUnknownPassed},
        {v1::MATCH_FILTER_OUTCOME_UNKNOWN_FAILED, advice::MatchFilterOutcome::kUnknownFailed},
    }};

constexpr std::array<std::pair<v1::SpotKind, advice::SpotKind>, 3> kSpotKinds = {{
    {v1::SPOT_KIND_POSTCODE, advice::SpotKind::kPostcode},
    {v1::SPOT_KIND_TOWN, advice::SpotKind::kTown},
    {v1::SPOT_KIND_REGION, advice::SpotKind::kRegion},
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

absl::StatusOr<std::optional<model::LanguageLevel>> FromProto(v1::LanguageLevel value) {
  if (value == v1::LANGUAGE_LEVEL_UNSPECIFIED) return std::nullopt;
  return Decode(kLanguageLevels, value, "level of Dutch");
}

v1::LanguageLevel ToProto(model::LanguageLevel value) { return Encode(kLanguageLevels, value); }
v1::GateKind ToProto(model::GateKind value) { return Encode(kGateKinds, value); }
v1::GateState ToProto(transition::GateState value) { return Encode(kGateStates, value); }
v1::TransitionClass ToProto(transition::TransitionClass value) { return Encode(kClasses, value); }
v1::MatchFilterKind ToProto(advice::MatchFilterKind value) { return Encode(kFilterKinds, value); }
v1::MatchFilterOutcome ToProto(advice::MatchFilterOutcome value) {
  return Encode(kFilterOutcomes, value);
}
v1::SpotKind ToProto(advice::SpotKind value) { return Encode(kSpotKinds, value); }
v1::Importance ToProto(Importance value) { return Encode(kImportances, value); }
v1::EvidenceKind ToProto(model::EvidenceKind value) { return Encode(kEvidenceKinds, value); }
v1::CourseForm ToProto(model::CourseForm value) { return Encode(kCourseForms, value); }
v1::SchemeStatus ToProto(model::SchemeStatus value) { return Encode(kSchemeStatuses, value); }
v1::SchemeAudience ToProto(model::SchemeFor value) { return Encode(kAudiences, value); }

}  // namespace overstap::service
