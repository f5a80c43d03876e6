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
  for (const char* text :
       {"cnc frezer", "Allround Storingsmonteur E&I m/v (36u)", "electromonteur", "lasser co2",
        "lasrobotoperator", "Verpleegkundige (v/m/x) 32-40 uur regio Utrecht", "C++ developer",
        "warmtepomp monteur", "juf", "1e monteur", "Senior software engineer € 4.500",
        "vrachtwagenchauffeur", "heftruckchauffeur", "timmervrouw"}) {
    printf("%s\n", text);
    for (const auto& match : lookup.FindOccupations(text, 4)) {
      printf("   %.3f %s (%s)\n", match.score,
             std::string(taxonomy.LabelOf(match.id, {kDutch})).c_str(),
             match.matched_label.c_str());
    }
  }
  for (const char* text :
       {"cnc", "lassen", "lassen tig", "autocad", "python", "klantvriendelijk"}) {
    printf("%s\n", text);
    for (const auto& match : lookup.FindSkills(text, 4)) {
      printf("   %.3f %s (%s)\n", match.score,
             std::string(taxonomy.LabelOf(match.id, {kDutch})).c_str(),
             match.matched_label.c_str());
    }
  }
}

}  // namespace
}  // namespace overstap::text
