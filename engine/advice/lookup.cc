#include "engine/advice/lookup.h"

#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::advice {
namespace {

std::string_view Meaning(text::Feature feature) {
  switch (feature) {
    case text::Feature::kLetters:
      return "spelt like a label";
    case text::Feature::kLettersPreferred:
      return "spelt like a preferred label";
    case text::Feature::kDice:
      return "words that text and label share";
    case text::Feature::kTextCovered:
      return "how much of the text the label says";
    case text::Feature::kLabelCovered:
      return "how much of the label the text says";
    case text::Feature::kConceptCovers:
      return "how much of the text all labels say";
    case text::Feature::kHead:
      return "the same kind of work or action";
    case text::Feature::kPassages:
      return "how much of the text the description says";
    case text::Feature::kOwnLanguage:
      return "has a Dutch name";
    case text::Feature::kSameText:
      return "a label is the same text";
    case text::Feature::kSamePreferred:
      return "a preferred label is the same text";
    case text::Feature::kCount:
      break;
  }
  return "";
}

// Each measure with what it adds to the ranking score; those that add nothing are left out.
template <class Id>
explain::Node Explain(const text::Match<Id>& match, const text::Ranking& ranking) {
  explain::Node root{
      "lookup_score", StrCat("by the label '", match.matched_label, "'"), match.score, {}};
  for (size_t i = 0; i < text::kFeatureCount; ++i) {
    const double added = ranking.weights[i] * match.features[i];
    if (match.features[i] == 0 || added == 0) continue;
    const auto feature = static_cast<text::Feature>(i);
    explain::Node& node = root.Add(StrCat("lookup_", text::FeatureName(feature)),
                                   std::string(Meaning(feature)), match.features[i]);
    node.Add("adds_to_ranking", "measure times weight", added);
  }
  return root;
}

template <class Id>
void AddHits(const Context& context, const std::vector<text::Match<Id>>& matches,
             const text::Ranking& ranking, bool explain, LookupResult* result) {
  for (const text::Match<Id>& match : matches) {
    LookupHit hit{
        RefOf(context, match.id), match.score, match.matched_label, text::IsRecognised(match), {}};
    if (explain) hit.explanation = Explain(match, ranking);
    result->hits.push_back(std::move(hit));
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
    AddHits(context, lookup.FindOccupations(params.text, params.limit),
            lookup.knowledge().occupations, params.explain, &result);
  } else {
    AddHits(context, lookup.FindSkills(params.text, params.limit), lookup.knowledge().skills,
            params.explain, &result);
  }
  return result;
}

}  // namespace overstap::advice
