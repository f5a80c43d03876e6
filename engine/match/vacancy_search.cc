#include "engine/match/vacancy_search.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/match/bound_search.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace overstap::match {
namespace {

// More than any sum of a document.
constexpr int32_t kNoEnd = std::numeric_limits<int16_t>::max() + 1;

// Bit i: sums[i] is at least `least`, which is 1 or more.
uint32_t MaskAtLeast(const int16_t* sums, int16_t least) {
#ifdef __SSE2__
  static_assert(Strips::kLanes == 8);
  const __m128i below = _mm_set1_epi16(static_cast<int16_t>(least - 1));
  const auto* const at = reinterpret_cast<const __m128i*>(sums);
  const __m128i reaches = _mm_cmpgt_epi16(_mm_loadu_si128(at), below);
  return static_cast<uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(reaches, _mm_setzero_si128())));
#else
  uint32_t mask = 0;
  for (uint32_t i = 0; i < Strips::kLanes; ++i) mask |= uint32_t{sums[i] >= least} << i;
  return mask;
#endif
}

// Of `count` sums that are 0 or more; faster when the compiler knows how many.
int16_t Largest(const int16_t* sums, uint32_t count) {
  int16_t largest = 0;
  for (uint32_t i = 0; i < count; ++i) largest = std::max(largest, sums[i]);
  return largest;
}

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
                             const VacancyWanted& wanted, size_t limit)
    : index_(index),
      profile_(profile),
      wanted_(wanted),
      limit_(limit),
      any_traits_(RulesNothingOut(wanted)),
      all_pass_(any_traits_ && wanted.any_point),
      kernels_(ChosenKernels()),
      scratch_(SearchScratch::OfThread()),
      top_(limit) {}

std::vector<Ranked> VacancySearch::Run(SearchWay way) {
  index_.ranges_.Select(wanted_, &scratch_.ranges);
  index_.ranges_.Cover(scratch_.ranges, &scratch_.marks);
  if (scratch_.ranges.empty()) return {};
  scratch_.terms.clear();
  for (const SkillId skill : profile_.skills()) {
    scratch_.terms.push_back({skill.value(), RoundedUpStrength(profile_.Strength(skill))});
  }
  const bool by_postings =
      way == SearchWay::kPostings || (way == SearchWay::kQuickest && IsQuickestByPostings());
  index_.rows_.AddMatched(profile_.skills(), &scratch_.matched);
  if (by_postings && index_.longest_row_ <= Postings::kMaxTerms) {
    SearchByPostings();
  } else {
    SearchByBounds();
  }
  index_.rows_.ClearMatched(profile_.skills(), &scratch_.matched);
  return top_.Finish();
}

bool VacancySearch::IsQuickestByPostings() const {
  constexpr size_t kFew = 30'000;
  size_t count = 0;
  for (const StripRanges::Range& range : scratch_.marks) {
    for (size_t mark = range.begin; mark < range.end; ++mark) {
      for (const QueryTerm& term : scratch_.terms) {
        count += index_.postings_.Of(term.term, mark).size();
      }
      if (count > kFew) return false;
    }
  }
  return true;
}

void VacancySearch::SearchByPostings() {
  const size_t terms = std::min(scratch_.terms.size(), index_.longest_row_);
  error_ = static_cast<int32_t>(terms + terms / 2 + 2);
  scratch_.promising.clear();
  scratch_.document_sums.resize(Postings::kMaxRange);
  auto range = scratch_.ranges.begin();
  const auto marks = index_.ranges_.marks();
  for (const StripRanges::Range& covered : scratch_.marks) {
    for (size_t mark = covered.begin; mark < covered.end; ++mark) {
      AddUp(mark);
      scratch_.groups.clear();
      const uint32_t end = marks[mark + 1];
      for (; range != scratch_.ranges.end() && range->begin < end; ++range) {
        AddGroups({std::max(range->begin, marks[mark]), std::min(range->end, end)}, marks[mark]);
        if (range->end > end) break;
      }
      CollectGroups(marks[mark]);
    }
  }
  Prune();
  ScorePromising(Postings::kOne);
}

