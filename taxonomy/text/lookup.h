// From a text that a person typed to concepts of the taxonomy.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "taxonomy/taxonomy.h"
#include "taxonomy/text/knowledge.h"
#include "taxonomy/text/ranking.h"
#include "taxonomy/text/word_model.h"

namespace overstap::text {

class ConceptIndex;

template <class Id>
struct Match {
  Id id;
  // The chance that this is what was meant, 0..1: 1 when a preferred label has the same letters.
  double score = 0;
  std::string matched_label;  // the label that is most like the text
  LabelKind matched_kind = LabelKind::kPreferred;
  Features features{};  // what the score was computed from
};

// From this score a result may be taken for what was meant without asking: of the results at about
// this score that share is right. Below it the text is not recognised.
inline constexpr double kRecognisedFrom = 0.5;

// A label is the same text, or the score says that it is probably meant.
template <class Id>
bool IsRecognised(const Match<Id>& match) {
  return match.score >= kRecognisedFrom ||
         match.features[static_cast<size_t>(Feature::kSameText)] > 0;
}

// Thread-safe. Makes the index of occupations or skills at the first text: a service that gets URIs
// only does not pay for it. Keeps a pointer to the taxonomy.
class Lookup {
 public:
  Lookup(const Taxonomy* taxonomy, std::shared_ptr<const Knowledge> knowledge);
  ~Lookup();
  Lookup(const Lookup&) = delete;
  Lookup& operator=(const Lookup&) = delete;

  // The best `limit` concepts, best first, equal ones in order of id. Empty for text without
  // letters or digits, and for text that has nothing in common with any concept.
  std::vector<Match<OccupationId>> FindOccupations(std::string_view text, size_t limit) const;
  std::vector<Match<SkillId>> FindSkills(std::string_view text, size_t limit) const;

  // The one concept with a preferred label that has the same letters and digits; nothing when there
  // is none, or more than one. Needs no index.
  std::optional<OccupationId> OccupationNamed(std::string_view text) const;
  std::optional<SkillId> SkillNamed(std::string_view text) const;

  // How words are read and what they stand for. Makes the index when it is not there yet.
  const WordModel& words() const;

  const Knowledge& knowledge() const;

  // Makes the index now, so that the first question does not wait for it.
  void Prepare() const;

 private:
  const ConceptIndex& occupations() const;
  const ConceptIndex& skills() const;

  struct Lazy;
  std::unique_ptr<Lazy> lazy_;
};

}  // namespace overstap::text
