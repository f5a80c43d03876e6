#include "tools/generate/vacancies.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/str_format.h"
#include "base/strings.h"

namespace overstap::generate {
namespace {

constexpr absl::CivilDay kFirstDay(2026, 9, 1);
constexpr absl::CivilDay kLastDay(2026, 11, 20);
constexpr int kEmployers = 240;

constexpr int kPercentTechnical = 70;
constexpr int kPercentWithoutSkills = 8;  // then the requirements of the occupation stand in
constexpr int kPercentWithoutRegion = 2;
constexpr int kPercentWithoutPostcode = 30;
constexpr int kPercentNeverCloses = 33;
constexpr int kPercentClosesSoon = 12;  // within six weeks, so some are closed already
constexpr int kPercentOptionalKept = 35;
constexpr int kPercentSkillFromElsewhere = 4;
constexpr int kPercentPays = 75;
constexpr int kPercentPaysFrom = 30;  // of these, without a most

std::string Capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string Title(const Taxonomy& taxonomy, OccupationId occupation, Random* random) {
  static constexpr std::array<std::string_view, 4> kBefore = {"", "Allround ", "Ervaren ",
                                                              "Aankomend "};
  static constexpr std::array<int, 4> kBeforeWeights = {82, 8, 6, 4};
  static constexpr std::array<std::string_view, 4> kAfter = {"", " (m/v/x)", " - fulltime",
                                                             " in dagdienst"};
  static constexpr std::array<int, 4> kAfterWeights = {74, 18, 4, 4};
  const std::vector<std::string> titles = DutchTitles(taxonomy, occupation);
  const std::string& label = random->Percent(55) ? titles.front() : random->Pick(titles);
  std::string_view before = kBefore[random->Weighted(kBeforeWeights)];
  if (label.starts_with("allround")) before = "";
  const std::string_view after = kAfter[random->Weighted(kAfterWeights)];
  return Capitalised(StrCat(before, label, after));
}

// 60 to 90 % of what the work requires, some of the rest, rarely something else; ascending.
std::vector<model::VacancySkill> Skills(const Drawer& drawer, OccupationId occupation,
                                        Random* random) {
  const Taxonomy& taxonomy = drawer.world().taxonomy;
  std::vector<Requirement> required;
  std::vector<Requirement> chosen;
  for (const Requirement& requirement : taxonomy.Requirements(occupation)) {
    if (IsRequired(requirement.importance)) {
      required.push_back(requirement);
    } else if (random->Percent(kPercentOptionalKept)) {
      chosen.push_back(requirement);
    }
  }
  random->Shuffle(&required);
  const size_t kept = (required.size() * static_cast<size_t>(random->Between(60, 90)) + 99) / 100;
  chosen.insert(chosen.end(), required.begin(), required.begin() + static_cast<ptrdiff_t>(kept));
  if (random->Percent(kPercentSkillFromElsewhere)) {
    chosen.push_back({drawer.AnySkill(random), Importance::kOptional});
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Requirement& a, const Requirement& b) { return a.skill < b.skill; });
  std::vector<model::VacancySkill> skills;
  for (const Requirement& requirement : chosen) {
    const std::string_view uri = taxonomy.Uri(requirement.skill);
    if (!skills.empty() && skills.back().skill_uri == uri) continue;
    skills.push_back({std::string(uri), requirement.importance});
  }
  return skills;
}

std::string RegionName(const World& world, std::string_view code) {
  for (const model::Region& region : world.regions) {
    if (region.code == code) return region.name;
  }
  return "";
}

std::string Text(const World& world, const model::Vacancy& vacancy, Random* random) {
  static constexpr std::array<std::string_view, 5> kOffers = {
      "Je werkt in een klein team en leert het vak in de praktijk.",
      "Ervaring is fijn, maar we leiden je ook zelf op.", "Zij-instromers zijn welkom.",
      "Je krijgt een vast contract en tijd om te leren.",
      "Je begint met een inwerkprogramma van zes weken."};
  std::string text =
      vacancy.region.empty()
          ? StrCat("Voor verschillende locaties zoeken wij een collega: ")
          : StrCat("In ", RegionName(world, vacancy.region), " zoeken wij een collega: ");
  StrAppend(&text, vacancy.title, ".");
  if (!vacancy.skills.empty() && random->Percent(40)) {
    const model::VacancySkill& skill = random->Pick(vacancy.skills);
    const auto id = world.taxonomy.FindSkill(skill.skill_uri);
    StrAppend(&text, " Belangrijk voor dit werk: ", DutchLabel(world.taxonomy, *id), ".");
  } else {
    StrAppend(&text, " ", random->Pick(kOffers));
  }
  return text;
}

void SetDays(model::Vacancy* vacancy, Random* random) {
  const absl::CivilDay published =
      kFirstDay + random->Between(0, static_cast<int>(kLastDay - kFirstDay));
  vacancy->published = published;
  if (random->Percent(kPercentNeverCloses)) return;
  if (random->Percent(kPercentClosesSoon)) {
    vacancy->closes = published + random->Between(14, 42);
  } else {
    vacancy->closes = absl::CivilDay(2027, 1, 1) + random->Between(0, 180);
  }
}

int ToTens(int euros) { return euros / 10 * 10; }

// Euros a month full-time, by level, work and employer; set by eye, and no less than about the
// least that the law allows.
void SetPay(const Taxonomy& taxonomy, uint64_t seed, OccupationId occupation,
            model::Vacancy* vacancy, Random* random) {
  constexpr std::array<int, 4> kOfLevel = {2600, 2850, 3400, 4300};
  constexpr int kLeast = 2600;
  constexpr int kWorkPercent = 12;
  constexpr int kEmployerPercent = 5;
  if (!random->Percent(kPercentPays)) return;
  Random of_work(seed, StrCat("pay ", taxonomy.Uri(occupation)), 0);
  const int level = taxonomy.Level(occupation).value_or(2);
  const int percent = 100 + of_work.Between(-kWorkPercent, kWorkPercent) +
                      random->Between(-kEmployerPercent, kEmployerPercent);
  const int least = std::max(kLeast, kOfLevel[static_cast<size_t>(level - 1)] * percent / 100);
  vacancy->pay_min = ToTens(least);
  if (random->Percent(kPercentPaysFrom)) return;
  vacancy->pay_max = ToTens(least * random->Between(110, 130) / 100);
}

model::Vacancy MakeVacancy(const Drawer& drawer, int index) {
  Random random(drawer.seed(), "vacancy", static_cast<uint64_t>(index));
  const Taxonomy& taxonomy = drawer.world().taxonomy;
  const OccupationId occupation =
      random.Percent(kPercentTechnical) ? drawer.Technical(&random) : drawer.Other(&random);
  model::Vacancy vacancy;
  vacancy.id = absl::StrFormat("vacature-%04d", index + 1);
  vacancy.title = Title(taxonomy, occupation, &random);
  vacancy.occupation_uri = std::string(taxonomy.Uri(occupation));
  if (!random.Percent(kPercentWithoutSkills)) {
    vacancy.skills = Skills(drawer, occupation, &random);
  }
  if (!random.Percent(kPercentWithoutRegion)) {
    const Place& place = drawer.AnyPlace(&random);
    vacancy.region = std::string(place.region);
    vacancy.postcode = DrawPostcode(place, kPercentWithoutPostcode, &random);
  }
  const Hours hours = DrawHours(&random);
  vacancy.hours_min = hours.min;
  vacancy.hours_max = hours.max;
  vacancy.level = taxonomy.Level(occupation);
  SetDays(&vacancy, &random);
  vacancy.employer = StrCat("Bedrijf ", random.Between(1, kEmployers), " (voorbeeld)");
  vacancy.text = Text(drawer.world(), vacancy, &random);
  SetPay(taxonomy, drawer.seed(), occupation, &vacancy, &random);
  return vacancy;
}

}  // namespace

std::vector<model::Vacancy> MakeVacancies(const Drawer& drawer, int count) {
  std::vector<model::Vacancy> vacancies;
  for (int i = 0; i < count; ++i) vacancies.push_back(MakeVacancy(drawer, i));
  return vacancies;
}

}  // namespace overstap::generate
