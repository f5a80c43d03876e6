#include "taxonomy/diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "base/strings.h"
#include "taxonomy/succession.h"

namespace overstap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Lines = std::vector<std::string>;

ConceptSource Skill(std::string uri, Lines labels, Lines broader = {}) {
  ConceptSource entry;
  entry.uri = std::move(uri);
  for (size_t i = 0; i < labels.size(); ++i) {
    entry.labels.push_back(
        {kDutch, i == 0 ? LabelKind::kPreferred : LabelKind::kAlternative, labels[i]});
  }
  entry.broader = std::move(broader);
  return entry;
}

ConceptSource Job(std::string uri, Lines labels, const Lines& skills) {
  ConceptSource entry = Skill(std::move(uri), std::move(labels));
  entry.kind = ConceptKind::kOccupation;
  for (const std::string& skill : skills) entry.requirements.push_back({skill});
  return entry;
}

TaxonomySource Version(std::vector<ConceptSource> concepts) {
  TaxonomySource source = {"tiny", std::move(concepts)};
  Canonicalise(&source);
  return source;
}

std::string Uris(const std::vector<DiffConcept>& concepts) {
  std::string text;
  for (const DiffConcept& entry : concepts) StrAppend(&text, text.empty() ? "" : "+", entry.uri);
  return text;
}

std::string Name(std::optional<Importance> importance) {
  return importance ? std::string(ImportanceName(*importance)) : "none";
}

// Everything in a diff but the labels, a line each.
Lines LinesOf(const TaxonomyDiff& diff) {
  Lines lines;
  for (const auto& c : diff.added) lines.push_back(StrCat("added ", c.uri));
  for (const auto& c : diff.removed) lines.push_back(StrCat("removed ", c.uri));
  for (const auto& c : diff.replaced) {
    lines.push_back(StrCat("replaced ", c.from.uri, " by ", c.into.uri));
  }
  for (const auto& c : diff.split) lines.push_back(StrCat("split ", c.from.uri, " ", Uris(c.into)));
  for (const auto& c : diff.merged) {
    lines.push_back(StrCat("merged ", c.into.uri, " ", Uris(c.from)));
  }
  for (const auto& c : diff.renamed) {
    lines.push_back(StrCat("renamed ", c.subject.uri, " ", c.language.code(), " '", c.before, "' '",
                           c.after, "'"));
  }
  for (const auto& c : diff.relations) {
    lines.push_back(StrCat("relation ", c.occupation.uri, " ", c.skill.uri, " ", Name(c.before),
                           " ", Name(c.after)));
  }
  for (const auto& c : diff.moved) {
    lines.push_back(StrCat("moved ", c.subject.uri, " from ", Uris(c.from), " to ", Uris(c.to)));
  }
  for (const auto& c : diff.details) {
    std::string line = StrCat("details ", c.subject.uri);
    for (const DetailKind what : c.what) StrAppend(&line, " ", DetailKindName(what));
    lines.push_back(line);
  }
  return lines;
}

Lines Diff(std::vector<ConceptSource> before, std::vector<ConceptSource> after) {
  return LinesOf(DiffTaxonomies(Version(std::move(before)), Version(std::move(after))));
}

TEST(DiffTest, EqualVersionsDoNotDiffer) {
  const TaxonomySource empty = Version({});
  const TaxonomySource some = Version({Skill("s1", {"lassen"}), Job("j1", {"lasser"}, {"s1"})});
  EXPECT_TRUE(DiffTaxonomies(empty, empty).empty());
  EXPECT_TRUE(DiffTaxonomies(some, some).empty());
  EXPECT_THAT(LinesOf(DiffTaxonomies(empty, some)), ElementsAre("added j1", "added s1"));
  EXPECT_THAT(LinesOf(DiffTaxonomies(some, empty)), ElementsAre("removed j1", "removed s1"));
}

