// Named transitions on the starter data. Labels are those of data/starter.
#include <gtest/gtest.h>

#include "ingest/records_json.h"
#include "tests/scenarios/scenario.h"
#include "tests/support/data_files.h"
#include "tests/support/starter_snapshot.h"

namespace overstap {
namespace {

std::string Occupation(const std::string& id) {
  return "http://data.europa.eu/esco/occupation/" + id;
}
std::string Skill(const std::string& id) { return "http://data.europa.eu/esco/skill/" + id; }

const std::string kBankmedewerker = Occupation("2ff9e53c-6e7f-42af-8d71-b5dd7f283089");
const std::string kAdministratief = Occupation("044d78cc-f62f-4532-83a5-8e04f2889652");
const std::string kHelpdesk = Occupation("aaeec9a7-dc57-4485-890c-86b3eef735f9");
const std::string kEnergieadviseur = Occupation("de74eb4e-c95e-425a-9b3a-7be805ec0321");
const std::string kFunctioneelBeheerder = "urn:overstap:occupation:functioneel-beheerder";
const std::string kGasfitter = Occupation("97b3cab1-f4f0-41ed-8c80-e65e6c067e95");
const std::string kInstallatiemonteur = Occupation("7259dc48-004a-4ceb-aa4e-5bbd548c2397");
const std::string kWarmtepompmonteur = Occupation("8234eee9-1647-460d-8d62-7fe02cb884b0");
const std::string kAutomonteur = Occupation("4ad4024e-d1d3-4dea-b6d1-2c7948111dce");
const std::string kElektrischeVoertuigen = "urn:overstap:occupation:monteur-elektrische-voertuigen";
const std::string kGrondafhandelaar = Occupation("3d974e0c-8ed9-47a7-aec2-ebdb34391c87");
const std::string kVerpakkingsoperator = Occupation("b0fa69b4-998c-4e66-acd3-5f5d73cadb5c");
const std::string kAssemblageMetaal = Occupation("af2f3615-63ab-44dc-957d-c9660410d336");
const std::string kOppervlakte = Occupation("fb4819db-03fa-4dc1-a471-2cdc24dcbe6f");
const std::string kMachineoperator = Occupation("869e3a85-6e4c-4e3c-b14f-a8399c1abd2d");
const std::string kProductiemedewerker = Occupation("245be6d1-fe9a-4ac8-9f81-122a687e4724");
const std::string kCncVerspaner = Occupation("5c082067-ea18-4ccb-8c43-e70b18ad8120");

const std::string kIctHulpBieden = Skill("c2296e2e-5fef-4f24-a24f-e5b3792268be");
const std::string kMeldingensysteem = Skill("6430eb0d-c6de-46b7-a7fc-3dd2e8e62a69");
const std::string kFunctioneelBeheer = "urn:overstap:skill:functioneel-beheer-bisl";
const std::string kSoftwareTesten = Skill("913e7e83-b8f8-4574-b1ca-1b38f3fd974a");
const std::string kAdviserenEnergie = Skill("1ab1449d-5b65-458b-b115-f5283a52da8e");
const std::string kEnergiebesparing = Skill("83fc0b2b-6cd2-46af-b1ff-d3fc83604c26");
const std::string kWarmtepompInstalleren = Skill("00735755-adc6-4ea0-b034-b8caff339c9f");
const std::string kKoudemiddelen = Skill("0b95eb5d-f3eb-4387-a0bb-094a394196c7");
const std::string kHoogvolt = "urn:overstap:skill:veilig-werken-hoogvoltvoertuigen";
const std::string kAandrijfaccus = "urn:overstap:skill:tractiebatterij-vervangen";
const std::string kAutostoringen = Skill("52743af8-ab5d-4ce3-b877-13d349394456");
const std::string kUitleesapparatuur = Skill("5b264a14-d4db-4352-9278-fbb63c5ebed4");
const std::string kLeidingwerk = Skill("5db4eeb9-e064-474b-a9de-85cc6bbf97e4");
const std::string kVerwarmingssystemen = Skill("95013213-ee67-493b-86d0-e383e0f72482");
const std::string kVerpakkingsmachines = Skill("01fec851-b5f4-419b-940a-3b4c835adfa8");
const std::string kMetalenDelen = Skill("26071360-b2b1-4089-9c73-b51792b29ed5");
const std::string kOndergrond = Skill("7d2a1c45-fae0-4bd6-b570-c668c9d4eda7");
const std::string kCncProgrammeren = Skill("bf942c60-8539-4951-83ee-63f770da1cb8");
const std::string kPrecisiemeten = Skill("42c25baf-ccb3-47d9-a872-bb2ceb615538");

const ScenarioTarget kToHelpdesk = {
    kHelpdesk, {kIctHulpBieden, kMeldingensysteem}, {"itil-servicedesk", "os-hardware"}, 26};
const ScenarioTarget kToFunctioneelBeheer = {
    kFunctioneelBeheerder, {kFunctioneelBeheer, kSoftwareTesten}, {"functioneel-beheer"}, 40};
const ScenarioTarget kToEnergieadvies = {
    kEnergieadviseur, {kAdviserenEnergie, kEnergiebesparing}, {"energieadviseur"}, 26};
const ScenarioTarget kToWarmtepomp = {
    kWarmtepompmonteur, {kWarmtepompInstalleren, kKoudemiddelen}, {"warmtepomp-compleet"}, 30};

std::vector<Scenario> Scenarios() {
  return {
      {"BankmedewerkerNaarIctOfEnergie",
       {kBankmedewerker},
       {kToHelpdesk, kToFunctioneelBeheer, kToEnergieadvies},
       3},
      {"AdministratiefMedewerkerNaarIct",
       {kAdministratief},
       {{kHelpdesk, {kIctHulpBieden}, {"os-hardware"}, 26}, kToFunctioneelBeheer},
       2},
      {"GasfitterNaarWarmtepompmonteur", {kGasfitter}, {kToWarmtepomp}},
      {"InstallatiemonteurNaarWarmtepompmonteur", {kInstallatiemonteur}, {kToWarmtepomp}},
      {"AutomonteurNaarElektrischeVoertuigen",
       {kAutomonteur},
       {{kElektrischeVoertuigen,
         {kHoogvolt, kAandrijfaccus},
         {"nen9140-hoogvolt", "accu-techniek"},
         20}}},
      {"GrondafhandelaarNaarDeMaakindustrie",
       {kGrondafhandelaar},
       {{kVerpakkingsoperator, {kVerpakkingsmachines}, {"verpakken-operator"}, 40},
        {kAssemblageMetaal, {kMetalenDelen}, {"assembleren"}, 26},
        {kOppervlakte, {kOndergrond}, {"oppervlaktebehandeling"}, 40}},
       2},
      {"InstallatiemonteurNaarAutomonteur",
       {kInstallatiemonteur},
       {{kAutomonteur, {kAutostoringen, kUitleesapparatuur}, {"autotechniek-basis"}, 30}}},
      {"AutomonteurNaarInstallatiemonteur",
       {kAutomonteur},
       {{kInstallatiemonteur, {kLeidingwerk, kVerwarmingssystemen}, {"cv-monteur"}, 30}}},
      {"MachineoperatorNaarCncVerspanerIn16Weken",
       {kMachineoperator},
       {{kCncVerspaner, {kCncProgrammeren, kPrecisiemeten}, {"cnc-verspaner-16-weken"}, 16}}},
      {"ProductiemedewerkerNaarCncVerspanerIn16Weken",
       {kProductiemedewerker},
       {{kCncVerspaner, {kCncProgrammeren, kPrecisiemeten}, {"cnc-verspaner-16-weken"}, 16}}},
  };
}

class StarterScenarioTest : public ::testing::TestWithParam<Scenario> {};

TEST_P(StarterScenarioTest, IsAmongTheTenBestWithAPlan) {
  ExpectScenario(*StarterSnapshot(), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Field, StarterScenarioTest, ::testing::ValuesIn(Scenarios()),
                         [](const auto& test) { return test.param.name; });

TEST(StarterScenariosTest, SixteenWeeksToCncVerspanerIsOneCourseAndNothingStaysOpen) {
  const Scenario scenario{"", {kMachineoperator}, {}};
  for (const advice::Route& route : TenBest(*StarterSnapshot(), scenario).routes) {
    if (route.plan.destination.uri != kCncVerspaner) continue;
    ASSERT_EQ(route.plan.plan.courses.size(), 1u);
    EXPECT_EQ(route.plan.plan.courses[0].course.id, "cnc-verspaner-16-weken");
    EXPECT_EQ(route.plan.plan.weeks, 16);
    EXPECT_TRUE(route.plan.plan.optimal);
    EXPECT_TRUE(route.plan.plan.uncovered.empty());
    return;
  }
  FAIL() << "CNC-verspaner is not among the ten best";
}

TEST(StarterScenariosTest, TheThreeExamplePeopleGetWhatTheFieldWouldSay) {
  const std::vector<std::string> expected = {kAssemblageMetaal, kHelpdesk, kWarmtepompmonteur};
  const auto lines = RecordLines(StarterFolder() / "profiles_example.jsonl");
  ASSERT_EQ(lines.size(), expected.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    advice::RouteParams params;
    params.person.profile = ingest::ParseProfile(lines[i].second).value();
    params.limit = 10;
    const auto result =
        advice::FindRoutes({*StarterSnapshot(), absl::CivilDay(2026, 11, 21)}, params);
    ASSERT_TRUE(result.ok()) << result.status();
    bool found = false;
    for (const advice::Route& route : result->routes) {
      ExpectSound(*StarterSnapshot(), route, params.person.profile->region);
      EXPECT_TRUE(route.vacancies.region) << route.plan.destination.label;
      found = found || route.plan.destination.uri == expected[i];
    }
    EXPECT_TRUE(found) << lines[i].second.substr(0, 40);
  }
}

// From every occupation of the starter data there is a technical route that holds together.
TEST(StarterScenariosTest, EveryOccupationGetsSoundRoutes) {
  const auto snapshot = StarterSnapshot();
  for (uint32_t i = 0; i < snapshot->taxonomy().occupation_count(); ++i) {
    const Scenario scenario{"", {std::string(snapshot->taxonomy().Uri(OccupationId(i)))}, {}};
    const advice::RouteResult result = TenBest(*snapshot, scenario);
    EXPECT_FALSE(result.routes.empty()) << scenario.from[0];
    for (const advice::Route& route : result.routes) ExpectSound(*snapshot, route, "");
  }
}

}  // namespace
}  // namespace overstap
