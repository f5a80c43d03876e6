#include "taxonomy/text/taxonomy_text.h"

#include <string>
#include <utility>

#include "taxonomy/normalise.h"

namespace overstap::text {
namespace {

constexpr float kDescription = 0.5F;
constexpr float kIscoGroup = 0.7F;
constexpr float kEssentialSkill = 0.5F;
constexpr float kOtherSkill = 0.3F;

const LanguageOrder& Only(Language language) {
  static const LanguageOrder kDutchOnly = {kDutch};
  static const LanguageOrder kEnglishOnly = {kEnglish};
  return language == kDutch ? kDutchOnly : kEnglishOnly;
}

void AddLabels(std::span<const Label> labels, ConceptText* text) {
  for (const Label& label : labels) {
    std::string folded = FoldLabel(label.text);
    if (!folded.empty()) text->labels.push_back({&label, std::move(folded)});
  }
}

template <class Id>
void AddDescriptions(const Taxonomy& taxonomy, Id id, ConceptText* text) {
  for (const Language language : {kDutch, kEnglish}) {
    const std::string_view description = taxonomy.DescriptionOf(id, Only(language));
    if (!description.empty()) text->passages.push_back({description, language, kDescription});
  }
}

}  // namespace

std::vector<ConceptText> OccupationTexts(const Taxonomy& taxonomy) {
  std::vector<ConceptText> texts(taxonomy.occupation_count());
  for (uint32_t i = 0; i < texts.size(); ++i) {
    const OccupationId id(i);
    AddLabels(taxonomy.Labels(id), &texts[i]);
    AddDescriptions(taxonomy, id, &texts[i]);
    const std::string_view isco = taxonomy.IscoLabel(taxonomy.IscoCode(id), Only(kDutch));
    if (!isco.empty()) texts[i].passages.push_back({isco, kDutch, kIscoGroup});
    for (const Requirement& requirement : taxonomy.Requirements(id)) {
      const bool essential = requirement.importance == Importance::kEssential;
      for (const Label& label : taxonomy.Labels(requirement.skill)) {
        if (label.kind != LabelKind::kPreferred) continue;
        texts[i].passages.push_back(
            {label.text, label.language, essential ? kEssentialSkill : kOtherSkill});
      }
    }
  }
  return texts;
}

std::vector<ConceptText> SkillTexts(const Taxonomy& taxonomy) {
  std::vector<ConceptText> texts(taxonomy.skill_count());
  for (uint32_t i = 0; i < texts.size(); ++i) {
    AddLabels(taxonomy.Labels(SkillId(i)), &texts[i]);
    AddDescriptions(taxonomy, SkillId(i), &texts[i]);
  }
  return texts;
}

}  // namespace overstap::text
