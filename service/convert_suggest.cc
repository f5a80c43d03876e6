#include "service/convert_suggest.h"

#include <optional>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/suggest.h"
#include "engine/model/validation.h"
#include "service/convert_common.h"
#include "service/convert_taxonomy.h"

namespace overstap::service {
namespace {

constexpr size_t kLimit = 10;
constexpr size_t kMaxLimit = 100;

absl::StatusOr<advice::SuggestParams> FromProto(const v1::SuggestRequest& request) {
  advice::SuggestParams params;
  if (!request.text().empty()) OVERSTAP_RETURN_IF_ERROR(CheckAsked("text", request.text()));
  params.text = request.text();
  if (request.kind() == v1::CONCEPT_KIND_SKILL) {
    params.kind = advice::LookupKind::kSkill;
  } else if (request.kind() != v1::CONCEPT_KIND_OCCUPATION) {
    return absl::InvalidArgumentError("kind must be occupation or skill");
  }
  const auto asked = request.has_limit() ? std::optional<int>(request.limit()) : std::nullopt;
  OVERSTAP_ASSIGN_OR_RETURN(params.limit, LimitOr(asked, kLimit, kMaxLimit));
  return params;
}

v1::LookupRequest LookupOf(const v1::StreamLookupRequest& request) {
  v1::LookupRequest lookup;
  lookup.set_kind(request.kind());
  lookup.set_text(request.text());
  if (request.has_limit()) lookup.set_limit(request.limit());
  return lookup;
}

}  // namespace

absl::Status AnswerSuggest(const advice::Context& context, const v1::SuggestRequest& request,
                           v1::SuggestResponse* response) {
  OVERSTAP_ASSIGN_OR_RETURN(const advice::SuggestParams params, FromProto(request));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::SuggestResult result, advice::Suggest(context, params));
  *response->mutable_versions() = ToProto(context.snapshot.versions());
  response->set_text(result.text);
  for (const advice::SuggestHit& hit : result.hits) {
    v1::SuggestResult* added = response->add_results();
    added->set_uri(hit.concept_ref.uri);
    added->set_label(hit.concept_ref.label);
    added->set_matched_label(hit.matched_label);
    added->set_score(hit.score);
    added->set_begin(static_cast<int32_t>(hit.begin));
    added->set_end(static_cast<int32_t>(hit.end));
  }
  return absl::OkStatus();
}

absl::Status AnswerLookup(const advice::Context& context, const v1::StreamLookupRequest& request,
                          v1::StreamLookupResponse* response) {
  if (request.id().size() > model::kMaxIdBytes) {
    return absl::InvalidArgumentError(StrCat("id is longer than ", model::kMaxIdBytes, " bytes"));
  }
  OVERSTAP_ASSIGN_OR_RETURN(const advice::LookupParams params, FromProto(LookupOf(request)));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::LookupResult result, advice::LookUp(context, params));
  v1::LookupResponse answer;
  FillResponse(result, context.snapshot.versions(), &answer);
  response->set_id(request.id());
  response->mutable_versions()->Swap(answer.mutable_versions());
  response->mutable_results()->Swap(answer.mutable_results());
  response->set_text(answer.text());
  return absl::OkStatus();
}

}  // namespace overstap::service
