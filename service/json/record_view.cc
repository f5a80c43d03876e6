#include "service/json/record_view.h"

#include <optional>
#include <string>
#include <utility>

#include "service/json/plan_view.h"

namespace overstap::service {
namespace {

Json DayOrNull(const std::optional<absl::CivilDay>& day) {
  return day ? Json(absl::FormatCivilTime(*day)) : Json(nullptr);
}

}  // namespace

Json ToJson(const advice::Context& context, const model::Vacancy& vacancy) {
  Json skills = Json::array();
  for (const model::VacancySkill& skill : vacancy.skills) {
    skills.push_back({{"uri", skill.skill_uri}, {"importance", ImportanceName(skill.importance)}});
  }
  const auto occupation = context.snapshot.taxonomy().FindOccupation(vacancy.occupation_uri);
  return {{"id", vacancy.id},
          {"title", vacancy.title},
          {"occupation", TextOrNull(vacancy.occupation_uri)},
          {"skills", std::move(skills)},
          {"region", TextOrNull(vacancy.region)},
          {"postcode", TextOrNull(vacancy.postcode)},
          {"place", TextOrNull(vacancy.place)},
          {"hours_min", OrNull(vacancy.hours_min)},
          {"hours_max", OrNull(vacancy.hours_max)},
          {"level", OrNull(vacancy.level)},
          {"published", DayOrNull(vacancy.published)},
          {"closes", DayOrNull(vacancy.closes)},
          {"employer", TextOrNull(vacancy.employer)},
          {"text", TextOrNull(vacancy.text)},
          {"pay_min", OrNull(vacancy.pay_min)},
          {"pay_max", OrNull(vacancy.pay_max)},
          {"occupation_label",
           occupation ? Json(advice::RefOf(context, *occupation).label) : Json(nullptr)}};
}

Json ToJson(const model::Course& course) {
  Json starts = Json::array();
  for (const absl::CivilDay day : course.starts) starts.push_back(absl::FormatCivilTime(day));
  return {{"id", course.id},
          {"title", course.title},
          {"provider", course.provider},
          {"provider_kind", TextOrNull(course.provider_kind)},
          {"credential", TextOrNull(course.credential)},
          {"skills", course.skills},
          {"requires", course.requires_},
          {"hours", Rounded(course.hours)},
          {"weeks", Rounded(course.weeks)},
          {"price_eur", Rounded(course.price_eur)},
          {"form", model::CourseFormName(course.form)},
          {"level", OrNull(course.level)},
          {"region", TextOrNull(course.region)},
          {"starts", std::move(starts)},
          {"schemes", course.schemes},
          {"crebo", TextOrNull(course.crebo)},
          {"seats", OrNull(course.seats)}};
}

Json ToJson(const model::Scheme& scheme, absl::CivilDay today) {
  Json conditions = Json::parse(scheme.conditions_json, nullptr, /*allow_exceptions=*/false);
  if (!conditions.is_object()) conditions = Json::object();
  return {{"id", scheme.id},
          {"name", scheme.name},
          {"valid_from", absl::FormatCivilTime(scheme.valid_from)},
          {"valid_until", DayOrNull(scheme.valid_until)},
          {"status", model::SchemeStatusName(scheme.status)},
          {"for", model::SchemeForName(scheme.who)},
          {"max_eur", OrNull(scheme.max_eur)},
          {"conditions", std::move(conditions)},
          {"source", scheme.source},
          {"available", model::IsAvailable(scheme, today)}};
}

Json ToJson(const model::Region& region) {
  return {{"code", region.code},
          {"name", region.name},
          {"latitude", Rounded(region.centroid.latitude)},
          {"longitude", Rounded(region.centroid.longitude)}};
}

}  // namespace overstap::service
