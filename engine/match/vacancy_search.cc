#include "engine/match/vacancy_search.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "engine/match/bound_search.h"

namespace overstap::match {
namespace {

// Of strips of wanted places and levels, which ranges of strips are.
bool RulesNothingOut(const VacancyWanted& wanted) {
  const VacancyWanted all;
  return wanted.any_work && wanted.hours_min == all.hours_min &&
         wanted.hours_max == all.hours_max && wanted.published_from == all.published_from &&
         wanted.open_on == all.open_on;
}

bool PromisesMore(const Promising& a, const Promising& b) { return a.bound > b.bound; }

}  // namespace

VacancySearch::VacancySearch(const VacancyIndex& index, const ExpandedProfile& profile,
                             const VacancyWanted& wanted, size_t limit, const Cut& cut)
    : index_(index),
      profile_(profile),
      wanted_(wanted),
      limit_(limit),
      cut_(cut),
      any_traits_(RulesNothingOut(wanted)),
      all_pass_(any_traits_ && wanted.any_point && cut.gone == nullptr),
      kernels_(ChosenKernels()),
      scratch_(SearchScratch::OfThread()),
      top_(limit, cut.least) {}

std::vector<Ranked> VacancySearch::Run(SearchWay way) {
  index_.ranges_.Select(wanted_, &scratch_.ranges);
  index_.ranges_.Cover(scratch_.ranges, &scratch_.marks);
  if (scratch_.ranges.empty()) return {};
  scratch_.terms.clear();
  for (const SkillId skill : profile_.skills()) {
    scratch_.terms.push_back({skill.value(), RoundedUpStrength(profile_.Strength(skill))});
  }
  if (IsByPostings(way)) {
    SearchByPostings();
  } else {
    SearchByBounds();
  }
  if (UsesMatched()) index_.rows_.ClearMatched(profile_.skills(), &scratch_.matched);
  return top_.Finish();
}

// With a score to reach from the start, bounds leave out nearly all, and there is less of them.
bool VacancySearch::IsByPostings(SearchWay way) const {
  if (index_.longest_row_ > Postings::kMaxTerms || way == SearchWay::kBounds) return false;
  return way == SearchWay::kPostings || (cut_.least == 0 && IsQuickestByPostings());
}

bool VacancySearch::IsQuickestByPostings() const {
  // With a filter a look into strips finds fewer that pass.
  const size_t few = all_pass_ ? 6'000 : 20'000;
  // Of many ranges, clearing the sums of each takes more than that.
  constexpr uint32_t kFewRanges = 12;
  const StripRanges::Range first = scratch_.marks.front();
  if (all_pass_ && first.end - first.begin > kFewRanges) return false;
  size_t count = 0;
  for (const StripRanges::Range& range : scratch_.marks) {
    for (size_t mark = range.begin; mark < range.end; ++mark) {
      for (const QueryTerm& term : scratch_.terms) {
        count += index_.postings_.Of(term.term, mark).size();
      }
      if (count > few) return false;
    }
  }
  return true;
}

void VacancySearch::SearchByPostings() {
  const size_t terms = std::min(scratch_.terms.size(), index_.longest_row_);
  error_ = static_cast<int32_t>(terms + terms / 2 + 2);
  if (cut_.least > 0) least_ = std::max(1, LeastUnits(cut_.least, Postings::kOne) - error_);
  scratch_.promising.clear();
  scratch_.document_sums.resize(Postings::kMaxRange + LargeSums::kBehind);
  auto range = scratch_.ranges.begin();
  const auto marks = index_.ranges_.marks();
  for (const StripRanges::Range& covered : scratch_.marks) {
    for (size_t mark = covered.begin; mark < covered.end; ++mark) {
      AddUp(mark);
      const uint32_t first = marks[mark];
      const uint32_t end = marks[mark + 1];
      scratch_.large_sums.Begin(scratch_.document_sums.data(), kernels_);
      for (; range != scratch_.ranges.end() && range->begin < end; ++range) {
        AddRange({std::max(range->begin, first), std::min(range->end, end)}, first);
        if (range->end > end) break;
      }
      Collect(first * kStrip);
    }
  }
  Prune();
  OrderPromising(0);
  PrefetchBegins();
  AddMatched();
  PrefetchRows();
  ScorePromising(Postings::kOne);
}

void VacancySearch::AddUp(size_t mark) {
  const auto marks = index_.ranges_.marks();
  const Postings& postings = index_.postings_;
  const auto& terms = scratch_.terms;
  for (const QueryTerm& term : terms) postings.PrefetchBegin(term.term, mark);
  std::fill_n(scratch_.document_sums.begin(), (marks[mark + 1] - marks[mark]) * kStrip, 0);
  constexpr size_t kListsAhead = 8;
  for (size_t i = 0; i < std::min(kListsAhead, terms.size()); ++i) {
    postings.Prefetch(terms[i].term, mark);
  }
  for (size_t i = 0; i < terms.size(); ++i) {
    if (i + kListsAhead < terms.size()) postings.Prefetch(terms[i + kListsAhead].term, mark);
    const double strength = profile_.Strength(SkillId(terms[i].term));
    Postings::AddUp(postings.Of(terms[i].term, mark), Postings::StrengthOf(strength),
                    scratch_.document_sums.data());
  }
}

void VacancySearch::AddRange(StripRanges::Range strips, uint32_t first) {
  const uint32_t begin = (strips.begin - first) * kStrip;
  const uint32_t end = (strips.end - first) * kStrip;
  if (wanted_.NeedsPublished()) {
    index_.traits_.ClearOlder(strips.begin, wanted_,
                              std::span(scratch_.document_sums).subspan(begin, end - begin));
  }
  scratch_.large_sums.Add(begin, end);
}

// To find what passes takes most of the time of a filter: first as few documents are looked at as
// if all passed, and then as many more as it takes if others pass as often.
void VacancySearch::Collect(uint32_t first) {
  auto& promising = scratch_.promising;
  // As many groups as are asked for hold a document each that is as good as the last of them.
  size_t groups = limit_;
  for (auto end = static_cast<int32_t>(LargeSums::kNoEnd); end > least_;) {
    const auto reached = static_cast<int32_t>(scratch_.large_sums.Reached(groups));
    const int32_t least = std::max(least_, reached - error_);
    if (all_pass_) least_ = least;
    CollectSome(first, least, end);
    end = least;
    const size_t times = limit_ * 3 / 2 / std::max<size_t>(promising.size(), 1);
    groups *= std::clamp<size_t>(times, 2, 4);
  }
}

void VacancySearch::CollectSome(uint32_t first, int32_t least, int32_t end) {
  auto& promising = scratch_.promising;
  const size_t before = promising.size();
  scratch_.large_sums.ForEach(static_cast<uint32_t>(least), static_cast<uint32_t>(end),
                              [&](uint32_t i, uint32_t sum) {
                                promising.push_back({static_cast<double>(sum), first + i});
                                if (!all_pass_) PrefetchTraits((first + i) / kStrip);
                                if (cut_.gone != nullptr) index_.rows_.PrefetchBegin(first + i);
                              });
  if (!all_pass_) LeaveOutOthers(before);
  Prune();
}

void VacancySearch::LeaveOutOthers(size_t begin) {
  auto& promising = scratch_.promising;
  uint32_t strip = std::numeric_limits<uint32_t>::max();
  uint32_t mask = 0;
  const auto is_out = [&](const Promising& at) {
    if (at.position / kStrip != strip) {
      strip = at.position / kStrip;
      mask = PassMask(strip);
    }
    const bool passes = (mask >> at.position % kStrip & 1) != 0;
    return !passes || (cut_.gone != nullptr && cut_.IsGone(index_.rows_.NumberOf(at.position)));
  };
  const auto first = promising.begin() + static_cast<ptrdiff_t>(begin);
  promising.erase(std::remove_if(first, promising.end(), is_out), promising.end());
}

std::span<const Promising> VacancySearch::Best() const {
  const auto& promising = scratch_.promising;
  return std::span(promising).first(std::min(kAhead, promising.size()));
}

void VacancySearch::PrefetchBegins() const {
  for (const Promising& at : Best()) index_.rows_.PrefetchBegin(at.position);
}

void VacancySearch::PrefetchRows() const {
  for (const Promising& at : Best()) index_.rows_.Prefetch(at.position);
}

void VacancySearch::Prune() {
  auto& promising = scratch_.promising;
  if (promising.size() < limit_) return;
  scratch_.keys.clear();
  for (const Promising& at : promising) scratch_.keys.push_back(static_cast<uint16_t>(at.bound));
  const auto last = static_cast<int32_t>(CountedLargest(kernels_, scratch_.keys, limit_, 1));
  least_ = std::max(least_, last - error_);
  std::erase_if(promising, [&](const Promising& at) { return at.bound < least_; });
}

void VacancySearch::SearchByBounds() {
  const size_t terms = std::min<size_t>(index_.bounds_.term_count(), Strips::kTerms);
  scratch_.strengths.resize(std::max(scratch_.strengths.size(), terms));
  for (const QueryTerm& term : scratch_.terms) {
    int16_t& strength = scratch_.strengths[Strips::TermOf(term.term)];
    strength = std::max(strength, static_cast<int16_t>(term.strength));
  }
  AddMatched();
  scratch_.promising.clear();
  BoundSearch(index_.bounds_, index_.ranges_.marks(), &scratch_).Run(top_, limit_, this);
  for (const QueryTerm& term : scratch_.terms) {
    scratch_.strengths[Strips::TermOf(term.term)] = 0;
  }
}

void VacancySearch::Prefetch(uint32_t strip) const {
  index_.strips_.Prefetch(strip);
  PrefetchTraits(strip);
}

void VacancySearch::PrefetchTraits(uint32_t strip) const {
  if (!any_traits_) index_.traits_.Prefetch(strip, wanted_);
  if (!wanted_.any_point) index_.points_.Prefetch(strip);
}

// Documents are scored after the sums of the next strips, while their rows are fetched. What is
// found first says how much others must reach, so that is scored at once.
void VacancySearch::Look(std::span<const uint32_t> strips) {
  PrefetchRows();
  auto& found = scratch_.found;
  for (const uint32_t strip : strips) {
    const double units = Strips::kTop * double{kStrengthOne} / index_.strips_.ScaleOf(strip);
    const int32_t least = LeastUnits(top_.Threshold(), units);
    Strips::Sums sums;
    uint32_t passing = index_.strips_.Sum(kernels_, strip, scratch_.strengths.data(), least, &sums);
    if (passing != 0) passing &= PassMask(strip);
    for (; passing != 0; passing &= passing - 1) {
      const auto lane = static_cast<uint32_t>(std::countr_zero(passing));
      const double bound = sums[lane] / units;
      found.push_back({bound * (1 + kRoundingSlack), strip * kStrip + lane});
    }
  }
  ScorePromising(1);
  std::swap(scratch_.promising, found);
  OrderPromising(0);
  PrefetchBegins();
  if (top_.Threshold() == 0) Finish();
}

void VacancySearch::Finish() {
  PrefetchRows();
  ScorePromising(1);
}

// The best that are scored together, of those from one on.
void VacancySearch::OrderPromising(size_t begin) {
  auto& promising = scratch_.promising;
  const auto first = promising.begin() + static_cast<ptrdiff_t>(begin);
  auto end = promising.end();
  if (promising.size() - begin > kAhead) {
    end = first + kAhead;
    std::nth_element(first, end, promising.end(), PromisesMore);
  }
  std::sort(first, end, PromisesMore);
}

void VacancySearch::ScorePromising(double units) {
  auto& promising = scratch_.promising;
  for (size_t begin = 0; begin < promising.size(); begin += kAhead) {
    if (begin > 0) OrderPromising(begin);
    for (const Promising& at :
         std::span(promising).subspan(begin).first(std::min(kAhead, promising.size() - begin))) {
      if ((at.bound + error_) / units < top_.Threshold()) return promising.clear();
      const double score = ScoreOf(at.position);
      // Few come so far that it must be known whether they are gone.
      if (score <= 0 || score < top_.Threshold()) continue;
      const uint32_t number = index_.rows_.NumberOf(at.position);
      if (!cut_.IsGone(number)) top_.Offer({number, score});
    }
  }
  promising.clear();
}

void VacancySearch::AddMatched() {
  if (UsesMatched()) index_.rows_.AddMatched(profile_.skills(), &scratch_.matched);
}

uint32_t VacancySearch::PassMask(uint32_t strip) const {
  constexpr uint32_t kAll = (1U << kStrip) - 1;
  uint32_t mask = any_traits_ ? kAll : index_.traits_.PassMask(strip, wanted_);
  if (!wanted_.any_point && mask != 0) mask &= index_.points_.WantedMask(strip, wanted_.points);
  return mask;
}

}  // namespace overstap::match
