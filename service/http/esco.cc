#include "service/http/esco.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/lookup.h"
#include "engine/advice/suggest.h"
#include "service/http/pages.h"
#include "service/http/query_reader.h"

namespace overstap::http {
namespace {

constexpr size_t kMaxTextBytes = 1000;
constexpr size_t kMostHits = 100;
constexpr size_t kMostItems = 1000;  // of a page, and pages
constexpr size_t kLimit = 20;
constexpr std::array<std::pair<advice::LookupKind, std::string_view>, 2> kKinds = {
    {{advice::LookupKind::kOccupation, "occupation"}, {advice::LookupKind::kSkill, "skill"}}};
constexpr std::string_view kModel = "http://data.europa.eu/esco/model#";
constexpr std::string_view kRoot = "/esco/api/resource/";

// What a question of this interface says besides its own parameters. Parameters of newer and older
// versions of the ESCO API are passed over.
struct Asked {
  const World& world;
  const Target& target;
  QueryReader query;
  advice::Context context;
  std::string language;
};

std::string ClassOf(OccupationId) { return "Occupation"; }
std::string ClassOf(SkillId) { return "Skill"; }
std::string ClassOf(NodeId) { return "Concept"; }

Json LinkTo(std::string_view kind, std::string_view uri, std::string_view title,
            const std::string& language) {
  return {{"href", StrCat(kRoot, kind, "?uri=", PercentEncode(uri), "&language=", language)},
          {"uri", std::string(uri)},
          {"title", std::string(title)}};
}

std::string_view KindOf(OccupationId) { return "occupation"; }
std::string_view KindOf(SkillId) { return "skill"; }
std::string_view KindOf(NodeId) { return "concept"; }

template <class Id>
Json LinkTo(const Asked& asked, Id id) {
  const Taxonomy& taxonomy = asked.context.snapshot.taxonomy();
  Json link = LinkTo(KindOf(id), taxonomy.Uri(id), taxonomy.LabelOf(id, asked.context.languages),
                     asked.language);
  if constexpr (std::is_same_v<Id, SkillId>) {
    link["skillType"] = StrCat("http://data.europa.eu/esco/skill-type/",
                               taxonomy.IsKnowledge(id) ? "knowledge" : "skill");
  }
  return link;
}

// What all answers about one concept begin with.
template <class Id>
Json Described(const Asked& asked, Id id) {
  const Taxonomy& taxonomy = asked.context.snapshot.taxonomy();
  Json preferred = Json::object();
  Json alternative = Json::object();
  for (const Label& label : taxonomy.Labels(id)) {
    const std::string code(label.language.code());
    if (label.kind == LabelKind::kPreferred) preferred[code] = label.text;
    if (label.kind == LabelKind::kAlternative) alternative[code].push_back(label.text);
  }
  return {{"className", ClassOf(id)},
          {"classId", StrCat(kModel, ClassOf(id))},
          {"uri", std::string(taxonomy.Uri(id))},
          {"title", std::string(taxonomy.LabelOf(id, asked.context.languages))},
          {"preferredLabel", std::move(preferred)},
          {"alternativeLabel", std::move(alternative)}};
}

template <class Id>
void AddDescription(const Asked& asked, Id id, Json* json) {
  const std::string text(
      asked.context.snapshot.taxonomy().DescriptionOf(id, asked.context.languages));
  if (text.empty()) return;
  (*json)["description"] = {{asked.language, {{"literal", text}, {"mimetype", "plain/text"}}}};
}

// The concepts that a relation leads to, as links. Nothing for a relation that is not known.
std::optional<Json> Related(const Asked& asked, OccupationId id, std::string_view relation) {
  const bool is_essential = relation == "hasEssentialSkill";
  if (!is_essential && relation != "hasOptionalSkill") return std::nullopt;
  Json links = Json::array();
  for (const Requirement& requirement : asked.context.snapshot.taxonomy().Requirements(id)) {
    if ((requirement.importance == Importance::kEssential) == is_essential) {
      links.push_back(LinkTo(asked, requirement.skill));
    }
  }
  return links;
}

std::optional<Json> Related(const Asked& asked, SkillId id, std::string_view relation) {
  const Taxonomy& taxonomy = asked.context.snapshot.taxonomy();
  Json links = Json::array();
  if (relation == "broaderSkill" || relation == "narrowerSkill") {
    const auto nodes = relation == "broaderSkill" ? taxonomy.hierarchy().Parents(NodeOf(id))
                                                  : taxonomy.hierarchy().Children(NodeOf(id));
    for (const NodeId node : nodes) {
      if (node.index() < taxonomy.skill_count()) {
        links.push_back(LinkTo(asked, SkillId(node.value())));
      } else {
        links.push_back(LinkTo(asked, node));
      }
    }
    return links;
  }
  const bool is_essential = relation == "isEssentialForOccupation";
  if (!is_essential && relation != "isOptionalForOccupation") return std::nullopt;
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      if (requirement.skill == id &&
          (requirement.importance == Importance::kEssential) == is_essential) {
        links.push_back(LinkTo(asked, OccupationId(i)));
      }
    }
  }
  return links;
}

