#include "tools/bench/match_load.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <string>
#include <utility>

#include "absl/strings/str_format.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::bench {
namespace {

constexpr uint32_t kSkills = 13'900;
constexpr uint32_t kSkillGroups = 640;
constexpr uint32_t kOccupations = 3'000;
constexpr uint32_t kWorkGroups = 430;
constexpr size_t kPoolOfWorkGroup = 110;
constexpr int kPersonSkills = 15;

using Random = std::mt19937_64;

uint32_t Below(Random* random, uint32_t bound) {
  return static_cast<uint32_t>((*random)() % bound);
}

uint32_t Between(Random* random, uint32_t low, uint32_t high) {
  return low + Below(random, high - low + 1);
}

bool Percent(Random* random, uint32_t percent) { return Below(random, 100) < percent; }

// Cumulative chances of `count` things of which the k-th comes k^-exponent as often as the first.
std::vector<double> Zipf(size_t count, double exponent) {
  std::vector<double> chances(count);
  double sum = 0;
  for (size_t i = 0; i < count; ++i) {
    sum += std::pow(static_cast<double>(i + 1), -exponent);
    chances[i] = sum;
  }
  return chances;
}

size_t Draw(const std::vector<double>& chances, Random* random) {
  const double at = static_cast<double>((*random)() >> 11) * 0x1p-53 * chances.back();
  const auto found = std::upper_bound(chances.begin(), chances.end(), at);
  return std::min(static_cast<size_t>(found - chances.begin()), chances.size() - 1);
}

std::vector<uint32_t> Shuffled(uint32_t count, Random* random) {
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  for (uint32_t left = count; left > 1; --left) {
    std::swap(order[left - 1], order[Below(random, left)]);
  }
  return order;
}

std::string SkillUri(uint32_t i) { return absl::StrFormat("s:%05d", i); }
std::string GroupUri(uint32_t i) { return absl::StrFormat("g:%05d", i); }

ConceptSource Named(std::string uri, ConceptKind kind) {
  ConceptSource entry;
  entry.labels.push_back({kEnglish, LabelKind::kPreferred, uri});
  entry.uri = std::move(uri);
  entry.kind = kind;
  return entry;
}

// Skills below groups in a tree of eight; some below another skill of their group.
void AddSkills(Random* random, std::vector<ConceptSource>* concepts) {
  for (uint32_t i = 0; i < kSkillGroups; ++i) {
    concepts->push_back(Named(GroupUri(i), ConceptKind::kSkillGroup));
    if (i > 0) concepts->back().broader = {GroupUri((i - 1) / 8)};
  }
  for (uint32_t i = 0; i < kSkills; ++i) {
    concepts->push_back(Named(SkillUri(i), ConceptKind::kSkill));
    const bool below_skill = i >= kSkillGroups && Percent(random, 15);
    concepts->back().broader = {below_skill ? SkillUri(i % kSkillGroups)
                                            : GroupUri(i % kSkillGroups)};
  }
}

// Skills that a group of work draws from, the most common first: of a few skill groups, and some
// that are common everywhere.
std::vector<uint32_t> PoolOf(Random* random, const std::vector<uint32_t>& common,
                             const std::vector<double>& chances) {
  std::vector<uint32_t> topics(6);
  for (uint32_t& topic : topics) topic = Below(random, kSkillGroups);
  std::vector<uint32_t> pool;
  while (pool.size() < kPoolOfWorkGroup) {
    const uint32_t topic = topics[Below(random, 6)];
    const uint32_t own = topic + kSkillGroups * Below(random, kSkills / kSkillGroups);
    const uint32_t skill = Percent(random, 45) ? common[Draw(chances, random)] : own;
    if (std::find(pool.begin(), pool.end(), skill) == pool.end()) pool.push_back(skill);
  }
  return pool;
}

ConceptSource MakeOccupation(uint32_t number, uint32_t group, const std::vector<uint32_t>& pool,
                             Random* random) {
  static const std::vector<double> kChances = Zipf(kPoolOfWorkGroup, 0.6);
  ConceptSource entry = Named(absl::StrFormat("o:%05d", number), ConceptKind::kOccupation);
  entry.code = absl::StrFormat("%04d", 1000 + group * 20);
  const size_t wanted = Between(random, 15, 45);
  std::vector<uint32_t> chosen;
  while (chosen.size() < wanted) {
    const uint32_t skill = pool[Draw(kChances, random)];
    if (std::find(chosen.begin(), chosen.end(), skill) == chosen.end()) chosen.push_back(skill);
  }
  for (size_t i = 0; i < chosen.size(); ++i) {
    entry.requirements.push_back({SkillUri(chosen[i]), i * 100 < chosen.size() * 55
                                                           ? Importance::kEssential
                                                           : Importance::kOptional});
  }
  return entry;
}

absl::StatusOr<Taxonomy> MakeTaxonomy(Random* random, const std::vector<uint32_t>& common,
                                      const std::vector<double>& chances) {
  TaxonomySource source;
  source.scheme = "bench";
  AddSkills(random, &source.concepts);
  std::vector<std::vector<uint32_t>> pools;
  for (uint32_t i = 0; i < kWorkGroups; ++i) pools.push_back(PoolOf(random, common, chances));
  for (uint32_t i = 0; i < kOccupations; ++i) {
    const uint32_t group = Below(random, kWorkGroups);
    source.concepts.push_back(MakeOccupation(i, group, pools[group], random));
  }
  Canonicalise(&source);
  return Taxonomy::Build(std::move(source), "bench");
}

match::VacancyTraits DrawTraits(uint16_t region, uint32_t occupation, Random* random) {
  match::VacancyTraits traits;
  traits.place = region;
  traits.work = occupation;
  const uint32_t hours = Between(random, 2, 5) * 8;
  traits.hours_min = static_cast<uint8_t>(hours - 8 * Below(random, 2));
  traits.hours_max = static_cast<uint8_t>(hours);
  traits.closes = static_cast<int32_t>(Between(random, 0, 300));
  traits.level_min = static_cast<uint8_t>(1 + occupation % 4);
  traits.level_max = traits.level_min;
  traits.published = traits.closes * 37 % 100;
  return traits;
}

// Regions in a grid of 5 by 7 at 43 km from each other, their points within some 25 km.
std::vector<model::SpherePoint> DrawPoints(Random* random) {
  std::vector<model::SpherePoint> points;
  const auto off = [random](double most) { return (Below(random, 2001) / 1000.0 - 1) * most; };
  for (uint32_t region = 0; region < MatchLoad::kRegions; ++region) {
    for (uint32_t i = 0; i < MatchLoad::kPointsOfRegion; ++i) {
      const uint32_t row = region / 5;
      points.push_back(
          model::OnSphere({50.9 + 0.39 * row + off(0.22), 3.8 + 0.62 * (region % 5) + off(0.36)}));
    }
  }
  return points;
}

}  // namespace

