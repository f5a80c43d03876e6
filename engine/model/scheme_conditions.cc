#include "engine/model/scheme_conditions.h"

#include <algorithm>
#include <string_view>

#include "engine/model/validation.h"

namespace overstap::model {
namespace {

// Collects what fails and what nobody knows.
class Verdict {
 public:
  void Fails(std::string_view key) { failed_.emplace_back(key); }
  void Unknown(std::string_view key) { unknown_.emplace_back(key); }

  void Require(std::string_view key, bool asked, std::optional<bool> is_so) {
    if (!asked) return;
    if (!is_so) {
      Unknown(key);
    } else if (!*is_so) {
      Fails(key);
    }
  }

  template <class T>
  void RequireOneOf(std::string_view key, const std::vector<T>& allowed, const T& value,
                    bool is_known) {
    if (allowed.empty()) return;
    if (!is_known) {
      Unknown(key);
    } else if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
      Fails(key);
    }
  }

  SchemeCheck Result() const {
    if (!failed_.empty()) return {Eligibility::kNo, failed_};
    if (!unknown_.empty()) return {Eligibility::kUnknown, unknown_};
    return {Eligibility::kYes, {}};
  }

 private:
  std::vector<std::string> failed_;
  std::vector<std::string> unknown_;
};

void CheckWorker(const SchemeConditions& conditions, const Applicant& applicant, Verdict* verdict) {
  if (conditions.worker_employed) {
    std::optional<bool> is_so;
    if (applicant.employed) is_so = *applicant.employed == *conditions.worker_employed;
    verdict->Require("worker_employed", true, is_so);
  }
  verdict->Require("benefit", conditions.benefit, applicant.benefit);
  verdict->Require("social_assistance", conditions.social_assistance, applicant.social_assistance);
}

void CheckEmployer(const SchemeConditions& conditions, const Applicant& applicant,
                   Verdict* verdict) {
  if (conditions.employer_max_employees) {
    std::optional<bool> is_so;
    if (applicant.employees) is_so = *applicant.employees <= *conditions.employer_max_employees;
    verdict->Require("employer_max_employees", true, is_so);
  }
  verdict->RequireOneOf("sectors", conditions.sectors, applicant.sector, !applicant.sector.empty());
  verdict->Require("sector_member", conditions.sector_member, applicant.sector_member);
  verdict->Require("recognised_training_company", conditions.recognised_training_company,
                   applicant.recognised_training_company);
  verdict->Require("new_hire", conditions.new_hire, applicant.new_hire);
}

void CheckCourse(const SchemeConditions& conditions, const Course& course, Verdict* verdict) {
  verdict->RequireOneOf("course_forms", conditions.course_forms, course.form, true);
  verdict->RequireOneOf("credentials", conditions.credentials, course.credential,
                        !course.credential.empty());
  verdict->Require("registered_course", conditions.registered_course, std::nullopt);
  verdict->Require("application_rounds", conditions.application_rounds, std::nullopt);
  verdict->Require("adviser_decides", conditions.adviser_decides, std::nullopt);
  for (const std::string& key : conditions.not_understood) verdict->Unknown(key);
}

}  // namespace

absl::Status Validate(const Applicant& applicant) {
  if (!applicant.employees) return absl::OkStatus();
  return CheckRange("employees", *applicant.employees, 0, 1e7);
}

SchemeCheck Check(const Scheme& scheme, const SchemeConditions& conditions,
                  const Applicant& applicant, const Course& course, absl::CivilDay day) {
  if (!IsAvailable(scheme, day)) return {Eligibility::kNo, {"closed"}};
  Verdict verdict;
  CheckWorker(conditions, applicant, &verdict);
  CheckEmployer(conditions, applicant, &verdict);
  CheckCourse(conditions, course, &verdict);
  return verdict.Result();
}

}  // namespace overstap::model
