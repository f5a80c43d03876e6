#include "engine/advice/person.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_join.h"
#include "base/patience.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/spot.h"
#include "engine/model/pay.h"
#include "engine/model/validation.h"

namespace overstap::advice {
namespace {

absl::Status AddNamed(const Context& context, const PersonParams& params, model::Profile* profile,
                      std::vector<Understood>* understood) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  const auto note = [understood](std::optional<Understood> reading) {
    if (reading) understood->push_back(*std::move(reading));
  };
  // What the translator knows stays as it is: its translation carries its own strength.
  const match::UriTranslator& translator = context.snapshot.translator();
  for (const std::string& text : params.occupations) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    if (!taxonomy.FindOccupation(text) && !translator.Occupations(text).empty()) {
      profile->occupations.push_back({text, kAssumedYears, std::nullopt});
      continue;
    }
    std::optional<Understood> reading;
    OVERSTAP_ASSIGN_OR_RETURN(const OccupationId id, ResolveOccupation(context, text, &reading));
    note(std::move(reading));
    profile->occupations.push_back({std::string(taxonomy.Uri(id)), kAssumedYears, std::nullopt});
  }
  for (const std::string& text : params.skills) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    if (!taxonomy.FindSkill(text) && !translator.Skills(text).empty()) {
      profile->skills.push_back({text, model::EvidenceKind::kClaimed, std::nullopt});
      continue;
    }
    std::optional<Understood> reading;
    OVERSTAP_ASSIGN_OR_RETURN(const SkillId id, ResolveSkill(context, text, &reading));
    note(std::move(reading));
    profile->skills.push_back(
        {std::string(taxonomy.Uri(id)), model::EvidenceKind::kClaimed, std::nullopt});
  }
  return absl::OkStatus();
}

absl::Status AddCannot(const Context& context, const PersonParams& params, model::Profile* profile,
                       std::vector<Understood>* understood) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  for (const std::string& text : params.cannot) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    if (!taxonomy.FindSkill(text) && !context.snapshot.translator().Skills(text).empty()) {
      profile->cannot.push_back(text);
      continue;
    }
    std::optional<Understood> reading;
    OVERSTAP_ASSIGN_OR_RETURN(const SkillId id, ResolveSkill(context, text, &reading));
    if (reading) understood->push_back(*std::move(reading));
    profile->cannot.push_back(std::string(taxonomy.Uri(id)));
  }
  return absl::OkStatus();
}

absl::Status CheckAvoids(const Context& context, const std::vector<std::string>& avoids) {
  std::vector<std::string> known;
  for (const model::GateRule& rule : context.snapshot.parameters().gates) {
    if (rule.kind == model::GateKind::kCondition) known.push_back(rule.id);
  }
  for (const std::string& avoid : avoids) {
    if (std::find(known.begin(), known.end(), avoid) != known.end()) continue;
    return absl::InvalidArgumentError(StrCat("'", avoid, "' is no condition to avoid; known are: ",
                                             known.empty() ? "none" : absl::StrJoin(known, ", ")));
  }
  return absl::OkStatus();
}

void AddKeys(const PersonParams& params, model::Profile* profile) {
  const auto append = [](const std::vector<std::string>& from, std::vector<std::string>* to) {
    to->insert(to->end(), from.begin(), from.end());
  };
  append(params.certificates, &profile->certificates);
  append(params.avoids, &profile->avoids);
  if (params.dutch) profile->dutch = params.dutch;
}

}  // namespace

absl::Status PersonParams::Validate() const {
  if (profile) OVERSTAP_RETURN_IF_ERROR(model::Validate(*profile));
  if (!profile && occupations.empty() && skills.empty()) {
    return absl::InvalidArgumentError("say who asks: a profile, an occupation or a skill");
  }
  if (pay_eur) {
    OVERSTAP_RETURN_IF_ERROR(
        model::CheckRange("pay_eur", *pay_eur, model::kLeastPay, model::kMostPay));
  }
  return model::CheckRegion(region);
}

absl::StatusOr<Person> MakePerson(const Context& context, const PersonParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  const snapshot::Snapshot& snapshot = context.snapshot;
  model::Profile profile = params.profile.value_or(model::Profile());
  profile.region = SettledFactsOf(context, profile).region;
  if (!params.region.empty() && params.region != profile.region) {
    // Asked as if the person lived elsewhere.
    if (!profile.region.empty()) profile.postcode = profile.place = "";
    profile.region = params.region;
  }
  AddKeys(params, &profile);
  OVERSTAP_RETURN_IF_ERROR(CheckAvoids(context, profile.avoids));
  std::vector<Understood> understood;
  OVERSTAP_RETURN_IF_ERROR(AddNamed(context, params, &profile, &understood));
  OVERSTAP_RETURN_IF_ERROR(AddCannot(context, params, &profile, &understood));
  const int this_year = static_cast<int>(context.today.year());
  match::ResolvedProfile resolved = match::Resolve(profile, snapshot.taxonomy(), snapshot.scoring(),
                                                   this_year, &snapshot.translator());
  match::ExpandedProfile expanded(resolved.skills, snapshot.transfer(),
                                  snapshot.taxonomy().skill_count());
  transition::Origin origin = {std::move(resolved.occupations), std::move(resolved.skills),
                               profile.level, std::move(resolved.shares)};
  return Person{std::move(profile),
                std::move(origin),
                std::move(expanded),
                std::move(understood),
                std::move(resolved.readings.unmapped),
                std::move(resolved.readings.translations),
                std::move(resolved.cannot),
                params.pay_eur};
}

absl::StatusOr<OccupationId> DestinationOf(const Context& context, std::string_view text,
                                           Person* person) {
  std::optional<Understood> reading;
  OVERSTAP_ASSIGN_OR_RETURN(const OccupationId destination,
                            ResolveOccupation(context, text, &reading, &person->translations));
  if (reading) person->understood.push_back(*std::move(reading));
  return destination;
}

}  // namespace overstap::advice
