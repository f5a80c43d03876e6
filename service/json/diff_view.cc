#include "service/json/diff_view.h"

#include <optional>
#include <vector>

namespace overstap::service {
namespace {

Json Named(const DiffConcept& entry) {
  return {{"uri", entry.uri}, {"label", entry.label}, {"kind", ConceptKindName(entry.kind)}};
}

template <class T, class View>
Json List(const std::vector<T>& items, View view) {
  Json list = Json::array();
  for (const T& item : items) list.push_back(view(item));
  return list;
}

Json List(const std::vector<DiffConcept>& concepts) { return List(concepts, Named); }

Json NameOrNull(std::optional<Importance> importance) {
  return importance ? Json(ImportanceName(*importance)) : Json(nullptr);
}

Json View(const RenamedConcept& change) {
  Json json = Named(change.subject);
  json["language"] = change.language.code();
  json["before"] = change.before;
  json["after"] = change.after;
  return json;
}

Json View(const RelationChange& change) {
  return {{"occupation", Named(change.occupation)},
          {"skill", Named(change.skill)},
          {"before", NameOrNull(change.before)},
          {"after", NameOrNull(change.after)}};
}

Json View(const MovedConcept& change) {
  Json json = Named(change.subject);
  json["from"] = List(change.from);
  json["to"] = List(change.to);
  return json;
}

Json View(const DetailChange& change) {
  Json json = Named(change.subject);
  json["what"] = List(change.what, DetailKindName);
  return json;
}

Json View(const ReplacedConcept& change) {
  return {{"from", Named(change.from)}, {"into", Named(change.into)}};
}

Json View(const SplitConcept& change) {
  return {{"from", Named(change.from)}, {"into", List(change.into)}};
}

Json View(const MergedConcept& change) {
  return {{"from", List(change.from)}, {"into", Named(change.into)}};
}

}  // namespace

Json ToJson(const TaxonomyDiff& diff) {
  const auto view = [](const auto& change) { return View(change); };
  Json json = {{"counts", Json::object()},
               {"added", List(diff.added)},
               {"removed", List(diff.removed)},
               {"replaced", List(diff.replaced, view)},
               {"split", List(diff.split, view)},
               {"merged", List(diff.merged, view)},
               {"renamed", List(diff.renamed, view)},
               {"relations", List(diff.relations, view)},
               {"moved", List(diff.moved, view)},
               {"details", List(diff.details, view)}};
  Json counts = Json::object();
  for (const auto& [name, list] : json.items()) {
    if (name != "counts") counts[name] = list.size();
  }
  json["counts"] = std::move(counts);
  return json;
}

}  // namespace overstap::service
