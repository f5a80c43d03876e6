#include "engine/model/vacancy.h"

#include "base/status_macros.h"
#include "engine/model/pay.h"
#include "engine/model/place.h"
#include "engine/model/validation.h"

namespace overstap::model {

VacancyFacts FactsOf(const Vacancy& vacancy) {
  return {vacancy.id,        vacancy.region,    NarrowestPlace(vacancy.postcode, vacancy.place),
          vacancy.hours_min, vacancy.hours_max, vacancy.level,
          vacancy.published, vacancy.closes,    MiddleOf(vacancy.pay_min, vacancy.pay_max)};
}

absl::Status Validate(const Vacancy& vacancy) {
  OVERSTAP_RETURN_IF_ERROR(CheckId(vacancy.id));
  OVERSTAP_RETURN_IF_ERROR(CheckRegion(vacancy.region));
  OVERSTAP_RETURN_IF_ERROR(CheckPostcode(vacancy.postcode));
  OVERSTAP_RETURN_IF_ERROR(CheckTown(vacancy.place));
  OVERSTAP_RETURN_IF_ERROR(CheckLevel(vacancy.level));
  OVERSTAP_RETURN_IF_ERROR(CheckHours(vacancy.hours_min, vacancy.hours_max));
  OVERSTAP_RETURN_IF_ERROR(CheckPay(vacancy.pay_min, vacancy.pay_max));
  for (const VacancySkill& skill : vacancy.skills) {
    if (skill.skill_uri.empty()) return absl::InvalidArgumentError("a skill has no uri");
  }
  if (vacancy.published && vacancy.closes && *vacancy.closes < *vacancy.published) {
    return absl::InvalidArgumentError("closes is before published");
  }
  return absl::OkStatus();
}

}  // namespace overstap::model
