// All courses, in the terms of one taxonomy.
#pragma once

#include <span>
#include <string>
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

  Catalogue() = default;
  // `courses` is ascending by id. Skills that the taxonomy does not have count for what they are
  // translated to, what is taught with the strength of the translation, and are left out when that
  // is nothing. `translator` may be null.
  static Catalogue Build(std::vector<model::Course> courses, const Taxonomy& taxonomy,
                         const match::TransferTable& transfer, const match::ScoringParams& params,
                         const match::UriTranslator* translator = nullptr);

  size_t size() const { return entries_.size(); }
  const Entry& operator[](size_t index) const { return entries_[index]; }
  // Indices of the courses that close the skill, ascending.
  std::span<const uint32_t> Closing(SkillId skill) const { return closing_[skill.index()]; }

 private:
  std::vector<Entry> entries_;
  std::vector<std::vector<uint32_t>> closing_;
};

}  // namespace overstap::plan
