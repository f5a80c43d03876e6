#include "tools/overstap/plan_options.h"

#include "base/day.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/model/pay.h"
#include "tools/overstap/record_file.h"

namespace overstap::cli {

namespace {

void AddYesNo(CLI::App* app, const std::string& name, std::optional<bool>* value,
              const std::string& what) {
  app->add_option(name, *value, what)->check(CLI::IsMember({"yes", "no"}));
}

void AddApplicantOptions(CLI::App* app, model::Applicant* applicant) {
  AddYesNo(app, "--employed", &applicant->employed, "whether the person has work: yes or no");
  AddYesNo(app, "--benefit", &applicant->benefit, "has a benefit of UWV: yes or no");
  AddYesNo(app, "--social-assistance", &applicant->social_assistance,
           "has social assistance of the municipality: yes or no");
  AddYesNo(app, "--new-hire", &applicant->new_hire, "an employer takes the person on: yes or no");
  app->add_option("--employees", applicant->employees, "how many people the employer has");
  app->add_option("--sector", applicant->sector, "of the employer, as schemes name it: metaal");
  AddYesNo(app, "--sector-member", &applicant->sector_member,
           "the employer belongs to the fund of its sector: yes or no");
  AddYesNo(app, "--training-company", &applicant->recognised_training_company,
           "the employer is a recognised training company: yes or no");
  AddYesNo(app, "--employer-pays", &applicant->employer_pays,
           "the employer pays what no scheme pays: yes or no");
}

}  // namespace

absl::StatusOr<plan::PlanParams> StudyOptions::params() const {
  plan::PlanParams params;
  params.minimise = plan::ParseMinimise(minimise).value_or(plan::Minimise::kWeeks);
  params.euros_per_week = euros_per_week;
  params.budget_eur = budget_eur;
  params.hours_a_week = hours_a_week;
  params.travel_km = travel_km;
  params.max_level_step = max_level_step;
  params.applicant = applicant;
  for (const std::string& name : forms) {
    if (const auto form = model::ParseCourseForm(name)) params.forms.push_back(*form);
  }
  if (!start.empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(params.start, DayOf("--start", start));
  }
  return params;
}

absl::StatusOr<absl::CivilDay> DayOf(std::string_view option, const std::string& text) {
  if (const auto day = ParseDay(text)) return *day;
  return absl::InvalidArgumentError(
      StrCat(option, " '", text, "' is not a day such as 2026-11-21"));
}

void AddPersonOptions(CLI::App* app, PersonOptions* options) {
  app->add_option("--profile", options->profile, "file with a profile as JSON");
  app->add_option("--skill", options->skills, "what the person can do; a label or URI, repeatable")
      ->take_all();
  app->add_option("--without-skill", options->cannot,
                  "what the person cannot do, though the work implies it; repeatable")
      ->take_all();
  app->add_option("--region", options->region, "arbeidsmarktregio such as AM06");
  app->add_option("--pay-eur", options->pay_eur,
                  "what the person earns now: gross euros a month, full-time")
      ->check(CLI::Range(model::kLeastPay, model::kMostPay));
  app->add_option("--certificate", options->certificates,
                  "a certificate or licence that the person has, such as 'NEN 3140'; repeatable")
      ->take_all();
  app->add_option("--avoid", options->avoids,
                  "a condition that the person cannot work in, such as ploegendienst; repeatable")
      ->take_all();
  app->add_option("--dutch", options->dutch, "level of Dutch")
      ->check(CLI::IsMember({"A0", "A1", "A2", "B1", "B2", "C1", "C2"}));
}

void AddTextLanguage(CLI::App* app, std::string* language) {
  app->add_option("--language", *language, "of the text: English, or plain Dutch")
      ->check(CLI::IsMember({"en", "nl"}))
      ->capture_default_str();
}

void AddStudyOptions(CLI::App* app, StudyOptions* options) {
  app->add_option("--minimise", options->minimise, "what the plan keeps low")
      ->check(CLI::IsMember({"weeks", "euros", "mix", "finish"}))
      ->capture_default_str();
  app->add_option("--budget-eur", options->budget_eur, "most that the courses may cost together");
  app->add_option("--hours-a-week", options->hours_a_week, "time to study next to work");
  app->add_option("--euros-per-week", options->euros_per_week,
                  "with --minimise mix: what a week less is worth, in euros");
  app->add_option("--start", options->start, "first day of the plan (YYYY-MM-DD), else today");
  app->add_option("--form", options->forms, "only courses of these forms, with commas between")
      ->delimiter(',')
      ->check(CLI::IsMember({"bbl", "bol", "avond", "online", "werkplek"}));
  app->add_option("--travel-km", options->travel_km,
                  "how far to travel to a course, as the crow flies; else as the profile says");
  app->add_option("--max-level-step", options->max_level_step,
                  "only courses at most so many levels above or below the person, 0 to 3");
  AddApplicantOptions(app, &options->applicant);
}

absl::StatusOr<advice::PersonParams> PersonOf(const PersonOptions& options) {
  advice::PersonParams params;
  params.occupations = options.occupations;
  params.skills = options.skills;
  params.cannot = options.cannot;
  params.pay_eur = options.pay_eur;
  params.region = options.region;
  params.certificates = options.certificates;
  params.avoids = options.avoids;
  params.dutch = model::ParseLanguageLevel(options.dutch);
  if (!options.profile.empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(params.profile, ReadProfile(options.profile));
  }
  return params;
}

}  // namespace overstap::cli