template <class Id>
Json Resource(const Asked& asked, Id id, std::span<const std::string_view> relations) {
  Json json = Described(asked, id);
  AddDescription(asked, id, &json);
  Json links = {{"self", LinkTo(asked, id)}};
  for (const std::string_view relation : relations) {
    std::optional<Json> related = Related(asked, id, relation);
    if (related && !related->empty()) links[std::string(relation)] = *std::move(related);
  }
  if constexpr (std::is_same_v<Id, OccupationId>) {
    const Taxonomy& taxonomy = asked.context.snapshot.taxonomy();
    if (const std::string code(taxonomy.IscoCode(id)); !code.empty()) {
      const std::string uri = StrCat("http://data.europa.eu/esco/isco/C", code);
      json["code"] = code;
      links["broaderIscoGroup"] = Json::array({LinkTo(
          "concept", uri, taxonomy.IscoLabel(code, asked.context.languages), asked.language)});
    }
  }
  json["_links"] = std::move(links);
  return json;
}

constexpr std::array<std::string_view, 2> kOfOccupation = {"hasEssentialSkill", "hasOptionalSkill"};
constexpr std::array<std::string_view, 4> kOfSkill = {
    "isEssentialForOccupation", "isOptionalForOccupation", "broaderSkill", "narrowerSkill"};

absl::Status NoConcept(std::string_view uri) {
  if (uri.empty()) return absl::InvalidArgumentError("name the resource with the parameter 'uri'");
  return absl::NotFoundError(StrCat("the skills language has no such resource: ", uri));
}

// One found concept of a list; `hit` is the label that matched.
template <class Id>
Json HitOf(const Asked& asked, Id id, const std::string& hit) {
  Json json = Described(asked, id);
  json.erase("alternativeLabel");
  json["searchHit"] = hit;
  json["_links"] = {{"self", LinkTo(asked, id)}};
  return json;
}

Json HitOf(const Asked& asked, const advice::ConceptRef& ref, const std::string& hit) {
  const Taxonomy& taxonomy = asked.context.snapshot.taxonomy();
  if (const auto id = taxonomy.FindOccupation(ref.uri)) return HitOf(asked, *id, hit);
  return HitOf(asked, *taxonomy.FindSkill(ref.uri), hit);
}

std::string PageUrl(const Target& target, size_t offset) {
  std::string url = target.path;
  char mark = '?';
  for (const auto& [key, value] : target.query) {
    if (key == "offset") continue;
    StrAppend(&url, std::string(1, mark), PercentEncode(key), "=", PercentEncode(value));
    mark = '&';
  }
  StrAppend(&url, std::string(1, mark), "offset=", offset);
  return url;
}

// A page of `total` items in the envelope of HAL; `offset` counts pages, as that of ESCO does.
template <class Item>
Json ListOf(const Asked& asked, const Page& page, const std::string& name, size_t total,
            const Item& item) {
  Json part = Json::array();
  for (size_t i = page.Begin(total); i < page.End(total); ++i) part.push_back(item(i));
  const size_t offset = page.number - 1;
  Json links = {{"self", {{"href", PageUrl(asked.target, offset)}}}};
  if (page.End(total) < total) links["next"] = {{"href", PageUrl(asked.target, offset + 1)}};
  if (offset > 0) links["prev"] = {{"href", PageUrl(asked.target, offset - 1)}};
  return {{"total", total},
          {"offset", offset},
          {"limit", page.size},
          {"language", asked.language},
          {"_embedded", {{name, std::move(part)}}},
          {"_links", std::move(links)}};
}

