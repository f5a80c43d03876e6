#include "tools/bench/plan_world.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_format.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::bench {
namespace {

constexpr int kSkillsOfField = 45;
constexpr int kSkillsOfGroup = 15;
constexpr int kGeneralOfField = 20;

std::string SkillUri(int skill) { return absl::StrFormat("s:%06d", skill); }

ConceptSource Concept(std::string uri, ConceptKind kind) {
  ConceptSource made;
  made.labels.push_back({kDutch, LabelKind::kPreferred, uri});
  made.uri = std::move(uri);
  made.kind = kind;
  return made;
}

// Every field has an occupation that asks for all its skills, so that each weighs the same.
TaxonomySource MakeTaxonomy(int fields) {
  TaxonomySource source;
  source.scheme = "bench";
  const int skills = fields * (kSkillsOfField + kGeneralOfField);
  for (int skill = 0; skill < skills; ++skill) {
    const std::string group = absl::StrFormat("g:%06d", skill / kSkillsOfGroup);
    if (skill % kSkillsOfGroup == 0) {
      source.concepts.push_back(Concept(group, ConceptKind::kSkillGroup));
    }
    ConceptSource made = Concept(SkillUri(skill), ConceptKind::kSkill);
    made.broader = {group};
    source.concepts.push_back(std::move(made));
  }
  for (int field = 0; field < fields; ++field) {
    ConceptSource occupation = Concept(absl::StrFormat("o:%04d", field), ConceptKind::kOccupation);
    for (int i = 0; i < kSkillsOfField; ++i) {
      occupation.requirements.push_back(
          {SkillUri(field * kSkillsOfField + i), Importance::kEssential});
    }
    source.concepts.push_back(std::move(occupation));
  }
  Canonicalise(&source);
  return source;
}

}  // namespace

int PlanWorld::SkillOf(int field) {
  if (Number(1, 5) == 1) {
    return fields_ * kSkillsOfField + Number(0, fields_ * kGeneralOfField - 1);
  }
  return field * kSkillsOfField + Number(0, kSkillsOfField - 1);
}

model::Course PlanWorld::MakeCourse(int number) {
  model::Course course;
  course.id = absl::StrFormat("c%06d", number);
  course.title = course.id;
  const int field = Number(0, fields_ - 1);
  for (int k = Number(1, 5); k > 0; --k) course.skills.push_back(SkillUri(SkillOf(field)));
  if (Number(1, 10) <= 3) {
    for (int k = Number(1, 2); k > 0; --k) course.requires_.push_back(SkillUri(SkillOf(field)));
  }
  const auto size = static_cast<double>(course.skills.size());
  course.weeks = Number(1, 8) + size * Number(1, 4);
  course.hours = course.weeks * Number(4, 16);
  course.price_eur = course.hours * Number(8, 25);
  course.form = static_cast<model::CourseForm>(Number(0, 4));
  if (Number(1, 3) > 1) course.region = absl::StrFormat("AM%02d", Number(1, 35));
  if (Number(0, 1) == 1) {
    for (int k = Number(1, 6); k > 0; --k) {
      course.starts.push_back(absl::CivilDay(2026, 12, 1) + Number(0, 300));
    }
  }
  return course;
}

absl::StatusOr<PlanWorld> PlanWorld::Make(int courses, int fields, uint32_t seed) {
  PlanWorld world(fields, seed);
  OVERSTAP_ASSIGN_OR_RETURN(world.taxonomy_, Taxonomy::Build(MakeTaxonomy(fields), "bench"));
  world.transfer_ = match::TransferTable::Build(world.taxonomy_, world.scoring_);
  std::vector<model::Course> made;
  for (int i = 0; i < courses; ++i) made.push_back(world.MakeCourse(i));
  world.catalogue_ =
      plan::Catalogue::Build(std::move(made), world.taxonomy_, world.transfer_, world.scoring_);
  return world;
}

PlanQuestion PlanWorld::Ask(int skills) {
  const int field = Number(0, fields_ - 1);
  std::vector<int> order;
  for (int i = 0; i < kSkillsOfField; ++i) order.push_back(field * kSkillsOfField + i);
  // Fisher-Yates; std::shuffle differs between libraries.
  for (int i = kSkillsOfField - 1; i > 0; --i) {
    std::swap(order[static_cast<size_t>(i)], order[static_cast<size_t>(Number(0, i))]);
  }
  std::vector<plan::GapItem> required;
  std::vector<match::HeldSkill> held;
  for (size_t i = 0; i < order.size(); ++i) {
    const SkillId skill = *taxonomy_.FindSkill(SkillUri(order[i]));
    if (static_cast<int>(i) < skills) {
      required.push_back({skill, Importance::kEssential, 1.0 / kSkillsOfField, 0});
    } else if (i % 2 == 0) {
      held.push_back({skill, 1, model::EvidenceKind::kDiploma});
    }
  }
  return {match::ExpandedProfile(held, transfer_, taxonomy_.skill_count()), std::move(required)};
}

}  // namespace overstap::bench
