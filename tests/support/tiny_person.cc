#include "tests/support/tiny_person.h"

#include <string>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap {
namespace {

constexpr std::string_view kPrefix = "t:";
constexpr double kYears = 5;

void ReadWork(TinyLine* line, model::Profile* profile) {
  model::WorkExperience work;
  work.occupation_uri = TinyUri(line->Name("an occupation"));
  work.years = line->MaybeNumber().value_or(kYears);
  if (line->Accept("until")) work.until = line->WholeNumber("until");
  profile->occupations.push_back(std::move(work));
}

void ReadEvidence(TinyLine* line, model::Profile* profile) {
  model::Evidence evidence;
  evidence.skill_uri = TinyUri(line->Name("a skill"));
  evidence.kind = line->Maybe(model::ParseEvidenceKind).value_or(model::EvidenceKind::kClaimed);
  if (const auto year = line->MaybeNumber()) evidence.year = static_cast<int>(*year);
  profile->skills.push_back(std::move(evidence));
}

void ReadPersonOptions(TinyLine* line, model::Profile* profile) {
  while (!line->AtEnd()) {
    if (line->Accept("region")) {
      profile->region = line->Name("a region");
    } else if (line->Accept("radius")) {
      profile->radius_km = line->Number("radius");
    } else if (line->Accept("hours")) {
      ReadTinyHours(line, &profile->hours_min, &profile->hours_max);
    } else if (line->Accept("level")) {
      profile->level = line->WholeNumber("level");
    } else {
      line->Fail("expected region, radius, hours or level");
    }
  }
}

}  // namespace

void ReadTinyPerson(TinyLine* line, model::Profile* profile) {
  while (!line->AtEnd() && !line->Accept("|")) {
    if (line->Accept("was")) {
      ReadWork(line, profile);
    } else if (line->Accept("can")) {
      ReadEvidence(line, profile);
    } else if (line->Accept("cannot")) {
      profile->cannot.push_back(TinyUri(line->Name("a skill")));
    } else {
      line->Fail("expected 'was OCCUPATION', 'can SKILL' or 'cannot SKILL'");
    }
    if (line->Accept("|")) break;
    if (!line->AtEnd()) line->Expect(",");
  }
  ReadPersonOptions(line, profile);
}

std::string TinyUri(std::string_view name) { return StrCat(kPrefix, name); }

std::string TinyName(std::string_view uri) {
  return std::string(uri.starts_with(kPrefix) ? uri.substr(kPrefix.size()) : uri);
}

void ReadTinyHours(TinyLine* line, std::optional<int>* hours_min, std::optional<int>* hours_max) {
  *hours_min = line->WholeNumber("hours");
  *hours_max = line->WholeNumber("hours");
}

absl::StatusOr<model::Profile> ParseTinyPerson(std::string_view text) {
  model::Profile profile;
  profile.id = "person";
  TinyLine line(1, text);
  ReadTinyPerson(&line, &profile);
  OVERSTAP_RETURN_IF_ERROR(line.Finish());
  OVERSTAP_RETURN_IF_ERROR(model::Validate(profile));
  return profile;
}

}  // namespace overstap
