#include "tools/generate/profiles.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/str_format.h"
#include "base/strings.h"

namespace overstap::generate {
namespace {

constexpr int kThisYear = 2026;
constexpr int kPercentTechnical = 40;
constexpr int kPercentStillAtWork = 50;
constexpr int kPercentSameKindOfWork = 60;
constexpr int kPercentSkillFromElsewhere = 25;
constexpr int kPercentWithoutRegion = 4;
constexpr int kPercentWithoutPostcode = 30;
constexpr int kPercentWithoutRadius = 10;
constexpr int kPercentWithoutHours = 15;
constexpr int kPercentWithLevel = 60;

struct Job {
  OccupationId occupation;
  int first_year;
  int last_year;
};

OccupationId AnyOccupation(const Drawer& drawer, Random* random) {
  return random->Percent(kPercentTechnical) ? drawer.Technical(random) : drawer.Other(random);
}

// Another occupation, often in the same ISCO-08 major group.
OccupationId NextOccupation(const Drawer& drawer, OccupationId from, Random* random) {
  constexpr int kTries = 20;
  const Taxonomy& taxonomy = drawer.world().taxonomy;
  const bool same_kind = random->Percent(kPercentSameKindOfWork);
  OccupationId next = AnyOccupation(drawer, random);
  for (int i = 0; i < kTries && same_kind; ++i) {
    if (taxonomy.IscoCode(next).substr(0, 1) == taxonomy.IscoCode(from).substr(0, 1)) break;
    next = AnyOccupation(drawer, random);
  }
  return next;
}

// The latest job first; no occupation twice.
std::vector<Job> Career(const Drawer& drawer, Random* random) {
  static constexpr std::array<int, 3> kJobWeights = {55, 30, 15};
  const size_t wanted = 1 + random->Weighted(kJobWeights);
  std::vector<Job> jobs;
  int last_year =
      random->Percent(kPercentStillAtWork) ? kThisYear : random->Between(kThisYear - 8, kThisYear);
  OccupationId occupation = AnyOccupation(drawer, random);
  for (size_t i = 0; i < wanted; ++i) {
    const int first_year = last_year - random->Between(1, i == 0 ? 20 : 10);
    jobs.push_back({occupation, first_year, last_year});
    last_year = first_year;
    occupation = NextOccupation(drawer, occupation, random);
    const bool known = std::any_of(jobs.begin(), jobs.end(),
                                   [&](const Job& job) { return job.occupation == occupation; });
    if (known) break;
  }
  return jobs;
}

std::optional<int> EvidenceYear(model::EvidenceKind kind, const Job& job, Random* random) {
  switch (kind) {
    case model::EvidenceKind::kClaimed:
      return std::nullopt;
    case model::EvidenceKind::kWork:
      return job.last_year;
    case model::EvidenceKind::kDiploma:
      return job.first_year - random->Between(0, 3);
    default:
      return random->Between(job.first_year, job.last_year);
  }
}

model::Evidence DrawEvidence(const Taxonomy& taxonomy, SkillId skill, const Job& job,
                             Random* random) {
  // In the order of EvidenceKind: claimed, work, employer, EVC, praktijkverklaring, certificate,
  // diploma.
  static constexpr std::array<int, model::kEvidenceKindCount> kWeights = {26, 34, 12, 4, 5, 11, 8};
  const auto kind = static_cast<model::EvidenceKind>(random->Weighted(kWeights));
  return {std::string(taxonomy.Uri(skill)), kind, EvidenceYear(kind, job, random)};
}

void AddSkill(model::Evidence evidence, model::Profile* profile) {
  const bool known =
      std::any_of(profile->skills.begin(), profile->skills.end(),
                  [&](const model::Evidence& e) { return e.skill_uri == evidence.skill_uri; });
  if (!known) profile->skills.push_back(std::move(evidence));
}

void AddSkills(const Drawer& drawer, const std::vector<Job>& career, Random* random,
               model::Profile* profile) {
  const Taxonomy& taxonomy = drawer.world().taxonomy;
  for (const Job& job : career) {
    std::vector<SkillId> skills;
    for (const Requirement& requirement : taxonomy.Requirements(job.occupation)) {
      skills.push_back(requirement.skill);
    }
    random->Shuffle(&skills);
    skills.resize(std::min(skills.size(), static_cast<size_t>(random->Between(2, 6))));
    for (const SkillId skill : skills) {
      AddSkill(DrawEvidence(taxonomy, skill, job, random), profile);
    }
  }
  if (random->Percent(kPercentSkillFromElsewhere)) {
    AddSkill(DrawEvidence(taxonomy, drawer.AnySkill(random), career.front(), random), profile);
  }
}

void AddWishes(const Drawer& drawer, Random* random, model::Profile* profile) {
  if (!random->Percent(kPercentWithoutRegion)) {
    const Place& place = drawer.AnyPlace(random);
    profile->region = std::string(place.region);
    profile->postcode = DrawPostcode(place, kPercentWithoutPostcode, random);
  }
  if (!random->Percent(kPercentWithoutRadius)) profile->radius_km = 5 * random->Between(2, 12);
  if (random->Percent(kPercentWithoutHours)) return;
  const Hours hours = DrawHours(random);
  profile->hours_min = hours.min;
  profile->hours_max = hours.max;
}

model::Profile MakeProfile(const Drawer& drawer, int index) {
  Random random(drawer.seed(), "profile", static_cast<uint64_t>(index));
  const Taxonomy& taxonomy = drawer.world().taxonomy;
  model::Profile profile;
  profile.id = absl::StrFormat("profiel-%04d", index + 1);
  const std::vector<Job> career = Career(drawer, &random);
  std::optional<int> level;
  for (const Job& job : career) {
    model::WorkExperience work;
    work.occupation_uri = std::string(taxonomy.Uri(job.occupation));
    work.years = job.last_year - job.first_year;
    work.until = job.last_year;
    profile.occupations.push_back(std::move(work));
    level = std::max(level, taxonomy.Level(job.occupation));
  }
  AddSkills(drawer, career, &random, &profile);
  AddWishes(drawer, &random, &profile);
  if (random.Percent(kPercentWithLevel)) profile.level = level;
  return profile;
}

}  // namespace

std::vector<model::Profile> MakeProfiles(const Drawer& drawer, int count) {
  std::vector<model::Profile> profiles;
  for (int i = 0; i < count; ++i) profiles.push_back(MakeProfile(drawer, i));
  return profiles;
}

}  // namespace overstap::generate