Page ReadEscoPage(Asked* asked, size_t limit) {
  Page page;
  page.size = asked->query.Whole("limit", limit, 1, kMostItems);
  page.number = asked->query.Whole("offset", 0, 0, kMostItems) + 1;
  return page;
}

// "type" may stand more than once; without one, all types are asked for.
bool AsksFor(const Target& target, std::string_view type) {
  bool is_any_named = false;
  for (const auto& [key, value] : target.query) {
    if (key != "type") continue;
    if (value == type) return true;
    is_any_named = true;
  }
  return !is_any_named;
}

struct Found {
  advice::ConceptRef concept_ref;
  std::string label;
  double score;
};

// What the text means, or may be the beginning of; best first.
absl::StatusOr<std::vector<Found>> Find(const Asked& asked, const std::string& text,
                                        bool is_typed) {
  std::vector<Found> found;
  for (const auto& [kind, type] : kKinds) {
    if (text.empty() || !AsksFor(asked.target, type)) continue;
    if (is_typed) {
      OVERSTAP_ASSIGN_OR_RETURN(const auto result,
                                advice::Suggest(asked.context, {kind, text, kMostHits}));
      for (const auto& hit : result.hits) {
        found.push_back({hit.concept_ref, hit.matched_label, hit.score});
      }
    } else {
      OVERSTAP_ASSIGN_OR_RETURN(const auto result,
                                advice::LookUp(asked.context, {kind, text, kMostHits, false}));
      for (const auto& hit : result.hits) {
        found.push_back({hit.concept_ref, hit.matched_label, hit.score});
      }
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.score > b.score; });
  return found;
}

// Every concept of the types that are asked for, by URI.
Json ListAll(const Asked& asked, const Page& page) {
  const Taxonomy& taxonomy = asked.context.snapshot.taxonomy();
  const size_t occupations = AsksFor(asked.target, "occupation") ? taxonomy.occupation_count() : 0;
  const size_t skills = AsksFor(asked.target, "skill") ? taxonomy.skill_count() : 0;
  return ListOf(asked, page, "results", occupations + skills, [&](size_t i) {
    if (i < occupations) return HitOf(asked, OccupationId(static_cast<uint32_t>(i)), "");
    return HitOf(asked, SkillId(static_cast<uint32_t>(i - occupations)), "");
  });
}

absl::StatusOr<Json> Search(Asked* asked, const Faults& faults, bool is_typed) {
  const std::string text = asked->query.Text("text", kMaxTextBytes);
  const Page page = ReadEscoPage(asked, is_typed ? 10 : kLimit);
  OVERSTAP_RETURN_IF_ERROR(CheckFaults(faults));
  if (text.empty() && !is_typed) return ListAll(*asked, page);
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<Found> found, Find(*asked, text, is_typed));
  Json json = ListOf(*asked, page, "results", found.size(),
                     [&](size_t i) { return HitOf(*asked, found[i].concept_ref, found[i].label); });
  json["text"] = text;
  return json;
}

absl::StatusOr<Json> Resource(Asked* asked, const Faults& faults, std::string_view kind) {
  const Taxonomy& taxonomy = asked->context.snapshot.taxonomy();
  const std::string uri = asked->query.Text("uri", kMaxTextBytes);
  OVERSTAP_RETURN_IF_ERROR(CheckFaults(faults));
  const auto occupation = taxonomy.FindOccupation(uri);
  const auto skill = taxonomy.FindSkill(uri);
  const bool is_any = kind == "concept";
  if (occupation && (is_any || kind == "occupation")) {
    return Resource(*asked, *occupation, kOfOccupation);
  }
  if (skill && (is_any || kind == "skill")) return Resource(*asked, *skill, kOfSkill);
  for (uint32_t i = 0; is_any && i < taxonomy.node_count(); ++i) {
    if (taxonomy.Uri(NodeId(i)) != uri) continue;
    Json json = Described(*asked, NodeId(i));
    json["_links"] = {{"self", LinkTo(*asked, NodeId(i))}};
    return json;
  }
  return NoConcept(uri);
}