absl::StatusOr<MatchLoad> MatchLoad::Make(const LoadRecipe& recipe) {
  MatchLoad load;
  load.seed_ = recipe.seed;
  Random random(recipe.seed);
  load.work_chances_ = Zipf(kOccupations, 0.9);
  load.work_order_ = Shuffled(kOccupations, &random);
  load.skill_chances_ = Zipf(kSkills, 1.0);
  load.skill_order_ = Shuffled(kSkills, &random);
  OVERSTAP_ASSIGN_OR_RETURN(load.taxonomy_,
                            MakeTaxonomy(&random, load.skill_order_, load.skill_chances_));
  load.AddVacancies(recipe);
  Random places(recipe.seed + 2);
  load.points_ = DrawPoints(&places);
  for (match::VacancyTraits& traits : load.traits_) {
    traits.point = traits.place * kPointsOfRegion + Below(&places, kPointsOfRegion);
  }
  return load;
}

void MatchLoad::AddVacancies(const LoadRecipe& recipe) {
  Random random(recipe.seed + 1);
  const std::vector<double> region_chances = Zipf(kRegions, 0.6);
  begin_.push_back(0);
  std::vector<Requirement> chosen;
  for (size_t i = 0; i < recipe.vacancies; ++i) {
    const uint32_t occupation = work_order_[Draw(work_chances_, &random)];
    const auto region = static_cast<uint16_t>(Draw(region_chances, &random));
    traits_.push_back(DrawTraits(region, occupation, &random));
    const auto required = taxonomy_.Requirements(OccupationId(occupation));
    chosen.assign(required.begin(), required.end());
    for (size_t left = chosen.size(); left > 1; --left) {
      std::swap(chosen[left - 1], chosen[Below(&random, static_cast<uint32_t>(left))]);
    }
    chosen.resize(std::min<size_t>(chosen.size(), Between(&random, 5, 25)));
    for (uint32_t others = Below(&random, 4); others > 0; --others) {
      const SkillId other(skill_order_[Draw(skill_chances_, &random)]);
      const auto same = [&](const Requirement& had) { return had.skill == other; };
      if (std::none_of(chosen.begin(), chosen.end(), same)) {
        chosen[others] = {other, Importance::kOptional};
      }
    }
    std::sort(chosen.begin(), chosen.end(),
              [](const Requirement& a, const Requirement& b) { return a.skill < b.skill; });
    requirements_.insert(requirements_.end(), chosen.begin(), chosen.end());
    begin_.push_back(requirements_.size());
  }
}

