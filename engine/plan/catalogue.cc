#include "engine/plan/catalogue.h"

#include <algorithm>
#include <utility>

namespace overstap::plan {
namespace {

void SortUnique(std::vector<SkillId>* skills) {
  std::sort(skills->begin(), skills->end());
  skills->erase(std::unique(skills->begin(), skills->end()), skills->end());
}

void Resolve(const Taxonomy& taxonomy, Catalogue::Entry* entry) {
  for (const std::string& uri : entry->course.skills) {
    if (const auto skill = taxonomy.FindSkill(uri)) entry->teaches.push_back(*skill);
  }
  for (const std::string& uri : entry->course.requires_) {
    if (const auto skill = taxonomy.FindSkill(uri)) {
      entry->needs.push_back(*skill);
    } else {
      entry->unknown_needs.push_back(uri);
    }
  }
  SortUnique(&entry->teaches);
  SortUnique(&entry->needs);
}

}  // namespace

Catalogue Catalogue::Build(std::vector<model::Course> courses, const Taxonomy& taxonomy,
                           const match::TransferTable& transfer,
                           const match::ScoringParams& params) {
  Catalogue catalogue;
  catalogue.closing_.resize(taxonomy.skill_count());
  for (model::Course& course : courses) {
    Entry entry;
    entry.course = std::move(course);
    Resolve(taxonomy, &entry);
    for (const SkillId taught : entry.teaches) {
      for (const auto& target : transfer.TargetsOf(taught)) {
        if (static_cast<double>(target.strength) >= params.met_from) {
          entry.closes.push_back(target.skill);
        }
      }
    }
    SortUnique(&entry.closes);
    const auto index = static_cast<uint32_t>(catalogue.entries_.size());
    for (const SkillId skill : entry.closes) catalogue.closing_[skill.index()].push_back(index);
    catalogue.entries_.push_back(std::move(entry));
  }
  return catalogue;
}

}  // namespace overstap::plan
