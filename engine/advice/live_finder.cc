#include "engine/advice/live_finder.h"

#include <algorithm>

#include "base/patience.h"
#include "engine/advice/match_reading.h"
#include "engine/match/coverage.h"
#include "engine/model/validation.h"

namespace overstap::advice {
namespace {

// The best `limit` rows of a part, of which `ask(n)` gives the best n. Rows that are dead or that
// `is_out` takes places of the answer, so that more is asked for until enough others are in it.
template <class Kind, class Ask, class IsOut>
void SearchPart(const typename LiveRows<Kind>::LivePart& part, size_t limit, Ask ask, IsOut is_out,
                FoundRows<typename Kind::Row>* found) {
  const auto& rows = part.rows();
  std::vector<FoundRow<typename Kind::Row>> alive;
  for (size_t asked = limit + std::min(part.dead_rows, limit);; asked *= 2) {
    const auto answer = ask(asked);
    alive.clear();
    for (const match::Ranked& ranked : answer.best) {
      if (alive.size() == limit) break;
      if (part.IsDead(ranked.index) || is_out(rows[ranked.index])) continue;
      alive.push_back({&rows[ranked.index], ranked.score});
    }
    if (alive.size() < limit && answer.best.size() == asked) continue;
    found->not_scored += answer.not_scored;
    break;
  }
  found->best.insert(found->best.end(), alive.begin(), alive.end());
}

template <class Row>
void KeepBest(size_t limit, FoundRows<Row>* found) {
  const size_t kept = std::min(limit, found->best.size());
  std::partial_sort(found->best.begin(), found->best.begin() + static_cast<std::ptrdiff_t>(kept),
                    found->best.end(), [](const FoundRow<Row>& a, const FoundRow<Row>& b) {
                      return a.score != b.score ? a.score > b.score : IdOf(*a.row) < IdOf(*b.row);
                    });
  found->best.resize(kept);
}

}  // namespace

FoundVacancies SearchVacancies(const LiveVacancies& live, const Context& context,
                               const match::ExpandedProfile& profile, const VacancyFilter& filter,
                               size_t limit) {
  FoundVacancies found;
  for (const LiveVacancies::LivePart& part : live.parts()) {
    SearchPart<VacancyKind>(
        part, limit,
        [&](size_t asked) { return part.finder().Search(profile, context.today, filter, asked); },
        [](const snapshot::VacancyRow&) { return false; }, &found);
    for (const uint32_t position : part.dead_not_scored) {
      if (Passes(context, filter, part.rows()[position])) --found.not_scored;
    }
  }
  for (const snapshot::VacancyRow& row : live.recent()) {
    if (!Passes(context, filter, row)) continue;
    const auto score = match::Coverage(profile, row.requirements.known, context.snapshot.taxonomy(),
                                       context.snapshot.scoring());
    if (!score) {
      ++found.not_scored;
    } else if (*score > 0) {
      found.best.push_back({&row, *score});
    }
  }
  KeepBest(limit, &found);
  return found;
}

std::optional<FoundPeople> SearchPeople(const LivePeople& live, const Context& context,
                                        const model::Vacancy& vacancy,
                                        const match::RequirementSet& requirements,
                                        const MatchParams& params) {
  FoundPeople found;
  for (const LivePeople::LivePart& part : live.parts()) {
    if (part.finder().year() != context.today.year()) return std::nullopt;
    SearchPart<ProfileKind>(
        part, params.limit,
        [&](size_t asked) {
          return part.finder().Search(context, vacancy, requirements, params, asked);
        },
        [&](const snapshot::ProfileRow& row) {
          return !model::MayBeKept(row.profile, context.today);
        },
        &found);
  }
  const model::VacancyFacts facts = SettledFactsOf(context, vacancy);
  for (const snapshot::ProfileRow& row : live.recent()) {
    if (!IsAwaited()) break;
    if (!PassesPerson(context, row.profile, facts, params)) continue;
    const auto score = ScoreOf(context, ReadForMatch(context, *row.Record()), requirements);
    if (score && *score > 0) found.best.push_back({&row, *score});
  }
  found.not_scored = 0;
  KeepBest(params.limit, &found);
  return found;
}

}  // namespace overstap::advice
