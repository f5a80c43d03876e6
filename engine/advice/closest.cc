#include "engine/advice/closest.h"

#include <algorithm>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/transition/level_gate.h"

namespace overstap::advice {
namespace {

constexpr size_t kMaxLimit = 10'000;

absl::Status CheckLimit(size_t limit) {
  if (limit >= 1 && limit <= kMaxLimit) return absl::OkStatus();
  return absl::InvalidArgumentError(StrCat("limit must be between 1 and ", kMaxLimit));
}

std::vector<Neighbour> Nearest(std::span<const float> row, OccupationId origin, size_t limit,
                               const transition::Techniek* techniek) {
  std::vector<Neighbour> all;
  all.reserve(row.size());
  for (uint32_t i = 0; i < row.size(); ++i) {
    const OccupationId occupation(i);
    if (occupation == origin || row[i] <= 0) continue;
    if (techniek != nullptr && !techniek->IsTechnical(occupation)) continue;
    all.push_back({occupation, row[i]});
  }
  const auto kept = static_cast<std::ptrdiff_t>(std::min(limit, all.size()));
  std::partial_sort(
      all.begin(), all.begin() + kept, all.end(), [](const Neighbour& a, const Neighbour& b) {
        return a.closeness != b.closeness ? a.closeness > b.closeness : a.occupation < b.occupation;
      });
  all.resize(static_cast<size_t>(kept));
  return all;
}

explain::Node Explain(const snapshot::Snapshot& snapshot, OccupationId from, const Neighbour& to) {
  const transition::ClosenessParts parts = snapshot.closeness().Parts(from, to.occupation);
  explain::Node node{
      "closeness", "how near the one is to the other", static_cast<double>(to.closeness), {}};
  node.Add("coverage", "what the first asks covers of what the second asks", parts.coverage);
  node.Add("overlap", "what both ask, rare skills counting more", parts.overlap);
  node.Add("hierarchy", "the same with all that is broader", parts.hierarchy);
  node.Add("isco", "shared digits of the ISCO-08 code", parts.isco);
  return node;
}

}  // namespace

absl::Status ClosestParams::Validate() const { return CheckLimit(limit); }

absl::StatusOr<ClosestResult> FindClosest(const Context& context, const ClosestParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  const snapshot::Snapshot& snapshot = context.snapshot;
  OVERSTAP_ASSIGN_OR_RETURN(const transition::Techniek* techniek,
                            ResolveTechniek(context, params.techniek));
  ClosestResult result;
  result.versions = snapshot.versions();
  if (techniek != nullptr) {
    result.techniek = StrCat(techniek->definition().name, " ", techniek->definition().version);
  }
  OVERSTAP_ASSIGN_OR_RETURN(const OccupationId origin,
                            ResolveOccupation(context, params.occupation, &result.understood));
  result.origin = RefOf(context, origin);
  const Taxonomy& taxonomy = snapshot.taxonomy();
  std::vector<float> row(taxonomy.occupation_count());
  snapshot.closeness().FillRow(origin, row);
  for (const Neighbour& near : Nearest(row, origin, params.limit, techniek)) {
    const auto gate =
        transition::CheckLevel(taxonomy.Level(origin), taxonomy.Level(near.occupation));
    result.items.push_back({RefOf(context, near.occupation), static_cast<double>(near.closeness),
                            gate.gap, Explain(snapshot, origin, near)});
  }
  return result;
}

absl::Status ForEachClosest(
    const snapshot::Snapshot& snapshot, size_t limit, Progress* progress,
    const std::function<absl::Status(OccupationId, std::span<const Neighbour>)>& visit) {
  OVERSTAP_RETURN_IF_ERROR(CheckLimit(limit));
  const auto count = static_cast<uint32_t>(snapshot.taxonomy().occupation_count());
  std::vector<float> row(count);
  for (uint32_t i = 0; i < count; ++i) {
    if (i % 100 == 0) progress->Update("closest occupations", i, count);
    snapshot.closeness().FillRow(OccupationId(i), row);
    OVERSTAP_RETURN_IF_ERROR(visit(OccupationId(i), Nearest(row, OccupationId(i), limit, nullptr)));
  }
  return absl::OkStatus();
}

}  // namespace overstap::advice