TEST(DiffTest, RenamedInALanguage) {
  ConceptSource before = Skill("s1", {"lassen", "MIG"});
  ConceptSource after = Skill("s1", {"booglassen", "MIG"});
  after.labels.push_back({kEnglish, LabelKind::kPreferred, "weld"});
  const TaxonomyDiff diff = DiffTaxonomies(Version({before}), Version({after}));
  EXPECT_THAT(LinesOf(diff),
              ElementsAre("renamed s1 en '' 'weld'", "renamed s1 nl 'lassen' 'booglassen'"));
  EXPECT_EQ(diff.renamed[0].subject.label, "booglassen");
}

TEST(DiffTest, RequirementsThatCameWentAndChanged) {
  const std::vector<ConceptSource> skills = {Skill("s1", {"een"}), Skill("s2", {"twee"}),
                                             Skill("s3", {"drie"})};
  std::vector<ConceptSource> before = skills;
  std::vector<ConceptSource> after = skills;
  before.push_back(Job("j1", {"lasser"}, {"s1", "s2"}));
  after.push_back(Job("j1", {"lasser"}, {"s2", "s3"}));
  after.back().requirements[0].importance = Importance::kOptional;
  EXPECT_THAT(Diff(before, after),
              ElementsAre("relation j1 s1 essential none", "relation j1 s2 essential optional",
                          "relation j1 s3 none essential"));
}

TEST(DiffTest, MovedInTheHierarchyAndDetails) {
  const std::vector<ConceptSource> groups = {Skill("g1", {"een"}), Skill("g2", {"twee"})};
  std::vector<ConceptSource> before = groups;
  std::vector<ConceptSource> after = groups;
  before.push_back(Skill("s1", {"lassen"}, {"g1"}));
  after.push_back(Skill("s1", {"lassen", "booglassen"}, {"g2"}));
  after.back().kind = ConceptKind::kKnowledge;
  after.back().code = "7212";
  after.back().level = 2;
  after.back().descriptions = {{kDutch, "metaal"}};
  EXPECT_THAT(Diff(before, after), ElementsAre("moved s1 from g1 to g2",
                                               "details s1 kind code level labels descriptions"));
}

TEST(DiffTest, ReplacedByTheSameUnderAnotherUri) {
  EXPECT_THAT(Diff({Skill("old:1", {"Lassen", "MIG"})}, {Skill("new:1", {"lassen!", "TIG"})}),
              ElementsAre("added new:1", "removed old:1", "replaced old:1 by new:1"));
}

TEST(DiffTest, OtherKindsAndOtherLanguagesAreNoSuccessors) {
  ConceptSource english = Skill("new:2", {"lassen"});
  english.labels[0].language = kEnglish;
  EXPECT_THAT(
      Diff({Skill("old:1", {"lassen"})}, {Job("new:1", {"lassen"}, {}), std::move(english)}),
      ElementsAre("added new:1", "added new:2", "removed old:1"));
}

TEST(DiffTest, SplitByLabelsAndMergedBack) {
  const std::vector<ConceptSource> whole = {Skill("s1", {"lassen", "MIG-lassen", "TIG-lassen"})};
  const std::vector<ConceptSource> parts = {Skill("s2", {"MIG-lassen"}),
                                            Skill("s3", {"TIG-lassen"})};
  EXPECT_THAT(Diff(whole, parts),
              ElementsAre("added s2", "added s3", "removed s1", "split s1 s2+s3"));
  EXPECT_THAT(Diff(parts, whole),
              ElementsAre("added s1", "removed s2", "removed s3", "merged s1 s2+s3"));
}

std::vector<ConceptSource> FourSkills() {
  return {Skill("s1", {"een"}), Skill("s2", {"twee"}), Skill("s3", {"drie"}),
          Skill("s4", {"vier"})};
}

std::vector<ConceptSource> With(std::vector<ConceptSource> concepts,
                                const std::vector<ConceptSource>& more) {
  concepts.insert(concepts.end(), more.begin(), more.end());
  return concepts;
}

