#include "engine/match/vacancy_search.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <utility>

namespace overstap::match {
namespace {

constexpr uint32_t kStrengthOne = 4'095;
// More than what rounding in sums of doubles can amount to.
constexpr double kSlack = 1e-9;

uint32_t RoundedUp(double strength) {
  return static_cast<uint32_t>(
      std::min<double>(std::ceil(strength * kStrengthOne * (1 + kSlack)), kStrengthOne));
}

// The least whole number of `units` a score that what has it must reach.
int32_t LeastUnits(double score, double units) {
  constexpr double kLargest = 2e9;
  return static_cast<int32_t>(std::clamp(score * units * (1 - kSlack), 1.0, kLargest));
}

constexpr size_t kAhead = 3;  // strips to fetch before they are needed
constexpr double kBoundUnits = double{kStrengthOne} * BlockBounds::kOne;

}  // namespace

VacancySearch::VacancySearch(const VacancyIndex& index, const ExpandedProfile& profile,
                             const VacancyWanted& wanted, size_t limit)
    : index_(index), profile_(profile), wanted_(wanted), limit_(limit), top_(limit) {}

void VacancySearch::AddTerms() {
  strengths_.resize(index_.bounds_.term_count());
  terms_.reserve(profile_.skills().size());
  for (const SkillId skill : profile_.skills()) {
    const uint32_t strength = RoundedUp(profile_.Strength(skill));
    terms_.push_back({skill.value(), strength});
    strengths_[skill.index()] = static_cast<int16_t>(strength);
  }
  std::sort(terms_.begin(), terms_.end(),
            [](const Term& a, const Term& b) { return a.strength > b.strength; });
}

void VacancySearch::AddStretches() {
  for (size_t mark = 0; mark < index_.places_.size(); ++mark) {
    if (!wanted_.Has(index_.places_[mark])) continue;
    if (stretches_.empty() || stretches_.back().end_mark != mark) {
      stretches_.push_back({mark, mark, index_.marks_[mark], 0});
    }
    stretches_.back().end_mark = mark + 1;
    stretches_.back().end = index_.marks_[mark + 1];
  }
}

void VacancySearch::SumStretch(const Stretch& stretch) {
  const BlockBounds& bounds = index_.bounds_;
  for (const Term& term : terms_) bounds.PrefetchBegin(term.skill, stretch.mark);
  for (const Term& term : terms_) bounds.PrefetchBounds(term.skill, stretch.mark);
  uint32_t* const sums = sums_.data();
  const uint32_t first = stretches_.front().begin;
  for (const Term& term : terms_) {
    const uint32_t strength = term.strength;
    for (const auto& bound : bounds.Of(term.skill, stretch.mark, stretch.end_mark)) {
      sums[bound.block - first] += strength * bound.share;
    }
  }
}

void VacancySearch::AddGroups() {
  groups_.clear();
  for (const Stretch& stretch : stretches_) {
    for (uint32_t strip = stretch.begin; strip < stretch.end; strip += kGroup) {
      const uint32_t end = std::min(strip + kGroup, stretch.end);
      uint32_t bound = 0;
      for (uint32_t i = strip; i < end; ++i) bound = std::max(bound, SumOf(i));
      groups_.push_back({bound, strip, end});
    }
  }
}

double VacancySearch::UnitsOf(uint32_t strip) const {
  return Strips::kTop * double{kStrengthOne} / index_.strips_.ScaleOf(strip);
}

template <class Visit>
void VacancySearch::ForEachPassing(uint32_t strip, Visit visit) const {
  uint32_t passing = index_.traits_.PassMask(strip, wanted_);
  if (passing == 0) return;
  Strips::Sums sums;
  index_.strips_.Sum(strip, strengths_.data(), &sums);
  for (; passing != 0; passing &= passing - 1) {
    const auto lane = static_cast<uint32_t>(std::countr_zero(passing));
    visit(strip * kStrip + lane, sums[lane]);
  }
}

void VacancySearch::Score(uint32_t position) {
  const double score = index_.rows_.Score(profile_, position);
  if (score > 0) top_.Offer({index_.number_[position], score});
}

void VacancySearch::LookInto(uint32_t strip) {
  const double units = UnitsOf(strip);
  int32_t least = LeastUnits(top_.Threshold(), units);
  ForEachPassing(strip, [&](uint32_t position, int32_t sum) {
    if (sum < least) return;
    Score(position);
    least = LeastUnits(top_.Threshold(), units);
  });
}

void VacancySearch::Seed() {
  const size_t seeds = std::min(groups_.size(), 3 + limit_ / 8);
  const auto middle = groups_.begin() + static_cast<ptrdiff_t>(seeds);
  std::partial_sort(groups_.begin(), middle, groups_.end(), HasMore);
  std::vector<uint32_t> strips;
  for (auto group = groups_.begin(); group != middle; ++group) {
    uint32_t* const first = &SumOf(group->strip);
    uint32_t* const best = std::max_element(first, first + (group->end - group->strip));
    if (*best == 0) break;
    strips.push_back(group->strip + static_cast<uint32_t>(best - first));
    index_.strips_.Prefetch(strips.back());
    *best = 0;  // is looked into here, and not again
  }
  std::vector<std::pair<double, uint32_t>> promising;  // bound and position
  for (const uint32_t strip : strips) {
    const double units = UnitsOf(strip);
    ForEachPassing(strip, [&](uint32_t position, int32_t sum) {
      if (sum > 0) promising.emplace_back(sum / units, position);
    });
  }
  std::sort(promising.begin(), promising.end(), std::greater<>());
  for (const auto& [bound, position] : promising) {
    if (bound * (1 + kSlack) < top_.Threshold()) break;
    Score(position);
  }
}

std::vector<VacancySearch::Candidate> VacancySearch::Survivors() const {
  std::vector<Candidate> survivors;
  const auto least = static_cast<uint32_t>(LeastUnits(top_.Threshold(), kBoundUnits));
  for (const Candidate& group : groups_) {
    if (group.bound < least) continue;
    for (uint32_t strip = group.strip; strip < group.end; ++strip) {
      if (SumOf(strip) >= least) survivors.push_back({SumOf(strip), strip, strip + 1});
    }
  }
  std::sort(survivors.begin(), survivors.end(), HasMore);
  return survivors;
}

std::vector<Ranked> VacancySearch::Run() {
  AddTerms();
  AddStretches();
  if (terms_.empty() || stretches_.empty()) return {};
  sums_.resize(stretches_.back().end - stretches_.front().begin);
  for (const Stretch& stretch : stretches_) SumStretch(stretch);
  AddGroups();
  Seed();
  const std::vector<Candidate> survivors = Survivors();
  for (size_t i = 0; i < survivors.size(); ++i) {
    if (survivors[i].bound < static_cast<uint32_t>(LeastUnits(top_.Threshold(), kBoundUnits))) {
      break;
    }
    if (i + kAhead < survivors.size()) index_.strips_.Prefetch(survivors[i + kAhead].strip);
    LookInto(survivors[i].strip);
  }
  return top_.Finish();
}

}  // namespace overstap::match
