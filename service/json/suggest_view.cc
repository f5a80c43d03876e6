#include "service/json/suggest_view.h"

#include <utility>

#include "service/json/plan_view.h"

namespace overstap::service {

Json ToJson(const advice::SuggestResult& result) {
  Json json = {{"text", result.text}, {"results", Json::array()}};
  for (const advice::SuggestHit& hit : result.hits) {
    Json entry = ToJson(hit.concept_ref);
    entry["matched_label"] = hit.matched_label;
    entry["score"] = Rounded(hit.score);
    entry["begin"] = hit.begin;
    entry["end"] = hit.end;
    json["results"].push_back(std::move(entry));
  }
  return json;
}

}  // namespace overstap::service
