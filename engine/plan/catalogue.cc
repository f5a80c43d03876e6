#include "engine/plan/catalogue.h"

#include <algorithm>
#include <utility>

#include "absl/time/civil_time.h"

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
    catalogue.AddFacts(entry);
    catalogue.entries_.push_back(std::move(entry));
  }
  return catalogue;
}

void Catalogue::AddFacts(const Entry& entry) {
  const model::Course& course = entry.course;
  Facts facts;
  facts.weeks = course.weeks;
  facts.hours = course.hours;
  facts.price_eur = course.price_eur;
  facts.form = course.form;
  facts.level = static_cast<uint8_t>(course.level.value_or(0));
  // Online courses can be taken from anywhere (model::IsOfferedIn).
  if (!course.region.empty() && course.form != model::CourseForm::kOnline) {
    if (!RegionIndex(course.region)) regions_.push_back(course.region);
    facts.region = RegionIndex(course.region).value_or(0);
  }
  facts.needs_begin = static_cast<uint32_t>(needs_.size());
  needs_.insert(needs_.end(), entry.needs.begin(), entry.needs.end());
  facts.needs_end = static_cast<uint32_t>(needs_.size());
  std::vector<double> starts;
  for (const absl::CivilDay day : course.starts) {
    starts.push_back(static_cast<double>(day - absl::CivilDay(1970, 1, 1)));
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  facts.starts_begin = static_cast<uint32_t>(starts_.size());
  starts_.insert(starts_.end(), starts.begin(), starts.end());
  facts.starts_end = static_cast<uint32_t>(starts_.size());
  facts_.push_back(facts);
}

std::optional<uint16_t> Catalogue::RegionIndex(std::string_view region) const {
  const auto found = std::find(regions_.begin(), regions_.end(), region);
  if (found == regions_.end()) return std::nullopt;
  return static_cast<uint16_t>(found - regions_.begin() + 1);
}

}  // namespace overstap::plan
