#include "tools/overstap/plan_options.h"

#include "base/status_macros.h"
#include "tools/overstap/record_file.h"

namespace overstap::cli {

plan::PlanParams StudyOptions::params() const {
  plan::PlanParams params;
  params.minimise = minimise == "euros" ? plan::Minimise::kEuros : plan::Minimise::kWeeks;
  params.budget_eur = budget_eur;
  params.hours_a_week = hours_a_week;
  return params;
}

void AddPersonOptions(CLI::App* app, PersonOptions* options) {
  app->add_option("--profile", options->profile, "file with a profile as JSON");
  app->add_option("--skill", options->skills, "what the person can do; a label or URI, repeatable")
      ->take_all();
  app->add_option("--region", options->region, "arbeidsmarktregio such as AM06");
}

void AddStudyOptions(CLI::App* app, StudyOptions* options) {
  app->add_option("--minimise", options->minimise, "what the plan keeps low")
      ->check(CLI::IsMember({"weeks", "euros"}))
      ->capture_default_str();
  app->add_option("--budget-eur", options->budget_eur, "most that the courses may cost together");
  app->add_option("--hours-a-week", options->hours_a_week, "time to study next to work");
}

absl::StatusOr<advice::PersonParams> PersonOf(const PersonOptions& options) {
  advice::PersonParams params;
  params.occupations = options.occupations;
  params.skills = options.skills;
  params.region = options.region;
  if (!options.profile.empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(params.profile, ReadProfile(options.profile));
  }
  return params;
}

}  // namespace overstap::cli
