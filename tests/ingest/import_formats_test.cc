// Vacancies and profiles in the formats of others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "base/strings.h"
#include "ingest/importer.h"
#include "ingest/record_source.h"
#include "tests/support/fake_store.h"
#include "tests/support/temp_folder.h"

namespace overstap::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ConceptSource ConceptOf(ConceptKind kind, const std::string& uri, const std::string& label) {
  ConceptSource entry;
  entry.uri = uri;
  entry.kind = kind;
  entry.labels = {{kDutch, LabelKind::kPreferred, label}};
  return entry;
}

class ImportFormatsTest : public ::testing::Test {
 protected:
  ImportFormatsTest() {
    TaxonomySource source;
    source.scheme = "tiny";
    const std::string esco = "http://data.europa.eu/esco/";
    for (const char* label : {"machines repareren", "draaibanken instellen", "hydraulica"}) {
      source.concepts.push_back(
          ConceptOf(ConceptKind::kSkill, StrCat(esco, "skill/", label), label));
    }
    for (const char* label : {"lasser", "kok"}) {
      source.concepts.push_back(
          ConceptOf(ConceptKind::kOccupation, StrCat(esco, "occupation/", label), label));
    }
    Canonicalise(&source);
    EXPECT_TRUE(store_.PutTaxonomy(source, "tiny-1").ok());
  }

  absl::StatusOr<ImportReport> Import(RecordKind kind, std::string_view text,
                                      std::optional<RecordFormat> format = std::nullopt) {
    folder_.Write("in.txt", text);
    NoProgress progress;
    RecordImportParams params = {kind, folder_ / "in.txt", false};
    params.format = format;
    return ImportRecords(params, &store_, &progress);
  }

  ImportReport Ok(RecordKind kind, std::string_view text) {
    auto report = Import(kind, text);
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? *std::move(report) : ImportReport();
  }

  static std::vector<std::string> Codes(const ImportReport& report) {
    std::vector<std::string> codes;
    for (const Problem& problem : report.problems) {
      codes.push_back(StrCat(problem.line, " ", problem.code));
    }
    return codes;
  }

  const model::Vacancy& Vacancy(const std::string& id) { return store_.contents.vacancies.at(id); }
  const model::Profile& OnlyProfile() { return store_.contents.profiles.begin()->second; }

  TempFolder folder_;
  store::FakeStore store_;
};

constexpr std::string_view kPosting =
    R"({"@context":"https://schema.org","@type":"JobPosting","identifier":{"@type":"PropertyValue",)"
    R"("name":"Staal BV","value":7},"title":"Lasser M/V","description":"<p>Wij zoeken</p><ul><li>)"
    R"(Je repareert machines</li></ul>","datePosted":"2026-11-01","validThrough":"2026-12-31T23:59",)"
    R"("baseSalary":{"@type":"MonetaryAmount","currency":"EUR","value":{"@type":"QuantitativeValue",)"
    R"("minValue":15.5,"maxValue":"18","unitText":"HOUR"}},)"
    R"("workHours":"32 tot 40 uur per week","hiringOrganization":{"@type":"Organization","name":)"
    R"("Staal &amp; Zn","email":"j@x.nl"},"jobLocation":{"@type":"Place","address":{"streetAddress":)"
    R"("Kade 1","postalCode":"8011 AB","addressCountry":"NL"}},"skills":["hydraulica",)"
    R"({"@type":"DefinedTerm","@id":"http://data.europa.eu/esco/skill/draaibanken instellen"}],)"
    R"("occupationalCategory":{"@type":"CategoryCode","inCodeSet":"ISCO-08","codeValue":"7212"}})";