absl::StatusOr<Json> TaxonomyResource(Asked* asked, const Faults& faults) {
  const Taxonomy& taxonomy = asked->context.snapshot.taxonomy();
  const std::string uri = asked->query.Text("uri", kMaxTextBytes);
  OVERSTAP_RETURN_IF_ERROR(CheckFaults(faults));
  const bool is_occupations = uri == "http://data.europa.eu/esco/concept-scheme/occupations";
  if (!is_occupations && uri != "http://data.europa.eu/esco/concept-scheme/skills") {
    return NoConcept(uri);
  }
  const std::string title = is_occupations ? "ESCO Occupations" : "ESCO Skills";
  return Json{{"className", "ConceptScheme"},
              {"classId", "http://www.w3.org/2004/02/skos/core#ConceptScheme"},
              {"uri", uri},
              {"title", title},
              {"total", is_occupations ? taxonomy.occupation_count() : taxonomy.skill_count()},
              {"_links", {{"self", LinkTo("taxonomy", uri, title, asked->language)}}}};
}

absl::StatusOr<Json> RelatedResource(Asked* asked, const Faults& faults) {
  const Taxonomy& taxonomy = asked->context.snapshot.taxonomy();
  const std::string uri = asked->query.Text("uri", kMaxTextBytes);
  const std::string relation = asked->query.Text("relation", kMaxTextBytes);
  const Page page = ReadEscoPage(asked, kLimit);
  OVERSTAP_RETURN_IF_ERROR(CheckFaults(faults));
  std::optional<Json> links;
  if (const auto occupation = taxonomy.FindOccupation(uri)) {
    links = Related(*asked, *occupation, relation);
  } else if (const auto skill = taxonomy.FindSkill(uri)) {
    links = Related(*asked, *skill, relation);
  } else {
    return NoConcept(uri);
  }
  if (!links) {
    return absl::InvalidArgumentError(StrCat("the resource has no relation '", relation, "'"));
  }
  return ListOf(*asked, page, relation, links->size(), [&](size_t i) { return (*links)[i]; });
}

absl::StatusOr<Json> Answer(const World& world, const Target& target,
                            std::span<const std::string> path) {
  Faults faults;
  Asked asked{world, target, QueryReader(target, &faults), world.In({}), ""};
  asked.context.languages = asked.query.Languages();
  asked.language = std::string(asked.context.languages.front().code());
  if (path.size() == 1 && path[0] == "search") return Search(&asked, faults, false);
  if (path.size() == 1 && path[0] == "suggest2") return Search(&asked, faults, true);
  if (path.size() == 2 && path[0] == "resource") {
    if (path[1] == "related") return RelatedResource(&asked, faults);
    if (path[1] == "taxonomy") return TaxonomyResource(&asked, faults);
    if (path[1] == "occupation" || path[1] == "skill" || path[1] == "concept") {
      return Resource(&asked, faults, path[1]);
    }
    return absl::InvalidArgumentError(StrCat("there is no type of resource '", path[1], "'"));
  }
  return absl::NotFoundError("there is nothing at this path");
}

}  // namespace

Response AnswerEsco(const World& world, const Target& target, std::span<const std::string> path) {
  const absl::StatusOr<Json> answer = Answer(world, target, path);
  Response response;
  if (answer.ok()) {
    response.headers = {{"Content-Type", "application/json"}};
    response.body = service::Dump(*answer);
    return response;
  }
  const Problem problem = ProblemOf(answer.status(), {});
  response.status = problem.status;
  response.headers = {{"Content-Type", "application/json"}};
  response.body = service::Dump({{"logref", problem.code},
                                 {"status", problem.status},
                                 {"message", problem.detail},
                                 {"_links", nullptr}});
  return response;
}

}  // namespace overstap::http
