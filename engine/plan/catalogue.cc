#include "engine/plan/catalogue.h"

#include <algorithm>
#include <utility>

namespace overstap::plan {
namespace {

void SortUnique(std::vector<SkillId>* skills) {
  std::sort(skills->begin(), skills->end());
  skills->erase(std::unique(skills->begin(), skills->end()), skills->end());
}

struct Taught {
  SkillId skill;
  double strength;
};

std::vector<Taught> TaughtBy(const model::Course& course, const Taxonomy& taxonomy,
                             const match::UriTranslator* translator) {
  std::vector<Taught> taught;
  for (const std::string& uri : course.skills) {
    if (const auto skill = taxonomy.FindSkill(uri)) {
      taught.push_back({*skill, 1});
    } else if (translator != nullptr) {
      for (const auto& target : translator->Skills(uri)) {
        taught.push_back({target.id, target.translation.strength});
      }
    }
  }
  return taught;
}

void ResolveNeeds(const Taxonomy& taxonomy, const match::UriTranslator* translator,
                  Catalogue::Entry* entry) {
  for (const std::string& uri : entry->course.requires_) {
    if (const auto skill = taxonomy.FindSkill(uri)) {
      entry->needs.push_back(*skill);
      continue;
    }
    const size_t before = entry->needs.size();
    if (translator != nullptr) {
      for (const auto& target : translator->Skills(uri)) entry->needs.push_back(target.id);
    }
    if (entry->needs.size() == before) entry->unknown_needs.push_back(uri);
  }
  SortUnique(&entry->needs);
}

}  // namespace

Catalogue Catalogue::Build(std::vector<model::Course> courses, const Taxonomy& taxonomy,
                           const match::TransferTable& transfer, const match::ScoringParams& params,
                           const match::UriTranslator* translator) {
  Catalogue catalogue;
  catalogue.closing_.resize(taxonomy.skill_count());
  for (model::Course& course : courses) {
    Entry entry;
    entry.course = std::move(course);
    ResolveNeeds(taxonomy, translator, &entry);
    for (const Taught& taught : TaughtBy(entry.course, taxonomy, translator)) {
      entry.teaches.push_back(taught.skill);
      for (const auto& target : transfer.TargetsOf(taught.skill)) {
        if (static_cast<double>(target.strength) * taught.strength >= params.met_from) {
          entry.closes.push_back(target.skill);
        }
      }
    }
    SortUnique(&entry.teaches);
    SortUnique(&entry.closes);
    const auto index = static_cast<uint32_t>(catalogue.entries_.size());
    for (const SkillId skill : entry.closes) catalogue.closing_[skill.index()].push_back(index);
    catalogue.entries_.push_back(std::move(entry));
  }
  return catalogue;
}

}  // namespace overstap::plan
