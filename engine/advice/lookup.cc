#include "engine/advice/lookup.h"

#include "base/status_macros.h"

namespace overstap::advice {
namespace {

template <class Id>
void AddHits(const Context& context, const std::vector<text::Match<Id>>& matches,
             LookupResult* result) {
  for (const text::Match<Id>& match : matches) {
    result->hits.push_back({RefOf(context, match.id), match.score, match.matched_label});
  }
}

}  // namespace

absl::Status LookupParams::Validate() const {
  if (limit >= 1 && limit <= 100) return absl::OkStatus();
  return absl::InvalidArgumentError("limit must be between 1 and 100");
}

absl::StatusOr<LookupResult> LookUp(const Context& context, const LookupParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  LookupResult result;
  result.text = params.text;
  const text::Lookup& lookup = context.snapshot.lookup();
  if (params.kind == LookupKind::kOccupation) {
    AddHits(context, lookup.FindOccupations(params.text, params.limit), &result);
  } else {
    AddHits(context, lookup.FindSkills(params.text, params.limit), &result);
  }
  return result;
}

}  // namespace overstap::advice