TEST(DiffTest, SplitByRequirements) {
  EXPECT_THAT(Diff(With(FourSkills(), {Job("j1", {"bankwerker"}, {"s1", "s2", "s3", "s4"})}),
                   With(FourSkills(), {Job("j2", {"lasser"}, {"s1", "s2"}),
                                       Job("j3", {"frezer"}, {"s3", "s4"})})),
              ElementsAre("added j2", "added j3", "removed j1", "split j1 j2+j3"));
}

TEST(DiffTest, OneSharedRequirementSaysNothing) {
  EXPECT_THAT(Diff(With(FourSkills(), {Job("j1", {"bankwerker"}, {"s1"})}),
                   With(FourSkills(), {Job("j2", {"kok"}, {"s1"})})),
              ElementsAre("added j2", "removed j1"));
}

TEST(DiffTest, MergedIntoOneThatWasThere) {
  const std::vector<ConceptSource> before = {Skill("s1", {"lassen"}), Skill("s2", {"booglassen"})};
  const std::vector<ConceptSource> after = {Skill("s1", {"lassen", "booglassen"})};
  EXPECT_THAT(Diff(before, after),
              ElementsAre("removed s2", "merged s1 s1+s2", "details s1 labels"));
  EXPECT_THAT(Diff(after, before), ElementsAre("added s2", "split s1 s1+s2", "details s1 labels"));
}

TEST(DiffTest, WhatAConceptHadAlreadyIsNoMerger) {
  const std::vector<ConceptSource> stays =
      With(FourSkills(), {Job("j1", {"lasser"}, {"s1", "s2", "s3"}), Job("j3", {"smid"}, {"s4"})});
  EXPECT_THAT(Diff(With(stays, {Job("j2", {"bankwerker"}, {"s1", "s2", "s3"})}), stays),
              ElementsAre("removed j2"));
}

TEST(DiffTest, TheBetterSuccessorCountsAlone) {
  // j2 has name and requirements of j1, j3 the requirements only.
  const Lines skills = {"s1", "s2", "s3"};
  EXPECT_THAT(Diff(With(FourSkills(), {Job("j1", {"lasser"}, skills)}),
                   With(FourSkills(),
                        {Job("j2", {"lasser"}, skills), Job("j3", {"smid"}, {"s1", "s2", "s4"})})),
              ElementsAre("added j2", "added j3", "removed j1", "replaced j1 by j2"));
}

TEST(SuccessorTest, OneIsExactAndSeveralAreNarrower) {
  const TaxonomySource before =
      Version({Skill("a", {"lassen", "solderen"}), Skill("b", {"frezen"}), Skill("c", {"zagen"}),
               Skill("d", {"koken"}), Skill("k", {"slijpen"})});
  const TaxonomySource after = Version({Skill("a1", {"lassen"}), Skill("a2", {"solderen"}),
                                        Skill("bc", {"frezen", "zagen"}), Skill("k", {"slijpen"})});
  const auto successors = SuccessorsOf(FindSuccessions(before, after), after);
  EXPECT_EQ(successors.size(), 3u);
  EXPECT_THAT(successors.at("a"), ElementsAre(Successor{"a1", MatchKind::kNarrow},
                                              Successor{"a2", MatchKind::kNarrow}));
  EXPECT_THAT(successors.at("b"), ElementsAre(Successor{"bc", MatchKind::kExact}));
  EXPECT_THAT(successors.at("c"), ElementsAre(Successor{"bc", MatchKind::kExact}));
}

// Random versions: a version and what some years of editing make of it.
class RandomVersions {
 public:
  explicit RandomVersions(uint32_t seed) : random_(seed) {}

