#include "tests/engine/store/store_test_support.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/strings.h"

namespace overstap::store::testing {

namespace fs = std::filesystem;

TempFolder::TempFolder() {
  std::string pattern = fs::temp_directory_path() / "overstap-store-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) std::abort();
  path_ = pattern;
}

TempFolder::~TempFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::unique_ptr<Store> MustOpen(const std::string& folder, OpenMode mode) {
  absl::StatusOr<std::unique_ptr<Store>> store = Store::Open(folder, mode);
  if (!store.ok()) {
    std::fprintf(stderr, "cannot open: %s\n", store.status().ToString().c_str());
    std::abort();
  }
  return *std::move(store);
}

model::Vacancy BareVacancy(const std::string& id) {
  model::Vacancy record;
  record.id = id;
  record.title = "Lasser";
  return record;
}

model::Vacancy FullVacancy(const std::string& id) {
  model::Vacancy record = BareVacancy(id);
  record.occupation_uri = "http://data.europa.eu/esco/occupation/1";
  record.skills = {{"urn:skill:1", Importance::kEssential}, {"urn:skill:2", Importance::kSomewhat}};
  record.region = "AM06";
  record.postcode = "8011";
  record.place = "Zwolle";
  record.hours_min = 24;
  record.hours_max = 40;
  record.level = 2;
  record.published = absl::CivilDay(2025, 3, 1);
  record.closes = absl::CivilDay(2025, 4, 30);
  record.employer = "Metaalbedrijf De Vonk";
  record.text = "Wij zoeken een lasser (m/v/x) voor één van onze ploegen.\nMIG/MAG.";
  return record;
}

model::Profile FullProfile(const std::string& id) {
  model::Profile record;
  record.id = id;
  record.occupations = {{"urn:occupation:1", 12.5, 2024}, {"urn:occupation:2", 0, std::nullopt}};
  record.skills = {{"urn:skill:1", model::EvidenceKind::kDiploma, 2011},
                   {"urn:skill:2", model::EvidenceKind::kClaimed, std::nullopt}};
  record.region = "AM06";
  record.postcode = "8011";
  record.place = "Zwolle";
  record.radius_km = 30.5;
  record.hours_min = 0;
  record.hours_max = 36;
  record.level = 3;
  record.certificates = {"VCA Basis", "rijbewijs C"};
  record.avoids = {"ploegendienst"};
  record.dutch = model::LanguageLevel::kA2;
  record.keep_until = absl::CivilDay(2027, 1, 31);
  return record;
}

model::Course FullCourse(const std::string& id) {
  model::Course record;
  record.id = id;
  record.title = "CNC-verspanen in 16 weken";
  record.provider = "Vakschool";
  record.provider_kind = "vakopleider";
  record.credential = "mbo-certificaat";
  record.skills = {"urn:skill:1", "urn:skill:2"};
  record.requires_ = {"urn:skill:3"};
  record.hours = 320;
  record.weeks = 16;
  record.price_eur = 4950.5;
  record.form = model::CourseForm::kBbl;
  record.level = 2;
  record.region = "AM06";
  record.starts = {absl::CivilDay(2025, 9, 1), absl::CivilDay(1969, 12, 31)};
  record.schemes = {"slim", "o-en-o"};
  record.crebo = "25297";
  record.seats = 12;
  return record;
}

model::Scheme FullScheme(const std::string& id) {
  model::Scheme record;
  record.id = id;
  record.name = "SLIM";
  record.valid_from = absl::CivilDay(2020, 3, 1);
  record.valid_until = absl::CivilDay(2027, 12, 31);
  record.status = model::SchemeStatus::kOpen;
  record.who = model::SchemeFor::kEmployer;
  record.max_eur = 25000;
  record.conditions_json = R"({"mkb":true})";
  record.source = "https://example.org/slim";
  return record;
}

model::Demand FullDemand(const std::string& id) {
  return {id,
          model::DemandBasis::kBrc,
          "0721",
          "AM06",
          120,
          model::Tension::kTight,
          absl::CivilDay(2026, 6, 30),
          "UWV"};
}

model::Place FullPlace(const std::string& name) { return {"", name, "AM06", {52.51, 6.09}}; }

model::Region FullRegion(const std::string& code) { return {code, "Zwolle", {52.51, 6.09}}; }

TaxonomySource SmallTaxonomy(int skills, std::string_view word) {
  TaxonomySource source;
  source.scheme = "tiny";
  ConceptSource occupation;
  occupation.uri = "urn:occupation:1";
  occupation.kind = ConceptKind::kOccupation;
  occupation.code = "7212";
  occupation.level = 2;
  occupation.labels = {{kDutch, LabelKind::kPreferred, StrCat("lasser ", word)}};
  occupation.broader = {"urn:isco:7212"};
  for (int i = 0; i < skills; ++i) {
    ConceptSource skill;
    skill.uri = StrCat("urn:skill:", i);
    skill.kind = i % 5 == 4 ? ConceptKind::kKnowledge : ConceptKind::kSkill;
    skill.labels = {{kDutch, LabelKind::kPreferred, StrCat("vaardigheid ", i, " ", word)},
                    {kEnglish, LabelKind::kHidden, StrCat("skill ", i, " ", word)}};
    skill.descriptions = {{kDutch, StrCat("wat ", i, " is")}};
    skill.broader = {"urn:group:1"};
    occupation.requirements.push_back(
        {skill.uri, i % 2 == 0 ? Importance::kEssential : Importance::kOptional});
    source.concepts.push_back(std::move(skill));
  }
  source.concepts.push_back(std::move(occupation));
  source.concepts.push_back({"urn:group:1",
                             ConceptKind::kSkillGroup,
                             "S1",
                             std::nullopt,
                             {{kDutch, LabelKind::kPreferred, "groep"}},
                             {},
                             {},
                             {}});
  source.concepts.push_back({"urn:isco:7212",
                             ConceptKind::kIscoGroup,
                             "7212",
                             std::nullopt,
                             {{kEnglish, LabelKind::kPreferred, "Welders"}},
                             {},
                             {},
                             {}});
  Canonicalise(&source);
  return source;
}

namespace {

// `for_each` is one of the ForEach functions of Store.
template <class Record>
std::vector<Record> Collect(const Store& store,
                            absl::Status (Store::*for_each)(const Store::Visitor<Record>&) const) {
  std::vector<Record> records;
  const absl::Status status = (store.*for_each)([&records](Record record) {
    records.push_back(std::move(record));
    return absl::OkStatus();
  });
  if (!status.ok()) {
    std::fprintf(stderr, "cannot read: %s\n", status.ToString().c_str());
    std::abort();
  }
  return records;
}

template <class Record>
void PutAll(const std::vector<Record>& records, RecordBatch* batch) {
  for (const Record& record : records) batch->Put(record);
}

}  // namespace

std::vector<model::Vacancy> Vacancies(const Store& store) {
  return Collect<model::Vacancy>(store, &Store::ForEachVacancy);
}
std::vector<model::Profile> Profiles(const Store& store) {
  return Collect<model::Profile>(store, &Store::ForEachProfile);
}
std::vector<model::Course> Courses(const Store& store) {
  return Collect<model::Course>(store, &Store::ForEachCourse);
}
std::vector<model::Scheme> Schemes(const Store& store) {
  return Collect<model::Scheme>(store, &Store::ForEachScheme);
}
std::vector<model::Region> Regions(const Store& store) {
  return Collect<model::Region>(store, &Store::ForEachRegion);
}
std::vector<model::Demand> Demands(const Store& store) {
  return Collect<model::Demand>(store, &Store::ForEachDemand);
}

std::vector<model::Place> Places(const Store& store) {
  return Collect<model::Place>(store, &Store::ForEachPlace);
}

Recount CountAgain(const Store& store) {
  const TempFolder folder;
  const std::unique_ptr<Store> other = MustOpen(folder.path());
  const std::unique_ptr<RecordBatch> batch = other->NewBatch();
  Recount recount;
  const auto count = [&batch](const auto& records) {
    PutAll(records, batch.get());
    return static_cast<int64_t>(records.size());
  };
  recount.counts.vacancies = count(Vacancies(store));
  recount.counts.profiles = count(Profiles(store));
  recount.counts.courses = count(Courses(store));
  recount.counts.schemes = count(Schemes(store));
  recount.counts.regions = count(Regions(store));
  recount.counts.demand = count(Demands(store));
  recount.counts.places = count(Places(store));
  if (!other->Write(*batch).ok()) std::abort();
  recount.data_version = other->DataVersion().value();
  return recount;
}

bool AnyFileHolds(const std::string& folder, std::string_view bytes) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string content((std::istreambuf_iterator<char>(in)), {});
    if (content.find(bytes) != std::string::npos) return true;
  }
  return false;
}

}  // namespace overstap::store::testing
