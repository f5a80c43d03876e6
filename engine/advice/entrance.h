// Which work can be learnt by doing it: in a job with pay and lessons (bbl) of which every entry
// requirement is met?
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/person.h"
#include "engine/advice/taught.h"
#include "engine/plan/catalogue.h"
#include "engine/plan/plan_params.h"
#include "engine/plan/schedule.h"
#include "engine/transition/reach.h"

namespace overstap::advice {

// A bbl that the person can begin with what they have now. Nobody knows whether there is an
// employer with a place for it.
struct EntranceLine {
  CourseRef course;
  double weeks = 0;
  plan::CourseDays days;  // when it is begun as soon as possible
  double coverage = 0;    // share of what the work asks that is there after it alone, 0..1
};

struct Entrance {
  OccupationId occupation;
  EntranceLine line;
};

// Share of the work from which a bbl is an entrance to it: less is a course beside the work. Chosen
// (docs/scoring.md).
inline constexpr double kEntranceFrom = 0.3;

// For one person. Not thread-safe.
class EntranceFinder {
 public:
  // `params` as ForPerson gives them. The snapshot, `person` and `params` outlive it.
  EntranceFinder(const Context& context, const Person& person, const plan::PlanParams& params);

  // The bbl within the limits of the person and the budget, without entry requirements that are not
  // met or not known, that closes most of the gap; ties by id. Nothing when there is none, or when
  // the work covered after it is less than kEntranceFrom.
  std::optional<EntranceLine> To(OccupationId destination);

  // At most `limit` entrances to work within the level gate, each bbl once, most coverage first;
  // ties in order of occupation.
  std::vector<Entrance> Best(std::span<const transition::Destination> destinations, size_t limit);

 private:
  // Every bbl that the person can begin, and by skill which of these close it.
  void FindCourses();
  bool CanBegin(uint32_t course, const plan::Catalogue::Facts& facts) const;
  // The course that closes most of the gap, as plan::FindGap finds that.
  std::optional<uint32_t> MostClosing(OccupationId destination);
  // To each of these as To has it, within the level gate; by course, so that what one teaches is
  // found once.
  std::vector<Entrance> ToAll(std::span<const transition::Destination> destinations);
  // With what taught_ is set to.
  double CoverageAfter(OccupationId destination) const;
  EntranceLine LineOf(uint32_t course, double coverage) const;

  const snapshot::Snapshot& snapshot_;
  const Person& person_;
  const plan::PlanParams& params_;
  std::vector<uint32_t> courses_;  // indices in the catalogue, ascending
  std::vector<uint32_t> begin_;    // in closing_, by skill
  std::vector<uint32_t> closing_;  // positions in courses_
  TaughtSkills taught_;
  std::vector<double> closed_;  // share of the work, by position in courses_; 0 between questions
};

}  // namespace overstap::advice
