// What every question is asked against, and what answers have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "engine/snapshot/snapshot.h"
#include "engine/transition/reach.h"
#include "taxonomy/language.h"

namespace overstap::advice {

struct LiveFinders;

// The snapshot outlives the call. Equal contexts and equal params give byte-identical answers,
// whatever `finders` is.
struct Context {
  const snapshot::Snapshot& snapshot;
  absl::CivilDay today;  // decides which vacancies and schemes are open, and how old evidence is
  LanguageOrder languages = DefaultLanguageOrder();
  const LiveFinders* finders = nullptr;  // of the snapshot; null: all records are looked at
};

struct ConceptRef {
  std::string uri;
  std::string label;

  friend bool operator==(const ConceptRef&, const ConceptRef&) = default;
};

struct CourseRef {
  std::string id;
  std::string title;
};

ConceptRef RefOf(const Context& context, OccupationId id);
ConceptRef RefOf(const Context& context, SkillId id);

// What the occupation asks, essential first, else in the order of the taxonomy.
std::vector<Requirement> RequirementsByImportance(const Context& context, OccupationId id);

// A text that was taken for a concept although no label is the same.
struct Understood {
  std::string text;
  ConceptRef concept_ref;
  double score = 0;  // 0..1
};

// A URI, or a title in any language. A URI of another scheme or an older version stands for what it
// is best translated to, which is added to `translations`. kNotFound with the nearest titles when
// nothing is like it enough. `understood` is filled when the title was not a label. Both may be
// null.
using Translations = std::vector<match::UriTranslation>;
absl::StatusOr<OccupationId> ResolveOccupation(const Context& context, std::string_view text,
                                               std::optional<Understood>* understood,
                                               Translations* translations = nullptr);
absl::StatusOr<SkillId> ResolveSkill(const Context& context, std::string_view text,
                                     std::optional<Understood>* understood,
                                     Translations* translations = nullptr);

// The definition with that name; null for kEveryOccupation. `name` empty: the default. kNotFound
// with the names there are.
inline constexpr std::string_view kEveryOccupation = "alle";
absl::StatusOr<const transition::Techniek*> ResolveTechniek(const Context& context,
                                                            std::string_view name);

// "NAME VERSION" of the definition, which answers give; empty for every occupation.
std::string NameOf(const transition::Techniek* techniek);

// What ranking sees of the snapshot; `techniek` as ResolveTechniek gave it.
transition::ReachContext ReachOf(const Context& context,
                                 const transition::Techniek* techniek = nullptr);

// Chance from which a concept that is not recognised is worth naming.
inline constexpr double kSuggestedFrom = 0.05;

}  // namespace overstap::advice
