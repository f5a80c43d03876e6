#include "service/convert_region.h"

#include "base/status_macros.h"
#include "base/strings.h"
#include "service/convert_common.h"
#include "service/convert_dates.h"
#include "service/convert_demand.h"
#include "service/convert_plan.h"
#include "service/convert_records.h"

namespace overstap::service {
namespace {

constexpr int kMaxGroups = 300;

v1::UnplacedReason ToProto(advice::UnplacedReason reason) {
  switch (reason) {
    case advice::UnplacedReason::kNothingKnown:
      return v1::UNPLACED_REASON_NOTHING_KNOWN;
    case advice::UnplacedReason::kNothingNear:
      return v1::UNPLACED_REASON_NOTHING_NEAR;
    case advice::UnplacedReason::kLevel:
      return v1::UNPLACED_REASON_LEVEL;
    case advice::UnplacedReason::kNoVacancies:
      return v1::UNPLACED_REASON_NO_VACANCIES;
    case advice::UnplacedReason::kTooLong:
      return v1::UNPLACED_REASON_TOO_LONG;
    case advice::UnplacedReason::kVacanciesTaken:
      return v1::UNPLACED_REASON_VACANCIES_TAKEN;
    case advice::UnplacedReason::kNoSeats:
      return v1::UNPLACED_REASON_NO_SEATS;
  }
  return v1::UNPLACED_REASON_UNSPECIFIED;
}

v1::CourseReference ToProto(const advice::CourseRef& course) {
  v1::CourseReference message;
  message.set_course_id(course.id);
  message.set_title(course.title);
  return message;
}

v1::SurplusOccupation ToProto(const advice::SurplusLine& line) {
  v1::SurplusOccupation message;
  *message.mutable_occupation() = service::ToProto(line.occupation);
  message.set_people_count(line.people);
  if (line.vacancies) message.set_vacancy_count(*line.vacancies);
  message.set_move_count(line.moves);
  *message.mutable_demand() = service::ToProto(line.demand);
  return message;
}

v1::ShortageOccupation ToProto(const advice::ShortageLine& line) {
  v1::ShortageOccupation message;
  *message.mutable_occupation() = service::ToProto(line.occupation);
  message.set_vacancy_count(line.vacancies);
  if (line.people) message.set_people_count(*line.people);
  if (line.demand.tension) message.set_tension(*line.demand.tension);
  *message.mutable_demand() = service::ToProto(line.demand);
  if (line.level) message.set_level(*line.level);
  message.set_move_count(line.moves);
  message.set_course_count(line.courses);
  message.set_course_start_count(line.course_starts);
  if (line.seats) message.set_seat_count(*line.seats);
  return message;
}

v1::OccupationMove ToProto(const advice::MoveLine& line) {
  v1::OccupationMove message;
  *message.mutable_origin() = service::ToProto(line.origin);
  *message.mutable_destination() = service::ToProto(line.destination);
  message.set_people_count(line.people);
  message.set_score(line.score);
  message.set_coverage(line.coverage);
  if (line.level_gap) message.set_level_gap(*line.level_gap);
  message.set_weeks(line.weeks);
  message.set_missing_count(line.missing);
  message.set_open_skill_count(line.open_skills);
  return message;
}

v1::MissingSkill ToProto(const advice::MissingLine& line) {
  v1::MissingSkill message;
  *message.mutable_skill() = service::ToProto(line.skill);
  message.set_move_count(line.moves);
  message.set_people_count(line.people);
  message.set_course_count(line.courses);
  return message;
}

v1::UnlockingCourse ToProto(const advice::UnlockLine& line) {
  v1::UnlockingCourse message;
  message.set_course_id(line.course.id);
  message.set_title(line.course.title);
  message.set_weeks(line.weeks);
  message.set_unlocked_count(line.unlocks);
  message.set_served_count(line.serves);
  message.set_people_count(line.people);
  message.set_start_count(line.starts);
  if (line.seats) message.set_seat_count(*line.seats);
  return message;
}

v1::PlacedGroup ToProto(const advice::PlacedPeople& placed) {
  v1::PlacedGroup message;
  message.set_group_id(placed.group);
  message.set_people_count(placed.people);
  *message.mutable_occupation() = service::ToProto(placed.work.occupation);
  message.set_region(placed.work.region);
  message.set_score(placed.score);
  message.set_weeks(placed.weeks);
  message.set_open_skill_count(placed.open_skills);
  for (const advice::CourseRef& course : placed.courses) *message.add_courses() = ToProto(course);
  return message;
}

v1::UnplacedGroup ToProto(const advice::UnplacedPeople& unplaced) {
  v1::UnplacedGroup message;
  message.set_group_id(unplaced.group);
  message.set_people_count(unplaced.people);
  message.set_reason(ToProto(unplaced.reason));
  if (unplaced.nearest) *message.mutable_nearest() = service::ToProto(*unplaced.nearest);
  return message;
}

v1::PlacementLever ToProto(const advice::Lever& lever) {
  v1::PlacementLever message;
  if (lever.work) {
    *message.mutable_occupation() = service::ToProto(lever.work->occupation);
    message.set_region(lever.work->region);
  }
  if (lever.course) *message.mutable_course() = ToProto(*lever.course);
  message.set_available_count(lever.available);
  message.set_more_used_count(lever.more_used);
  message.set_more_placed_count(lever.more_placed);
  message.set_more_weeks(lever.more_weeks);
  return message;
}

template <class Lines, class Messages>
void Fill(const Lines& lines, Messages* messages) {
  for (const auto& line : lines) *messages->Add() = ToProto(line);
}

absl::Status AddGroups(const v1::PlaceCohortRequest& request, advice::PlaceParams* params) {
  if (request.groups_size() > kMaxGroups) {
    return absl::InvalidArgumentError(
        StrCat("groups has more than ", kMaxGroups, " elements; the command line takes more"));
  }
  for (const v1::CohortGroup& group : request.groups()) {
    if (!group.has_profile()) return absl::InvalidArgumentError("a group has no profile");
    model::CohortGroup added;
    OVERSTAP_ASSIGN_OR_RETURN(added.profile, FromProto(group.profile()));
    if (group.has_people_count()) added.people = group.people_count();
    params->groups.push_back(std::move(added));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<advice::RegionReportParams> FromProto(const v1::ReportRegionRequest& request) {
  advice::RegionReportParams params;
  params.region = request.region();
  params.techniek = request.techniek();
  if (request.has_min_score()) params.min_score = request.min_score();
  std::optional<int> limit;
  if (request.has_limit()) limit = request.limit();
  OVERSTAP_ASSIGN_OR_RETURN(params.limit, LimitOr(limit, params.limit, 1000));
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  return params;
}

absl::StatusOr<advice::PlaceParams> FromProto(const v1::PlaceCohortRequest& request) {
  advice::PlaceParams params;
  OVERSTAP_RETURN_IF_ERROR(AddGroups(request, &params));
  params.techniek = request.techniek();
  if (request.has_min_score()) params.min_score = request.min_score();
  if (request.has_max_weeks()) params.max_weeks = request.max_weeks();
  if (request.has_radius_km()) params.radius_km = request.radius_km();
  std::optional<int> ways;
  if (request.has_way_limit()) ways = request.way_limit();
  OVERSTAP_ASSIGN_OR_RETURN(params.ways, LimitOr(ways, params.ways, 100));
  OVERSTAP_ASSIGN_OR_RETURN(params.plan, FromProto(request.plan()));
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  return params;
}

void FillResponse(const advice::RegionReport& report, v1::ReportRegionResponse* response) {
  *response->mutable_versions() = ToProto(report.versions);
  *response->mutable_as_of() = ToProto(report.as_of);
  response->set_region(report.region);
  response->set_region_name(report.region_name.value_or(""));
  response->set_techniek(report.techniek);
  response->set_people_count(report.people);
  if (report.vacancies) response->set_vacancy_count(*report.vacancies);
  Fill(report.surplus, response->mutable_surplus());
  Fill(report.shortage, response->mutable_shortage());
  Fill(report.moves, response->mutable_moves());
  Fill(report.missing, response->mutable_missing_skills());
  Fill(report.courses, response->mutable_courses());
}

void FillResponse(const advice::PlaceResult& result, v1::PlaceCohortResponse* response) {
  *response->mutable_versions() = ToProto(result.versions);
  *response->mutable_as_of() = ToProto(result.as_of);
  response->set_techniek(result.techniek);
  response->set_people_count(result.people);
  response->set_placed_count(result.placed);
  response->set_weeks(result.weeks);
  response->set_optimal(result.optimal);
  response->set_most_placed_count(result.most_placed);
  if (result.vacancies) response->set_vacancy_count(*result.vacancies);
  response->set_without_region_count(result.without_region);
  response->set_unlimited_course_count(result.courses_unlimited);
  Fill(result.placements, response->mutable_placements());
  Fill(result.unplaced, response->mutable_unplaced());
  Fill(result.levers, response->mutable_levers());
  response->mutable_unknown_uris()->Assign(result.unknown_uris.begin(), result.unknown_uris.end());
}

}  // namespace overstap::service
