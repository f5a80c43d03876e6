// The parts of a plan as JSON.
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/json/answers.h"

namespace overstap::service {

inline double Rounded(double value) { return std::round(value * 1e6) / 1e6; }

template <class T>
Json OrNull(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

inline Json OrNull(const std::optional<double>& value) {
  return value ? Json(Rounded(*value)) : Json(nullptr);
}

// Empty: unknown, or not asked.
inline Json TextOrNull(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

Json ToJson(const advice::GapLine& line);
Json ToJson(const advice::Barrier& barrier);
Json ToJson(const advice::DemandLine& line);
Json ToJson(const advice::CourseRef& course);
Json ToJson(const advice::GateLine& line);
Json ToJson(const advice::SchemeLine& line);
Json ToJson(const advice::PayerLine& line);
Json ToJson(const advice::EvcLine& line);
Json ToJson(const advice::RefreshLine& line);
Json ToJson(const advice::CourseLine& line);
Json ToJson(const advice::CoreLine& line);
Json ToJson(const advice::PlanLines& lines);
Json ToJson(const advice::Understood& understood);

template <class T>
Json ArrayOf(const std::vector<T>& items) {
  Json array = Json::array();
  for (const T& item : items) array.push_back(ToJson(item));
  return array;
}

// Only when a question has such URIs: answers in the terms of the taxonomy itself say nothing of
// it.
void AddTranslation(const advice::Translations& translations,
                    const std::vector<std::string>& unmapped, Json* json);

// What a plan and a route say in the same words: destination, coverage, gap, plan.
void AddPlan(const advice::OccupationPlan& plan, Json* json);

}  // namespace overstap::service
