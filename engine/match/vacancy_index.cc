#include "engine/match/vacancy_index.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "engine/match/coverage.h"
#include "engine/match/vacancy_search.h"

namespace overstap::match {
namespace {

bool IsScored(const IndexedVacancy& vacancy, const Taxonomy& taxonomy,
              const ScoringParams& params) {
  return std::any_of(vacancy.requirements.begin(), vacancy.requirements.end(),
                     [&](const Requirement& requirement) {
                       return RequirementWeight(requirement, taxonomy, params) > 0;
                     });
}

// By place and work; then by how much is asked, so that shares of neighbours are of one size, and
// last by number, so that equal input gives an equal index.
std::vector<uint32_t> OrderOf(std::span<const IndexedVacancy> vacancies) {
  std::vector<uint32_t> order(vacancies.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const IndexedVacancy& left = vacancies[a];
    const IndexedVacancy& right = vacancies[b];
    const size_t left_count = left.requirements.size();
    const size_t right_count = right.requirements.size();
    return std::tie(left.traits.place, left.traits.work, left_count, a) <
           std::tie(right.traits.place, right.traits.work, right_count, b);
  });
  return order;
}

}  // namespace

VacancyIndex::VacancyIndex(std::span<const IndexedVacancy> vacancies, const Taxonomy* taxonomy,
                           const ScoringParams& params)
    : rows_(taxonomy, params), bounds_(taxonomy->skill_count()) {
  for (const uint32_t number : OrderOf(vacancies)) {
    const IndexedVacancy& vacancy = vacancies[number];
    if (IsScored(vacancy, *taxonomy, params)) {
      AddScored(vacancy, number);
      continue;
    }
    if (not_scored_.empty() || not_scored_.back().place != vacancy.traits.place) {
      not_scored_.push_back({vacancy.traits.place, {}, 0});
    }
    not_scored_.back().traits.Add(vacancy.traits);
    ++not_scored_.back().count;
  }
  for (NotScored& place : not_scored_) place.traits.FillStrip();
  FillStrip();
  const auto strips = static_cast<uint32_t>(number_.size() / kStrip);
  for (uint32_t strip = 0; strip < strips; ++strip) AddStrip(strip);
  marks_.push_back(strips);
  bounds_.Finish(marks_);
}

void VacancyIndex::AddScored(const IndexedVacancy& vacancy, uint32_t number) {
  if (places_.empty() || places_.back() != vacancy.traits.place) {
    FillStrip();
    places_.push_back(vacancy.traits.place);
    marks_.push_back(static_cast<uint32_t>(number_.size() / kStrip));
  }
  rows_.Add(vacancy.requirements);
  number_.push_back(number);
  traits_.Add(vacancy.traits);
}

// What is filled in asks nothing, so no query scores it.
void VacancyIndex::FillStrip() {
  while (number_.size() % kStrip != 0) {
    rows_.Add({});
    number_.push_back(0);
    traits_.Add({});
  }
}

void VacancyIndex::AddStrip(uint32_t strip) {
  std::vector<Strips::Entry> entries;
  for (uint32_t lane = 0; lane < kStrip; ++lane) {
    const uint32_t row = strip * kStrip + lane;
    for (const uint32_t entry : rows_.RowOf(row)) {
      const WeightedSkill& asked = rows_[entry];
      entries.push_back({asked.skill.value(), lane, asked.weight / rows_.TotalOf(row)});
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Strips::Entry& a, const Strips::Entry& b) {
    return std::tie(a.term, a.lane) < std::tie(b.term, b.lane);
  });
  strips_.Add(entries);
  double largest = 0;
  for (size_t i = 0; i < entries.size(); ++i) {
    largest = std::max(largest, entries[i].share);
    if (i + 1 < entries.size() && entries[i + 1].term == entries[i].term) continue;
    if (largest > 0) bounds_.Add(entries[i].term, strip, largest);
    largest = 0;
  }
}

int64_t VacancyIndex::CountNotScored(const VacancyWanted& wanted) const {
  int64_t count = 0;
  for (const NotScored& at : not_scored_) {
    if (!wanted.Has(at.place)) continue;
    for (uint32_t strip = 0; strip * kStrip < at.count; ++strip) {
      uint32_t mask = at.traits.PassMask(strip, wanted);
      if (at.count - strip * kStrip < kStrip) mask &= (1U << (at.count % kStrip)) - 1;
      count += std::popcount(mask);
    }
  }
  return count;
}

VacancyAnswer VacancyIndex::Search(const ExpandedProfile& profile, const VacancyWanted& wanted,
                                   size_t limit) const {
  return {VacancySearch(*this, profile, wanted, limit).Run(), CountNotScored(wanted)};
}

size_t VacancyIndex::MemoryBytes() const {
  size_t bytes = rows_.MemoryBytes() + number_.size() * sizeof(number_[0]) + traits_.MemoryBytes() +
                 strips_.MemoryBytes() + bounds_.MemoryBytes();
  for (const NotScored& place : not_scored_) bytes += place.traits.MemoryBytes();
  return bytes;
}

}  // namespace overstap::match
