// The best vacancies for a person, without looking at all of them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/match/block_bounds.h"
#include "engine/match/column.h"
#include "engine/match/held_skills.h"
#include "engine/match/index_image.h"
#include "engine/match/oracle.h"
#include "engine/match/params.h"
#include "engine/match/point_column.h"
#include "engine/match/postings.h"
#include "engine/match/strip_ranges.h"
#include "engine/match/strips.h"
#include "engine/match/vacancy_rows.h"
#include "engine/match/vacancy_traits.h"
#include "taxonomy/taxonomy.h"

namespace overstap::match {

struct IndexedVacancy {
  std::span<const Requirement> requirements;  // as in RequirementSet
  VacancyTraits traits;
};

struct VacancyAnswer {
  std::vector<Ranked> best;  // exactly what RankAll gives for Coverage, but for what is cut
  int64_t not_scored = 0;    // pass, but nothing is known of what they ask
};

// How to search: both give the same answer.
enum class SearchWay {
  kQuickest,  // whichever is expected to take less
  kPostings,  // adds up what every vacancy in question has of the query
  kBounds,    // looks into strips of vacancies, most promising first
};

// Vacancies ordered by place and work in strips of eight, with what any vacancy of a strip can have
// of each skill at most (docs/performance.md). Immutable; thread-safe.
class VacancyIndex {
 public:
  static constexpr size_t kMaxVacancies = 8'000'000;

  // `taxonomy` outlives the index. Answers name vacancies by their place in `vacancies`.
  VacancyIndex(std::span<const IndexedVacancy> vacancies, const Taxonomy* taxonomy,
               const ScoringParams& params);

  // The index as bytes (index_image.h). `made_for` says what it depends on: vacancies, taxonomy and
  // parameters. The answer is the first error of `sink`.
  absl::Status Write(std::string_view made_for, const ImageSink& sink) const;
  // An index that reads from `image`, which outlives it and begins at a multiple of
  // kImageAlignment. Answers as the one that was written; `made_for`, the skills of the taxonomy
  // and the number of vacancies are as they were then. Whatever the bytes are, a search reads
  // nothing else. Errors as ImageReader::Open.
  static absl::StatusOr<VacancyIndex> Open(std::span<const std::byte> image,
                                           std::string_view made_for, size_t skill_count,
                                           size_t vacancy_count);

  // `limit` is at least 1. What is gone counts for not_scored all the same.
  VacancyAnswer Search(const ExpandedProfile& profile, const VacancyWanted& wanted, size_t limit,
                       SearchWay way = SearchWay::kQuickest, const Cut& cut = {}) const;

  size_t MemoryBytes() const;

 private:
  friend class VacancySearch;
  VacancyIndex() = default;
  static constexpr uint32_t kStrip = Strips::kLanes;

  void AddScored(const IndexedVacancy& vacancy, uint32_t number);
  void FillStrip();
  void AddStrips(size_t skills);
  void AddBounds(uint32_t strip, std::span<const Strips::Entry> entries);
  void AddPostings(size_t skills);
  int64_t CountNotScored(const VacancyWanted& wanted) const;

  // Of those that are not scored, from one position to another.
  int64_t CountPassing(size_t begin, size_t end, const VacancyWanted& wanted) const;
  std::vector<uint32_t> DocumentMarks() const;
  bool IsSound(size_t skill_count, size_t vacancy_count) const;
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit);

  VacancyRows rows_;     // by position, in the order of the index
  TraitColumns traits_;  // by position
  PointColumn points_;   // by position
  StripRanges ranges_;
  Strips strips_;
  BlockBounds bounds_;                  // a strip is a block
  Postings postings_;                   // a vacancy is a document
  size_t longest_row_ = 0;              // skills
  Column<uint16_t> not_scored_places_;  // ascending
  TraitColumns not_scored_;
  PointColumn not_scored_points_;
};

}  // namespace overstap::match
