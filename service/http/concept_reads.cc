// Occupations and skills: suggestions, lists and one at a time.
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/lookup.h"
#include "engine/advice/suggest.h"
#include "service/http/concept_names.h"
#include "service/http/handlers.h"
#include "service/http/pages.h"
#include "service/http/query_reader.h"
#include "service/json/concept_view.h"
#include "service/json/plan_view.h"
#include "service/json/suggest_view.h"

namespace overstap::http {
namespace {

constexpr size_t kMaxTextBytes = 1000;
constexpr size_t kMaxHits = 100;

size_t CountOf(const Taxonomy& taxonomy, OccupationId) { return taxonomy.occupation_count(); }
size_t CountOf(const Taxonomy& taxonomy, SkillId) { return taxonomy.skill_count(); }

std::optional<OccupationId> Find(const Taxonomy& taxonomy, std::string_view uri, OccupationId) {
  return taxonomy.FindOccupation(uri);
}
std::optional<SkillId> Find(const Taxonomy& taxonomy, std::string_view uri, SkillId) {
  return taxonomy.FindSkill(uri);
}

template <class Id>
std::optional<Id> Named(const Taxonomy& taxonomy, std::string_view name) {
  if (const auto found = Find(taxonomy, name, Id(0))) return found;
  for (uint32_t i = 0; i < CountOf(taxonomy, Id(0)); ++i) {
    if (service::LastPart(taxonomy.Uri(Id(i))) == name) return Id(i);
  }
  return std::nullopt;
}

advice::LookupKind KindOf(OccupationId) { return advice::LookupKind::kOccupation; }
advice::LookupKind KindOf(SkillId) { return advice::LookupKind::kSkill; }

// What the text means, best first.
template <class Id>
absl::StatusOr<ReadAnswer> ListMeant(const ReadCall& call, const advice::Context& context,
                                     const Page& page, std::string text) {
  advice::LookupParams params;
  params.kind = KindOf(Id(0));
  params.text = std::move(text);
  params.limit = kMaxHits;
  OVERSTAP_ASSIGN_OR_RETURN(const advice::LookupResult result, advice::LookUp(context, params));
  return PageOf(call, page, result.hits, [&](const advice::LookupHit& hit) {
    Json item =
        service::ItemOf(context, *Find(context.snapshot.taxonomy(), hit.concept_ref.uri, Id(0)));
    item["score"] = service::Rounded(hit.score);
    item["matched_label"] = hit.matched_label;
    return item;
  });
}

template <class Id>
absl::StatusOr<ReadAnswer> List(const ReadCall& call) {
  QueryReader query(call.target, call.faults);
  std::string text = query.Text("q", kMaxTextBytes);
  const advice::Context context = call.world.In(query.Languages());
  const Page page = ReadPage(&query);
  OVERSTAP_RETURN_IF_ERROR(query.Finish());
  if (!text.empty()) return ListMeant<Id>(call, context, page, std::move(text));
  const size_t total = CountOf(context.snapshot.taxonomy(), Id(0));
  Json items = Json::array();
  for (size_t i = page.Begin(total); i < page.End(total); ++i) {
    items.push_back(service::ItemOf(context, Id(static_cast<uint32_t>(i))));
  }
  return PageAnswer(call, page, total, std::move(items));
}

template <class Id>
absl::StatusOr<ReadAnswer> Get(const ReadCall& call, std::string_view what) {
  QueryReader query(call.target, call.faults);
  const advice::Context context = call.world.In(query.Languages());
  OVERSTAP_RETURN_IF_ERROR(query.Finish());
  const auto found = Named<Id>(context.snapshot.taxonomy(), call.id);
  if (!found) {
    return absl::NotFoundError(
        StrCat("the skills language has no ", what, " '", call.id,
               "'; name it by its URI, percent-encoded, or by the last part of it"));
  }
  Json json = {{"versions", service::ToJson(context.snapshot.versions())}};
  json.update(service::Describe(context, *found));
  return ReadAnswer{std::move(json)};
}

}  // namespace

std::optional<OccupationId> OccupationNamed(const Taxonomy& taxonomy, std::string_view name) {
  return Named<OccupationId>(taxonomy, name);
}

std::optional<SkillId> SkillNamed(const Taxonomy& taxonomy, std::string_view name) {
  return Named<SkillId>(taxonomy, name);
}

absl::StatusOr<ReadAnswer> ListSuggestions(const ReadCall& call) {
  constexpr std::array<std::string_view, 2> kKinds = {"occupation", "skill"};
  constexpr size_t kLimit = 10;
  QueryReader query(call.target, call.faults);
  advice::SuggestParams params;
  if (query.OneOf("kind", kKinds) == "skill") params.kind = advice::LookupKind::kSkill;
  params.text = query.Text("q", kMaxTextBytes);
  const advice::Context context = call.world.In(query.Languages());
  params.limit = query.Whole("limit", kLimit, 1, kMaxHits);
  OVERSTAP_RETURN_IF_ERROR(query.Finish());
  OVERSTAP_ASSIGN_OR_RETURN(const advice::SuggestResult result, advice::Suggest(context, params));
  Json json = {{"versions", service::ToJson(context.snapshot.versions())}};
  json.update(service::ToJson(result));
  return ReadAnswer{std::move(json)};
}

absl::StatusOr<ReadAnswer> ListOccupations(const ReadCall& call) {
  return List<OccupationId>(call);
}
absl::StatusOr<ReadAnswer> ListSkills(const ReadCall& call) { return List<SkillId>(call); }
absl::StatusOr<ReadAnswer> GetOccupation(const ReadCall& call) {
  return Get<OccupationId>(call, "occupation");
}
absl::StatusOr<ReadAnswer> GetSkill(const ReadCall& call) { return Get<SkillId>(call, "skill"); }

}  // namespace overstap::http