void VacancySearch::AddUp(size_t mark) {
  const auto marks = index_.ranges_.marks();
  const Postings& postings = index_.postings_;
  const auto& terms = scratch_.terms;
  for (const QueryTerm& term : terms) postings.PrefetchBegin(term.term, mark);
  std::fill_n(scratch_.document_sums.begin(), (marks[mark + 1] - marks[mark]) * kStrip, 0);
  constexpr size_t kAhead = 3;
  for (size_t i = 0; i < std::min(kAhead, terms.size()); ++i) {
    postings.Prefetch(terms[i].term, mark);
  }
  for (size_t i = 0; i < terms.size(); ++i) {
    if (i + kAhead < terms.size()) postings.Prefetch(terms[i + kAhead].term, mark);
    const double strength = profile_.Strength(SkillId(terms[i].term));
    Postings::AddUp(postings.Of(terms[i].term, mark), Postings::StrengthOf(strength),
                    scratch_.document_sums.data());
  }
}

void VacancySearch::AddGroups(StripRanges::Range strips, uint32_t first) {
  for (uint32_t strip = strips.begin; strip < strips.end; strip += kGroup) {
    const uint32_t end = std::min(strip + kGroup, strips.end);
    const int16_t* const sums = scratch_.document_sums.data() + size_t{strip - first} * kStrip;
    const int32_t largest = end - strip == kGroup ? Largest(sums, kGroup * kStrip)
                                                  : Largest(sums, (end - strip) * kStrip);
    if (largest >= least_) scratch_.groups.push_back({static_cast<uint32_t>(largest), strip, end});
  }
}

void VacancySearch::CollectGroups(uint32_t first) {
  auto& groups = scratch_.groups;
  // As many groups as are asked for hold a document each that is as good as the last of them.
  const auto some = static_cast<ptrdiff_t>(all_pass_ ? limit_ : std::max<size_t>(limit_, kGroup));
  for (auto best = groups.begin(); best != groups.end();) {
    auto end = groups.end();
    if (end - best > some) {
      end = best + some;
      std::nth_element(best, end - 1, groups.end(), HasMore);
      if (all_pass_) least_ = std::max(least_, static_cast<int32_t>((end - 1)->bound) - error_);
    }
    const bool is_last = end == groups.end();
    const auto promising = static_cast<int32_t>((end - 1)->bound);
    CollectSome({best, end}, first, all_pass_ || is_last || least_ > 1 ? least_ : promising);
    best = end;
    PrefetchRows();
    const auto is_out = [&](const Candidate& group) {
      return group.bound < static_cast<uint32_t>(least_);
    };
    groups.erase(std::remove_if(best, groups.end(), is_out), groups.end());
  }
}

// Looking at whether documents pass takes most of the time: of few documents when they promise
// much, and otherwise of more and more.
void VacancySearch::CollectSome(std::span<const Candidate> groups, uint32_t first,
                                int32_t promising) {
  int32_t end = kNoEnd;
  constexpr int kMostTimes = 6;
  int32_t least = std::max(promising, least_);
  for (int times = 1;; ++times) {
    const size_t before = scratch_.promising.size();
    for (const Candidate& group : groups) {
      if (static_cast<int32_t>(group.bound) >= least) {
        Collect({group.strip, group.end}, first, least, end);
      }
    }
    if (!all_pass_) LeaveOutOthers(before);
    Prune();
    if (least <= least_) return;
    end = least;
    least = times < kMostTimes ? std::max(least - least / 4 - 1, least_) : least_;
  }
}

void VacancySearch::Collect(StripRanges::Range strips, uint32_t first, int32_t least, int32_t end) {
  const int16_t* sums = scratch_.document_sums.data() + size_t{strips.begin - first} * kStrip;
  for (uint32_t strip = strips.begin; strip < strips.end; ++strip, sums += kStrip) {
    uint32_t mask = MaskAtLeast(sums, static_cast<int16_t>(least));
    if (mask == 0) continue;
    if (end < kNoEnd) mask &= ~MaskAtLeast(sums, static_cast<int16_t>(end));
    if (mask == 0) continue;
    if (wanted_.NeedsPublished()) {
      index_.traits_.PrefetchDays(strip);
    } else if (!all_pass_) {
      PrefetchTraits(strip);
    }
    for (; mask != 0; mask &= mask - 1) {
      const uint32_t position = strip * kStrip + static_cast<uint32_t>(std::countr_zero(mask));
      scratch_.promising.push_back({static_cast<double>(sums[position % kStrip]), position});
      index_.rows_.PrefetchBegin(position);
    }
  }
}

