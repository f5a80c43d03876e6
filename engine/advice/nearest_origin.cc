#include "engine/advice/nearest_origin.h"

namespace overstap::advice {

ConceptRef NearestOrigin(const Context& context, const Person& person, OccupationId destination) {
  ConceptRef nearest;
  double best = -1;
  for (size_t i = 0; i < person.origin.occupations.size(); ++i) {
    const OccupationId occupation = person.origin.occupations[i];
    const double closeness = context.snapshot.step_closeness().Closeness(occupation, destination) *
                             person.origin.ShareOf(i);
    if (closeness <= best) continue;
    best = closeness;
    nearest = RefOf(context, occupation);
  }
  return nearest;
}

}  // namespace overstap::advice
