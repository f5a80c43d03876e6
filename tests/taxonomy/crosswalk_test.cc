#include "taxonomy/crosswalk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace overstap {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

CrosswalkIndex Index(const std::vector<Crosswalk>& crosswalks) {
  auto index = CrosswalkIndex::Build(crosswalks);
  EXPECT_TRUE(index.ok()) << index.status();
  return *std::move(index);
}

std::vector<std::string> Uris(std::vector<std::string> uris) { return uris; }

TEST(MatchKindTest, NamesAreReadBack) {
  for (int i = 0; i < kMatchKindCount; ++i) {
    const auto kind = static_cast<MatchKind>(i);
    EXPECT_EQ(ParseMatchKind(MatchKindName(kind)), kind);
    EXPECT_EQ(Inverse(Inverse(kind)), kind);
  }
  EXPECT_EQ(ParseMatchKind("Exact"), std::nullopt);
  EXPECT_EQ(Inverse(MatchKind::kBroad), MatchKind::kNarrow);
  EXPECT_EQ(Inverse(MatchKind::kClose), MatchKind::kClose);
}

TEST(CrosswalkTest, EqualContentHasOneOrderAndOneVersion) {
  Crosswalk one = {"a", "b", {{"a:2", "b:1", MatchKind::kNarrow}, {"a:1", "b:1"}}};
  Crosswalk two = {"a",
                   "b",
                   {{"a:1", "b:1", MatchKind::kBroad},
                    {"a:2", "b:1", MatchKind::kNarrow},
                    {"a:1", "b:1", MatchKind::kExact}}};
  Canonicalise(&one);
  Canonicalise(&two);
  EXPECT_EQ(one, two);
  EXPECT_EQ(ContentVersion(one), ContentVersion(two));
  EXPECT_TRUE(ContentVersion(one).starts_with("a-b-"));
  two.links[0].kind = MatchKind::kClose;
  EXPECT_NE(ContentVersion(one), ContentVersion(two));
  two = one;
  two.labels.push_back({"b:1", kDutch, "lasser"});
  EXPECT_NE(ContentVersion(one), ContentVersion(two));
}

TEST(CrosswalkIndexTest, RefusesWhatIsNoCrosswalk) {
  const auto refusal = [](const Crosswalk& crosswalk) {
    const auto index = CrosswalkIndex::Build({crosswalk});
    EXPECT_EQ(index.status().code(), absl::StatusCode::kInvalidArgument);
    return std::string(index.status().message());
  };
  EXPECT_THAT(refusal({"esco", "esco"}), HasSubstr("'esco' to 'esco'"));
  EXPECT_THAT(refusal({"", "esco"}), HasSubstr("'' to 'esco'"));
  EXPECT_THAT(refusal({"a", "b", {{"a:1", ""}}}), HasSubstr("lacks a URI"));
  for (const CrosswalkParams params :
       {CrosswalkParams{1.1, .9, .7, .6}, CrosswalkParams{1, .6, .7, .6},
        CrosswalkParams{1, .9, .7, 0}}) {
    EXPECT_FALSE(CrosswalkIndex::Build({}, params).ok());
  }
}

TEST(CrosswalkIndexTest, LinksInBothDirections) {
  const CrosswalkIndex index =
      Index({{"a", "b", {{"a:1", "b:1", MatchKind::kBroad}, {"a:1", "b:2", MatchKind::kClose}}}});
  EXPECT_THAT(index.Links("a:1"), ElementsAre(CrosswalkMatch{"b:2", "b", MatchKind::kClose, 0.9},
                                              CrosswalkMatch{"b:1", "b", MatchKind::kBroad, 0.7}));
  EXPECT_THAT(index.Links("b:1"), ElementsAre(CrosswalkMatch{"a:1", "a", MatchKind::kNarrow, 0.6}));
  EXPECT_THAT(index.Links("c:1"), IsEmpty());
  EXPECT_EQ(index.link_count(), 2u);
}

TEST(CrosswalkIndexTest, OneLinkStatedTwiceCountsOnceAsTheBest) {
  const CrosswalkIndex index = Index({{"a", "b", {{"a:1", "b:1", MatchKind::kBroad}}},
                                      {"b", "a", {{"b:1", "a:1", MatchKind::kExact}}}});
  EXPECT_EQ(index.link_count(), 1u);
  EXPECT_THAT(index.Links("a:1"), ElementsAre(CrosswalkMatch{"b:1", "b", MatchKind::kExact, 1}));
}

TEST(CrosswalkIndexTest, TranslatesWithTheLossCountedAndTheUnmappedListed) {
  const CrosswalkIndex index =
      Index({{"a", "b", {{"a:1", "b:1", MatchKind::kNarrow}, {"a:2", "b:1", MatchKind::kClose}}},
             {"a", "c", {{"a:3", "c:1"}}}});
  const Translation there = index.Translate(Uris({"a:3", "a:2", "a:1", "a:9", "a:2"}), "b");
  EXPECT_THAT(there.reached, ElementsAre(TranslatedUri{"b:1", 0.9, "a:2", ""}));
  EXPECT_THAT(there.unmapped, ElementsAre("a:3", "a:9"));
  const Translation back = index.Translate(Uris({"b:1"}), "a");
  EXPECT_THAT(back.reached, ElementsAre(TranslatedUri{"a:2", 0.9, "b:1", ""},
                                        TranslatedUri{"a:1", 0.7, "b:1", ""}));
  const Translation itself = index.Translate(Uris({"b:1"}), "b");
  EXPECT_THAT(itself.reached, IsEmpty());
  EXPECT_THAT(itself.unmapped, ElementsAre("b:1"));
  EXPECT_THAT(index.Translate(Uris({"a:1"}), "nowhere").unmapped, ElementsAre("a:1"));
}

