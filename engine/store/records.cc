#include "engine/store/records.h"

#include <optional>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "engine/model/validation.h"
#include "engine/store/importance_table.h"
#include "engine/store/stored_fields.h"
#include "overstap/storage/v1/records.pb.h"

namespace overstap::store {
namespace {

namespace pb = overstap::storage::v1;

constexpr EnumTable<model::EvidenceKind, pb::EvidenceKind, model::kEvidenceKindCount>
    kEvidenceKinds = {{
        {model::EvidenceKind::kClaimed, pb::EVIDENCE_KIND_CLAIMED},
        {model::EvidenceKind::kWork, pb::EVIDENCE_KIND_WORK},
        {model::EvidenceKind::kEmployer, pb::EVIDENCE_KIND_EMPLOYER},
        {model::EvidenceKind::kEvc, pb::EVIDENCE_KIND_EVC},
        {model::EvidenceKind::kPraktijkverklaring, pb::EVIDENCE_KIND_PRAKTIJKVERKLARING},
        {model::EvidenceKind::kCertificate, pb::EVIDENCE_KIND_CERTIFICATE},
        {model::EvidenceKind::kDiploma, pb::EVIDENCE_KIND_DIPLOMA},
    }};

constexpr EnumTable<model::CourseForm, pb::CourseForm, 5> kCourseForms = {{
    {model::CourseForm::kBbl, pb::COURSE_FORM_BBL},
    {model::CourseForm::kBol, pb::COURSE_FORM_BOL},
    {model::CourseForm::kAvond, pb::COURSE_FORM_AVOND},
    {model::CourseForm::kOnline, pb::COURSE_FORM_ONLINE},
    {model::CourseForm::kWerkplek, pb::COURSE_FORM_WERKPLEK},
}};

constexpr EnumTable<model::SchemeStatus, pb::SchemeStatus, 3> kSchemeStatuses = {{
    {model::SchemeStatus::kOpen, pb::SCHEME_STATUS_OPEN},
    {model::SchemeStatus::kClosed, pb::SCHEME_STATUS_CLOSED},
    {model::SchemeStatus::kProposed, pb::SCHEME_STATUS_PROPOSED},
}};

constexpr EnumTable<model::SchemeFor, pb::SchemeFor, 3> kSchemeFors = {{
    {model::SchemeFor::kWorker, pb::SCHEME_FOR_WORKER},
    {model::SchemeFor::kEmployer, pb::SCHEME_FOR_EMPLOYER},
    {model::SchemeFor::kBoth, pb::SCHEME_FOR_BOTH},
}};

constexpr EnumTable<model::Tension, pb::Tension, 5> kTensions = {{
    {model::Tension::kVeryLoose, pb::TENSION_VERY_LOOSE},
    {model::Tension::kLoose, pb::TENSION_LOOSE},
    {model::Tension::kAverage, pb::TENSION_AVERAGE},
    {model::Tension::kTight, pb::TENSION_TIGHT},
    {model::Tension::kVeryTight, pb::TENSION_VERY_TIGHT},
}};

constexpr EnumTable<model::DemandBasis, pb::DemandBasis, 3> kDemandBases = {{
    {model::DemandBasis::kOccupation, pb::DEMAND_BASIS_OCCUPATION},
    {model::DemandBasis::kIsco, pb::DEMAND_BASIS_ISCO},
    {model::DemandBasis::kBrc, pb::DEMAND_BASIS_BRC},
}};

template <class Repeated>
void AddTexts(std::string_view field, const std::vector<std::string>& texts, FieldChecks* checks,
              Repeated* stored) {
  for (const std::string& text : texts) *stored->Add() = checks->Text(field, text);
}

template <class Repeated>
std::vector<std::string> MoveTexts(Repeated* stored) {
  return {std::make_move_iterator(stored->begin()), std::make_move_iterator(stored->end())};
}

// Of this thread, until it is asked for again. What it had is kept to be filled again: a record has
// dozens of texts, and to make room for each takes longer than to copy it.
template <class Message>
Message& EmptyMessage() {
  thread_local Message message;
  message.Clear();
  return message;
}

absl::Status CheckKey(const std::string& id, FieldChecks* checks) {
  checks->Text("id", id);
  return model::CheckId(id);
}

}  // namespace

absl::StatusOr<std::string> Encode(const model::Vacancy& record) {
  FieldChecks checks;
  OVERSTAP_RETURN_IF_ERROR(CheckKey(record.id, &checks));
  pb::Vacancy& stored = EmptyMessage<pb::Vacancy>();
  stored.set_title(checks.Text("title", record.title));
  stored.set_occupation_uri(checks.Text("occupation", record.occupation_uri));
  for (const model::VacancySkill& skill : record.skills) {
    pb::Requirement* requirement = stored.add_skills();
    requirement->set_skill_uri(checks.Text("skills", skill.skill_uri));
    requirement->set_importance(ToStored(kImportances, skill.importance));
    requirement->set_inferred(skill.inferred);
  }
  stored.set_region(checks.Text("region", record.region));
  stored.set_postcode(checks.Text("postcode", record.postcode));
  if (record.hours_min) stored.set_hours_min(*record.hours_min);
  if (record.hours_max) stored.set_hours_max(*record.hours_max);
  if (record.level) stored.set_level(*record.level);
  if (record.published) stored.set_published_day(checks.Day("published", *record.published));
  if (record.closes) stored.set_closes_day(checks.Day("closes", *record.closes));
  stored.set_employer(checks.Text("employer", record.employer));
  stored.set_text(checks.Text("text", record.text));
  stored.set_occupation_inferred(record.occupation_inferred);
  stored.set_place(checks.Text("place", record.place));
  if (record.pay_min) stored.set_pay_min(*record.pay_min);
  if (record.pay_max) stored.set_pay_max(*record.pay_max);
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  return Serialise(stored);
}

absl::StatusOr<model::Vacancy> DecodeVacancy(std::string id, std::string_view bytes) {
  pb::Vacancy stored;
  OVERSTAP_RETURN_IF_ERROR(ParseRecord("vacancy", id, bytes, &stored));
  model::Vacancy record;
  for (pb::Requirement& skill : *stored.mutable_skills()) {
    const std::optional<Importance> importance = FromStored(kImportances, skill.importance());
    if (!importance) return DamagedRecord("vacancy", id, "importance of a skill");
    record.skills.push_back({std::move(*skill.mutable_skill_uri()), *importance, skill.inferred()});
  }
  record.id = std::move(id);
  record.title = std::move(*stored.mutable_title());
  record.occupation_uri = std::move(*stored.mutable_occupation_uri());
  record.region = std::move(*stored.mutable_region());
  record.postcode = std::move(*stored.mutable_postcode());
  if (stored.has_hours_min()) record.hours_min = stored.hours_min();
  if (stored.has_hours_max()) record.hours_max = stored.hours_max();
  if (stored.has_level()) record.level = stored.level();
  if (stored.has_published_day()) record.published = DayFromStored(stored.published_day());
  if (stored.has_closes_day()) record.closes = DayFromStored(stored.closes_day());
  record.employer = std::move(*stored.mutable_employer());
  record.text = std::move(*stored.mutable_text());
  record.occupation_inferred = stored.occupation_inferred();
  record.place = std::move(*stored.mutable_place());
  if (stored.has_pay_min()) record.pay_min = stored.pay_min();
  if (stored.has_pay_max()) record.pay_max = stored.pay_max();
  return record;
}

absl::StatusOr<std::string> Encode(const model::Profile& record) {
  FieldChecks checks;
  OVERSTAP_RETURN_IF_ERROR(CheckKey(record.id, &checks));
  pb::Profile& stored = EmptyMessage<pb::Profile>();
  for (const model::WorkExperience& work : record.occupations) {
    pb::WorkExperience* experience = stored.add_occupations();
    experience->set_occupation_uri(checks.Text("occupations", work.occupation_uri));
    experience->set_years(work.years);
    if (work.until) experience->set_until_year(*work.until);
    experience->set_inferred(work.inferred);
  }
  for (const model::Evidence& skill : record.skills) {
    pb::Evidence* evidence = stored.add_skills();
    evidence->set_skill_uri(checks.Text("skills", skill.skill_uri));
    evidence->set_kind(ToStored(kEvidenceKinds, skill.kind));
    if (skill.year) evidence->set_year(*skill.year);
    evidence->set_inferred(skill.inferred);
  }
  stored.set_region(checks.Text("region", record.region));
  stored.set_postcode(checks.Text("postcode", record.postcode));
  if (record.radius_km) stored.set_radius_km(*record.radius_km);
  if (record.hours_min) stored.set_hours_min(*record.hours_min);
  if (record.hours_max) stored.set_hours_max(*record.hours_max);
  if (record.level) stored.set_level(*record.level);
  AddTexts("certificates", record.certificates, &checks, stored.mutable_certificates());
  AddTexts("avoids", record.avoids, &checks, stored.mutable_avoids());
  if (record.dutch) stored.set_dutch(std::string(model::LanguageLevelName(*record.dutch)));
  if (record.keep_until) stored.set_keep_until_day(checks.Day("keep_until", *record.keep_until));
  AddTexts("cannot", record.cannot, &checks, stored.mutable_cannot());
  stored.set_place(checks.Text("place", record.place));
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  return Serialise(stored);
}

absl::StatusOr<model::Profile> DecodeProfile(std::string id, std::string_view bytes) {
  pb::Profile stored;
  OVERSTAP_RETURN_IF_ERROR(ParseRecord("profile", id, bytes, &stored));
  model::Profile record;
  for (pb::WorkExperience& experience : *stored.mutable_occupations()) {
    model::WorkExperience work{std::move(*experience.mutable_occupation_uri()), experience.years(),
                               std::nullopt};
    if (experience.has_until_year()) work.until = experience.until_year();
    work.inferred = experience.inferred();
    record.occupations.push_back(std::move(work));
  }
  for (pb::Evidence& evidence : *stored.mutable_skills()) {
    const std::optional<model::EvidenceKind> kind = FromStored(kEvidenceKinds, evidence.kind());
    if (!kind) return DamagedRecord("profile", id, "kind of evidence");
    model::Evidence skill{std::move(*evidence.mutable_skill_uri()), *kind, std::nullopt};
    if (evidence.has_year()) skill.year = evidence.year();
    skill.inferred = evidence.inferred();
    record.skills.push_back(std::move(skill));
  }
  record.id = std::move(id);
  record.region = std::move(*stored.mutable_region());
  record.postcode = std::move(*stored.mutable_postcode());
  if (stored.has_radius_km()) record.radius_km = stored.radius_km();
  if (stored.has_hours_min()) record.hours_min = stored.hours_min();
  if (stored.has_hours_max()) record.hours_max = stored.hours_max();
  if (stored.has_level()) record.level = stored.level();
  record.certificates.assign(stored.certificates().begin(), stored.certificates().end());
  record.avoids.assign(stored.avoids().begin(), stored.avoids().end());
  if (!stored.dutch().empty()) {
    record.dutch = model::ParseLanguageLevel(stored.dutch());
    if (!record.dutch) return DamagedRecord("profile", record.id, "level of Dutch");
  }
  if (stored.has_keep_until_day()) record.keep_until = DayFromStored(stored.keep_until_day());
  record.cannot.assign(stored.cannot().begin(), stored.cannot().end());
  record.place = std::move(*stored.mutable_place());
  return record;
}

absl::StatusOr<std::string> Encode(const model::Course& record) {
  FieldChecks checks;
  OVERSTAP_RETURN_IF_ERROR(CheckKey(record.id, &checks));
  pb::Course stored;
  stored.set_title(checks.Text("title", record.title));
  stored.set_provider(checks.Text("provider", record.provider));
  stored.set_provider_kind(checks.Text("provider_kind", record.provider_kind));
  stored.set_credential(checks.Text("credential", record.credential));
  AddTexts("skills", record.skills, &checks, stored.mutable_skills());
  AddTexts("requires", record.requires_, &checks, stored.mutable_required_skills());
  stored.set_hours(record.hours);
  stored.set_weeks(record.weeks);
  stored.set_price_eur(record.price_eur);
  stored.set_form(ToStored(kCourseForms, record.form));
  if (record.level) stored.set_level(*record.level);
  stored.set_region(checks.Text("region", record.region));
  for (const absl::CivilDay day : record.starts) stored.add_start_days(checks.Day("starts", day));
  AddTexts("schemes", record.schemes, &checks, stored.mutable_schemes());
  stored.set_crebo(checks.Text("crebo", record.crebo));
  if (record.seats) stored.set_seats(*record.seats);
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  return Serialise(stored);
}

absl::StatusOr<model::Course> DecodeCourse(std::string id, std::string_view bytes) {
  pb::Course stored;
  OVERSTAP_RETURN_IF_ERROR(ParseRecord("course", id, bytes, &stored));
  const std::optional<model::CourseForm> form = FromStored(kCourseForms, stored.form());
  if (!form) return DamagedRecord("course", id, "form");
  model::Course record;
  record.id = std::move(id);
  record.title = std::move(*stored.mutable_title());
  record.provider = std::move(*stored.mutable_provider());
  record.provider_kind = std::move(*stored.mutable_provider_kind());
  record.credential = std::move(*stored.mutable_credential());
  record.skills = MoveTexts(stored.mutable_skills());
  record.requires_ = MoveTexts(stored.mutable_required_skills());
  record.hours = stored.hours();
  record.weeks = stored.weeks();
  record.price_eur = stored.price_eur();
  record.form = *form;
  if (stored.has_level()) record.level = stored.level();
  record.region = std::move(*stored.mutable_region());
  for (const int32_t day : stored.start_days()) record.starts.push_back(DayFromStored(day));
  record.schemes = MoveTexts(stored.mutable_schemes());
  record.crebo = std::move(*stored.mutable_crebo());
  if (stored.has_seats()) record.seats = stored.seats();
  return record;
}

absl::StatusOr<std::string> Encode(const model::Scheme& record) {
  FieldChecks checks;
  OVERSTAP_RETURN_IF_ERROR(CheckKey(record.id, &checks));
  pb::Scheme stored;
  stored.set_name(checks.Text("name", record.name));
  stored.set_valid_from_day(checks.Day("valid_from", record.valid_from));
  if (record.valid_until) {
    stored.set_valid_until_day(checks.Day("valid_until", *record.valid_until));
  }
  stored.set_status(ToStored(kSchemeStatuses, record.status));
  stored.set_who(ToStored(kSchemeFors, record.who));
  if (record.max_eur) stored.set_max_eur(*record.max_eur);
  stored.set_conditions_json(checks.Text("conditions", record.conditions_json));
  stored.set_source(checks.Text("source", record.source));
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  return Serialise(stored);
}

absl::StatusOr<model::Scheme> DecodeScheme(std::string id, std::string_view bytes) {
  pb::Scheme stored;
  OVERSTAP_RETURN_IF_ERROR(ParseRecord("scheme", id, bytes, &stored));
  const std::optional<model::SchemeStatus> status = FromStored(kSchemeStatuses, stored.status());
  const std::optional<model::SchemeFor> who = FromStored(kSchemeFors, stored.who());
  if (!status) return DamagedRecord("scheme", id, "status");
  if (!who) return DamagedRecord("scheme", id, "for whom it is");
  model::Scheme record;
  record.id = std::move(id);
  record.name = std::move(*stored.mutable_name());
  record.valid_from = DayFromStored(stored.valid_from_day());
  if (stored.has_valid_until_day()) record.valid_until = DayFromStored(stored.valid_until_day());
  record.status = *status;
  record.who = *who;
  if (stored.has_max_eur()) record.max_eur = stored.max_eur();
  record.conditions_json = std::move(*stored.mutable_conditions_json());
  record.source = std::move(*stored.mutable_source());
  return record;
}

absl::StatusOr<std::string> Encode(const model::Region& record) {
  FieldChecks checks;
  OVERSTAP_RETURN_IF_ERROR(CheckKey(record.code, &checks));
  pb::Region stored;
  stored.set_name(checks.Text("name", record.name));
  stored.set_latitude(record.centroid.latitude);
  stored.set_longitude(record.centroid.longitude);
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  return Serialise(stored);
}

absl::StatusOr<model::Region> DecodeRegion(std::string code, std::string_view bytes) {
  pb::Region stored;
  OVERSTAP_RETURN_IF_ERROR(ParseRecord("region", code, bytes, &stored));
  model::Region record;
  record.code = std::move(code);
  record.name = std::move(*stored.mutable_name());
  record.centroid = {stored.latitude(), stored.longitude()};
  return record;
}

absl::StatusOr<std::string> Encode(const model::Demand& record) {
  FieldChecks checks;
  OVERSTAP_RETURN_IF_ERROR(CheckKey(record.id, &checks));
  pb::Demand stored;
  stored.set_basis(ToStored(kDemandBases, record.basis));
  stored.set_code(checks.Text("code", record.code));
  stored.set_region(checks.Text("region", record.region));
  if (record.open_vacancies) stored.set_open_vacancies(*record.open_vacancies);
  if (record.tension) stored.set_tension(ToStored(kTensions, *record.tension));
  stored.set_as_of_day(checks.Day("as_of", record.as_of));
  stored.set_source(checks.Text("source", record.source));
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  return Serialise(stored);
}

absl::StatusOr<model::Demand> DecodeDemand(std::string id, std::string_view bytes) {
  pb::Demand stored;
  OVERSTAP_RETURN_IF_ERROR(ParseRecord("demand", id, bytes, &stored));
  const std::optional<model::DemandBasis> basis = FromStored(kDemandBases, stored.basis());
  if (!basis) return DamagedRecord("demand", id, "what it is about");
  const std::optional<model::Tension> tension = FromStored(kTensions, stored.tension());
  if (!tension && stored.tension() != pb::TENSION_UNSPECIFIED) {
    return DamagedRecord("demand", id, "tension");
  }
  model::Demand record;
  record.id = std::move(id);
  record.basis = *basis;
  record.code = std::move(*stored.mutable_code());
  record.region = std::move(*stored.mutable_region());
  if (stored.has_open_vacancies()) record.open_vacancies = stored.open_vacancies();
  record.tension = tension;
  record.as_of = DayFromStored(stored.as_of_day());
  record.source = std::move(*stored.mutable_source());
  return record;
}

absl::StatusOr<std::string> Encode(const model::Place& record) {
  FieldChecks checks;
  OVERSTAP_RETURN_IF_ERROR(CheckKey(model::IdOf(record), &checks));
  pb::Place stored;
  stored.set_name(checks.Text("name", record.name));
  stored.set_region(checks.Text("region", record.region));
  stored.set_latitude(record.point.latitude);
  stored.set_longitude(record.point.longitude);
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  return Serialise(stored);
}

absl::StatusOr<model::Place> DecodePlace(std::string id, std::string_view bytes) {
  pb::Place stored;
  OVERSTAP_RETURN_IF_ERROR(ParseRecord("place", id, bytes, &stored));
  model::Place record;
  record.name = std::move(*stored.mutable_name());
  record.region = std::move(*stored.mutable_region());
  record.point = {stored.latitude(), stored.longitude()};
  if (record.name.empty()) record.postcode = std::move(id);
  return record;
}

}  // namespace overstap::store
