// From a text that a person typed to concepts of the taxonomy.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "taxonomy/taxonomy.h"

namespace overstap::text {

template <class Id>
struct Match {
  Id id;
  double score = 0;  // 1: a label is the same after folding; 0.99: but for spaces; else likeness
  std::string matched_label;  // the label that is most like the text
  LabelKind matched_kind = LabelKind::kPreferred;
};

// Thread-safe. Makes its index of labels at the first text that is no label: a service that gets
// URIs only does not pay for it. Keeps a pointer to the taxonomy.
class Lookup {
 public:
  explicit Lookup(const Taxonomy* taxonomy);
  ~Lookup();
  Lookup(const Lookup&) = delete;
  Lookup& operator=(const Lookup&) = delete;

  // The best `limit` concepts by their best label, in any language; best first, then preferred
  // before alternative before hidden labels, then in order of id. Empty for text without letters
  // or digits.
  std::vector<Match<OccupationId>> FindOccupations(std::string_view text, size_t limit) const;
  std::vector<Match<SkillId>> FindSkills(std::string_view text, size_t limit) const;

 private:
  class Side;
  std::unique_ptr<Side> occupations_;
  std::unique_ptr<Side> skills_;
};

}  // namespace overstap::text
