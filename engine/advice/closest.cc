#include "engine/advice/closest.h"

#include <algorithm>
#include <utility>

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

// One of the occupations that were asked about.
struct Origin {
  OccupationId occupation;
  float share = 1;  // what closeness from it counts for
};

bool Holds(std::span<const Origin> origins, OccupationId occupation) {
  return std::any_of(origins.begin(), origins.end(), [occupation](const Origin& origin) {
    return origin.occupation == occupation;
  });
}

std::vector<Neighbour> Nearest(std::span<const float> row, std::span<const Origin> origins,
                               size_t limit, const transition::Techniek* techniek) {
  std::vector<Neighbour> all;
  all.reserve(row.size());
  for (uint32_t i = 0; i < row.size(); ++i) {
    const OccupationId occupation(i);
    if (row[i] <= 0 || Holds(origins, occupation)) continue;
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

// Largest closeness from any origin, times its share.
std::vector<float> BestRow(const snapshot::Snapshot& snapshot, std::span<const Origin> origins) {
  std::vector<float> best(snapshot.taxonomy().occupation_count(), 0);
  std::vector<float> row(best.size());
  for (const Origin& origin : origins) {
    snapshot.closeness().FillRow(origin.occupation, row);
    for (size_t i = 0; i < row.size(); ++i) best[i] = std::max(best[i], row[i] * origin.share);
  }
  return best;
}

// The first of those that are nearest.
const Origin& NearestOrigin(const snapshot::Snapshot& snapshot, std::span<const Origin> origins,
                            OccupationId to) {
  const auto closeness = [&](const Origin& origin) {
    return snapshot.closeness().Closeness(origin.occupation, to) *
           static_cast<double>(origin.share);
  };
  return *std::max_element(origins.begin(), origins.end(), [&](const Origin& a, const Origin& b) {
    return closeness(a) < closeness(b);
  });
}

explain::Node Explain(const snapshot::Snapshot& snapshot, const Origin& from, const Neighbour& to) {
  const transition::ClosenessParts parts =
      snapshot.closeness().Parts(from.occupation, to.occupation);
  explain::Node node{"closeness",
                     "how near the one is to the other in the space of work, whoever asks",
                     static_cast<double>(to.closeness),
                     {}};
  node.Add("likeness", "how alike the work is, by skills, what is broader, words and ISCO group",
           parts.likeness);
  node.Add("step", "share lost to the step in level", parts.step);
  if (from.share < 1) {
    node.Add("translation", "what is left of all this after translating the first",
             static_cast<double>(from.share));
  }
  return node;
}

// What was asked about: one occupation, or all that a URI is translated to.
absl::StatusOr<std::vector<Origin>> OriginsOf(const Context& context, const std::string& asked,
                                              ClosestResult* result) {
  std::vector<Origin> origins;
  if (!context.snapshot.taxonomy().FindOccupation(asked)) {
    for (auto& target : context.snapshot.translator().Occupations(asked)) {
      origins.push_back({target.id, static_cast<float>(target.translation.strength)});
      result->translations.push_back(std::move(target.translation));
    }
  }
  if (origins.empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(const OccupationId origin,
                              ResolveOccupation(context, asked, &result->understood));
    origins.push_back({origin});
  }
  return origins;
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
  result.techniek = NameOf(techniek);
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<Origin> origins,
                            OriginsOf(context, params.occupation, &result));
  result.origin = RefOf(context, origins.front().occupation);
  const Taxonomy& taxonomy = snapshot.taxonomy();
  const std::vector<float> row = BestRow(snapshot, origins);
  for (const Neighbour& near : Nearest(row, origins, params.limit, techniek)) {
    const Origin& origin = NearestOrigin(snapshot, origins, near.occupation);
    const auto gate =
        transition::CheckLevel(taxonomy.Level(origin.occupation), taxonomy.Level(near.occupation));
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
  constexpr uint32_t kRows = transition::ClosenessModel::kRowsAtOnce;
  std::vector<float> rows(size_t{kRows} * count);
  for (uint32_t first = 0; first < count; first += kRows) {
    progress->Update("closest occupations", first, count);
    const uint32_t last = std::min(first + kRows, count);
    snapshot.closeness().FillRows(OccupationId(first), last - first, rows);
    for (uint32_t i = first; i < last; ++i) {
      const Origin origin = {OccupationId(i)};
      const auto row = std::span<const float>(rows).subspan(size_t{i - first} * count, count);
      OVERSTAP_RETURN_IF_ERROR(
          visit(origin.occupation, Nearest(row, {&origin, 1}, limit, nullptr)));
    }
  }
  return absl::OkStatus();
}

}  // namespace overstap::advice
