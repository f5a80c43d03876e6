#include <string>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"
#include "ingest/pay_text.h"
#include "ingest/vum.h"
#include "ingest/vum_fields.h"

namespace overstap::ingest {
namespace {

using Draft = RecordDraft<model::Vacancy>;
constexpr auto kOptional = ObjectReader::kOptional;
constexpr auto kRequired = ObjectReader::kRequired;

void ReadAddress(ObjectReader& address, Draft* draft) {
  const std::string postcode = address.Text("postcode", kOptional);
  draft->record.postcode = FourDigits(postcode);
  if (!postcode.empty() && draft->record.postcode.empty()) {
    draft->Warn("bad_postcode", "adres.postcode is no Dutch postcode; counted as unknown");
  }
  const bool exact = address.Count("straatnaam") + address.Count("huisnummer") +
                         address.Count("huisnummertoevoeging") >
                     0;
  if (exact || postcode.size() > draft->record.postcode.size()) {
    draft->dropped.Add(PersonalKind::kAddresses);
  }
}

void ReadEmployer(ObjectReader& employer, Draft* draft) {
  draft->record.employer = employer.Text("handelsnaamOrganisatie", kOptional);
  // The web page of a company says nothing about a person; a contact person does.
  employer.Objects("contactpersoon", kOptional, [draft](ObjectReader& person) {
    draft->dropped.Add(PersonalKind::kNames, person.Count("naamContactpersoonAfdeling"));
    draft->dropped.Add(PersonalKind::kContact, person.Count("emailadres"));
    draft->dropped.Add(PersonalKind::kContact, person.Count("telefoonnummer"));
  });
}

void ReadCompetences(ObjectReader* reader, Draft* draft) {
  reader->Objects("competentiebeheersing", kOptional, [draft](ObjectReader& element) {
    const std::string code = element.Text("codeCompetentie", kRequired);
    if (IsUri(code)) {
      draft->record.skills.push_back({code, Importance::kImportant, false});
    } else {
      draft->Warn("unknown_skill",
                  StrCat("codeCompetentie '", Utf8Prefix(code, 40), "' is no URI; not kept"));
    }
  });
}

void ReadPay(ObjectReader& conditions, Draft* draft) {
  const std::string text = conditions.Text("salarisIndicatie", kOptional);
  if (text.empty()) return;
  const std::optional<PayRange> pay = ReadPayText(text);
  std::string warning = pay ? SetPay(*pay, &draft->record)
                            : StrCat("salarisIndicatie '", Utf8Prefix(text, 40),
                                     "' is not understood; counted as unknown");
  if (!warning.empty()) draft->Warn("bad_pay", std::move(warning));
}

// Written as text for vacancies, as a number for profiles; both are taken.
std::optional<int> ReadLevel(const nlohmann::json& object, std::string_view field) {
  const auto found = object.find(std::string(field));
  if (found == object.end()) return std::nullopt;
  if (found->is_number_integer()) return LevelOfWerkEnDenkniveau(found->get<int64_t>());
  if (!found->is_string()) return std::nullopt;
  const std::string& code = found->get_ref<const std::string&>();
  return code.size() == 1 ? LevelOfWerkEnDenkniveau(code[0] - '0') : std::nullopt;
}

}  // namespace

absl::StatusOr<Draft> VacancyFromVum(const nlohmann::json& object) {
  ObjectReader reader(object, ObjectReader::Unknown::kPassedOver);
  Draft draft;
  model::Vacancy& vacancy = draft.record;
  vacancy.id = reader.Text("idVacature", kRequired);
  vacancy.title = reader.Text("naamVacature", kOptional);
  vacancy.text = reader.Text("omschrijvingVacature", kOptional);
  vacancy.closes = reader.Date("sluitingsdatumVacature", kOptional);
  vacancy.level = ReadLevel(object, "codeWerkEnDenkniveauMinimaal");
  reader.Object("beroep", kOptional, [&vacancy](ObjectReader& work) {
    vacancy.occupation_uri = work.Text("codeBeroepsnaam", kOptional);
  });
  reader.Object("adres", kOptional,
                [&draft](ObjectReader& address) { ReadAddress(address, &draft); });
  reader.Object("werkgever", kOptional,
                [&draft](ObjectReader& employer) { ReadEmployer(employer, &draft); });
  ReadCompetences(&reader, &draft);
  reader.Object("arbeidsVoorwaarden", kOptional,
                [&draft](ObjectReader& conditions) { ReadPay(conditions, &draft); });
  const VumHours hours = ReadHours(&reader);
  OVERSTAP_RETURN_IF_ERROR(reader.Finish());
  std::string warning = SetHours(hours.least, hours.most, &vacancy.hours_min, &vacancy.hours_max);
  if (!warning.empty()) draft.Warn("out_of_range", std::move(warning));
  OVERSTAP_RETURN_IF_ERROR(Validate(vacancy));
  return draft;
}

}  // namespace overstap::ingest
