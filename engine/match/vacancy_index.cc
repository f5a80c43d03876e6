#include "engine/match/vacancy_index.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "base/give_way.h"
#include "base/status_macros.h"
#include "engine/match/coverage.h"
#include "engine/match/strip_order.h"
#include "engine/match/vacancy_search.h"

namespace overstap::match {
namespace {

// A place and levels begin a strip, works do not; in what is of one section and work, vacancies may
// be in any order.
auto SectionOf(const VacancyTraits& traits) {
  return std::tuple(traits.place, traits.level_min, traits.level_max);
}

// Then by how much is asked, so that shares of neighbours are of one size, and last by number, so
// that equal input gives an equal index.
std::vector<uint32_t> SortedOrder(std::span<const IndexedVacancy> vacancies) {
  std::vector<uint32_t> order(vacancies.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto key = [&](uint32_t i) {
    const VacancyTraits& traits = vacancies[i].traits;
    return std::tuple(SectionOf(traits), traits.work, vacancies[i].requirements.size(), i);
  };
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return key(a) < key(b); });
  return order;
}

// The vacancies that have a score, in the order of the index: as above, with those that ask alike
// next to each other.
std::vector<uint32_t> OrderOf(std::span<const IndexedVacancy> vacancies, const Taxonomy& taxonomy,
                              const ScoringParams& params, std::vector<uint32_t>* not_scored) {
  std::vector<uint32_t> order = SortedOrder(vacancies);
  const auto others = std::stable_partition(order.begin(), order.end(), [&](uint32_t number) {
    return TotalWeight(vacancies[number].requirements, taxonomy, params) > 0;
  });
  not_scored->assign(others, order.end());
  order.erase(others, order.end());
  const auto shares_of = [&](uint32_t number, std::vector<StripOrder::Share>* shares) {
    const double total = TotalWeight(vacancies[number].requirements, taxonomy, params);
    for (const Requirement& asked : vacancies[number].requirements) {
      const double share = RequirementWeight(asked, taxonomy, params) / total;
      shares->push_back({asked.skill.value(), static_cast<float>(share)});
    }
  };
  StripOrder alike(taxonomy.skill_count(), Strips::kLanes, shares_of);
  for (size_t begin = 0; begin < order.size();) {
    GiveWay();
    const VacancyTraits& first = vacancies[order[begin]].traits;
    const auto is_other = [&](uint32_t number) {
      const VacancyTraits& traits = vacancies[number].traits;
      return SectionOf(traits) != SectionOf(first) || traits.work != first.work;
    };
    if (begin > 0 && SectionOf(vacancies[order[begin - 1]].traits) != SectionOf(first)) {
      alike.EndStrip();
    }
    const auto end =
        std::find_if(order.begin() + static_cast<ptrdiff_t>(begin), order.end(), is_other);
    const auto count = static_cast<size_t>(end - order.begin()) - begin;
    alike.Arrange(std::span(order).subspan(begin, count));
    begin += count;
  }
  return order;
}

StripRanges::Levels LevelsOf(const VacancyTraits& traits) {
  return {traits.level_min, traits.level_max};
}

}  // namespace

VacancyIndex::VacancyIndex(std::span<const IndexedVacancy> vacancies, const Taxonomy* taxonomy,
                           const ScoringParams& params)
    : rows_(taxonomy, params) {
  VacancyTraits last;
  std::vector<uint32_t> not_scored;
  for (const uint32_t number : OrderOf(vacancies, *taxonomy, params, &not_scored)) {
    const VacancyTraits& traits = vacancies[number].traits;
    if (SectionOf(last) != SectionOf(traits)) FillStrip();
    if (rows_.size() % kStrip == 0) GiveWay();
    last = traits;
    AddScored(vacancies[number], number);
  }
  for (const uint32_t number : not_scored) {
    const VacancyTraits& traits = vacancies[number].traits;
    not_scored_places_.Add(traits.place);
    not_scored_.Add(traits);
    not_scored_points_.Add(traits.point);
  }
  FillStrip();
  rows_.Finish();
  ranges_.Finish(Postings::kMaxRange / kStrip);
  const size_t skills = taxonomy->skill_count();
  AddStrips(skills);
  AddPostings(skills);
}

void VacancyIndex::AddScored(const IndexedVacancy& vacancy, uint32_t number) {
  const VacancyTraits& traits = vacancy.traits;
  if (rows_.size() % kStrip == 0) ranges_.Add(traits.place, traits.work, LevelsOf(traits));
  rows_.Add(vacancy.requirements, number);
  traits_.Add(traits);
  points_.Add(traits.point);
  longest_row_ = std::max(longest_row_, vacancy.requirements.size());
}

// What is filled in asks nothing, so no query scores it.
void VacancyIndex::FillStrip() {
  while (rows_.size() % kStrip != 0) {
    rows_.Add({}, 0);
    traits_.Add({});
    points_.Add(0);
  }
}

void VacancyIndex::AddStrips(size_t skills) {
  static_assert(Postings::kMaxRange / kStrip <= BlockBounds::kMaxRange);
  bounds_ = BlockBounds(skills, ranges_.marks());
  std::vector<Strips::Entry> entries;
  for (uint32_t strip = 0; strip < ranges_.strip_count(); ++strip) {
    GiveWay();
    entries.clear();
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
    AddBounds(strip, entries);
  }
  bounds_.Finish();
}