  TaxonomySource First() {
    std::vector<ConceptSource> concepts;
    for (int i = 0; i < 4; ++i) {
      concepts.push_back(Skill(StrCat("g", i), {StrCat("groep ", i)}));
      concepts.back().kind = ConceptKind::kSkillGroup;
    }
    for (int i = 0; i < 12; ++i) concepts.push_back(NewSkill());
    for (int i = 0; i < 6; ++i) concepts.push_back(NewJob(concepts));
    return Version(std::move(concepts));
  }

  TaxonomySource Edited(const TaxonomySource& source) {
    std::vector<ConceptSource> concepts = source.concepts;
    const int edits = Number(0, 6);
    for (int i = 0; i < edits; ++i) Edit(&concepts);
    return Version(std::move(concepts));
  }

 private:
  int Number(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<uint32_t>(high - low + 1));
  }
  Lines Words() {
    Lines words;
    const int count = Number(1, 3);
    for (int i = 0; i < count; ++i) words.push_back(StrCat("woord ", Number(0, 40)));
    return words;
  }
  ConceptSource NewSkill() {
    return Skill(StrCat("s", ++last_), Words(), {StrCat("g", Number(0, 3))});
  }
  ConceptSource NewJob(const std::vector<ConceptSource>& concepts) {
    ConceptSource job = Job(StrCat("j", ++last_), Words(), {});
    for (const ConceptSource& entry : concepts) {
      if (entry.kind != ConceptKind::kSkill || Number(0, 2) > 0) continue;
      job.requirements.push_back({entry.uri, static_cast<Importance>(Number(0, 3))});
    }
    return job;
  }
  // Renames, requirements, additions and removals only: what Apply below can redo.
  void Edit(std::vector<ConceptSource>* concepts) {
    ConceptSource& entry = (*concepts)[static_cast<size_t>(Number(0, int(concepts->size()) - 1))];
    const int what = Number(0, 3);
    if (what == 0) {
      entry.labels[0].text = StrCat("woord ", Number(0, 40));
      entry.labels.resize(1);
      entry.labels[0].kind = LabelKind::kPreferred;
    } else if (what == 1 && !entry.requirements.empty()) {
      entry.requirements[0].importance = static_cast<Importance>(Number(0, 3));
      if (Number(0, 1) == 0) entry.requirements.pop_back();
    } else if (what == 2) {
      concepts->push_back(Number(0, 1) == 0 ? NewSkill() : NewJob(*concepts));
    } else if (entry.kind != ConceptKind::kSkillGroup) {
      const std::string gone = entry.uri;
      const int copies = Number(0, 2);
      const ConceptSource old = entry;
      for (int i = 0; i < copies; ++i) {
        concepts->push_back(old);
        concepts->back().uri = StrCat(gone, ".", ++last_);
      }
      std::erase_if(*concepts, [&gone](const auto& c) { return c.uri == gone; });
      for (ConceptSource& job : *concepts) {
        std::erase_if(job.requirements, [&gone](const auto& r) { return r.skill_uri == gone; });
      }
    }
  }

  std::mt19937 random_;
  int last_ = 0;
};

const ConceptSource& In(const TaxonomySource& source, const std::string& uri) {
  return *std::find_if(source.concepts.begin(), source.concepts.end(),
                       [&uri](const ConceptSource& entry) { return entry.uri == uri; });
}