TEST_F(ImportFormatsTest, JobPosting) {
  const ImportReport report = Ok(RecordKind::kVacancies, kPosting);
  EXPECT_EQ(report.format, "jobposting");
  EXPECT_THAT(report.problems, IsEmpty());
  const model::Vacancy& vacancy = Vacancy("Staal BV:7");
  EXPECT_EQ(vacancy.title, "Lasser M/V");
  EXPECT_EQ(vacancy.employer, "Staal & Zn");
  EXPECT_THAT(vacancy.text, HasSubstr("- Je repareert machines"));
  EXPECT_EQ(vacancy.published, absl::CivilDay(2026, 11, 1));
  EXPECT_EQ(vacancy.closes, absl::CivilDay(2026, 12, 31));
  EXPECT_EQ(vacancy.hours_min, 32);
  EXPECT_EQ(vacancy.hours_max, 40);
  EXPECT_EQ(vacancy.pay_min, 2687);
  EXPECT_EQ(vacancy.pay_max, 3120);
  EXPECT_EQ(vacancy.level, 2);
  EXPECT_EQ(vacancy.postcode, "8011");
  EXPECT_EQ(vacancy.occupation_uri, "http://data.europa.eu/esco/occupation/lasser");
  EXPECT_TRUE(vacancy.occupation_inferred);
  ASSERT_EQ(vacancy.skills.size(), 2u);
  EXPECT_FALSE(vacancy.skills[0].inferred);
  EXPECT_EQ(vacancy.skills[1].skill_uri, "http://data.europa.eu/esco/skill/hydraulica");
  EXPECT_TRUE(vacancy.skills[1].inferred);
  EXPECT_EQ(report.dropped.count(PersonalKind::kAddresses), 1);
  EXPECT_EQ(report.dropped.count(PersonalKind::kContact), 1);
}

TEST_F(ImportFormatsTest, PayOfAJobPosting) {
  const auto pays = [this](std::string_view salary) {
    Ok(RecordKind::kVacancies,
       StrCat(R"({"@type":"JobPosting","title":"t","identifier":1,"baseSalary":)", salary, "}"));
    const model::Vacancy& vacancy = Vacancy("1");
    return StrCat(vacancy.pay_min.value_or(0), " ", vacancy.pay_max.value_or(0));
  };
  EXPECT_EQ(pays(R"({"currency":"EUR","value":{"value":3000,"unitText":"MONTH"}})"), "3000 3000");
  EXPECT_EQ(pays(R"([{"minValue":36000,"unitCode":"ANN"}])"), "3000 0");
  EXPECT_EQ(pays(R"("€ 2.500 - € 3.000 per maand")"), "2500 3000");
  for (const std::string_view unclear :
       {R"(3000)", R"({"currency":"USD","value":{"value":3000,"unitText":"MONTH"}})",
        R"({"value":3000})", R"({"value":{"unitText":"MONTH"}})", R"([])", R"([[]])", R"(null)",
        R"({"value":{"value":3,"unitText":"MONTH"}})"}) {
    EXPECT_EQ(pays(unclear), "0 0") << unclear;
  }
}

TEST_F(ImportFormatsTest, JobPostingsInListGraphPageAndLines) {
  const auto posting = [](int id) {
    return StrCat(R"({"@type":["Thing","https://schema.org/JobPosting"],"title":"t","identifier":)",
                  id, "}");
  };
  Ok(RecordKind::kVacancies, StrCat("[\n", posting(1), ",\n", posting(2), "\n]\n"));
  Ok(RecordKind::kVacancies,
     StrCat("{\n\"@graph\": [{\"@type\":\"Organization\"},", posting(3), "]\n}"));
  const ImportReport page = Ok(
      RecordKind::kVacancies,
      StrCat("<!doctype html><SCRIPT type='application/ld+json'>{\"@type\":\"WebPage\"}</SCRIPT>\n",
             "<script>var x = {};</script><script type=\"application/ld+json\">", posting(4),
             "</script></html>"));
  EXPECT_EQ(page.read, 1);
  Ok(RecordKind::kVacancies, StrCat(posting(5), "\n[", posting(6), ",", posting(7), "]\n"));
  EXPECT_EQ(store_.contents.vacancies.size(), 7u);
}