void VacancyIndex::AddBounds(uint32_t strip, std::span<const Strips::Entry> entries) {
  double largest = 0;
  for (size_t i = 0; i < entries.size(); ++i) {
    largest = std::max(largest, entries[i].share);
    if (i + 1 < entries.size() && entries[i + 1].term == entries[i].term) continue;
    if (largest > 0) bounds_.Add(entries[i].term, strip, largest);
    largest = 0;
  }
}

void VacancyIndex::AddPostings(size_t skills) {
  postings_ = Postings(skills, DocumentMarks());
  const auto for_each = [&](const auto& visit) {
    for (uint32_t row = 0; row < rows_.size(); ++row) {
      if (row % kStrip == 0) GiveWay();
      for (const uint32_t entry : rows_.RowOf(row)) {
        const WeightedSkill& asked = rows_[entry];
        if (asked.weight > 0) visit(asked.skill.value(), row, asked.weight / rows_.TotalOf(row));
      }
    }
  };
  for_each([&](uint32_t skill, uint32_t row, double) { postings_.Count(skill, row); });
  postings_.StartAdding();
  for_each([&](uint32_t skill, uint32_t row, double share) { postings_.Add(skill, row, share); });
  postings_.Finish();
}

int64_t VacancyIndex::CountNotScored(const VacancyWanted& wanted) const {
  const auto& places = not_scored_places_;
  if (wanted.anywhere) return CountPassing(0, places.size(), wanted);
  int64_t count = 0;
  for (const uint16_t place : wanted.places) {
    const auto [begin, end] = std::equal_range(places.begin(), places.end(), place);
    count += CountPassing(static_cast<size_t>(begin - places.begin()),
                          static_cast<size_t>(end - places.begin()), wanted);
  }
  return count;
}

int64_t VacancyIndex::CountPassing(size_t begin, size_t end, const VacancyWanted& wanted) const {
  int64_t count = 0;
  while (begin < end) {
    const size_t strip = begin / kStrip;
    const size_t next = std::min(end, (strip + 1) * kStrip);
    uint32_t lanes = ((1U << (next - begin)) - 1) << begin % kStrip;
    const auto number = static_cast<uint32_t>(strip);
    if (!wanted.any_point) lanes &= not_scored_points_.WantedMask(number, wanted.points);
    count += std::popcount(not_scored_.PassMask(number, wanted) & lanes);
    begin = next;
  }
  return count;
}

std::vector<uint32_t> VacancyIndex::DocumentMarks() const {
  std::vector<uint32_t> marks;
  for (const uint32_t strip : ranges_.marks()) marks.push_back(strip * kStrip);
  return marks;
}

template <class Self, class Visit>
void VacancyIndex::VisitParts(Self& self, Visit& visit) {
  VacancyRows::VisitParts(self.rows_, visit);
  TraitColumns::VisitParts(self.traits_, visit);
  StripRanges::VisitParts(self.ranges_, visit);
  Strips::VisitParts(self.strips_, visit);
  BlockBounds::VisitParts(self.bounds_, visit);
  Postings::VisitParts(self.postings_, visit);
  visit(self.not_scored_places_);
  TraitColumns::VisitParts(self.not_scored_, visit);
  PointColumn::VisitParts(self.points_, visit);
  PointColumn::VisitParts(self.not_scored_points_, visit);
}

absl::Status VacancyIndex::Write(std::string_view made_for, const ImageSink& sink) const {
  ImageWriter writer(ImageKind::kVacancies, made_for);
  VisitParts(*this, writer);
  return writer.Write(sink);
}

absl::StatusOr<VacancyIndex> VacancyIndex::Open(std::span<const std::byte> image,
                                                std::string_view made_for, size_t skill_count,
                                                size_t vacancy_count) {
  OVERSTAP_ASSIGN_OR_RETURN(ImageReader reader,
                            ImageReader::Open(image, ImageKind::kVacancies, made_for));
  VacancyIndex index;
  VisitParts(index, reader);
  if (!reader.HasMatched() || !index.IsSound(skill_count, vacancy_count)) return ImageIsUnsound();
  index.longest_row_ = index.rows_.LongestRow();
  return index;
}

bool VacancyIndex::IsSound(size_t skill_count, size_t vacancy_count) const {
  if (!ranges_.IsSound(Postings::kMaxRange / kStrip)) return false;
  const size_t strips = ranges_.strip_count();
  return rows_.IsSound(skill_count, vacancy_count) && rows_.size() == strips * kStrip &&
         traits_.IsSound() && traits_.size() == strips * kStrip && points_.IsSound() &&
         points_.size() == strips * kStrip && strips_.IsSound(strips, skill_count) &&
         bounds_.IsSound(skill_count, ranges_.marks()) &&
         postings_.IsSound(skill_count, DocumentMarks()) && not_scored_.IsSound() &&
         not_scored_.size() == not_scored_places_.size() && not_scored_points_.IsSound() &&
         not_scored_points_.size() == not_scored_.size();
}

VacancyAnswer VacancyIndex::Search(const ExpandedProfile& profile, const VacancyWanted& wanted,
                                   size_t limit, SearchWay way, const Cut& cut) const {
  return {VacancySearch(*this, profile, wanted, limit, cut).Run(way), CountNotScored(wanted)};
}

size_t VacancyIndex::MemoryBytes() const {
  return rows_.MemoryBytes() + traits_.MemoryBytes() + ranges_.MemoryBytes() +
         strips_.MemoryBytes() + bounds_.MemoryBytes() + postings_.MemoryBytes() +
         not_scored_places_.bytes() + not_scored_.MemoryBytes() + points_.MemoryBytes() +
         not_scored_points_.MemoryBytes();
}

}  // namespace overstap::match
