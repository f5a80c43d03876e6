// How large a step is, in words that people use.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace overstap::transition {

// From small to large. Stored and sent by name, never by number.
enum class TransitionClass : uint8_t {
  kDirect,       // direct inzetbaar: can start now
  kShortCourse,  // korte scholing: up to kShortWeeks
  kRetraining,   // omscholing: up to kRetrainingWeeks
  kFar,          // ver weg
};

std::string_view TransitionClassName(TransitionClass value);  // "direct", "short_course", ...
std::string_view DutchName(TransitionClass value);            // "direct inzetbaar", ...

// What a step is judged by. Unknown is a state: nothing where nobody knows.
struct StepFacts {
  std::optional<double> coverage = {};   // C(person, occupation), 0..1
  std::optional<double> closeness = {};  // of the person's work to the occupation, 0..1
  std::optional<double> weeks = {};   // of training that close the whole gap, 0 when there is none
  std::optional<int> level_gap = {};  // ISCO skill levels up; negative is down
  bool learnt_at_work = false;        // IsLearntAtWork
};

inline constexpr double kShortWeeks = 26;       // six months
inline constexpr double kRetrainingWeeks = 78;  // eighteen months

// Without weeks, coverage and closeness stand in for them (docs/scoring.md says why these).
inline constexpr double kDirectCoverage = 0.64;
inline constexpr double kShortCoverage = 0.5;
inline constexpr double kShortCloseness = 0.35;
inline constexpr double kRetrainingCoverage = 0.2;
inline constexpr double kRetrainingCloseness = 0.2;

struct StepClass {
  TransitionClass value;
  bool estimated = false;  // by coverage and closeness, since the weeks are not known
};

// With weeks: direct from 0 weeks, then by their number. Without: direct from kDirectCoverage; a
// short course from kShortCoverage, or from kShortCloseness; retraining likewise. A step of two
// levels up or more is at least retraining when the weeks are not known, since a level is not
// learnt in a course; work that is learnt at work is then at most a short course. Nothing when
// neither weeks, coverage nor closeness are known.
//
// Monotone: more coverage or closeness, fewer weeks or a smaller step up never give a larger class.
std::optional<StepClass> ClassOf(const StepFacts& facts);

}  // namespace overstap::transition
