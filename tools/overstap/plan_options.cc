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
  app->add_option("--certificate", options->certificates,
                  "a certificate or licence that the person has, such as 'NEN 3140'; repeatable")
      ->take_all();
  app->add_option("--avoid", options->avoids,
                  "a condition that the person cannot work in, such as ploegendienst; repeatable")
      ->take_all();
  app->add_option("--dutch", options->dutch, "level of Dutch")
      ->check(CLI::IsMember({"A0", "A1", "A2", "B1", "B2", "C1", "C2"}));
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
  params.certificates = options.certificates;
  params.avoids = options.avoids;
  params.dutch = model::ParseLanguageLevel(options.dutch);
  if (!options.profile.empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(params.profile, ReadProfile(options.profile));
  }
  return params;
}

}  // namespace overstap::cli
