// All courses, in the terms of one taxonomy.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/match/params.h"
#include "engine/match/transfer.h"
#include "engine/match/uri_translator.h"
#include "engine/model/course.h"
#include "taxonomy/taxonomy.h"

namespace overstap::plan {

// Immutable after Build; thread-safe. Courses keep the order of their ids.
class Catalogue {
 public:
  struct Entry {
    model::Course course;
    std::vector<SkillId> teaches;            // ascending
    std::vector<SkillId> needs;              // entry requirements, ascending
    std::vector<std::string> unknown_needs;  // URIs that this taxonomy does not have
    // Requirements that the course closes: tau(taught -> r) >= met_from, with tau multiplied by the
    // strength of the translation of a taught skill that was translated. Ascending.
    std::vector<SkillId> closes;
  };

  // What every query looks at, side by side in memory.
  struct Facts {
    double weeks = 0;
    double hours = 0;
    double price_eur = 0;
    uint16_t region = 0;  // see RegionIndex; 0: offered everywhere
    model::CourseForm form = model::CourseForm::kAvond;
    uint8_t level = 0;         // ISCO skill level 1..4; 0: unknown
    uint32_t needs_begin = 0;  // of all needs
    uint32_t needs_end = 0;
    uint32_t starts_begin = 0;  // of all starts
    uint32_t starts_end = 0;
  };

  Catalogue() = default;
  // `courses` is ascending by id. Skills that the taxonomy does not have count for what they are
  // translated to, what is taught with the strength of the translation, and are left out when that
  // is nothing. `translator` may be null.
  static Catalogue Build(std::vector<model::Course> courses, const Taxonomy& taxonomy,
                         const match::TransferTable& transfer, const match::ScoringParams& params,
                         const match::UriTranslator* translator = nullptr);

  size_t size() const { return entries_.size(); }
  size_t skill_count() const { return closing_.size(); }
  const Entry& operator[](size_t index) const { return entries_[index]; }
  const Facts& FactsOf(size_t index) const { return facts_[index]; }
  // The needs of the entry.
  std::span<const SkillId> NeedsOf(const Facts& facts) const {
    return std::span(needs_).subspan(facts.needs_begin, facts.needs_end - facts.needs_begin);
  }
  // Start days, ascending, each once, as days since 1970-01-01.
  std::span<const double> StartsOf(const Facts& facts) const {
    return std::span(starts_).subspan(facts.starts_begin, facts.starts_end - facts.starts_begin);
  }
  // Indices of the courses that close the skill, ascending.
  std::span<const uint32_t> Closing(SkillId skill) const { return closing_[skill.index()]; }

  // 1..region_count(); nothing when no course is given only there.
  std::optional<uint16_t> RegionIndex(std::string_view region) const;
  size_t region_count() const { return regions_.size(); }

 private:
  void AddFacts(const Entry& entry);

  std::vector<Entry> entries_;
  std::vector<Facts> facts_;
  std::vector<SkillId> needs_;
  std::vector<double> starts_;
  std::vector<std::string> regions_;  // index + 1 is the RegionIndex
  std::vector<std::vector<uint32_t>> closing_;
};

}  // namespace overstap::plan
