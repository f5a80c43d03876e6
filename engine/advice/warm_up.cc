#include "engine/advice/warm_up.h"

#include <string>
#include <thread>

#include "absl/time/civil_time.h"
#include "base/free_memory.h"
#include "base/patience.h"
#include "engine/advice/closest.h"
#include "engine/advice/extract.h"
#include "engine/advice/lookup.h"
#include "engine/advice/paths.h"
#include "engine/advice/suggest.h"

namespace overstap::advice {
namespace {

constexpr const char* kText = "lassen";

void AskForText(const Context& context, LookupKind kind) {
  SuggestParams typed;
  typed.kind = kind;
  typed.text = kText;
  Suggest(context, typed).IgnoreError();
  LookupParams said;
  said.kind = kind;
  said.text = kText;
  LookUp(context, said).IgnoreError();
}

void AskForRoutes(const Context& context, const std::string& occupation) {
  RoutesWithPathsParams routes;
  routes.route.person.occupations = {occupation};
  FindRoutesWithPaths(context, routes).IgnoreError();
}

void AskForClosest(const Context& context, const std::string& occupation) {
  ClosestParams closest;
  closest.occupation = occupation;
  FindClosest(context, closest).IgnoreError();
}

}  // namespace

// In the order in which a person asks who opens the page at once: words while they are typed, the
// routes of one who is known by uri, and then what is said in text, which takes longest. The last
// two want much memory for a while, and not at the same time.
void WarmUp(const snapshot::Snapshot& snapshot) {
  const Taxonomy& taxonomy = snapshot.taxonomy();
  if (taxonomy.occupation_count() == 0) return;
  const Context context = {snapshot, absl::CivilDay()};
  const std::string occupation(taxonomy.Uri(OccupationId(0)));
  {
    const std::jthread typed([&snapshot] { snapshot.suggester().Prepare(); });
    AskForRoutes(context, occupation);
  }
  if (!IsAwaited()) return;
  ReturnFreeMemory();
  AskForText(context, LookupKind::kOccupation);
  AskForText(context, LookupKind::kSkill);
  ReturnFreeMemory();
  if (!IsAwaited()) return;
  ExtractParams text;
  text.text = kText;
  Extract(context, text).IgnoreError();
  ReturnFreeMemory();
  if (!IsAwaited()) return;
  AskForClosest(context, occupation);
  ReturnFreeMemory();
}

}  // namespace overstap::advice