TEST_F(ImportFormatsTest, BadJobPostingsAreRefusedByThemselves) {
  const ImportReport report =
      Ok(RecordKind::kVacancies,
         StrCat(kPosting, "\n{\"@type\":\"JobPosting\"}\n{\"@type\":\"Event\"}\n{\"@type\":\n",
                R"({"@type":"JobPosting","title":"t","datePosted":"2026-02-30"})", "\n"));
  EXPECT_THAT(Codes(report),
              ElementsAre("2 bad_record", "3 no_job_posting", "4 bad_json", "5 bad_date"));
  EXPECT_EQ(report.accepted, 2);
}

constexpr std::string_view kVumVacancy =
    R"({"idVacature":"v1","naamVacature":"Kok","adres":{"postcode":"5283HR","straatnaam":"Laan"},)"
    R"("beroep":{"codeBeroepsnaam":"https://linkeddata.competentnl.nl/uwv/id/occupation/4C"},)"
    R"("codeWerkEnDenkniveauMinimaal":"5","sluitingsdatumVacature":"2033-08-24","competentiebeheersing")"
    R"(:[{"codeCompetentie":"0000000001"}],"werktijden":{"aantalWerkurenPerWeekMinimaal":10,)"
    R"("aantalWerkurenPerWeekMaximaal":96},"omschrijvingVacature":"Je repareert machines",)"
    R"("arbeidsVoorwaarden":{"salarisIndicatie":"minimaal 2250 euro per maand"},)"
    R"("werkgever":{"handelsnaamOrganisatie":"NV","contactpersoon":[{"naamContactpersoonAfdeling":)"
    R"("J","emailadres":["a","b"]}]},"nieuwVeld":1})";

TEST_F(ImportFormatsTest, VumVacancy) {
  const ImportReport report = Ok(RecordKind::kVacancies, StrCat("[\n", kVumVacancy, "\n]"));
  EXPECT_EQ(report.format, "vum");
  const model::Vacancy& vacancy = Vacancy("v1");
  EXPECT_THAT(vacancy.occupation_uri, HasSubstr("competentnl"));
  EXPECT_FALSE(vacancy.occupation_inferred);
  EXPECT_EQ(vacancy.pay_min, 2250);
  EXPECT_EQ(vacancy.pay_max, std::nullopt);
  EXPECT_EQ(vacancy.postcode, "5283");
  EXPECT_EQ(vacancy.level, 4);
  EXPECT_EQ(vacancy.hours_min, 10);
  EXPECT_EQ(vacancy.hours_max, std::nullopt);
  ASSERT_EQ(vacancy.skills.size(), 1u) << "read from the text, as nobody knows the occupation";
  EXPECT_TRUE(vacancy.skills[0].inferred);
  EXPECT_THAT(Codes(report),
              ElementsAre("2 unknown_skill", "2 out_of_range", "2 unknown_occupation"));
  EXPECT_EQ(report.unknown_occupations, 1);
  EXPECT_EQ(report.unknown_skills, 1);
  EXPECT_EQ(report.dropped.count(PersonalKind::kNames), 1);
  EXPECT_EQ(report.dropped.count(PersonalKind::kContact), 2);
  EXPECT_EQ(report.dropped.count(PersonalKind::kAddresses), 1);
}

