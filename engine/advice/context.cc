#include "engine/advice/context.h"

#include <algorithm>
#include <vector>

#include "base/strings.h"

namespace overstap::advice {
namespace {

constexpr size_t kSuggestions = 3;

template <class Id>
absl::Status NotUnderstood(const Context& context, std::string_view kind, std::string_view text,
                           const std::vector<text::Match<Id>>& near) {
  std::string message = StrCat("no ", kind, " is called '", text, "'");
  const char* separator = "; near to it: ";
  for (const text::Match<Id>& match : near) {
    if (match.score < kSuggestedFrom) continue;
    StrAppend(&message, separator, "'", RefOf(context, match.id).label, "'");
    if (match.matched_label != RefOf(context, match.id).label) {
      StrAppend(&message, " (", match.matched_label, ")");
    }
    separator = ", ";
  }
  return absl::NotFoundError(message);
}

template <class Id>
absl::StatusOr<Id> Resolve(const Context& context, std::string_view kind, std::string_view text,
                           std::optional<Id> by_uri, const std::vector<text::Match<Id>>& near,
                           std::optional<Understood>* understood) {
  if (by_uri) return *by_uri;
  if (near.empty() || !text::IsRecognised(near.front())) {
    return NotUnderstood(context, kind, text, near);
  }
  if (near.front().score < 1 && understood != nullptr) {
    *understood = {std::string(text), RefOf(context, near.front().id), near.front().score};
  }
  return near.front().id;
}

// The best of what a URI is translated to, noted.
template <class Target>
auto Best(const std::vector<Target>& targets, Translations* translations)
    -> std::optional<decltype(targets.front().id)> {
  if (targets.empty()) return std::nullopt;
  if (translations != nullptr) translations->push_back(targets.front().translation);
  return targets.front().id;
}

bool IsUri(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("urn:");
}

}  // namespace

ConceptRef RefOf(const Context& context, OccupationId id) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  return {std::string(taxonomy.Uri(id)), std::string(taxonomy.LabelOf(id, context.languages))};
}

ConceptRef RefOf(const Context& context, SkillId id) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  return {std::string(taxonomy.Uri(id)), std::string(taxonomy.LabelOf(id, context.languages))};
}

std::vector<Requirement> RequirementsByImportance(const Context& context, OccupationId id) {
  const auto stored = context.snapshot.taxonomy().Requirements(id);
  std::vector<Requirement> requirements(stored.begin(), stored.end());
  std::stable_sort(
      requirements.begin(), requirements.end(),
      [](const Requirement& a, const Requirement& b) { return a.importance < b.importance; });
  return requirements;
}

absl::StatusOr<OccupationId> ResolveOccupation(const Context& context, std::string_view text,
                                               std::optional<Understood>* understood,
                                               Translations* translations) {
  auto by_uri = context.snapshot.taxonomy().FindOccupation(text);
  if (!by_uri) by_uri = Best(context.snapshot.translator().Occupations(text), translations);
  if (!by_uri) by_uri = context.snapshot.lookup().OccupationNamed(text);
  std::vector<text::Match<OccupationId>> near;
  if (!by_uri && !IsUri(text)) near = context.snapshot.lookup().FindOccupations(text, kSuggestions);
  return Resolve(context, "occupation", text, by_uri, near, understood);
}

absl::StatusOr<SkillId> ResolveSkill(const Context& context, std::string_view text,
                                     std::optional<Understood>* understood,
                                     Translations* translations) {
  auto by_uri = context.snapshot.taxonomy().FindSkill(text);
  if (!by_uri) by_uri = Best(context.snapshot.translator().Skills(text), translations);
  if (!by_uri) by_uri = context.snapshot.lookup().SkillNamed(text);
  std::vector<text::Match<SkillId>> near;
  if (!by_uri && !IsUri(text)) near = context.snapshot.lookup().FindSkills(text, kSuggestions);
  return Resolve(context, "skill", text, by_uri, near, understood);
}

absl::StatusOr<const transition::Techniek*> ResolveTechniek(const Context& context,
                                                            std::string_view name) {
  if (name == kEveryOccupation) return nullptr;
  const auto definitions = context.snapshot.techniek();
  const transition::Techniek* const found = name.empty() && !definitions.empty()
                                                ? &definitions.front()
                                                : context.snapshot.FindTechniek(name);
  if (found != nullptr && found->lacks().empty()) return found;
  if (found != nullptr) {
    return absl::FailedPreconditionError(
        StrCat("'", found->definition().name, "' cannot be applied: ", found->lacks()));
  }
  std::string message = StrCat("no techniek definition is called '", name, "'; there are: ");
  for (const transition::Techniek& techniek : definitions) {
    StrAppend(&message, techniek.definition().name, ", ");
  }
  return absl::NotFoundError(StrCat(message, "and '", kEveryOccupation, "' for every occupation"));
}

std::string NameOf(const transition::Techniek* techniek) {
  if (techniek == nullptr) return "";
  return StrCat(techniek->definition().name, " ", techniek->definition().version);
}

transition::ReachContext ReachOf(const Context& context, const transition::Techniek* techniek) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  return {snapshot.taxonomy(),     snapshot.transfer(),       snapshot.scoring(),
          snapshot.work_weights(), snapshot.step_closeness(), techniek};
}

}  // namespace overstap::advice
