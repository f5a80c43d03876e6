#include "engine/dutch/skills.h"

#include <array>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "engine/dutch/grammar.h"
#include "engine/dutch/phrases.h"

namespace overstap::dutch {
namespace {

double WeightOf(const explain::Node& skill) {
  for (const explain::Node& child : skill.children) {
    if (child.kind == "weight") return child.value.value_or(0);
  }
  return 0;
}

const char* Opening(Grasp grasp, size_t count) {
  switch (grasp) {
    case Grasp::kMet:
      return "Dit kunt u al: ";
    case Grasp::kPartly:
      return "Dit kunt u voor een deel: ";
    case Grasp::kCannot:
      return "Dit kunt u niet, zegt u: ";
    case Grasp::kUnknown:
      break;
  }
  return count == 1 ? "Wij weten niet of u dit kunt: "
                    : "Van deze dingen weten wij niet of u ze kunt: ";
}

const char* OptionalOpening(Grasp grasp) {
  switch (grasp) {
    case Grasp::kMet:
      return "Dit is niet verplicht, maar u kunt het al: ";
    case Grasp::kPartly:
      return "Dit is niet verplicht, en u kunt het voor een deel: ";
    case Grasp::kCannot:
      return "Dit is niet verplicht, en u zegt dat u het niet kunt: ";
    case Grasp::kUnknown:
      break;
  }
  return "Dit is niet verplicht, en wij weten niet of u het kunt: ";
}

struct Group {
  std::vector<explain::Node> skills;
  std::vector<std::string> labels;  // of what is required
  std::vector<std::string> optional_labels;
  double share = 0;
};

std::string TextOf(const Group& group, Grasp grasp) {
  std::string text;
  if (!group.labels.empty()) {
    StrAppend(&text, Opening(grasp, group.labels.size()), List(group.labels, kNamesShown), ". ");
  }
  if (!group.optional_labels.empty()) {
    StrAppend(&text, OptionalOpening(grasp), List(group.optional_labels, kNamesShown), ". ");
  }
  return StrCat(text, "Samen is dit ", Percent(group.share), " van wat het werk vraagt.");
}

constexpr std::array<const char*, 4> kKinds = {"matched_skills", "partly_skills", "unknown_skills",
                                               "cannot_skills"};

}  // namespace

std::string TextBelow(const explain::Node& node, std::string_view kind) {
  for (const explain::Node& child : node.children) {
    if (child.kind == kind) return child.text;
  }
  return "";
}

Grasp GraspOf(std::string_view kind) {
  if (kind == "cannot_skill") return Grasp::kCannot;
  return kind == "missing_skill" ? Grasp::kUnknown : Grasp::kPartly;
}

void AddSkills(const explain::Node& coverage,
               const std::function<Judgement(const explain::Node&, const std::string&)>& judge,
               explain::Node* root) {
  double total = 0;
  for (const explain::Node& skill : coverage.children) total += WeightOf(skill);
  std::array<Group, 4> groups;
  for (const explain::Node& skill : coverage.children) {
    std::string label = TextBelow(skill, "skill");
    if (label.empty() || total <= 0) continue;
    const Judgement judgement = judge(skill, label);
    Group& group = groups[static_cast<size_t>(judgement.grasp)];
    (judgement.is_optional ? group.optional_labels : group.labels).push_back(label);
    const double share = WeightOf(skill) / total;
    group.share += share;
    group.skills.push_back({"skill", std::move(label), share, {}});
  }
  for (size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].skills.empty()) continue;
    explain::Node& node =
        root->Add(kKinds[i], TextOf(groups[i], static_cast<Grasp>(i)), groups[i].share);
    node.children = std::move(groups[i].skills);
  }
}

}  // namespace overstap::dutch
