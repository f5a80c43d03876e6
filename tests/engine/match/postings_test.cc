#include "engine/match/postings.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <vector>

#include "engine/match/strip_ranges.h"
#include "tests/support/random_world.h"

namespace overstap::match {
namespace {

TEST(PostingsTest, SumsStayAsNearToTheTruthAsIsPromised) {
  constexpr uint32_t kTerms = 12;
  constexpr uint32_t kDocuments = 300;
  RandomWorld random(5);
  const std::vector<uint32_t> marks = {0, 40, 170, kDocuments};
  Postings postings(kTerms, marks);
  std::vector<std::map<uint32_t, double>> shares(kDocuments);
  for (auto& of : shares) {
    for (uint32_t term = 0; term < kTerms; ++term) {
      if (random.Chance(40)) of[term] = random.Number(1, 100) / (100.0 * kTerms);
    }
    if (random.Chance(10)) of = {{3, 1.0}};
  }
  const auto for_each = [&](const auto& visit) {
    for (uint32_t document = 0; document < kDocuments; ++document) {
      for (const auto& [term, share] : shares[document]) visit(term, document, share);
    }
  };
  for_each([&](uint32_t term, uint32_t document, double) { postings.Count(term, document); });
  postings.StartAdding();
  for_each(
      [&](uint32_t term, uint32_t document, double share) { postings.Add(term, document, share); });
  postings.Finish();
  for (size_t mark = 0; mark + 1 < marks.size(); ++mark) {
    std::vector<uint16_t> sums(Postings::kMaxRange);
    std::vector<uint16_t> portable(Postings::kMaxRange);
    std::vector<double> truth(kDocuments);
    for (uint32_t term = 0; term < kTerms; ++term) {
      const double strength = random.Number(0, 100) / 100.0;
      const uint32_t units = Postings::StrengthOf(strength);
      Postings::AddUp(postings.Of(term, mark), units, sums.data());
      Postings::AddUpPortable(postings.Of(term, mark), units, portable.data());
      for (uint32_t document = marks[mark]; document < marks[mark + 1]; ++document) {
        const auto share = shares[document].find(term);
        if (share != shares[document].end()) truth[document] += strength * share->second;
      }
    }
    EXPECT_EQ(sums, portable);
    for (uint32_t document = marks[mark]; document < marks[mark + 1]; ++document) {
      const double exact = truth[document] * Postings::kOne;
      const double terms = static_cast<double>(shares[document].size());
      EXPECT_LE(sums[document - marks[mark]], exact + terms);
      EXPECT_GE(sums[document - marks[mark]], exact - 1 - terms / 2);
    }
  }
}

TEST(StripRangesTest, SelectsWhatIsWantedAndMarksCoverIt) {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    RandomWorld random(seed);
    struct Strip {
      uint16_t place = 0;
      uint32_t work = 0;
      StripRanges::Levels levels;
    };
    std::vector<Strip> strips;
    for (uint16_t place = 0; place < 30; ++place) {
      for (uint8_t level = 0; level < 3; ++level) {
        uint32_t work = 0;
        const int count = random.Chance(7) ? random.Number(100, 900) : random.Number(0, 12);
        for (int i = 0; i < count; ++i) {
          strips.push_back({place, work, {level, level}});
          work += static_cast<uint32_t>(random.Number(0, 3));
        }
      }
    }
    StripRanges ranges;
    for (const Strip& strip : strips) ranges.Add(strip.place, strip.work, strip.levels);
    ranges.Finish(200);
    const auto marks = ranges.marks();
    EXPECT_EQ(marks.front(), 0u);
    EXPECT_EQ(marks.back(), strips.size());
    for (size_t i = 1; i < marks.size(); ++i) EXPECT_LE(marks[i] - marks[i - 1], 200u);
    VacancyWanted wanted;
    wanted.anywhere = random.Chance(20);
    wanted.any_work = random.Chance(40);
    if (random.Chance(40)) wanted.level_min = 1;
    if (random.Chance(40)) wanted.level_max = 1;
    for (uint16_t place = 0; place < 30; ++place) {
      if (random.Chance(30)) wanted.places.push_back(place);
    }
    if (random.Chance(70)) wanted.works = {{5, 9}, {20, 31}};
    std::vector<StripRanges::Range> selected;
    std::vector<StripRanges::Range> covered;
    ranges.Select(wanted, &selected);
    ranges.Cover(selected, &covered);
    std::set<uint32_t> in_marks;
    for (const auto& range : covered) {
      for (uint32_t i = marks[range.begin]; i < marks[range.end]; ++i) {
        EXPECT_TRUE(in_marks.insert(i).second);
      }
    }
    std::set<uint32_t> in_selected;
    for (const auto& range : selected) {
      for (uint32_t i = range.begin; i < range.end; ++i) {
        EXPECT_TRUE(in_selected.insert(i).second);
        EXPECT_TRUE(in_marks.contains(i));
      }
    }
    for (uint32_t i = 0; i < strips.size(); ++i) {
      const bool last = i + 1 == strips.size() || strips[i + 1].place != strips[i].place ||
                        strips[i + 1].levels != strips[i].levels;
      const uint32_t end = last ? strips[i].work : strips[i + 1].work;
      bool may_hold = wanted.any_work;
      for (const WorkRange& work : wanted.works) {
        may_hold |= work.first <= end && strips[i].work <= work.last;
      }
      const bool is_there = wanted.HasPlace(strips[i].place) &&
                            strips[i].levels.least <= wanted.level_max &&
                            strips[i].levels.most >= wanted.level_min;
      if (is_there && may_hold) {
        EXPECT_TRUE(in_selected.contains(i)) << i;
      } else if (!is_there) {
        EXPECT_FALSE(in_selected.contains(i)) << i;
      }
    }
  }
}

}  // namespace
}  // namespace overstap::match
