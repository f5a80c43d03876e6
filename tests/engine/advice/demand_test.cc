// What figures of demand say of work, and what they do not decide.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "engine/advice/plan.h"
#include "engine/advice/region_report.h"
#include "engine/dutch/sentences.h"
#include "engine/snapshot/demand_index.h"
#include "service/json/answers.h"
#include "service/json/cohort_view.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using model::Demand;
using model::DemandBasis;
using model::Tension;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kWorld[] = R"(
  occupation kok isco 5120 : koken, plannen
  occupation lasser isco 7212 : mig, plannen
  occupation monteur isco 7233 : sleutelen, plannen
  occupation smid : plannen
  occupation o1 isco 4110 : x1
  occupation o2 isco 4120 : x2
  occupation o3 isco 4210 : x3
  region AM06 52.5 6.1
  region AM07 52.4 6.7
  vacancy v1 for lasser | region AM06
)";

const absl::CivilDay kJune(2026, 6, 30);

Demand Figure(std::string id, DemandBasis basis, std::string code, std::string region,
              std::optional<int64_t> vacancies, std::optional<Tension> tension,
              absl::CivilDay as_of = kJune) {
  return {std::move(id), basis,   std::move(code), std::move(region),
          vacancies,     tension, as_of,           "UWV"};
}

class DemandWorld {
 public:
  explicit DemandWorld(std::vector<Demand> demand, const std::string& more = "") {
    snapshot::Source source = ParseTinyWorld(StrCat(kWorld, more)).value();
    Crosswalk brc;
    brc.from_scheme = "isco08";
    brc.to_scheme = "brc2014";
    brc.links = {{"http://data.europa.eu/esco/isco/C7233", "brc2014:0725", MatchKind::kBroad}};
    source.crosswalks = {brc};
    source.demand = std::move(demand);
    snapshot_ = snapshot::Snapshot::Build(std::move(source), TinyParameters()).value();
  }

  Context context() const { return {*snapshot_, absl::CivilDay(2026, 11, 21)}; }
  DemandLine Line(std::string_view occupation, const std::string& region = "AM06") const {
    return DemandOf(context(), *snapshot_->taxonomy().FindOccupation(TinyUri(occupation)), region);
  }
  RegionReport Report() const {
    return ReportRegion(context(), {"AM06", std::string(kEveryOccupation)}).value();
  }

 private:
  std::shared_ptr<const snapshot::Snapshot> snapshot_;
};

TEST(DemandTest, TheNearestFigureSpeaksAndEachHasItsSource) {
  const DemandWorld world({
      Figure("a", DemandBasis::kIsco, "72", "AM06", 500, Tension::kAverage),
      Figure("b", DemandBasis::kIsco, "7212", "AM06", 120, std::nullopt),
      Figure("c", DemandBasis::kOccupation, TinyUri("lasser"), "AM06", std::nullopt,
             Tension::kVeryTight),
      Figure("d", DemandBasis::kBrc, "07", "AM06", 900, Tension::kLoose),
  });
  const DemandLine welder = world.Line("lasser");
  EXPECT_EQ(welder.tension, "zeer krap");
  EXPECT_EQ(welder.tension_source->basis, "occupation");
  EXPECT_EQ(welder.open_vacancies, 120);
  EXPECT_EQ(welder.vacancies_source->code, "7212");
  EXPECT_EQ(world.Line("monteur").tension, "gemiddeld");  // ISCO before BRC
  EXPECT_EQ(world.Line("monteur").open_vacancies, 500);
  EXPECT_EQ(world.Line("kok").tension, std::nullopt);
  EXPECT_EQ(world.Line("smid").open_vacancies, std::nullopt);  // no code, no figure
}

TEST(DemandTest, BrcIsReachedOverTheCrosswalk) {
  const DemandWorld world({
      Figure("a", DemandBasis::kBrc, "072", "AM06", 40, Tension::kTight),
      Figure("b", DemandBasis::kBrc, "0725", "AM06", std::nullopt, Tension::kVeryTight),
  });
  EXPECT_EQ(world.Line("monteur").tension, "zeer krap");
  EXPECT_EQ(world.Line("monteur").open_vacancies, 40);
  EXPECT_EQ(world.Line("lasser").tension, std::nullopt);  // no link, so not known
}

TEST(DemandTest, TheNewestThatIsNotOfTheFuture) {
  const DemandWorld world({
      Figure("a", DemandBasis::kIsco, "7212", "AM06", 1, std::nullopt, absl::CivilDay(2025, 1, 1)),
      Figure("b", DemandBasis::kIsco, "7212", "AM06", 2, std::nullopt),
      Figure("c", DemandBasis::kIsco, "7212", "AM06", 3, std::nullopt),
      Figure("d", DemandBasis::kIsco, "7212", "AM06", 4, std::nullopt, absl::CivilDay(2027, 1, 1)),
  });
  EXPECT_EQ(world.Line("lasser").open_vacancies, 2);  // of equal days the first by id
}

