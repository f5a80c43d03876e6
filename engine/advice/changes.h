// Which one change brings work nearer, and which is the smallest?
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/advice/barriers.h"
#include "engine/advice/context.h"

namespace overstap::advice {

// Equal changes are in this order. Sent by name, never by number.
enum class ChangeKind {
  kDefinition,   // another definition of techniek
  kForm,         // courses of one form more
  kLevelStep,    // courses one level further away
  kHours,        // more hours a week to study
  kTravel,       // travel further to a course
  kBudget,       // more money
  kCourse,       // take one course
  kCertificate,  // get a certificate, registration or licence; no course for it is known
  kLanguage,     // a level of Dutch
  kEvc,          // have all that the person can do recognised
  kFinish,       // finish later
};

inline constexpr int kChangeKindCount = 11;

std::string_view ChangeKindName(ChangeKind kind);  // "level_step"

// What it takes more than the situation that it is a change of.
struct Change {
  ChangeKind kind = ChangeKind::kDefinition;
  std::string id;                   // of the course, gate or form; name of the definition
  std::string name;                 // for people, in Dutch
  std::optional<double> weeks = 0;  // unknown: nothing
  std::optional<double> eur = 0;    // unknown: nothing
  double km = 0;
  double hours_a_week = 0;
  // What becomes of the setting: levels, hours a week, km or euros in all. Nothing: it is not one.
  std::optional<double> setting = std::nullopt;
  std::optional<absl::CivilDay> finish = std::nullopt;  // only of kFinish
};

// Fewest weeks, then euros, km and hours a week, unknown last; then by kind and id. Total over the
// changes of one situation.
bool IsSmaller(const Change& a, const Change& b);

struct Candidate {
  Change change;
  std::function<void(Situation*)> apply;
};

// Everything that may take away a barrier of the situation, smallest first, at most kMostTried.
// Whether it does, only looking at the changed situation tells. A condition that the person cannot
// work in, and a list that is too short, are not for us to change.
inline constexpr size_t kMostTried = 100;
std::vector<Candidate> CandidatesFor(const Context& context, const Situation& situation,
                                     const Standing& standing);

struct TriedChange {
  Change change;
  // After it, and after the steps before it: barriers, or shortcomings when there was no barrier
  // from the start.
  std::vector<BarrierKind> left;
};

// The smallest change after which no barrier is left; else the smallest that takes away the first
// barrier, and so on, at most kMostSteps. Work that is within reach has no barrier: then the same
// of its shortcomings, without making a barrier.
inline constexpr size_t kMostSteps = 4;
inline constexpr size_t kMostOthers = 3;
struct WayIn {
  std::vector<TriedChange> steps;   // none: nothing helps, or nothing is needed
  std::vector<TriedChange> others;  // that are enough by themselves as well, next smallest first
  size_t tried = 0;
};

WayIn FindWayIn(const Context& context, const Judge& judge, const Situation& situation,
                const Standing& standing);

}  // namespace overstap::advice
