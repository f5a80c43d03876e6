#include "engine/advice/stay_in_techniek.h"

#include <algorithm>

#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::advice {

absl::StatusOr<StayInTechniek> CheckStay(const Context& context, std::string_view name,
                                         std::span<const OccupationId> origin) {
  if (name == kEveryOccupation) name = "";
  OVERSTAP_ASSIGN_OR_RETURN(const transition::Techniek* techniek, ResolveTechniek(context, name));
  StayInTechniek stay;
  stay.applied = std::any_of(origin.begin(), origin.end(), [techniek](OccupationId occupation) {
    return techniek->IsTechnical(occupation);
  });
  stay.name = techniek->definition().name;
  stay.techniek = NameOf(techniek);
  return stay;
}

absl::StatusOr<ClosestWithStay> FindClosestWithStay(const Context& context, ClosestParams params,
                                                    bool stay) {
  ClosestWithStay result;
  if (stay) {
    OVERSTAP_ASSIGN_OR_RETURN(const OccupationId origin,
                              ResolveOccupation(context, params.occupation, nullptr));
    OVERSTAP_ASSIGN_OR_RETURN(result.stay, CheckStay(context, params.techniek, {{origin}}));
    if (result.stay->applied) params.techniek = result.stay->name;
  }
  OVERSTAP_ASSIGN_OR_RETURN(result.closest, FindClosest(context, params));
  return result;
}

}  // namespace overstap::advice
