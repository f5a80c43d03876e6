#include "engine/advice/warm_up.h"

#include <string>
#include <thread>

#include "absl/time/civil_time.h"
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

void AskForWork(const Context& context, const std::string& occupation) {
  RoutesWithPathsParams routes;
  routes.route.person.occupations = {occupation};
  FindRoutesWithPaths(context, routes).IgnoreError();
  if (!IsAwaited()) return;
  ClosestParams closest;
  closest.occupation = occupation;
  FindClosest(context, closest).IgnoreError();
}

}  // namespace

void WarmUp(const snapshot::Snapshot& snapshot) {
  const Taxonomy& taxonomy = snapshot.taxonomy();
  if (taxonomy.occupation_count() == 0) return;
  const Context context = {snapshot, absl::CivilDay()};
  {
    const std::jthread lookup([&snapshot] { snapshot.lookup().Prepare(); });
    snapshot.suggester().Prepare();
  }
  AskForText(context, LookupKind::kOccupation);
  AskForText(context, LookupKind::kSkill);
  AskForWork(context, std::string(taxonomy.Uri(OccupationId(0))));
  if (!IsAwaited()) return;
  ExtractParams text;
  text.text = kText;
  Extract(context, text).IgnoreError();
}

}  // namespace overstap::advice
