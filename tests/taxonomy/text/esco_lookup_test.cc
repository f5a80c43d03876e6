// What people type, against real ESCO when it is there, with all that the program knows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "taxonomy/text/lookup.h"
#include "tests/support/esco_snapshot.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::text {
namespace {

using ::testing::Contains;

TEST(EscoLookupTest, TitlesThatPeopleType) {
  if (!HasEsco()) GTEST_SKIP() << "ESCO 1.1.1 is not in ../shared/data";
  const Taxonomy& taxonomy = EscoSnapshot()->taxonomy();
  const Lookup lookup(&taxonomy, cli::DefaultParameters().value().knowledge);
  const auto best = [&](std::string_view text) {
    std::vector<std::string> labels;
    for (const auto& match : lookup.FindOccupations(text, 3)) {
      labels.emplace_back(taxonomy.LabelOf(match.id, {kDutch}));
    }
    return labels;
  };
  EXPECT_THAT(best("cnc frezer"), Contains("frezer"));
  EXPECT_THAT(best("Allround Storingsmonteur E&I m/v (36u)"), Contains("elektromechanicus"));
  EXPECT_THAT(best("electromonteur"), Contains("monteur elektrische installaties"));
  EXPECT_THAT(best("lasser co2"), Contains("lasser"));
  EXPECT_THAT(best("warmtepomp monteur"),
              Contains("technicus koel-, lucht- en verwarmingstechniek"));
  EXPECT_THAT(best("Senior software engineer € 4.500"), Contains("software ontwikkelaar"));
  EXPECT_THAT(best("timmervrouw"), Contains("timmerman"));
  EXPECT_EQ(lookup.FindOccupations("heftruckchauffeur", 1).at(0).score, 1);
  EXPECT_TRUE(lookup.FindOccupations(std::string(1 << 20, 'x'), 3).empty());
}

}  // namespace
}  // namespace overstap::text