TEST_F(ImportFormatsTest, VumProfile) {
  const ImportReport report = Ok(
      RecordKind::kProfiles,
      R"({"idWerkzoekende":"p1","mobiliteit":{"bemiddelingspostcode":"2995VD","maximaleReisafstand":)"
      R"(600},"telefoonnummer":["06"],"emailadres":["a","b"],"arbeidsmarktkwalificatie":{)"
      R"("werkervaring":[{"beroep":{"codeBeroepsnaam":"http://data.europa.eu/esco/occupation/kok"},)"
      R"("datumAanvangWerkzaamheden":"2016-01-01","datumEindeWerkzaamheden":"2018-01-01",)"
      R"("toelichtingWerkervaring":"Ik kan machines repareren"}],"rijbewijs":[{"codeSoortRijbewijs":)"
      R"("CE"}],"opleiding":[{"codeOpleidingsnaam":"123456782"}]},"bemiddelingsberoep":[)"
      R"({"codeBeroepsnaam":"http://data.europa.eu/esco/occupation/lasser"}]})");
  const model::Profile& profile = store_.contents.profiles.at("p1");
  EXPECT_EQ(profile.postcode, "2995");
  EXPECT_EQ(profile.radius_km, 500);
  EXPECT_THAT(profile.certificates, ElementsAre("rijbewijs CE"));
  ASSERT_EQ(profile.occupations.size(), 2u);
  EXPECT_NEAR(profile.occupations[0].years, 2, 0.01);
  EXPECT_EQ(profile.occupations[0].until, 2018);
  EXPECT_TRUE(profile.occupations[1].inferred) << "wanted, not done";
  EXPECT_THAT(profile.skills, Contains(::testing::Field(&model::Evidence::inferred, true)));
  EXPECT_THAT(profile.text, IsEmpty());
  EXPECT_THAT(Codes(report), ElementsAre("1 bsn_like"));
  EXPECT_EQ(report.dropped.count(PersonalKind::kContact), 3);
  EXPECT_EQ(report.dropped.count(PersonalKind::kAddresses), 1);
}

TEST_F(ImportFormatsTest, CitizenServiceNumberInAVumProfileIsRefusedWhereverItStands) {
  const ImportReport report =
      Ok(RecordKind::kProfiles,
         "{\"idWerkzoekende\":\"123456782\"}\n"
         "{\"idWerkzoekende\":\"b\",\"persoonlijkePresentatie\":\"bsn 123456782.\"}\n"
         "{\"idWerkzoekende\":\"c\",\"telefoonnummer\":[123456782]}\n"
         "{\"idWerkzoekende\":\"d\",\"x\":{\"codeOpleidingsnaam\":\"bsn 123456782\"}}\n"
         "{\"idWerkzoekende\":\"e\"}\n");
  EXPECT_THAT(Codes(report), ElementsAre("1 bsn_like", "2 bsn_like", "3 bsn_like", "4 bsn_like"));
  EXPECT_EQ(report.accepted, 1);
}

TEST_F(ImportFormatsTest, EuropassCandidate) {
  const ImportReport report = Ok(
      RecordKind::kProfiles,
      R"(<?xml version="1.0"?><Candidate xmlns:oa="o" xmlns:hr="h"><CandidatePerson><PersonName>)"
      R"(<oa:GivenName>Jan</oa:GivenName></PersonName><Communication><Address><oa:PostalCode>8011 AB)"
      R"(</oa:PostalCode><CountryCode>nl</CountryCode></Address></Communication><Communication><URI>x)"
      R"(</URI></Communication><NationalityCode>nl</NationalityCode><hr:BirthDate>1998-10-21</hr:BirthDate>)"
      R"(<hr:GenderCode>1</hr:GenderCode></CandidatePerson><CandidateProfile><EmploymentHistory>)"
      R"(<EmployerHistory><PositionHistory><PositionTitle>Kok</PositionTitle><EmploymentPeriod>)"
      R"(<StartDate><hr:FormattedDateTime>2015-01-01</hr:FormattedDateTime></StartDate><EndDate>)"
      R"(<hr:FormattedDateTime>2016-12-31</hr:FormattedDateTime></EndDate></EmploymentPeriod>)"
      R"(<JobCategoryCode>http://data.europa.eu/esco/occupation/kok</JobCategoryCode></PositionHistory>)"
      R"(</EmployerHistory></EmploymentHistory><PersonQualifications><PersonCompetency><CompetencyID>)"
      R"(http://data.europa.eu/esco/skill/hydraulica</CompetencyID></PersonCompetency><PersonCompetency>)"
      R"(<CompetencyID>nld</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID><Score><ScoreText>C1)"
      R"(</ScoreText></Score><Score><ScoreText>B1</ScoreText></Score></PersonCompetency>)"
      R"(</PersonQualifications></CandidateProfile></Candidate>)");
  EXPECT_EQ(report.format, "europass");
  const model::Profile& profile = OnlyProfile();
  EXPECT_EQ(profile.postcode, "8011");
  ASSERT_EQ(profile.occupations.size(), 1u);
  EXPECT_EQ(profile.occupations[0].years, 2);
  EXPECT_EQ(profile.occupations[0].until, 2016);
  ASSERT_EQ(profile.skills.size(), 1u);
  EXPECT_EQ(profile.dutch, model::LanguageLevel::kB1);
  for (const PersonalKind kind :
       {PersonalKind::kNames, PersonalKind::kBirthDates, PersonalKind::kSex,
        PersonalKind::kNationality, PersonalKind::kAddresses, PersonalKind::kContact}) {
    EXPECT_EQ(report.dropped.count(kind), 1) << PersonalKindName(kind);
  }
}

TEST_F(ImportFormatsTest, EuropassSkillsPassport) {
  Ok(RecordKind::kProfiles,
     R"(<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>)"
     R"(<WorkExperienceList><WorkExperience><Period><From year="2013" month="--03"/><To year="2018"/>)"
     R"(</Period><Position><Label>Lasser</Label></Position></WorkExperience></WorkExperienceList>)"
     R"(<Skills><JobRelated><Description>&lt;p&gt;machines repareren&lt;/p&gt;</Description></JobRelated>)"
     R"(<Driving><Description><Licence>B</Licence></Description></Driving></Skills></LearnerInfo>)"
     R"(</SkillsPassport>)");
  const model::Profile& profile = OnlyProfile();
  ASSERT_EQ(profile.occupations.size(), 1u);
  EXPECT_EQ(profile.occupations[0].years, 5);
  EXPECT_TRUE(profile.occupations[0].inferred);
  EXPECT_EQ(profile.skills.size(), 1u);
  EXPECT_THAT(profile.certificates, ElementsAre("rijbewijs B"));
}

TEST_F(ImportFormatsTest, WhatIsNoEuropassCvIsRefused) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  std::string closed = deep;
  for (int i = 0; i < 100000; ++i) closed += "</a>";
  for (const std::string& text : {std::string("<a/>"), std::string("<Candidate"), deep, closed,
                                  std::string("<Candidate>\xff</Candidate>"),
                                  std::string("<Candidate><x y='123456782'/></Candidate>")}) {
    const auto report = Import(RecordKind::kProfiles, text);
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << text.substr(0, 60);
  }
}