void VacancySearch::LeaveOutOthers(size_t begin) {
  if (wanted_.NeedsPublished()) {
    LeaveOut(begin, [&](uint32_t strip) {
      const uint32_t mask = index_.traits_.MayPassMask(strip, wanted_);
      if (mask != 0) PrefetchTraits(strip);
      return mask;
    });
  }
  LeaveOut(begin, [&](uint32_t strip) { return PassMask(strip); });
}

template <class MaskOf>
void VacancySearch::LeaveOut(size_t begin, MaskOf mask_of) {
  auto& promising = scratch_.promising;
  uint32_t strip = std::numeric_limits<uint32_t>::max();
  uint32_t mask = 0;
  const auto is_out = [&](const Promising& at) {
    if (at.position / kStrip != strip) {
      strip = at.position / kStrip;
      mask = mask_of(strip);
    }
    return (mask >> at.position % kStrip & 1) == 0;
  };
  const auto first = promising.begin() + static_cast<ptrdiff_t>(begin);
  promising.erase(std::remove_if(first, promising.end(), is_out), promising.end());
}

void VacancySearch::PrefetchRows() const {
  constexpr size_t kMost = 32;
  const auto& promising = scratch_.promising;
  for (size_t i = 0; i < std::min(kMost, promising.size()); ++i) {
    index_.rows_.Prefetch(promising[i].position);
  }
}

void VacancySearch::Prune() {
  auto& promising = scratch_.promising;
  if (promising.size() > limit_) {
    const auto last = promising.begin() + static_cast<ptrdiff_t>(limit_ - 1);
    std::nth_element(promising.begin(), last, promising.end(), PromisesMore);
    least_ = std::max(least_, static_cast<int32_t>(last->bound) - error_);
    std::erase_if(promising, [&](const Promising& at) { return at.bound < least_; });
  }
}

void VacancySearch::SearchByBounds() {
  const size_t terms = std::min<size_t>(index_.bounds_.term_count(), Strips::kTerms);
  scratch_.strengths.resize(std::max(scratch_.strengths.size(), terms));
  for (const QueryTerm& term : scratch_.terms) {
    int16_t& strength = scratch_.strengths[Strips::TermOf(term.term)];
    strength = std::max(strength, static_cast<int16_t>(term.strength));
  }
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

void VacancySearch::Look(std::span<const uint32_t> strips) {
  scratch_.promising.clear();
  for (const uint32_t strip : strips) {
    const double units = Strips::kTop * double{kStrengthOne} / index_.strips_.ScaleOf(strip);
    const int32_t least = LeastUnits(top_.Threshold(), units);
    Strips::Sums sums;
    uint32_t passing = index_.strips_.Sum(kernels_, strip, scratch_.strengths.data(), least, &sums);
    if (passing != 0) passing &= PassMask(strip);
    for (; passing != 0; passing &= passing - 1) {
      const auto lane = static_cast<uint32_t>(std::countr_zero(passing));
      const double bound = sums[lane] / units;
      scratch_.promising.push_back({bound * (1 + kRoundingSlack), strip * kStrip + lane});
      index_.rows_.PrefetchBegin(strip * kStrip + lane);
    }
  }
  ScorePromising(1);
}

void VacancySearch::ScorePromising(double units) {
  auto& promising = scratch_.promising;
  std::sort(promising.begin(), promising.end(), PromisesMore);
  constexpr size_t kAhead = 16;
  for (size_t begin = 0; begin < promising.size(); begin += kAhead) {
    const auto some =
        std::span(promising).subspan(begin, std::min(kAhead, promising.size() - begin));
    if ((some.front().bound + error_) / units < top_.Threshold()) return;
    for (const Promising& at : some) index_.rows_.Prefetch(at.position);
    for (const Promising& at : some) {
      if ((at.bound + error_) / units < top_.Threshold()) return;
      const double score = index_.rows_.Score(profile_, scratch_.matched, at.position);
      if (score > 0) top_.Offer({index_.rows_.NumberOf(at.position), score});
    }
  }
}

uint32_t VacancySearch::PassMask(uint32_t strip) const {
  constexpr uint32_t kAll = (1U << kStrip) - 1;
  uint32_t mask = any_traits_ ? kAll : index_.traits_.PassMask(strip, wanted_);
  if (!wanted_.any_point && mask != 0) mask &= index_.points_.WantedMask(strip, wanted_.points);
  return mask;
}

}  // namespace overstap::match
