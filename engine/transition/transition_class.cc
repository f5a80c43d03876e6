#include "engine/transition/transition_class.h"

#include <algorithm>
#include <array>

namespace overstap::transition {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"direct", "short_course", "retraining", "far"};
constexpr std::array<std::string_view, 4> kDutchNames = {"direct inzetbaar", "korte scholing",
                                                         "omscholing", "ver weg"};
constexpr int kWideStep = 2;

TransitionClass ByWeeks(double weeks) {
  if (weeks <= 0) return TransitionClass::kDirect;
  if (weeks <= kShortWeeks) return TransitionClass::kShortCourse;
  return weeks <= kRetrainingWeeks ? TransitionClass::kRetraining : TransitionClass::kFar;
}

TransitionClass ByLikeness(double coverage, double closeness) {
  if (coverage >= kDirectCoverage) return TransitionClass::kDirect;
  if (coverage >= kShortCoverage || closeness >= kShortCloseness) {
    return TransitionClass::kShortCourse;
  }
  return coverage >= kRetrainingCoverage || closeness >= kRetrainingCloseness
             ? TransitionClass::kRetraining
             : TransitionClass::kFar;
}

}  // namespace

std::string_view TransitionClassName(TransitionClass value) {
  return kNames[static_cast<size_t>(value)];
}

std::string_view DutchName(TransitionClass value) {
  return kDutchNames[static_cast<size_t>(value)];
}

std::optional<StepClass> ClassOf(const StepFacts& facts) {
  if (facts.weeks) return StepClass{ByWeeks(*facts.weeks), false};
  if (!facts.coverage && !facts.closeness) return std::nullopt;
  TransitionClass value = ByLikeness(facts.coverage.value_or(0), facts.closeness.value_or(0));
  if (facts.level_gap.value_or(0) >= kWideStep) {
    value = std::max(value, TransitionClass::kRetraining);
  }
  if (facts.learnt_at_work) value = std::min(value, TransitionClass::kShortCourse);
  return StepClass{value, true};
}

}  // namespace overstap::transition
