#include "taxonomy/text/knowledge.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace overstap::text {
namespace {

using words::Relation;

TEST(KnowledgeTest, EqualKnowledgeHasAnEqualVersion) {
  EXPECT_EQ(Knowledge().Version(), Knowledge().Version());
  Knowledge a, b;
  a.lexicon = b.lexicon = {{Relation::kSame, "docent", {"leraar"}}};
  EXPECT_EQ(a.Version(), b.Version());
}

TEST(KnowledgeTest, AnyChangeChangesTheVersion) {
  std::vector<Knowledge> all(1);
  const auto with_lexicon = [&](std::vector<words::LexiconEntry> entries) {
    all.emplace_back().lexicon = std::move(entries);
  };
  with_lexicon({{Relation::kSame, "ab", {"c"}}});
  with_lexicon({{Relation::kKind, "ab", {"c"}}});
  with_lexicon({{Relation::kSame, "a", {"bc"}}});
  with_lexicon({{Relation::kSame, "ab", {"c", ""}}});
  with_lexicon({{Relation::kSame, "ab", {"c", "d"}}});
  with_lexicon({{Relation::kSame, "ab", {"d", "c"}}});
  with_lexicon({{Relation::kSame, "ab", {"c"}}, {Relation::kSame, "ab", {"c"}}});
  with_lexicon({{Relation::kSame, "x", {"same", "y"}}, {Relation::kSame, "z", {"w"}}});
  with_lexicon({{Relation::kSame, "x", {"same"}}, {Relation::kSame, "y", {"z", "w"}}});
  all.emplace_back().dictionary = {{"ab", {"c"}}};
  all.emplace_back().dictionary = {{"ab", {"c", "d"}}};
  all.emplace_back().dictionary = {{"a", {"bc"}}};
  all.emplace_back().occupations.bias = 0.5;
  all.emplace_back().skills.bias = 0.5;
  all.emplace_back().skills.weights[3] = 7;
  std::set<std::string> versions;
  for (const Knowledge& knowledge : all) EXPECT_TRUE(versions.insert(knowledge.Version()).second);
}

}  // namespace
}  // namespace overstap::text
