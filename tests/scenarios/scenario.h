// Transitions that people in the field name, as questions with an expected answer.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "engine/advice/route.h"
#include "engine/snapshot/snapshot.h"

namespace overstap {

// A destination that the field would call right. URIs; the labels stand in comments beside them.
struct ScenarioTarget {
  std::string occupation;
  std::vector<std::string> gap;      // skills that must be among what is missing
  std::vector<std::string> courses;  // ids of which the plan must hold all
  double most_weeks = 0;             // the plan takes at most so long
};

struct Scenario {
  std::string name;  // letters and digits: the name of the test case
  std::vector<std::string> from;
  std::vector<ScenarioTarget> targets;
  size_t at_least = 1;  // so many of the targets must be among the ten best
};

void PrintTo(const Scenario& scenario, std::ostream* out);

// The ten best technical destinations on 2026-11-21 for someone who does this work.
advice::RouteResult TenBest(const snapshot::Snapshot& snapshot, const Scenario& scenario);

// Fails the test unless enough targets are there; each that is there must be within the level gate,
// miss the skills that are named and have a plan with the courses that are named. Every route,
// named or not, must hold together: no course without a use, no scheme that is closed, nothing
// called untaught for which there is a course there.
void ExpectScenario(const snapshot::Snapshot& snapshot, const Scenario& scenario);
// `region` is that of the person, for whom courses elsewhere do not count; may be empty.
void ExpectSound(const snapshot::Snapshot& snapshot, const advice::Route& route,
                 const std::string& region);

}  // namespace overstap