TEST(DemandTest, OneRegionSaysNothingOfAnother) {
  const DemandWorld world({
      Figure("a", DemandBasis::kIsco, "7212", "AM07", 7, Tension::kTight),
      Figure("b", DemandBasis::kIsco, "7212", "", 700, Tension::kLoose),
  });
  EXPECT_EQ(world.Line("lasser").tension, std::nullopt);
  EXPECT_EQ(world.Line("lasser", "AM07").open_vacancies, 7);
  EXPECT_EQ(world.Line("lasser", "").open_vacancies, 700);
  EXPECT_EQ(TextOf(world.Line("lasser")), "unknown");
  EXPECT_EQ(TextOf(world.Line("lasser", "AM07")),
            "spanning krap; 7 open vacancies (isco 7212, 2026-06-30, UWV)");
}

TEST(DemandTest, RoutesShowItAndAreTheSameWithoutIt) {
  const auto routes = [](const DemandWorld& world) {
    RouteParams params;
    params.person.profile = ParseTinyPerson("was kok 5 | region AM06").value();
    params.person.profile->id = "iemand";
    params.techniek = kEveryOccupation;
    return FindRoutes(world.context(), params).value();
  };
  const RouteResult with =
      routes(DemandWorld({Figure("a", DemandBasis::kIsco, "7", "AM06", 3, Tension::kVeryLoose)}));
  const RouteResult without = routes(DemandWorld({}));
  ASSERT_EQ(with.routes.size(), without.routes.size());
  ASSERT_FALSE(with.routes.empty());
  for (size_t i = 0; i < with.routes.size(); ++i) {
    EXPECT_EQ(with.routes[i].plan.destination, without.routes[i].plan.destination);
    EXPECT_EQ(with.routes[i].score, without.routes[i].score);
  }
  const auto lasser = [](const RouteResult& result) {
    const service::Json answer = service::ToJson(result);
    for (const service::Json& route : answer["routes"]) {
      if (route["destination"]["label"] == "lasser") return route["demand"];
    }
    return service::Json();
  };
  const service::Json shown = lasser(with);
  EXPECT_EQ(shown["tension"], "zeer ruim");
  EXPECT_EQ(shown["tension_source"]["as_of"], "2026-06-30");
  EXPECT_TRUE(lasser(without).at("tension").is_null());
  EXPECT_THAT(dutch::Text(with),
              HasSubstr("De arbeidsmarkt voor dit werk is zeer ruim in de regio AM06. Dat zegt UWV "
                        "op 30 juni 2026."));
  EXPECT_THAT(dutch::Text(with), HasSubstr("Volgens UWV zijn er 3 open vacatures"));
  EXPECT_THAT(dutch::Text(without), HasSubstr("Hoe krap dit werk is in de regio AM06, weten wij"));
}

TEST(DemandTest, TensionAddsToTheReportAndTakesNothingAway) {
  std::string people;
  for (int i = 0; i < 12; ++i) {
    StrAppend(&people, "profile k", i, " : was kok 5 | region AM06\n", "profile l", i,
              " : was lasser 5 | region AM06\n");
  }
  const auto surplus = [](const RegionReport& report) {
    std::vector<std::string> labels;
    for (const SurplusLine& line : report.surplus) labels.push_back(line.occupation.label);
    return labels;
  };
  const RegionReport unknown = DemandWorld({}, people).Report();
  EXPECT_THAT(surplus(unknown), ElementsAre("kok", "lasser"));
  EXPECT_THAT(unknown.shortage, IsEmpty());
  const RegionReport tight =
      DemandWorld({Figure("a", DemandBasis::kIsco, "7", "AM06", 300, Tension::kTight)}, people)
          .Report();
  EXPECT_THAT(surplus(tight), ElementsAre("kok", "lasser"));
  ASSERT_EQ(tight.shortage.size(), 1u);  // of monteur nobody knows a vacancy
  EXPECT_EQ(tight.shortage[0].occupation.label, "lasser");
  EXPECT_EQ(tight.shortage[0].demand.tension, "krap");
  EXPECT_EQ(tight.shortage[0].demand.open_vacancies, 300);
  EXPECT_FALSE(tight.moves.empty());
  const service::Json json = service::ToJson(tight);
  EXPECT_EQ(json["shortage"][0]["tension"], "krap");
  EXPECT_TRUE(json["surplus"][0]["demand"]["tension"].is_null());
}

}  // namespace
}  // namespace overstap::advice
