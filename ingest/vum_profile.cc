#include <algorithm>
#include <string>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"
#include "engine/model/bsn.h"
#include "engine/model/validation.h"
#include "ingest/bsn.h"
#include "ingest/vum.h"
#include "ingest/vum_fields.h"

namespace overstap::ingest {
namespace {

using Draft = RecordDraft<model::Profile>;
using nlohmann::json;
constexpr auto kOptional = ObjectReader::kOptional;
constexpr auto kRequired = ObjectReader::kRequired;

constexpr std::string_view kEducationCode = "codeOpleidingsnaam";
constexpr size_t kMaxEducationCodeDigits = 10;
constexpr int kYes = 1;
constexpr double kDaysAYear = 365.25;
constexpr double kMostYears = 70;
constexpr int kMostKilometres = 500;

bool IsEducationCode(const json& value) {
  if (!value.is_string()) return false;
  const std::string& text = value.get_ref<const std::string&>();
  return text.size() <= kMaxEducationCodeDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// AnyTextHoldsBsn for a profile, codes of education apart; those that look like one are counted.
bool HoldsBsn(const json& value, int64_t* codes) {
  if (!value.is_structured()) return AnyTextHoldsBsn(value);
  bool holds = false;
  for (const auto& item : value.items()) {
    if (value.is_object() && item.key() == kEducationCode && IsEducationCode(item.value())) {
      *codes += AnyTextHoldsBsn(item.value()) ? 1 : 0;
      continue;
    }
    holds = holds || (value.is_object() && model::HoldsBsn(item.key())) ||
            HoldsBsn(item.value(), codes);
  }
  return holds;
}

void AddCertificate(std::string name, model::Profile* profile) {
  if (name.empty() || name.size() > model::kMaxIdBytes ||
      profile->certificates.size() == model::kMaxCertificates) {
    return;
  }
  profile->certificates.push_back(std::move(name));
}

void ReadWork(ObjectReader& element, Draft* draft) {
  model::WorkExperience work;
  element.Object("beroep", kOptional, [&work](ObjectReader& occupation) {
    work.occupation_uri = occupation.Text("codeBeroepsnaam", kOptional);
  });
  const auto from = element.Date("datumAanvangWerkzaamheden", kOptional);
  const auto until = element.Date("datumEindeWerkzaamheden", kOptional);
  const std::string words = element.Text("toelichtingWerkervaring", kOptional);
  if (!words.empty()) StrAppend(&draft->record.text, words, "\n");
  if (work.occupation_uri.empty()) return;
  if (until) work.until = static_cast<int>(until->year());
  if (from && until && *from <= *until) {
    work.years = std::min(static_cast<double>(*until - *from) / kDaysAYear, kMostYears);
  } else if (from && until) {
    draft->Warn("out_of_range", "werkervaring ends before it begins; its years count as unknown");
    work.until.reset();
  }
  draft->record.occupations.push_back(std::move(work));
}

void ReadQualification(ObjectReader& reader, Draft* draft) {
  model::Profile& profile = draft->record;
  const auto level = reader.WholeNumber("codeWerkEnDenkniveauWerkzoekende", kOptional);
  if (level) profile.level = LevelOfWerkEnDenkniveau(*level);
  reader.Objects("werkervaring", kOptional,
                 [draft](ObjectReader& element) { ReadWork(element, draft); });
  reader.Objects("rijbewijs", kOptional, [&profile](ObjectReader& element) {
    AddCertificate(StrCat("rijbewijs ", element.Text("codeSoortRijbewijs", kRequired)), &profile);
  });
  reader.Objects("cursus", kOptional, [&profile](ObjectReader& element) {
    const bool certified = element.WholeNumber("indicatieCertificaat", kOptional) == kYes;
    std::string name = element.Text("naamCursus", kOptional);
    if (certified) AddCertificate(std::move(name), &profile);
  });
  reader.Objects("competentiebeheersing", kOptional, [draft](ObjectReader& element) {
    const std::string code = element.Text("codeCompetentie", kRequired);
    if (IsUri(code)) {
      draft->record.skills.push_back({code, model::EvidenceKind::kClaimed, std::nullopt, false});
    } else {
      draft->Warn("unknown_skill",
                  StrCat("codeCompetentie '", Utf8Prefix(code, 40), "' is no URI; not kept"));
    }
  });
}

void ReadMobility(ObjectReader& mobility, Draft* draft) {
  model::Profile& profile = draft->record;
  const std::string postcode = mobility.Text("bemiddelingspostcode", kOptional);
  profile.postcode = FourDigits(postcode);
  if (postcode.size() > profile.postcode.size()) draft->dropped.Add(PersonalKind::kAddresses);
  if (!postcode.empty() && profile.postcode.empty()) {
    draft->Warn("bad_postcode", "bemiddelingspostcode is no Dutch postcode; counted as unknown");
  }
  const auto distance = mobility.WholeNumber("maximaleReisafstand", kOptional);
  if (distance && *distance >= 0) profile.radius_km = std::min(*distance, kMostKilometres);
}

// The work that somebody looks for is work that they know, for years that nobody states.
void AddWantedOccupations(const std::vector<std::string>& wanted, model::Profile* profile) {
  for (const std::string& uri : wanted) {
    const bool has = std::any_of(profile->occupations.begin(), profile->occupations.end(),
                                 [&uri](const auto& work) { return work.occupation_uri == uri; });
    if (!has && !uri.empty()) profile->occupations.push_back({uri, 0, std::nullopt, true});
  }
}

absl::StatusOr<Draft> ReadProfile(const json& object) {
  ObjectReader reader(object, ObjectReader::Unknown::kPassedOver);
  Draft draft;
  model::Profile& profile = draft.record;
  profile.id = reader.Text("idWerkzoekende", kRequired);
  reader.Object("arbeidsmarktkwalificatie", kOptional,
                [&draft](ObjectReader& element) { ReadQualification(element, &draft); });
  reader.Object("mobiliteit", kOptional,
                [&draft](ObjectReader& element) { ReadMobility(element, &draft); });
  std::vector<std::string> wanted;
  reader.Objects("bemiddelingsberoep", kOptional, [&wanted](ObjectReader& element) {
    wanted.push_back(element.Text("codeBeroepsnaam", kOptional));
  });
  AddWantedOccupations(wanted, &profile);
  const std::string words = reader.Text("persoonlijkePresentatie", kOptional);
  if (!words.empty()) StrAppend(&profile.text, words, "\n");
  DropContact(&reader, &draft.dropped);
  const VumHours hours = ReadHours(&reader);
  OVERSTAP_RETURN_IF_ERROR(reader.Finish());
  std::string warning = SetHours(hours.least, hours.most, &profile.hours_min, &profile.hours_max);
  if (!warning.empty()) draft.Warn("out_of_range", std::move(warning));
  OVERSTAP_RETURN_IF_ERROR(Validate(profile));
  return draft;
}

}  // namespace

absl::StatusOr<Draft> ProfileFromVum(const json& object) {
  int64_t codes = 0;
  if (HoldsBsn(object, &codes)) return model::RefuseBsn();
  OVERSTAP_ASSIGN_OR_RETURN(Draft draft, ReadProfile(object));
  if (codes > 0) {
    draft.Warn("bsn_like",
               "a codeOpleidingsnaam passes the eleven test; like all of them it is not kept");
  }
  return draft;
}

}  // namespace overstap::ingest
