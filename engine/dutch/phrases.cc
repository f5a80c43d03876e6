#include "engine/dutch/phrases.h"

#include <cmath>

#include "base/strings.h"
#include "engine/dutch/grammar.h"

namespace overstap::dutch {

std::string Names(const std::vector<advice::ConceptRef>& refs) {
  std::vector<std::string> labels;
  for (const advice::ConceptRef& ref : refs) labels.push_back(ref.label);
  return List(labels, kNamesShown);
}

std::string LevelText(double gap, bool is_large) {
  return StrCat("Het werk is ", Count(std::abs(gap), "niveau", "niveaus"),
                gap > 0 ? " hoger" : " lager", " dan u gewend bent.",
                is_large ? " Dat is een grote stap." : "");
}

std::string GateText(std::string_view name, std::string_view opens_with) {
  return StrCat("Voor dit werk is nodig: ", name, ". ", opens_with);
}

}  // namespace overstap::dutch
