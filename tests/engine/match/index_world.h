// What the indexes are tried in.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/match/oracle.h"
#include "taxonomy/language.h"
#include "taxonomy/taxonomy.h"
#include "tests/support/random_world.h"

namespace overstap::match {

inline constexpr int kSkills = 40;
inline constexpr int kJobs = 8;

inline ConceptSource Concept(const std::string& uri, ConceptKind kind) {
  ConceptSource source;
  source.uri = uri;
  source.kind = kind;
  source.labels = {{kEnglish, LabelKind::kPreferred, uri}};
  return source;
}

// Skills, some below one another, and occupations that ask for some of them.
inline Taxonomy MakeTaxonomy(RandomWorld* random) {
  TaxonomySource source;
  source.scheme = "random";
  for (int i = 0; i < kSkills; ++i) {
    source.concepts.push_back(Concept(RandomWorld::Skill(i), ConceptKind::kSkill));
    if (i > 0 && random->Chance(60)) {
      source.concepts.back().broader = {RandomWorld::Skill(random->Number(0, i - 1))};
    }
  }
  for (int i = 0; i < kJobs; ++i) {
    source.concepts.push_back(Concept(RandomWorld::Job(i), ConceptKind::kOccupation));
    for (int skill = 0; skill < kSkills; ++skill) {
      if (!random->Chance(20)) continue;
      source.concepts.back().requirements.push_back({RandomWorld::Skill(skill)});
    }
  }
  Canonicalise(&source);
  return Taxonomy::Build(std::move(source), "random").value();
}

// What is left out of an answer at random. `all` is what there is to find.
class RandomCut {
 public:
  RandomCut(std::span<const Ranked> all, size_t count, RandomWorld* random) : gone_(count) {
    const int percent = random->Number(0, 2) * 30;
    for (size_t i = 0; i < count; ++i) gone_[i] = random->Chance(percent);
    if (percent > 0) cut_.gone = &gone_;
    if (all.empty() || random->Chance(10)) {
      cut_.least = random->Number(0, 4);  // all or nothing
    } else {
      const int last = std::min(static_cast<int>(all.size()), 30) - 1;
      cut_.least = all[static_cast<size_t>(random->Number(0, last))].score;  // equals come in
      if (random->Chance(30)) cut_.least = std::nextafter(cut_.least, 2);    // and here they do not
    }
  }

  const Cut& cut() const { return cut_; }

  // What is left of the score of a document.
  std::optional<double> Left(size_t i, std::optional<double> score) const {
    return gone_[i] || (score && *score < cut_.least) ? std::nullopt : score;
  }

 private:
  std::vector<bool> gone_;
  Cut cut_;
};

}  // namespace overstap::match
