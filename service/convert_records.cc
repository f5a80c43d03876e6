#include "service/convert_records.h"

#include <string>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/model/validation.h"
#include "service/convert_dates.h"
#include "service/convert_enums.h"
#include "service/json_object.h"

namespace overstap::service {
namespace {

absl::Status Missing(std::string_view field) {
  return absl::InvalidArgumentError(StrCat(field, " is missing"));
}

template <class Record>
absl::StatusOr<Record> Validated(Record record) {
  OVERSTAP_RETURN_IF_ERROR(model::Validate(record));
  return record;
}

template <class Texts>
std::vector<std::string> CopyTexts(const Texts& texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace

absl::StatusOr<model::Vacancy> FromProto(const v1::Vacancy& message) {
  model::Vacancy record;
  record.id = message.id();
  record.title = message.title();
  record.occupation_uri = message.occupation_uri();
  record.skills.reserve(static_cast<size_t>(message.skills_size()));
  for (const v1::VacancySkill& skill : message.skills()) {
    OVERSTAP_ASSIGN_OR_RETURN(const Importance importance, FromProto(skill.importance()));
    record.skills.push_back({skill.uri(), importance});
  }
  record.region = message.region();
  record.postcode = message.postcode();
  record.place = message.place();
  if (message.has_hours_min()) record.hours_min = message.hours_min();
  if (message.has_hours_max()) record.hours_max = message.hours_max();
  if (message.has_level()) record.level = message.level();
  if (message.has_published()) {
    OVERSTAP_ASSIGN_OR_RETURN(record.published, FromProto("published", message.published()));
  }
  if (message.has_closes()) {
    OVERSTAP_ASSIGN_OR_RETURN(record.closes, FromProto("closes", message.closes()));
  }
  record.employer = message.employer();
  record.text = message.text();
  if (message.has_pay_min()) record.pay_min = message.pay_min();
  if (message.has_pay_max()) record.pay_max = message.pay_max();
  return Validated(std::move(record));
}

absl::StatusOr<model::Profile> FromProto(const v1::Profile& message) {
  model::Profile record;
  record.id = message.id();
  for (const v1::WorkExperience& work : message.occupations()) {
    if (!work.has_years()) return Missing("years of an occupation");
    model::WorkExperience experience{work.occupation_uri(), work.years(), std::nullopt};
    if (work.has_until()) experience.until = work.until();
    record.occupations.push_back(std::move(experience));
  }
  for (const v1::Evidence& skill : message.skills()) {
    OVERSTAP_ASSIGN_OR_RETURN(const model::EvidenceKind kind, FromProto(skill.kind()));
    model::Evidence evidence{skill.uri(), kind, std::nullopt};
    if (skill.has_year()) evidence.year = skill.year();
    record.skills.push_back(std::move(evidence));
  }
  record.region = message.region();
  record.postcode = message.postcode();
  record.place = message.place();
  if (message.has_radius_km()) record.radius_km = message.radius_km();
  if (message.has_hours_min()) record.hours_min = message.hours_min();
  if (message.has_hours_max()) record.hours_max = message.hours_max();
  if (message.has_level()) record.level = message.level();
  record.certificates = CopyTexts(message.certificates());
  record.avoids = CopyTexts(message.avoids());
  OVERSTAP_ASSIGN_OR_RETURN(record.dutch, FromProto(message.dutch()));
  if (message.has_keep_until()) {
    OVERSTAP_ASSIGN_OR_RETURN(record.keep_until, FromProto("keep_until", message.keep_until()));
  }
  record.cannot = CopyTexts(message.cannot_uris());
  return Validated(std::move(record));
}

absl::StatusOr<model::Course> FromProto(const v1::Course& message) {
  if (!message.has_hours()) return Missing("hours");
  if (!message.has_weeks()) return Missing("weeks");
  if (!message.has_price_eur()) return Missing("price_eur");
  model::Course record;
  record.id = message.id();
  record.title = message.title();
  record.provider = message.provider();
  record.provider_kind = message.provider_kind();
  record.credential = message.credential();
  record.skills = CopyTexts(message.skill_uris());
  record.requires_ = CopyTexts(message.required_skill_uris());
  record.hours = message.hours();
  record.weeks = message.weeks();
  record.price_eur = message.price_eur();
  OVERSTAP_ASSIGN_OR_RETURN(record.form, FromProto(message.form()));
  if (message.has_level()) record.level = message.level();
  record.region = message.region();
  for (const v1::Date& date : message.starts()) {
    OVERSTAP_ASSIGN_OR_RETURN(const absl::CivilDay start, FromProto("starts", date));
    record.starts.push_back(start);
  }
  record.schemes = CopyTexts(message.scheme_ids());
  record.crebo = message.crebo();
  if (message.has_seats()) record.seats = message.seats();
  return Validated(std::move(record));
}

absl::StatusOr<model::Scheme> FromProto(const v1::Scheme& message) {
  if (!message.has_valid_from()) return Missing("valid_from");
  model::Scheme record;
  record.id = message.id();
  record.name = message.name();
  OVERSTAP_ASSIGN_OR_RETURN(record.valid_from, FromProto("valid_from", message.valid_from()));
  if (message.has_valid_until()) {
    OVERSTAP_ASSIGN_OR_RETURN(record.valid_until, FromProto("valid_until", message.valid_until()));
  }
  OVERSTAP_ASSIGN_OR_RETURN(record.status, FromProto(message.status()));
  OVERSTAP_ASSIGN_OR_RETURN(record.who, FromProto(message.audience()));
  if (message.has_max_eur()) record.max_eur = message.max_eur();
  if (!message.conditions_json().empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(record.conditions_json,
                              CanonicalJsonObject("conditions_json", message.conditions_json()));
  }
  record.source = message.source();
  return Validated(std::move(record));
}

absl::StatusOr<model::Region> FromProto(const v1::Region& message) {
  if (message.code().empty()) return Missing("code");
  if (message.name().empty()) return Missing("name");
  if (!message.has_centroid()) return Missing("centroid");
  OVERSTAP_RETURN_IF_ERROR(model::CheckRegion(message.code()));
  const model::GeoPoint centroid{message.centroid().latitude(), message.centroid().longitude()};
  OVERSTAP_RETURN_IF_ERROR(model::Validate(centroid));
  return model::Region{message.code(), message.name(), centroid};
}

absl::StatusOr<model::Place> FromProto(const v1::Place& message) {
  if (!message.has_point()) return Missing("point");
  return Validated(model::Place{message.postcode(),
                                message.name(),
                                message.region(),
                                {message.point().latitude(), message.point().longitude()}});
}

v1::Vacancy ToProto(const model::Vacancy& record) {
  v1::Vacancy message;
  message.set_id(record.id);
  message.set_title(record.title);
  message.set_occupation_uri(record.occupation_uri);
  for (const model::VacancySkill& skill : record.skills) {
    v1::VacancySkill* added = message.add_skills();
    added->set_uri(skill.skill_uri);
    added->set_importance(ToProto(skill.importance));
  }
  message.set_region(record.region);
  message.set_postcode(record.postcode);
  message.set_place(record.place);
  if (record.hours_min) message.set_hours_min(*record.hours_min);
  if (record.hours_max) message.set_hours_max(*record.hours_max);
  if (record.level) message.set_level(*record.level);
  if (record.published) *message.mutable_published() = ToProto(*record.published);
  if (record.closes) *message.mutable_closes() = ToProto(*record.closes);
  message.set_employer(record.employer);
  message.set_text(record.text);
  if (record.pay_min) message.set_pay_min(*record.pay_min);
  if (record.pay_max) message.set_pay_max(*record.pay_max);
  return message;
}

v1::Profile ToProto(const model::Profile& record) {
  v1::Profile message;
  message.set_id(record.id);
  for (const model::WorkExperience& work : record.occupations) {
    v1::WorkExperience* added = message.add_occupations();
    added->set_occupation_uri(work.occupation_uri);
    added->set_years(work.years);
    if (work.until) added->set_until(*work.until);
  }
  for (const model::Evidence& evidence : record.skills) {
    v1::Evidence* added = message.add_skills();
    added->set_uri(evidence.skill_uri);
    added->set_kind(ToProto(evidence.kind));
    if (evidence.year) added->set_year(*evidence.year);
  }
  message.set_region(record.region);
  message.set_postcode(record.postcode);
  message.set_place(record.place);
  if (record.radius_km) message.set_radius_km(*record.radius_km);
  if (record.hours_min) message.set_hours_min(*record.hours_min);
  if (record.hours_max) message.set_hours_max(*record.hours_max);
  if (record.level) message.set_level(*record.level);
  message.mutable_certificates()->Assign(record.certificates.begin(), record.certificates.end());
  message.mutable_avoids()->Assign(record.avoids.begin(), record.avoids.end());
  if (record.dutch) message.set_dutch(ToProto(*record.dutch));
  if (record.keep_until) *message.mutable_keep_until() = ToProto(*record.keep_until);
  message.mutable_cannot_uris()->Assign(record.cannot.begin(), record.cannot.end());
  return message;
}

v1::Course ToProto(const model::Course& record) {
  v1::Course message;
  message.set_id(record.id);
  message.set_title(record.title);
  message.set_provider(record.provider);
  message.set_provider_kind(record.provider_kind);
  message.set_credential(record.credential);
  message.mutable_skill_uris()->Assign(record.skills.begin(), record.skills.end());
  message.mutable_required_skill_uris()->Assign(record.requires_.begin(), record.requires_.end());
  message.set_hours(record.hours);
  message.set_weeks(record.weeks);
  message.set_price_eur(record.price_eur);
  message.set_form(ToProto(record.form));
  if (record.level) message.set_level(*record.level);
  message.set_region(record.region);
  for (const absl::CivilDay start : record.starts) *message.add_starts() = ToProto(start);
  message.mutable_scheme_ids()->Assign(record.schemes.begin(), record.schemes.end());
  message.set_crebo(record.crebo);
  if (record.seats) message.set_seats(*record.seats);
  return message;
}

v1::Scheme ToProto(const model::Scheme& record) {
  v1::Scheme message;
  message.set_id(record.id);
  message.set_name(record.name);
  *message.mutable_valid_from() = ToProto(record.valid_from);
  if (record.valid_until) *message.mutable_valid_until() = ToProto(*record.valid_until);
  message.set_status(ToProto(record.status));
  message.set_audience(ToProto(record.who));
  if (record.max_eur) message.set_max_eur(*record.max_eur);
  message.set_conditions_json(record.conditions_json);
  message.set_source(record.source);
  return message;
}

v1::Region ToProto(const model::Region& record) {
  v1::Region message;
  message.set_code(record.code);
  message.set_name(record.name);
  message.mutable_centroid()->set_latitude(record.centroid.latitude);
  message.mutable_centroid()->set_longitude(record.centroid.longitude);
  return message;
}

v1::Place ToProto(const model::Place& record) {
  v1::Place message;
  message.set_postcode(record.postcode);
  message.set_name(record.name);
  message.mutable_point()->set_latitude(record.point.latitude);
  message.mutable_point()->set_longitude(record.point.longitude);
  message.set_region(record.region);
  return message;
}

}  // namespace overstap::service