std::vector<match::IndexedVacancy> MatchLoad::Vacancies() const {
  std::vector<match::IndexedVacancy> vacancies;
  vacancies.reserve(traits_.size());
  for (size_t i = 0; i < traits_.size(); ++i) {
    vacancies.push_back(
        {std::span(requirements_).subspan(begin_[i], begin_[i + 1] - begin_[i]), traits_[i]});
  }
  return vacancies;
}

void MatchLoad::AddRadius(uint32_t number, uint16_t region, double km,
                          match::VacancyWanted* wanted) const {
  const auto& here = points_[region * kPointsOfRegion + number * 7 % kPointsOfRegion];
  const double most = model::ApartOf(km);
  std::vector<uint16_t> places;
  wanted->any_point = false;
  wanted->points.assign(points_.size(), 0);
  for (uint16_t place = 0; place < kRegions; ++place) {
    if (!wanted->HasPlace(place)) continue;
    bool any = false;
    for (uint32_t i = 0; i < kPointsOfRegion; ++i) {
      const uint32_t point = place * kPointsOfRegion + i;
      wanted->points[point] = model::Apart(here, points_[point]) <= most;
      any = any || wanted->points[point] != 0;
    }
    if (any) places.push_back(place);
  }
  wanted->anywhere = false;
  wanted->places = std::move(places);
}

match::ProfileTraits MatchLoad::PersonTraits(uint32_t number) const {
  static const std::vector<double> kRegionChances = Zipf(kRegions, 0.6);
  Random random(seed_ + 1'000'003ULL * (number + 1));
  match::ProfileTraits traits;
  traits.work = work_order_[Draw(work_chances_, &random)];
  Random other(seed_ + 7'000'003ULL * (number + 1));
  traits.place = static_cast<uint16_t>(Draw(kRegionChances, &other));
  const uint32_t hours = Between(&other, 2, 5) * 8;
  traits.hours_min = static_cast<uint8_t>(hours - 8 * Below(&other, 2));
  traits.hours_max = static_cast<uint8_t>(hours);
  return traits;
}

std::vector<match::HeldSkill> MatchLoad::Person(uint32_t number) const {
  static constexpr double kStrengths[] = {0.7, 0.8, 0.8, 0.9, 1.0};
  Random random(seed_ + 1'000'003ULL * (number + 1));
  const OccupationId occupation(work_order_[Draw(work_chances_, &random)]);
  const auto required = taxonomy_.Requirements(occupation);
  std::vector<match::HeldSkill> held;
  const auto add = [&](SkillId skill) {
    const auto same = [&](const match::HeldSkill& had) { return had.skill == skill; };
    if (std::any_of(held.begin(), held.end(), same)) return;
    held.push_back({skill, kStrengths[Below(&random, 5)], model::EvidenceKind::kClaimed});
  };
  const auto count = static_cast<uint32_t>(required.size());
  const size_t of_work = std::min<size_t>(count, kPersonSkills - 3);
  while (held.size() < of_work) add(required[Below(&random, count)].skill);
  while (held.size() < kPersonSkills) add(SkillId(skill_order_[Draw(skill_chances_, &random)]));
  std::sort(held.begin(), held.end(),
            [](const match::HeldSkill& a, const match::HeldSkill& b) { return a.skill < b.skill; });
  return held;
}

}  // namespace overstap::bench
