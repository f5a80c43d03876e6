// What the indexes are tried in.
#pragma once

#include <string>
#include <utility>

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

}  // namespace overstap::match