TEST_F(ImportFormatsTest, HostileLinesAreRefusedByThemselves) {
  std::string nested = R"({"idVacature":"n","x":)";
  for (int i = 0; i < 100000; ++i) nested += '[';
  const std::string nul("{\"idVacature\":\"a\0b\"}", 20);
  const ImportReport report =
      Ok(RecordKind::kVacancies,
         StrCat("\xef\xbb\xbf{\"idVacature\":\"a\"}\r\n", nested, "\n", nul, "\n",
                "{\"idVacature\":\"c\",\"idVacature\":\"d\"}\n{\"idVacature\":\"caf\xe9\"}\n",
                "{\"idVacature\":\"e\",\"werktijden\":{\"aantalWerkurenPerWeekMaximaal\":1e999}}\n",
                std::string(size_t{5} << 20, ' '), "x\n{\"idVacature\":\"z\"}"));
  EXPECT_EQ(report.accepted, 2);
  std::vector<std::string> refused;
  for (const Problem& problem : report.problems) {
    if (problem.severity == Severity::kRefused)
      refused.push_back(StrCat(problem.line, problem.code));
  }
  EXPECT_THAT(refused, ElementsAre("2bad_json", "3bad_json", "4bad_json", "5bad_json", "6bad_json",
                                   "7line_too_long"));
}

