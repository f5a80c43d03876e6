#include "engine/advice/suggest.h"

#include "base/status_macros.h"

namespace overstap::advice {
namespace {

template <class Id>
void AddHits(const Context& context, const std::vector<text::Suggestion<Id>>& suggestions,
             SuggestResult* result) {
  for (const text::Suggestion<Id>& suggestion : suggestions) {
    result->hits.push_back({RefOf(context, suggestion.id), suggestion.label->text, suggestion.score,
                            suggestion.highlight.begin, suggestion.highlight.end});
  }
}

}  // namespace

absl::Status SuggestParams::Validate() const {
  if (limit >= 1 && limit <= 100) return absl::OkStatus();
  return absl::InvalidArgumentError("limit must be between 1 and 100");
}

absl::StatusOr<SuggestResult> Suggest(const Context& context, const SuggestParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  SuggestResult result;
  result.text = params.text;
  const text::Suggester& suggester = context.snapshot.suggester();
  if (params.kind == LookupKind::kOccupation) {
    AddHits(context, suggester.Occupations(params.text, params.limit, context.languages), &result);
  } else {
    AddHits(context, suggester.Skills(params.text, params.limit, context.languages), &result);
  }
  return result;
}

}  // namespace overstap::advice
