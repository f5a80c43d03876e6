#include "service/convert_paths.h"

#include "service/convert_common.h"
#include "service/convert_dates.h"
#include "service/convert_plan.h"

namespace overstap::service {
namespace {

v1::PathCourse CourseOf(const advice::CourseRef& course) {
  v1::PathCourse message;
  message.set_course_id(course.id);
  message.set_title(course.title);
  return message;
}

v1::PathHop HopOf(const advice::HopLine& hop) {
  v1::PathHop message;
  if (!hop.from.uri.empty()) *message.mutable_from() = ToProto(hop.from);
  *message.mutable_to() = ToProto(hop.to);
  message.set_coverage(hop.coverage);
  if (hop.level_gap) message.set_level_gap(*hop.level_gap);
  message.set_required_count(hop.required);
  message.set_met_count(hop.met);
  *message.mutable_begins() = ToProto(hop.begins);
  *message.mutable_finish() = ToProto(hop.finish);
  message.set_weeks(hop.weeks);
  message.set_hours(hop.hours);
  message.set_cost_eur(hop.cost_eur);
  for (const advice::CourseRef& course : hop.courses) *message.add_courses() = CourseOf(course);
  for (const advice::ConceptRef& skill : hop.uncovered) *message.add_uncovered() = ToProto(skill);
  message.mutable_closed_gates()->Assign(hop.closed_gates.begin(), hop.closed_gates.end());
  if (hop.vacancies.region) message.set_region_vacancy_count(*hop.vacancies.region);
  if (hop.vacancies.within_radius) {
    message.set_radius_vacancy_count(*hop.vacancies.within_radius);
  }
  if (hop.km) message.set_distance_km(*hop.km);
  return message;
}

template <class Message>
void SetIncome(const advice::IncomeLine& income, Message* message) {
  if (income.pay) {
    message->mutable_pay()->set_month_eur(income.pay->month_eur);
    message->mutable_pay()->set_vacancy_count(income.pay->vacancies);
  }
  if (income.change_eur) message->set_income_change_eur(*income.change_eur);
}

v1::PayNow NowOf(const advice::PayNow& now) {
  v1::PayNow message;
  message.set_month_eur(now.month_eur);
  if (!now.of_work) return message;
  *message.mutable_work() = ToProto(now.work);
  message.set_vacancy_count(now.of_work->vacancies);
  return message;
}

v1::WorkInBetween WorkOf(const advice::WorkBetween& work) {
  v1::WorkInBetween message;
  *message.mutable_occupation() = ToProto(work.occupation);
  *message.mutable_begins() = ToProto(work.begins);
  *message.mutable_ends() = ToProto(work.ends);
  message.set_weeks(work.weeks());
  for (const advice::ConceptRef& skill : work.skills) *message.add_skills() = ToProto(skill);
  if (work.vacancies.region) message.set_region_vacancy_count(*work.vacancies.region);
  if (work.vacancies.within_radius) {
    message.set_radius_vacancy_count(*work.vacancies.within_radius);
  }
  if (work.km) message.set_distance_km(*work.km);
  SetIncome(work.income, &message);
  return message;
}

v1::OccupationPath PathOf(const advice::PathLine& path, bool explain) {
  v1::OccupationPath message;
  for (const advice::HopLine& hop : path.hops) *message.add_hops() = HopOf(hop);
  for (const advice::WorkBetween& work : path.between) *message.add_in_between() = WorkOf(work);
  message.set_weeks(path.weeks);
  message.set_hours(path.hours);
  message.set_cost_eur(path.cost_eur);
  message.set_uncovered_most_count(path.open);
  if (path.km) message.set_distance_km(*path.km);
  message.set_years_between(path.years_between);
  message.set_paid_weeks(path.paid_weeks);
  message.set_on_front(path.on_front);
  if (path.dip_eur) message.set_income_dip_eur(static_cast<int>(*path.dip_eur));
  if (explain) *message.mutable_explanation() = ToProto(path.explanation);
  return message;
}

v1::JobEntrance EntranceOf(const advice::EntranceLine& line) {
  v1::JobEntrance message;
  *message.mutable_course() = CourseOf(line.course);
  message.set_weeks(line.weeks);
  *message.mutable_begins() = ToProto(line.days.begin);
  message.set_start_basis(ToProto(line.days.basis));
  message.set_coverage(line.coverage);
  return message;
}

}  // namespace

v1::PathsTo ToProto(const advice::PathsTo& to, bool explain) {
  v1::PathsTo message;
  message.set_direct_possible(to.direct_possible);
  message.set_direct_on_front(to.direct_on_front);
  SetIncome(to.income, &message);
  for (const advice::PathLine& path : to.paths) *message.add_paths() = PathOf(path, explain);
  if (to.entrance) *message.mutable_entrance() = EntranceOf(*to.entrance);
  return message;
}

v1::PathsBasis BasisOf(const advice::PathsResult& paths) {
  v1::PathsBasis message;
  message.set_vacancies_known(paths.vacancies_known);
  message.set_travel_known(paths.travel_known);
  message.set_none_near(paths.none_near);
  if (paths.pay_now) *message.mutable_pay_now() = NowOf(*paths.pay_now);
  return message;
}

v1::StayInTechniek ToProto(const advice::StayInTechniek& stay) {
  v1::StayInTechniek message;
  message.set_applied(stay.applied);
  message.set_techniek(stay.techniek);
  return message;
}

}  // namespace overstap::service
