#include <limits>
#include <optional>

#include "base/strings.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store::testing {
namespace {

int64_t Between(Random* random, int64_t low, int64_t high) {
  return std::uniform_int_distribution<int64_t>(low, high)(*random);
}

bool Coin(Random* random) { return Between(random, 0, 1) == 1; }

int AnyInt(Random* random) {
  return static_cast<int>(
      Between(random, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

std::optional<int> MaybeInt(Random* random) {
  if (Coin(random)) return std::nullopt;
  return Coin(random) ? 0 : AnyInt(random);
}

double AnyDouble(Random* random) {
  return Coin(random) ? 0 : std::uniform_real_distribution<double>(-1e9, 1e9)(*random);
}

std::optional<double> MaybeDouble(Random* random) {
  if (Coin(random)) return std::nullopt;
  return AnyDouble(random);
}

absl::CivilDay AnyDay(Random* random) { return absl::CivilDay(1970, 1, 1) + AnyInt(random); }

std::optional<absl::CivilDay> MaybeDay(Random* random) {
  if (Coin(random)) return std::nullopt;
  return AnyDay(random);
}

template <class Enum>
Enum AnyEnum(Random* random, int count) {
  return static_cast<Enum>(Between(random, 0, count - 1));
}

std::vector<std::string> AnyTexts(Random* random) {
  std::vector<std::string> texts(static_cast<size_t>(Between(random, 0, 4)));
  for (std::string& text : texts) text = RandomText(random, 20);
  return texts;
}

std::string AnyId(Random* random) { return StrCat("i", RandomText(random, 40)); }

Language AnyLanguage(Random* random) {
  return Language(static_cast<char>(Between(random, 'a', 'z')),
                  static_cast<char>(Between(random, 'a', 'z')));
}

}  // namespace

std::string RandomText(Random* random, size_t max_letters) {
  static constexpr std::string_view kLetters[] = {{"\0", 1}, "\x01", "a", "Z", "0", " ",      "\n",
                                                  "\"",      "\x7f", "é", "ß", "€", "\uFEFF", "🔧"};
  std::string text;
  const int64_t letters = Between(random, 0, static_cast<int64_t>(max_letters));
  for (int64_t i = 0; i < letters; ++i) {
    text += kLetters[static_cast<size_t>(Between(random, 0, std::size(kLetters) - 1))];
  }
  return text;
}

model::Vacancy RandomVacancy(Random* random) {
  model::Vacancy record;
  record.id = AnyId(random);
  record.title = RandomText(random, 30);
  record.occupation_uri = RandomText(random, 30);
  for (const std::string& uri : AnyTexts(random)) {
    record.skills.push_back({uri, AnyEnum<Importance>(random, kImportanceCount), Coin(random)});
  }
  record.region = RandomText(random, 4);
  record.postcode = RandomText(random, 4);
  record.place = RandomText(random, 20);
  record.hours_min = MaybeInt(random);
  record.hours_max = MaybeInt(random);
  record.level = MaybeInt(random);
  record.published = MaybeDay(random);
  record.closes = MaybeDay(random);
  record.employer = RandomText(random, 20);
  record.text = RandomText(random, 500);
  record.occupation_inferred = Coin(random);
  record.pay_min = MaybeInt(random);
  record.pay_max = MaybeInt(random);
  return record;
}

model::Profile RandomProfile(Random* random) {
  model::Profile record;
  record.id = AnyId(random);
  for (const std::string& uri : AnyTexts(random)) {
    record.occupations.push_back({uri, AnyDouble(random), MaybeInt(random), Coin(random)});
    record.skills.push_back({RandomText(random, 20),
                             AnyEnum<model::EvidenceKind>(random, model::kEvidenceKindCount),
                             MaybeInt(random), Coin(random)});
  }
  record.region = RandomText(random, 4);
  record.postcode = RandomText(random, 4);
  record.place = RandomText(random, 20);
  record.radius_km = MaybeDouble(random);
  record.hours_min = MaybeInt(random);
  record.hours_max = MaybeInt(random);
  record.level = MaybeInt(random);
  record.certificates = AnyTexts(random);
  record.avoids = AnyTexts(random);
  record.cannot = AnyTexts(random);
  if (Coin(random)) record.dutch = AnyEnum<model::LanguageLevel>(random, 7);
  record.keep_until = MaybeDay(random);
  return record;
}

model::Course RandomCourse(Random* random) {
  model::Course record;
  record.id = AnyId(random);
  record.title = RandomText(random, 30);
  record.provider = RandomText(random, 30);
  record.provider_kind = RandomText(random, 10);
  record.credential = RandomText(random, 10);
  record.skills = AnyTexts(random);
  record.requires_ = AnyTexts(random);
  record.hours = AnyDouble(random);
  record.weeks = AnyDouble(random);
  record.price_eur = AnyDouble(random);
  record.form = AnyEnum<model::CourseForm>(random, 5);
  record.level = MaybeInt(random);
  record.region = RandomText(random, 4);
  for (int64_t i = Between(random, 0, 3); i > 0; --i) record.starts.push_back(AnyDay(random));
  record.schemes = AnyTexts(random);
  record.crebo = RandomText(random, 5);
  record.seats = MaybeInt(random);
  return record;
}

model::Scheme RandomScheme(Random* random) {
  model::Scheme record;
  record.id = AnyId(random);
  record.name = RandomText(random, 30);
  record.valid_from = AnyDay(random);
  record.valid_until = MaybeDay(random);
  record.status = AnyEnum<model::SchemeStatus>(random, 3);
  record.who = AnyEnum<model::SchemeFor>(random, 3);
  record.max_eur = MaybeDouble(random);
  record.conditions_json = RandomText(random, 50);
  record.source = RandomText(random, 30);
  return record;
}

model::Region RandomRegion(Random* random) {
  return {AnyId(random), RandomText(random, 30), {AnyDouble(random), AnyDouble(random)}};
}

model::Demand RandomDemand(Random* random) {
  model::Demand record;
  record.id = AnyId(random);
  record.basis = AnyEnum<model::DemandBasis>(random, 3);
  record.code = RandomText(random, 10);
  record.region = RandomText(random, 4);
  if (const auto count = MaybeInt(random)) record.open_vacancies = *count;
  if (Coin(random)) record.tension = AnyEnum<model::Tension>(random, 5);
  record.as_of = AnyDay(random);
  record.source = RandomText(random, 30);
  return record;
}

model::Place RandomPlace(Random* random) {
  if (Coin(random)) return {AnyId(random), "", RandomText(random, 4), {AnyDouble(random), 5}};
  return {"", StrCat("t", RandomText(random, 20)), "AM06", {AnyDouble(random), AnyDouble(random)}};
}

ConceptSource RandomConcept(Random* random) {
  ConceptSource entry;
  entry.uri = AnyId(random);
  entry.kind = AnyEnum<ConceptKind>(random, 5);
  entry.code = RandomText(random, 6);
  entry.level = MaybeInt(random);
  for (const std::string& text : AnyTexts(random)) {
    entry.labels.push_back({AnyLanguage(random), AnyEnum<LabelKind>(random, 3), text});
    entry.descriptions.push_back({AnyLanguage(random), RandomText(random, 200)});
    entry.requirements.push_back(
        {RandomText(random, 30), AnyEnum<Importance>(random, kImportanceCount)});
  }
  entry.broader = AnyTexts(random);
  return entry;
}

}  // namespace overstap::store::testing
