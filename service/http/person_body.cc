#include "service/http/person_body.h"

#include <string>

#include "engine/model/pay.h"

namespace overstap::http {
namespace {

constexpr double kMaxEur = 1'000'000;
constexpr double kMaxEurPerWeek = 100'000;
constexpr double kMaxHoursAWeek = 80;
constexpr double kMaxKm = 500;
constexpr int kMaxLevelStep = 3;
constexpr int kMaxEmployees = 10'000'000;

void ReadApplicant(BodyReader& body, model::Applicant* applicant) {
  applicant->employed = body.Flag("employed");
  applicant->benefit = body.Flag("benefit");
  applicant->social_assistance = body.Flag("social_assistance");
  applicant->new_hire = body.Flag("new_hire");
  applicant->employees = body.Whole("employees", 0, kMaxEmployees);
  applicant->sector = body.Text("sector");
  applicant->sector_member = body.Flag("sector_member");
  applicant->recognised_training_company = body.Flag("training_company");
  applicant->employer_pays = body.Flag("employer_pays");
}

std::vector<model::CourseForm> ReadForms(BodyReader* body) {
  std::vector<model::CourseForm> forms;
  for (const std::string& name : body->Texts("forms")) {
    if (const auto form = model::ParseCourseForm(name)) {
      forms.push_back(*form);
    } else {
      body->Fail("forms", "value", "forms must be of bbl, bol, avond, online, werkplek");
    }
  }
  return forms;
}

}  // namespace

advice::PersonParams ReadPerson(const AskCall& call, const advice::Context& context,
                                BodyReader* body) {
  advice::PersonParams person;
  person.profile = ReadRecord<model::Profile>("profile", context, call.readers.profile, body);
  person.occupations = body->Texts("occupations");
  person.skills = body->Texts("skills");
  person.region = body->Text("region");
  person.certificates = body->Texts("certificates");
  person.avoids = body->Texts("avoids");
  person.cannot = body->Texts("cannot");
  person.pay_eur = body->Whole("pay_eur", model::kLeastPay, model::kMostPay);
  person.dutch =
      body->Name("dutch", [](std::string_view name) { return model::ParseLanguageLevel(name); });
  return person;
}

plan::PlanParams ReadStudy(BodyReader* body) {
  plan::PlanParams params;
  params.minimise =
      body->Name("minimise", [](std::string_view name) { return plan::ParseMinimise(name); })
          .value_or(params.minimise);
  params.euros_per_week = body->Number("euros_per_week", 0, kMaxEurPerWeek);
  params.budget_eur = body->Number("budget_eur", 0, kMaxEur);
  params.hours_a_week = body->Number("hours_a_week", 0, kMaxHoursAWeek);
  params.travel_km = body->Number("travel_km", 0, kMaxKm);
  params.max_level_step = body->Whole("max_level_step", 0, kMaxLevelStep);
  params.forms = ReadForms(body);
  if (const auto start = body->Day("start")) params.start = *start;
  body->Object("applicant", [&](BodyReader& inner) { ReadApplicant(inner, &params.applicant); });
  return params;
}

}  // namespace overstap::http