TEST_F(ImportFormatsTest, OtherEncodingsAndWrongFormatsSayWhatToDo) {
  const auto message = [this](std::string_view text, std::optional<RecordFormat> format) {
    return std::string(Import(RecordKind::kProfiles, text, format).status().message());
  };
  EXPECT_THAT(message(std::string_view("\xff\xfe{\0", 4), std::nullopt), HasSubstr("iconv"));
  EXPECT_THAT(message("\x1f\x8b", std::nullopt), HasSubstr("unpack"));
  EXPECT_THAT(message("{}", RecordFormat::kJobPosting), HasSubstr("profiles do not come"));
  EXPECT_THAT(message("", RecordFormat::kVum), HasSubstr("no record"));
}

TEST_F(ImportFormatsTest, SaysWhatWasExpected) {
  const auto error = [&](RecordKind kind, std::string_view text, RecordFormat format) {
    return std::string(Import(kind, text, format).status().message());
  };
  EXPECT_EQ(
      error(RecordKind::kVacancies, "<html>none</html>", RecordFormat::kJobPosting),
      "in.txt:1: no record in the page; a script of the type application/ld+json was expected");
  EXPECT_EQ(error(RecordKind::kVacancies, "[\n]", RecordFormat::kVum),
            "in.txt:1: no record in the file; JSON objects were expected");
  EXPECT_EQ(error(RecordKind::kProfiles, "", RecordFormat::kEuropass),
            "in.txt:1: no record in the file");
  const std::string page = "<" + std::string(kMaxPageBytes, 'x');
  EXPECT_THAT(error(RecordKind::kVacancies, page, RecordFormat::kJobPosting),
              HasSubstr("the page is longer than 16 MB"));
  EXPECT_THAT(error(RecordKind::kProfiles, page, RecordFormat::kEuropass),
              HasSubstr("the file is longer than 16 MB"));
}

TEST_F(ImportFormatsTest, FolderOfFiles) {
  folder_.Write("b.json", "{\"idWerkzoekende\":\"b\"}");
  folder_.Write("a.json", "[{\"idWerkzoekende\":\"a\"}]");
  folder_.Write("c.json", std::string_view("\xff\xfe", 2));
  folder_.Write("notes.txt", "x");
  NoProgress progress;
  RecordImportParams params = {RecordKind::kProfiles, folder_.path(), false};
  params.format = RecordFormat::kVum;
  const auto report = ImportRecords(params, &store_, &progress);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->accepted, 2);
  EXPECT_EQ(report->refused, 1);
}

// All of the test set of VUM loads: 4 of the profiles have a code of education that passes the
// eleven test, and none names an occupation of this taxonomy.
TEST_F(ImportFormatsTest, VumTestSetLoads) {
  const std::filesystem::path folder =
      std::filesystem::path(OVERSTAP_SOURCE_DIR) / ".." / "shared" / "data" / "vum";
  const auto load = [&](RecordKind kind, const char* name) -> absl::StatusOr<ImportReport> {
    NoProgress progress;
    return ImportRecords({kind, (folder / name).string(), false}, &store_, &progress);
  };
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not here";
  const auto vacancies = load(RecordKind::kVacancies, "vacatures_485.json");
  ASSERT_TRUE(vacancies.ok()) << vacancies.status();
  EXPECT_EQ(vacancies->accepted, 485);
  EXPECT_EQ(vacancies->unknown_occupations, 485);
  EXPECT_EQ(vacancies->dropped.count(PersonalKind::kAddresses), 485);
  const auto profiles = load(RecordKind::kProfiles, "werkzoekende_profielen_1000.json");
  ASSERT_TRUE(profiles.ok()) << profiles.status();
  EXPECT_EQ(profiles->accepted, 1000);
  EXPECT_EQ(profiles->refused, 0);
  EXPECT_EQ(profiles->dropped.count(PersonalKind::kNames), 894);
  EXPECT_GT(profiles->unknown_occupations, 3000);
  EXPECT_EQ(store_.contents.profiles.size(), 1000u);
}

}  // namespace
}  // namespace overstap::ingest
