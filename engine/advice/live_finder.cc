#include "engine/advice/live_finder.h"

#include <algorithm>

#include "base/patience.h"
#include "engine/advice/match_reading.h"
#include "engine/match/coverage.h"
#include "engine/model/validation.h"

namespace overstap::advice {
namespace {

template <class Row>
void KeepBest(size_t limit, FoundRows<Row>* found) {
  const size_t kept = std::min(limit, found->best.size());
  std::partial_sort(found->best.begin(), found->best.begin() + static_cast<std::ptrdiff_t>(kept),
                    found->best.end(), [](const FoundRow<Row>& a, const FoundRow<Row>& b) {
                      return a.score != b.score ? a.score > b.score : IdOf(*a.row) < IdOf(*b.row);
                    });
  found->best.resize(kept);
}

// The score that what is to be among the best `limit` reaches at least, when `found` has the best
// of what was looked at.
template <class Row>
double LeastOf(size_t limit, const FoundRows<Row>& found) {
  return found.best.size() < limit ? 0 : found.best.back().score;
}

// Adds the best rows of a part to those found before, of which `ask(n, cut)` gives the best n. Rows
// that `is_out` take places of the answer, so that more is asked for until enough others are in it.
template <class Kind, class Ask, class IsOut>
void SearchPart(const typename LiveRows<Kind>::LivePart& part, size_t limit, Ask ask, IsOut is_out,
                FoundRows<typename Kind::Row>* found) {
  const auto& rows = part.rows();
  const match::Cut cut = {LeastOf(limit, *found), part.dead.get()};
  std::vector<FoundRow<typename Kind::Row>> others;
  for (size_t asked = limit;; asked *= 2) {
    const auto answer = ask(asked, cut);
    others.clear();
    for (const match::Ranked& ranked : answer.best) {
      if (others.size() == limit) break;
      const auto& row = rows[ranked.index];
      if (!is_out(row)) others.push_back({&row, ranked.score});
    }
    if (others.size() < limit && answer.best.size() == asked) continue;
    found->not_scored += answer.not_scored;
    break;
  }
  found->best.insert(found->best.end(), others.begin(), others.end());
  KeepBest(limit, found);
}

// Whether it is that one which is recent, and not one that it replaced or that an index has by now.
template <class Kind>
bool IsRecent(const LiveRows<Kind>& live, const typename Kind::Row& row) {
  const auto found = live.recent().Find(IdOf(row));
  return found != live.recent().end() && &*found == &row;
}

// Scores recent rows that may be among the best: `score_of(row, terms, number)`, 0 for what is not
// in question.
template <class Kind, class ScoreOf>
void SearchRecent(const LiveRows<Kind>& live, const Context& context,
                  const match::TermRows::Query& query, size_t limit, ScoreOf score_of,
                  FoundRows<typename Kind::Row>* found) {
  const int year = static_cast<int>(context.today.year());
  for (const auto& piece : live.asked_recent().pieces()) {
    if (!IsAwaited()) break;
    const RecentTerms& terms = piece->Terms(context.snapshot, year);
    const double least = LeastOf(limit, *found);
    terms.terms.ForEach(query, least, [&](size_t number) {
      const auto& row = *piece->rows()[number];
      const double score = score_of(row, terms, number);
      if (score > 0 && score >= least && IsRecent(live, row)) found->best.push_back({&row, score});
    });
    KeepBest(limit, found);
  }
}

int64_t CountNotScored(const LiveVacancies& live, const Context& context,
                       const VacancyFilter& filter) {
  int64_t count = 0;
  for (const LiveVacancies::LivePart& part : live.parts()) {
    for (const uint32_t position : part.dead_not_scored) {
      if (Passes(context, filter, part.rows()[position])) --count;
    }
  }
  const int year = static_cast<int>(context.today.year());
  for (const auto& piece : live.asked_recent().pieces()) {
    for (const uint32_t number : piece->Terms(context.snapshot, year).not_scored) {
      const snapshot::VacancyRow& row = *piece->rows()[number];
      if (Passes(context, filter, row) && IsRecent(live, row)) ++count;
    }
  }
  return count;
}

match::TermRows::Query QueryOf(const match::ExpandedProfile& profile, const Context& context) {
  match::TermRows::Query query(context.snapshot.taxonomy().skill_count());
  for (const SkillId skill : profile.skills()) query.Add(skill.value(), profile.Strength(skill));
  return query;
}

}  // namespace

FoundVacancies SearchVacancies(const LiveVacancies& live, const Context& context,
                               const match::ExpandedProfile& profile, const VacancyFilter& filter,
                               size_t limit) {
  FoundVacancies found;
  for (const LiveVacancies::LivePart& part : live.parts()) {
    SearchPart<VacancyKind>(
        part, limit,
        [&](size_t asked, const match::Cut& cut) {
          return part.finder().Search(profile, context.today, filter, asked, cut);
        },
        [](const snapshot::VacancyRow&) { return false; }, &found);
  }
  found.not_scored += CountNotScored(live, context, filter);
  if (live.recent().empty()) return found;
  SearchRecent(
      live, context, QueryOf(profile, context), limit,
      [&](const snapshot::VacancyRow& row, const RecentTerms&, size_t) -> double {
        if (!Passes(context, filter, row)) return 0;
        return match::Coverage(profile, row.requirements.known, context.snapshot.taxonomy(),
                               context.snapshot.scoring())
            .value_or(0);
      },
      &found);
  return found;
}

std::optional<FoundPeople> SearchPeople(const LivePeople& live, const Context& context,
                                        const model::Vacancy& vacancy,
                                        const match::RequirementSet& requirements,
                                        const MatchParams& params) {
  for (const LivePeople::LivePart& part : live.parts()) {
    if (part.finder().year() != context.today.year()) return std::nullopt;
  }
  FoundPeople found;
  match::AskedSkills asked = Asked(context.snapshot, requirements);
  for (const LivePeople::LivePart& part : live.parts()) {
    SearchPart<ProfileKind>(
        part, params.limit,
        [&](size_t count, const match::Cut& cut) {
          return part.finder().Search(context, vacancy, &asked, params, count, cut);
        },
        [&](const snapshot::ProfileRow& row) {
          return !model::MayBeKept(row.profile, context.today);
        },
        &found);
  }
  found.not_scored = 0;
  if (live.recent().empty()) return found;
  const model::VacancyFacts facts = SettledFactsOf(context, vacancy);
  SearchRecent(
      live, context, asked.MostOfEach(), params.limit,
      [&](const snapshot::ProfileRow& row, const RecentTerms& terms, size_t number) -> double {
        if (!PassesPerson(context, row.profile, facts, params)) return 0;
        return asked.ScoreOf(*terms.held[number]);
      },
      &found);
  return found;
}

}  // namespace overstap::advice
