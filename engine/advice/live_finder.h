// The best vacancies and people of a snapshot that follows on others, without looking at all.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/live_rows.h"
#include "engine/advice/match.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/match/held_skills.h"

namespace overstap::advice {

using LiveVacancies = LiveRows<VacancyKind>;
using LivePeople = LiveRows<ProfileKind>;

// Of one snapshot; what is null is not indexed.
struct LiveFinders {
  std::shared_ptr<const LiveVacancies> vacancies;
  std::shared_ptr<const LivePeople> people;
};

template <class Row>
struct FoundRow {
  const Row* row = nullptr;
  double score = 0;  // 0..1
};

template <class Row>
struct FoundRows {
  std::vector<FoundRow<Row>> best;  // best first, ties in order of id; score 0 is not there
  int64_t not_scored = 0;           // pass, but nothing is known of what is asked
};
using FoundVacancies = FoundRows<snapshot::VacancyRow>;
using FoundPeople = FoundRows<snapshot::ProfileRow>;

// What scoring all vacancies of the context's snapshot, of which `live` is, gives.
FoundVacancies SearchVacancies(const LiveVacancies& live, const Context& context,
                               const match::ExpandedProfile& profile, const VacancyFilter& filter,
                               size_t limit);

// What scoring all people gives, when something is known of what the vacancy asks. Nothing when an
// index is of another year than the question.
std::optional<FoundPeople> SearchPeople(const LivePeople& live, const Context& context,
                                        const model::Vacancy& vacancy,
                                        const match::RequirementSet& requirements,
                                        const MatchParams& params);

}  // namespace overstap::advice