// Does to `before` what the diff says; new concepts and details are taken from `after` whole.
TaxonomySource Apply(const TaxonomyDiff& diff, TaxonomySource before, const TaxonomySource& after) {
  std::map<std::string, ConceptSource> concepts;
  for (ConceptSource& entry : before.concepts) concepts[entry.uri] = entry;
  for (const DiffConcept& gone : diff.removed) concepts.erase(gone.uri);
  for (const DiffConcept& come : diff.added) concepts[come.uri] = In(after, come.uri);
  for (const RelationChange& change : diff.relations) {
    auto& requirements = concepts[change.occupation.uri].requirements;
    std::erase_if(requirements, [&](const auto& r) { return r.skill_uri == change.skill.uri; });
    if (change.after) requirements.push_back({change.skill.uri, *change.after});
  }
  for (const DetailChange& change : diff.details) {
    EXPECT_THAT(change.what, ElementsAre(DetailKind::kOtherLabels));
    auto& labels = concepts[change.subject.uri].labels;
    std::erase_if(labels, [](const Label& l) { return l.kind != LabelKind::kPreferred; });
    for (const Label& label : In(after, change.subject.uri).labels) {
      if (label.kind != LabelKind::kPreferred) labels.push_back(label);
    }
  }
  for (const RenamedConcept& change : diff.renamed) {
    auto& labels = concepts[change.subject.uri].labels;
    const auto same = std::find(labels.begin(), labels.end(),
                                Label{change.language, LabelKind::kPreferred, change.before});
    if (same != labels.end()) labels.erase(same);
    labels.push_back({change.language, LabelKind::kPreferred, change.after});
  }
  std::vector<ConceptSource> list;
  for (auto& [uri, entry] : concepts) list.push_back(std::move(entry));
  return Version(std::move(list));
}

// The lines of the diff the other way, from those of this one.
Lines Mirrored(const TaxonomyDiff& diff) {
  TaxonomyDiff mirror = diff;
  std::swap(mirror.added, mirror.removed);
  for (auto& c : mirror.replaced) std::swap(c.from, c.into);
  mirror.split.clear();
  mirror.merged.clear();
  for (const auto& c : diff.split) mirror.merged.push_back({c.into, c.from});
  for (const auto& c : diff.merged) mirror.split.push_back({c.into, c.from});
  for (auto& c : mirror.renamed) std::swap(c.before, c.after);
  for (auto& c : mirror.relations) std::swap(c.before, c.after);
  for (auto& c : mirror.moved) std::swap(c.from, c.to);
  std::sort(mirror.replaced.begin(), mirror.replaced.end(),
            [](const auto& a, const auto& b) { return a.from.uri < b.from.uri; });
  return LinesOf(mirror);
}

TEST(DiffPropertyTest, RandomVersions) {
  size_t successions = 0;
  for (uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    RandomVersions versions(seed);
    const TaxonomySource before = versions.First();
    const TaxonomySource after = versions.Edited(before);
    EXPECT_TRUE(DiffTaxonomies(before, before).empty());
    const TaxonomyDiff diff = DiffTaxonomies(before, after);
    EXPECT_EQ(diff.empty(), before.concepts == after.concepts);
    EXPECT_EQ(Mirrored(diff), LinesOf(DiffTaxonomies(after, before)));
    EXPECT_EQ(Apply(diff, before, after).concepts, after.concepts);
    successions += diff.split.size() + diff.merged.size() + diff.replaced.size();
  }
  EXPECT_GT(successions, 50u) << "the worlds must have something to follow";
}

TEST(SuccessionPropertyTest, EveryLinkIsBetweenConceptsOfWhichOneIsInOneVersionOnly) {
  for (uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    RandomVersions versions(seed);
    const TaxonomySource before = versions.First();
    const TaxonomySource after = versions.Edited(versions.Edited(before));
    std::set<std::string> old_uris;
    std::set<std::string> new_uris;
    for (const auto& entry : before.concepts) old_uris.insert(entry.uri);
    for (const auto& entry : after.concepts) new_uris.insert(entry.uri);
    std::vector<Succession> turned;
    for (const Succession& link : FindSuccessions(before, after)) {
      EXPECT_TRUE(old_uris.contains(link.from) && new_uris.contains(link.to));
      EXPECT_FALSE(old_uris.contains(link.to) && new_uris.contains(link.from));
      turned.push_back({link.to, link.from});
    }
    std::sort(turned.begin(), turned.end());
    EXPECT_EQ(turned, FindSuccessions(after, before));
  }
}

}  // namespace
}  // namespace overstap
