#include <cmath>

#include "base/strings.h"
#include "engine/dutch/grammar.h"
#include "engine/dutch/sentences.h"
#include "engine/dutch/skills.h"

namespace overstap::dutch {

explain::Node Explain(const advice::ClosestResult& result, const advice::ClosestItem& item) {
  explain::Node root = {"closeness",
                        StrCat(item.occupation.label, " lijkt voor ", Percent(item.closeness),
                               " op ", result.origin.label, "."),
                        item.closeness,
                        {}};
  for (const explain::Node& part : item.explanation.children) {
    if (part.kind == "likeness") {
      root.Add(part.kind,
               "Wij vergelijken wat het werk vraagt, de woorden voor het werk en de beroepsgroep. "
               "Wat u zelf kunt, telt hier niet mee.",
               part.value);
    } else if (part.kind == "step" && part.value.value_or(0) > 0) {
      root.Add(part.kind,
               StrCat("Door het verschil in niveau is dat ", Percent(*part.value),
                      " minder dan het anders was."),
               part.value);
    }
  }
  if (!item.level_gap) {
    root.Add("level_gate", "Wij weten niet of het niveau hoger of lager is.");
  } else if (*item.level_gap == 0) {
    root.Add("level_gate", "Het niveau is hetzelfde.", 0);
  } else {
    root.Add("level_gate",
             StrCat("Het niveau is ", Count(std::abs(*item.level_gap), "stap", "stappen"),
                    *item.level_gap > 0 ? " hoger." : " lager."),
             *item.level_gap);
  }
  return root;
}

explain::Node Explain(const advice::MatchHit& hit) {
  explain::Node root = {"coverage",
                        StrCat("U hebt ", Percent(hit.score), " van wat dit werk vraagt."),
                        hit.score,
                        {}};
  AddSkills(
      hit.explanation,
      [](const explain::Node& skill, const std::string&) {
        if (skill.kind == "matched_skill") return Judgement{Grasp::kMet};
        return Judgement{GraspOf(skill.kind)};
      },
      &root);
  if (hit.unknown > 0) {
    root.Add("unknown_requirements",
             StrCat("Het werk vraagt ook ", Count(hit.unknown, "ding", "dingen"),
                    hit.unknown == 1 ? " dat wij niet kennen." : " die wij niet kennen."),
             hit.unknown);
  }
  return root;
}

std::string Text(const explain::Node& root) {
  std::string text = StrCat(root.text, "\n");
  for (const explain::Node& child : root.children) StrAppend(&text, child.text, "\n");
  return text;
}

}  // namespace overstap::dutch
