#include "engine/snapshot/work_rows.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace overstap::snapshot {
namespace {

using ByWork = std::vector<WorkRows::Rows>;

// As RowChange, for one occupation.
struct WorkChange {
  OccupationId occupation;
  std::string_view id;
  const VacancyRow* row = nullptr;
};

// Ascending by occupation and id, of each the last.
void KeepLastOfEach(std::vector<WorkChange>* changes) {
  const auto key = [](const WorkChange& change) { return std::tie(change.occupation, change.id); };
  std::ranges::stable_sort(*changes, {}, key);
  const auto kept =
      std::unique(changes->rbegin(), changes->rend(),
                  [&](const WorkChange& a, const WorkChange& b) { return key(a) == key(b); });
  changes->erase(changes->begin(), kept.base());
}

void Apply(std::span<const WorkChange> changes, ByWork* rows) {
  while (!changes.empty()) {
    const OccupationId occupation = changes.front().occupation;
    const auto end = std::ranges::find_if(
        changes, [&](const WorkChange& change) { return change.occupation != occupation; });
    const auto some = changes.first(static_cast<size_t>(end - changes.begin()));
    WorkRows::Rows& of_work = (*rows)[occupation.index()];
    of_work = of_work.After(some);
    changes = changes.subspan(some.size());
  }
}

}  // namespace

WorkRows::WorkRows(const RecordTable<VacancyRow>& vacancies, size_t occupation_count) {
  std::vector<std::vector<const VacancyRow*>> rows(occupation_count);
  for (const VacancyRow& row : vacancies) {
    if (row.occupation) rows[row.occupation->index()].push_back(&row);
  }
  auto made = std::make_shared<ByWork>();
  made->reserve(occupation_count);
  for (auto& of_work : rows) made->emplace_back(std::move(of_work));
  state_.made = std::move(made);
}

std::shared_ptr<const WorkRows> WorkRows::None(size_t occupation_count) {
  return std::make_shared<const WorkRows>(RecordTable<VacancyRow>(), occupation_count);
}

std::shared_ptr<const WorkRows> WorkRows::After(std::shared_ptr<const WorkRows> before,
                                                std::vector<Change> changes) {
  if (changes.empty()) return before;
  std::shared_ptr<const Waiting> of_before = before->Now().waiting;
  if (of_before != nullptr && of_before->depth >= kMostWaiting) {
    before->Prepare();
    of_before = nullptr;
  }
  auto waiting = std::make_shared<Waiting>();
  if (of_before != nullptr) {
    waiting->depth = of_before->depth;
    waiting->changes_in_all = of_before->changes_in_all;
  }
  ++waiting->depth;
  waiting->changes_in_all += changes.size();
  waiting->before = std::move(before);
  // What goes is before what comes in its place.
  std::ranges::stable_partition(changes, [](const Change& change) { return !change.comes; });
  waiting->changes = std::move(changes);
  const std::shared_ptr<WorkRows> next(new WorkRows());
  next->state_.waiting = std::move(waiting);
  return next;
}

bool WorkRows::IsMuchToMake() const {
  const std::shared_ptr<const Waiting> waiting = Now().waiting;
  return waiting != nullptr &&
         (waiting->depth >= kMostWaiting / 2 || waiting->changes_in_all >= kManyChanges);
}

WorkRows::State WorkRows::Now() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

std::shared_ptr<const ByWork> WorkRows::Made() const {
  const std::lock_guard lock(mutex_);
  if (state_.made != nullptr) return state_.made;
  // Newest first; each is kept, and with it the rows.
  std::vector<std::shared_ptr<const Waiting>> chain = {state_.waiting};
  State at = chain.back()->before->Now();
  for (; at.made == nullptr; at = at.waiting->before->Now()) chain.push_back(at.waiting);
  std::vector<WorkChange> changes;
  for (auto waiting = chain.rbegin(); waiting != chain.rend(); ++waiting) {
    for (const Change& change : (*waiting)->changes) {
      const VacancyRow& row = *change.row;
      changes.push_back({*row.occupation, IdOf(row), change.comes ? &row : nullptr});
    }
  }
  KeepLastOfEach(&changes);
  auto made = std::make_shared<ByWork>(*at.made);
  Apply(changes, made.get());
  state_ = {nullptr, std::move(made)};
  return state_.made;
}

}  // namespace overstap::snapshot
