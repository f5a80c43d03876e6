#include "ingest/record_from_json.h"

#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"
#include "engine/model/validation.h"
#include "ingest/flat_object_reader.h"
#include "ingest/object_reader.h"

namespace overstap::ingest {
namespace {

using nlohmann::json;
constexpr auto kOptional = ObjectReader::kOptional;
constexpr auto kRequired = ObjectReader::kRequired;

// Range checks quote the value, which can be of any length.
absl::Status Shortened(const absl::Status& status) {
  constexpr size_t kMaxBytes = 500;
  return absl::Status(status.code(), ToAbsl(Utf8Prefix(FromAbsl(status.message()), kMaxBytes)));
}

template <class Reader, class Record>
absl::StatusOr<Record> Finished(Reader* reader, Record record) {
  OVERSTAP_RETURN_IF_ERROR(reader->Finish());
  OVERSTAP_RETURN_IF_ERROR(Shortened(Validate(record)));
  return record;
}

template <class Reader>
absl::StatusOr<model::Vacancy> ReadVacancy(Reader reader) {
  model::Vacancy vacancy;
  vacancy.id = reader.Text("id", kRequired);
  vacancy.title = reader.Text("title", kRequired);
  vacancy.occupation_uri = reader.Text("occupation", kOptional);
  reader.Objects("skills", kOptional, [&vacancy](auto& element) {
    model::VacancySkill skill;
    skill.skill_uri = element.Text("uri", kRequired);
    skill.importance = element.Name("importance", Importance::kEssential, ParseImportance);
    vacancy.skills.push_back(std::move(skill));
  });
  vacancy.region = reader.Text("region", kOptional);
  vacancy.postcode = reader.Text("postcode", kOptional);
  vacancy.place = reader.Text("place", kOptional);
  vacancy.hours_min = reader.WholeNumber("hours_min", kOptional);
  vacancy.hours_max = reader.WholeNumber("hours_max", kOptional);
  vacancy.level = reader.WholeNumber("level", kOptional);
  vacancy.published = reader.Date("published", kOptional);
  vacancy.closes = reader.Date("closes", kOptional);
  vacancy.employer = reader.Text("employer", kOptional);
  vacancy.text = reader.Text("text", kOptional);
  vacancy.pay_min = reader.WholeNumber("pay_min", kOptional);
  vacancy.pay_max = reader.WholeNumber("pay_max", kOptional);
  return Finished(&reader, std::move(vacancy));
}

template <class Reader>
absl::StatusOr<model::Profile> ReadProfile(Reader reader) {
  model::Profile profile;
  profile.id = reader.Text("id", kRequired);
  reader.Objects("occupations", kOptional, [&profile](auto& element) {
    model::WorkExperience work;
    work.occupation_uri = element.Text("uri", kRequired);
    work.years = element.Number("years", kRequired).value_or(0);
    work.until = element.WholeNumber("until", kOptional);
    profile.occupations.push_back(std::move(work));
  });
  reader.Objects("skills", kOptional, [&profile](auto& element) {
    model::Evidence evidence;
    evidence.skill_uri = element.Text("uri", kRequired);
    evidence.kind =
        element.Name("evidence", model::EvidenceKind::kClaimed, model::ParseEvidenceKind);
    evidence.year = element.WholeNumber("year", kOptional);
    profile.skills.push_back(std::move(evidence));
  });
  profile.region = reader.Text("region", kOptional);
  profile.postcode = reader.Text("postcode", kOptional);
  profile.place = reader.Text("place", kOptional);
  profile.radius_km = reader.Number("radius_km", kOptional);
  profile.hours_min = reader.WholeNumber("hours_min", kOptional);
  profile.hours_max = reader.WholeNumber("hours_max", kOptional);
  profile.level = reader.WholeNumber("level", kOptional);
  profile.certificates = reader.Texts("certificates", kOptional);
  profile.avoids = reader.Texts("avoids", kOptional);
  profile.dutch =
      reader.template OptionalName<model::LanguageLevel>("dutch", model::ParseLanguageLevel);
  profile.keep_until = reader.Date("keep_until", kOptional);
  profile.cannot = reader.Texts("cannot", kOptional);
  profile.text = reader.Text("text", kOptional);
  return Finished(&reader, std::move(profile));
}

template <class Reader>
absl::StatusOr<model::Course> ReadCourse(Reader reader) {
  model::Course course;
  course.id = reader.Text("id", kRequired);
  course.title = reader.Text("title", kRequired);
  course.provider = reader.Text("provider", kRequired);
  course.provider_kind = reader.Text("provider_kind", kOptional);
  course.credential = reader.Text("credential", kOptional);
  course.skills = reader.Texts("skills", kRequired);
  course.requires_ = reader.Texts("requires", kOptional);
  course.hours = reader.Number("hours", kRequired).value_or(0);
  course.weeks = reader.Number("weeks", kRequired).value_or(0);
  course.price_eur = reader.Number("price_eur", kRequired).value_or(0);
  course.form = reader.Name("form", model::CourseForm::kAvond, model::ParseCourseForm);
  course.level = reader.WholeNumber("level", kOptional);
  course.region = reader.Text("region", kOptional);
  course.starts = reader.Dates("starts", kOptional);
  course.schemes = reader.Texts("schemes", kOptional);
  course.crebo = reader.Text("crebo", kOptional);
  course.seats = reader.WholeNumber("seats", kOptional);
  return Finished(&reader, std::move(course));
}

template <class Reader>
absl::StatusOr<model::Scheme> ReadScheme(Reader reader) {
  model::Scheme scheme;
  scheme.id = reader.Text("id", kRequired);
  scheme.name = reader.Text("name", kRequired);
  scheme.valid_from = reader.Date("valid_from", kRequired).value_or(absl::CivilDay());
  scheme.valid_until = reader.Date("valid_until", kOptional);
  scheme.status = reader.Name("status", model::SchemeStatus::kProposed, model::ParseSchemeStatus);
  scheme.who = reader.Name("for", model::SchemeFor::kBoth, model::ParseSchemeFor);
  scheme.max_eur = reader.Number("max_eur", kOptional);
  scheme.conditions_json = reader.CompactObject("conditions", kRequired);
  scheme.source = reader.Text("source", kRequired);
  return Finished(&reader, std::move(scheme));
}

template <class Reader>
absl::StatusOr<model::Region> ReadRegion(Reader reader) {
  model::Region region;
  region.code = reader.Text("code", kRequired);
  region.name = reader.Text("name", kRequired);
  region.centroid.latitude = reader.Number("latitude", kRequired).value_or(0);
  region.centroid.longitude = reader.Number("longitude", kRequired).value_or(0);
  OVERSTAP_RETURN_IF_ERROR(reader.Finish());
  if (region.code.empty()) return absl::InvalidArgumentError("code is empty");
  if (region.name.empty()) return absl::InvalidArgumentError("name is empty");
  OVERSTAP_RETURN_IF_ERROR(Shortened(model::CheckRegion(region.code)));
  OVERSTAP_RETURN_IF_ERROR(model::Validate(region.centroid));
  return region;
}

template <class Reader>
absl::StatusOr<model::Demand> ReadDemand(Reader reader) {
  model::Demand demand;
  demand.id = reader.Text("id", kRequired);
  std::string occupation = reader.Text("occupation", kOptional);
  std::string isco = reader.Text("isco", kOptional);
  std::string brc = reader.Text("brc", kOptional);
  demand.region = reader.Text("region", kOptional);
  demand.open_vacancies = reader.WholeNumber("open_vacancies", kOptional);
  demand.tension = reader.template OptionalName<model::Tension>("tension", model::ParseTension);
  demand.as_of = reader.Date("as_of", kRequired).value_or(absl::CivilDay());
  demand.source = reader.Text("source", kRequired);
  OVERSTAP_RETURN_IF_ERROR(reader.Finish());
  if (!occupation.empty() + !isco.empty() + !brc.empty() != 1) {
    return absl::InvalidArgumentError(
        "exactly one of the fields 'occupation', 'isco' and 'brc' must say what it is about");
  }
  demand.basis = !occupation.empty() ? model::DemandBasis::kOccupation
                 : !isco.empty()     ? model::DemandBasis::kIsco
                                     : model::DemandBasis::kBrc;
  demand.code = std::move(occupation.empty() ? (isco.empty() ? brc : isco) : occupation);
  OVERSTAP_RETURN_IF_ERROR(Shortened(model::Validate(demand)));
  return demand;
}

template <class Reader>
absl::StatusOr<model::Place> ReadPlace(Reader reader) {
  model::Place place;
  place.postcode = reader.Text("postcode", kOptional);
  place.name = reader.Text("name", kOptional);
  place.region = reader.Text("region", kOptional);
  place.point.latitude = reader.Number("latitude", kRequired).value_or(0);
  place.point.longitude = reader.Number("longitude", kRequired).value_or(0);
  return Finished(&reader, std::move(place));
}

// The root by `read`; nothing when that refuses it.
template <class Record, class Read>
std::optional<Record> FromFlat(const FlatJson& flat, const Read& read) {
  if (flat.values().front().kind != FlatValue::Kind::kObject) return std::nullopt;
  absl::StatusOr<Record> record = read(FlatObjectReader(flat.values(), 0));
  if (!record.ok()) return std::nullopt;
  return *std::move(record);
}

}  // namespace

template <>
absl::StatusOr<model::Vacancy> RecordFromJson(const json& object) {
  return ReadVacancy(ObjectReader(object));
}
template <>
std::optional<model::Vacancy> RecordFromFlatJson(const FlatJson& flat) {
  return FromFlat<model::Vacancy>(flat, [](auto reader) { return ReadVacancy(reader); });
}

template <>
absl::StatusOr<model::Profile> RecordFromJson(const json& object) {
  return ReadProfile(ObjectReader(object));
}
template <>
std::optional<model::Profile> RecordFromFlatJson(const FlatJson& flat) {
  return FromFlat<model::Profile>(flat, [](auto reader) { return ReadProfile(reader); });
}

template <>
absl::StatusOr<model::Course> RecordFromJson(const json& object) {
  return ReadCourse(ObjectReader(object));
}
template <>
std::optional<model::Course> RecordFromFlatJson(const FlatJson& flat) {
  return FromFlat<model::Course>(flat, [](auto reader) { return ReadCourse(reader); });
}

template <>
absl::StatusOr<model::Scheme> RecordFromJson(const json& object) {
  return ReadScheme(ObjectReader(object));
}
template <>
std::optional<model::Scheme> RecordFromFlatJson(const FlatJson& flat) {
  return FromFlat<model::Scheme>(flat, [](auto reader) { return ReadScheme(reader); });
}

template <>
absl::StatusOr<model::Region> RecordFromJson(const json& object) {
  return ReadRegion(ObjectReader(object));
}
template <>
std::optional<model::Region> RecordFromFlatJson(const FlatJson& flat) {
  return FromFlat<model::Region>(flat, [](auto reader) { return ReadRegion(reader); });
}

template <>
absl::StatusOr<model::Demand> RecordFromJson(const json& object) {
  return ReadDemand(ObjectReader(object));
}
template <>
std::optional<model::Demand> RecordFromFlatJson(const FlatJson& flat) {
  return FromFlat<model::Demand>(flat, [](auto reader) { return ReadDemand(reader); });
}

template <>
absl::StatusOr<model::Place> RecordFromJson(const json& object) {
  return ReadPlace(ObjectReader(object));
}
template <>
std::optional<model::Place> RecordFromFlatJson(const FlatJson& flat) {
  return FromFlat<model::Place>(flat, [](auto reader) { return ReadPlace(reader); });
}

}  // namespace overstap::ingest
