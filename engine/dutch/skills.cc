#include "engine/dutch/skills.h"

#include <array>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "engine/dutch/grammar.h"

namespace overstap::dutch {
namespace {

double WeightOf(const explain::Node& skill) {
  for (const explain::Node& child : skill.children) {
    if (child.kind == "weight") return child.value.value_or(0);
  }
  return 0;
}

std::string Opening(Grasp grasp, size_t count) {
  switch (grasp) {
    case Grasp::kMet:
      return "Dit kunt u al: ";
    case Grasp::kPartly:
      return "Dit kunt u voor een deel: ";
    case Grasp::kUnknown:
      break;
  }
  return count == 1 ? "Wij weten niet of u dit kunt: "
                    : "Van deze dingen weten wij niet of u ze kunt: ";
}

constexpr std::array<const char*, 3> kKinds = {"matched_skills", "partly_skills", "unknown_skills"};

}  // namespace

std::string TextBelow(const explain::Node& node, std::string_view kind) {
  for (const explain::Node& child : node.children) {
    if (child.kind == kind) return child.text;
  }
  return "";
}

void AddSkills(const explain::Node& coverage,
               const std::function<Grasp(const explain::Node&, const std::string&)>& judge,
               explain::Node* root) {
  double total = 0;
  for (const explain::Node& skill : coverage.children) total += WeightOf(skill);
  std::array<std::vector<explain::Node>, 3> groups;
  for (const explain::Node& skill : coverage.children) {
    std::string label = TextBelow(skill, "skill");
    if (label.empty() || total <= 0) continue;
    const Grasp grasp = judge(skill, label);
    groups[static_cast<size_t>(grasp)].push_back(
        {"skill", std::move(label), WeightOf(skill) / total, {}});
  }
  for (size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].empty()) continue;
    std::vector<std::string> labels;
    double share = 0;
    for (const explain::Node& skill : groups[i]) {
      labels.push_back(skill.text);
      share += *skill.value;
    }
    const std::string opening = Opening(static_cast<Grasp>(i), labels.size());
    explain::Node& group = root->Add(kKinds[i],
                                     StrCat(opening, List(labels, kNamesShown), ". Samen is dit ",
                                            Percent(share), " van wat het werk vraagt."),
                                     share);
    group.children = std::move(groups[i]);
  }
}

}  // namespace overstap::dutch