TEST(CrosswalkIndexTest, ChainsOverOneThirdScheme) {
  const CrosswalkIndex index = Index({
      {"a", "b", {{"a:1", "b:1", MatchKind::kClose}, {"a:1", "b:2", MatchKind::kNarrow}}},
      {"c", "b", {{"c:1", "b:1", MatchKind::kNarrow}, {"c:2", "b:2", MatchKind::kExact}}},
      {"c", "d", {{"c:1", "d:1", MatchKind::kExact}}},
  });
  // c:1 is narrower-matched to b:1, so b:1 is broad-matched to c:1.
  EXPECT_THAT(index.Translate(Uris({"a:1"}), "c").reached,
              ElementsAre(TranslatedUri{"c:1", 0.9 * 0.7, "a:1", "b:1"},
                          TranslatedUri{"c:2", 0.6 * 1, "a:1", "b:2"}));
  EXPECT_THAT(index.Translate(Uris({"a:1"}), "d").unmapped, ElementsAre("a:1"))
      << "three links are too many";
  EXPECT_THAT(index.Translate(Uris({"a:1"}), "a").reached, IsEmpty()) << "there and back again";
}

TEST(CrosswalkIndexTest, OfEqualWaysTheShortestIsShown) {
  const CrosswalkIndex index = Index({{"a", "b", {{"a:1", "b:1"}}},
                                      {"b", "c", {{"b:1", "c:1"}}},
                                      {"a", "c", {{"a:1", "c:1"}, {"a:0", "c:1"}}}});
  EXPECT_THAT(index.Translate(Uris({"a:1", "a:0"}), "c").reached,
              ElementsAre(TranslatedUri{"c:1", 1, "a:0", ""}));
}

TEST(CrosswalkIndexTest, LabelsOfEndsThatNoTaxonomyNames) {
  const CrosswalkIndex index = Index({{"isco08",
                                       "brc2014",
                                       {{"i:7212", "brc:0722"}},
                                       {{"brc:0722", kDutch, "Lassers"}, {"x", kEnglish, "X"}}}});
  EXPECT_EQ(index.LabelOf("brc:0722", DefaultLanguageOrder()), "Lassers");
  EXPECT_EQ(index.LabelOf("x", {kDutch}), "X");
  EXPECT_EQ(index.LabelOf("i:7212", DefaultLanguageOrder()), "");
}

// The definition of Translate, as a loop over all pairs of links.
std::map<std::string, double> SlowTranslate(const std::vector<Crosswalk>& crosswalks,
                                            const std::string& uri, const std::string& target) {
  struct Step {
    std::string near, near_scheme, far, far_scheme;
    double strength;
  };
  std::vector<Step> steps;
  for (const Crosswalk& c : crosswalks) {
    for (const CrosswalkLink& l : c.links) {
      const CrosswalkParams p;
      steps.push_back({l.from_uri, c.from_scheme, l.to_uri, c.to_scheme, p.Strength(l.kind)});
      steps.push_back(
          {l.to_uri, c.to_scheme, l.from_uri, c.from_scheme, p.Strength(Inverse(l.kind))});
    }
  }
  std::map<std::string, double> best;
  const auto offer = [&best](const std::string& to, double s) { best[to] = std::max(best[to], s); };
  for (const Step& one : steps) {
    if (one.near != uri || one.near_scheme == target) continue;
    if (one.far_scheme == target) offer(one.far, one.strength);
    for (const Step& two : steps) {
      if (one.far_scheme != target && two.near == one.far && two.near_scheme == one.far_scheme &&
          two.far_scheme == target) {
        offer(two.far, one.strength * two.strength);
      }
    }
  }
  return best;
}

TEST(CrosswalkIndexTest, AgreesWithTheDefinitionOnRandomCrosswalks) {
  std::mt19937_64 random(20261121);
  const std::string schemes = "abcd";
  for (int round = 0; round < 50; ++round) {
    std::vector<Crosswalk> crosswalks;
    for (const auto& [from, to] : {std::pair(0, 1), std::pair(1, 2), std::pair(3, 1),
                                   std::pair(0, 2), std::pair(2, 3), std::pair(1, 0)}) {
      Crosswalk crosswalk = {std::string(1, schemes[static_cast<size_t>(from)]),
                             std::string(1, schemes[static_cast<size_t>(to)])};
      for (int i = 0; i < 12; ++i) {
        crosswalk.links.push_back({StrCat(crosswalk.from_scheme, random() % 5),
                                   StrCat(crosswalk.to_scheme, random() % 5),
                                   static_cast<MatchKind>(random() % 4)});
      }
      crosswalks.push_back(std::move(crosswalk));
    }
    const CrosswalkIndex index = Index(crosswalks);
    for (const char* uri : {"a0", "b1", "c2", "d3"}) {
      for (const char target : schemes) {
        const Translation fast = index.Translate(Uris({uri}), std::string(1, target));
        std::map<std::string, double> got;
        for (const TranslatedUri& to : fast.reached) got[to.uri] = to.strength;
        EXPECT_EQ(got, SlowTranslate(crosswalks, uri, std::string(1, target)));
        EXPECT_EQ(fast.unmapped.size(), fast.reached.empty() ? 1u : 0u);
        EXPECT_TRUE(
            std::is_sorted(fast.reached.begin(), fast.reached.end(),
                           [](const auto& a, const auto& b) { return a.strength > b.strength; }));
      }
    }
  }
}

}  // namespace
}  // namespace overstap
