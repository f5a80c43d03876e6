#include "engine/advice/live_finder.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/status_macros.h"
#include "engine/match/coverage.h"

namespace overstap::advice {
namespace {

using snapshot::Snapshot;
using snapshot::VacancyRow;
using Vacancies = Snapshot::Vacancies;

bool AsksNothingKnown(const VacancyRow& row, const Snapshot& snapshot) {
  return match::TotalWeight(row.requirements.known, snapshot.taxonomy(), snapshot.scoring()) <= 0;
}

constexpr auto kById = [](const auto& a, const auto& b) { return IdOf(*a) < IdOf(*b); };

}  // namespace

absl::StatusOr<std::shared_ptr<const VacancyPart>> VacancyPart::Build(
    std::shared_ptr<const Snapshot> snapshot, const Make& make) {
  OVERSTAP_ASSIGN_OR_RETURN(VacancyFinder finder, make(*snapshot));
  return std::make_shared<const VacancyPart>(VacancyPart{std::move(snapshot), std::move(finder)});
}

LiveFinder::LiveFinder(PartPtr base, const Snapshot& now) {
  parts_.push_back({std::move(base), nullptr, 0, {}});
  const Vacancies& before = parts_.front().rows();
  std::vector<size_t> gone;
  Vacancies::Compare(before, now.vacancies(), [&](const auto& was, const auto& is) {
    if (was != before.end()) gone.push_back(was.position());
    if (is != now.vacancies().end()) recent_.push_back(is.shared());
  });
  parts_.front().Kill(gone);
}

LiveFinder LiveFinder::After(const Snapshot& before, const Snapshot& now) const {
  std::vector<RowPtr> gone;
  std::vector<RowPtr> come;
  Vacancies::Compare(before.vacancies(), now.vacancies(), [&](const auto& was, const auto& is) {
    if (was != before.vacancies().end()) gone.push_back(was.shared());
    if (is != now.vacancies().end()) come.push_back(is.shared());
  });
  LiveFinder next = *this;
  next.KillRows(gone);
  next.AddRecent(std::move(come));
  return next;
}

void LiveFinder::LivePart::Kill(std::span<const size_t> positions) {
  if (positions.empty()) return;
  auto next = dead == nullptr ? std::make_shared<std::vector<bool>>(rows().size())
                              : std::make_shared<std::vector<bool>>(*dead);
  for (const size_t position : positions) {
    (*next)[position] = true;
    if (AsksNothingKnown(rows()[position], *part->snapshot)) {
      dead_not_scored.push_back(static_cast<uint32_t>(position));
    }
  }
  dead_rows += positions.size();
  dead = std::move(next);
}

// `gone` is ascending by id, as recent_ is.
void LiveFinder::KillRows(const std::vector<RowPtr>& gone) {
  if (gone.empty()) return;
  std::vector<RowPtr> kept;
  std::vector<RowPtr> indexed;
  kept.reserve(recent_.size());
  auto row = recent_.begin();
  for (const RowPtr& lost : gone) {
    const auto place = std::lower_bound(row, recent_.end(), lost, kById);
    std::move(row, place, std::back_inserter(kept));
    row = place;
    if (row != recent_.end() && *row == lost) {
      ++row;
    } else {
      indexed.push_back(lost);
    }
  }
  std::move(row, recent_.end(), std::back_inserter(kept));
  recent_ = std::move(kept);
  for (LivePart& part : parts_) {
    std::vector<size_t> positions;
    for (const RowPtr& lost : indexed) {
      const auto found = part.rows().Find(IdOf(*lost));
      if (found != part.rows().end() && found.shared() == lost) {
        positions.push_back(found.position());
      }
    }
    part.Kill(positions);
  }
}

void LiveFinder::AddRecent(std::vector<RowPtr> come) {
  std::vector<RowPtr> all;
  all.reserve(recent_.size() + come.size());
  std::merge(std::make_move_iterator(recent_.begin()), std::make_move_iterator(recent_.end()),
             std::make_move_iterator(come.begin()), std::make_move_iterator(come.end()),
             std::back_inserter(all), kById);
  recent_ = std::move(all);
}

Vacancies LiveFinder::Recent() const { return Vacancies(recent_); }

Vacancies LiveFinder::NotInBase() const {
  std::vector<RowPtr> rows = recent_;
  for (size_t i = 1; i < parts_.size(); ++i) {
    const Vacancies& indexed = parts_[i].rows();
    for (auto row = indexed.begin(); row != indexed.end(); ++row) {
      if (!parts_[i].IsDead(row.position())) rows.push_back(row.shared());
    }
  }
  std::sort(rows.begin(), rows.end(), kById);
  return Vacancies(std::move(rows));
}

LiveFinder LiveFinder::WithNotInBase(PartPtr part, const Snapshot& now) const {
  LiveFinder next = *this;
  next.parts_.resize(1, next.parts_.front());
  next.AddPart(std::move(part), now);
  return next;
}

LiveFinder LiveFinder::WithRecent(PartPtr part, const Snapshot& now) const {
  LiveFinder next = *this;
  next.AddPart(std::move(part), now);
  return next;
}

void LiveFinder::AddPart(PartPtr part, const Snapshot& now) {
  LivePart added = {std::move(part), nullptr, 0, {}};
  std::vector<size_t> gone;
  std::vector<RowPtr> alive;
  for (auto row = added.rows().begin(); row != added.rows().end(); ++row) {
    const auto found = now.vacancies().Find(IdOf(*row));
    if (found != now.vacancies().end() && found.shared() == row.shared()) {
      alive.push_back(row.shared());
    } else {
      gone.push_back(row.position());
    }
  }
  added.Kill(gone);
  parts_.push_back(std::move(added));
  std::vector<RowPtr> recent;
  std::set_difference(recent_.begin(), recent_.end(), alive.begin(), alive.end(),
                      std::back_inserter(recent), kById);
  recent_ = std::move(recent);
}

FoundVacancies LiveFinder::Search(const Context& context, const match::ExpandedProfile& profile,
                                  const VacancyFilter& filter, size_t limit) const {
  FoundVacancies found;
  for (const LivePart& part : parts_) {
    SearchPart(part, context, profile, filter, limit, &found);
  }
  SearchRecent(context, profile, filter, &found);
  const size_t kept = std::min(limit, found.best.size());
  std::partial_sort(found.best.begin(), found.best.begin() + static_cast<std::ptrdiff_t>(kept),
                    found.best.end(), [](const FoundVacancy& a, const FoundVacancy& b) {
                      return a.score != b.score ? a.score > b.score : IdOf(*a.row) < IdOf(*b.row);
                    });
  found.best.resize(kept);
  return found;
}

// Dead rows take places of the answer, so that more is asked for until enough live ones are in it.
void LiveFinder::SearchPart(const LivePart& part, const Context& context,
                            const match::ExpandedProfile& profile, const VacancyFilter& filter,
                            size_t limit, FoundVacancies* found) {
  const Vacancies& rows = part.rows();
  std::vector<FoundVacancy> alive;
  size_t asked = limit + std::min(part.dead_rows, limit);
  for (;; asked *= 2) {
    const match::VacancyAnswer answer =
        part.part->finder.Search(profile, context.today, filter, asked);
    alive.clear();
    for (const match::Ranked& ranked : answer.best) {
      if (alive.size() == limit) break;
      if (!part.IsDead(ranked.index)) alive.push_back({&rows[ranked.index], ranked.score});
    }
    if (alive.size() < limit && answer.best.size() == asked) continue;
    found->not_scored += answer.not_scored;
    break;
  }
  for (const uint32_t position : part.dead_not_scored) {
    if (Passes(context, filter, rows[position])) --found->not_scored;
  }
  found->best.insert(found->best.end(), alive.begin(), alive.end());
}

void LiveFinder::SearchRecent(const Context& context, const match::ExpandedProfile& profile,
                              const VacancyFilter& filter, FoundVacancies* found) const {
  for (const RowPtr& row : recent_) {
    if (!Passes(context, filter, *row)) continue;
    const auto score = match::Coverage(profile, row->requirements.known,
                                       context.snapshot.taxonomy(), context.snapshot.scoring());
    if (!score) {
      ++found->not_scored;
    } else if (*score > 0) {
      found->best.push_back({row.get(), *score});
    }
  }
}

size_t LiveFinder::base_rows() const { return parts_.front().rows().size(); }

size_t LiveFinder::rows_not_in_base() const {
  size_t rows = recent_.size();
  for (size_t i = 1; i < parts_.size(); ++i) rows += parts_[i].rows().size();
  return rows;
}

}  // namespace overstap::advice
