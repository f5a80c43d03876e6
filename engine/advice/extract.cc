#include "engine/advice/extract.h"

#include <utility>

#include "base/status_macros.h"

namespace overstap::advice {

absl::StatusOr<ExtractResult> Extract(const Context& context, const ExtractParams& params) {
  extract::ExtractParams options;
  options.kind = params.kind;
  OVERSTAP_ASSIGN_OR_RETURN(extract::Extraction found,
                            context.snapshot.extractor().Extract(params.text, options));
  ExtractResult result;
  result.versions = context.snapshot.versions();
  result.kind = found.kind;
  for (extract::FoundOccupation& one : found.occupations) {
    result.occupations.push_back({RefOf(context, one.id), one.score, std::move(one.matched_label),
                                  one.bytes, one.years, one.until});
  }
  for (const extract::FoundSkill& one : found.skills) {
    const auto labels = context.snapshot.taxonomy().Labels(one.id);
    result.skills.push_back({RefOf(context, one.id), one.score, labels[one.label].text, one.bytes,
                             one.section, one.importance, one.years});
  }
  for (const extract::ByteRange bytes : found.unmatched) {
    result.unmatched.push_back({params.text.substr(bytes.begin, bytes.end - bytes.begin), bytes});
  }
  result.licences = std::move(found.licences);
  result.regulations = std::move(found.regulations);
  result.level = std::move(found.level);
  result.hours = found.hours;
  return result;
}

}  // namespace overstap::advice
