#include "engine/advice/nearest_origin.h"

namespace overstap::advice {

ConceptRef NearestOrigin(const Context& context, const Person& person, OccupationId destination) {
  const auto& occupations = person.origin.occupations;
  if (occupations.size() == 1) return RefOf(context, occupations.front());
  ConceptRef nearest;
  double best = -1;
  for (size_t i = 0; i < occupations.size(); ++i) {
    const OccupationId occupation = occupations[i];
    const double closeness = context.snapshot.step_closeness().Closeness(occupation, destination) *
                             person.origin.ShareOf(i);
    if (closeness <= best) continue;
    best = closeness;
    nearest = RefOf(context, occupation);
  }
  return nearest;
}

}  // namespace overstap::advice
