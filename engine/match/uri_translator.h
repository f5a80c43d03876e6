// What a URI that the taxonomy does not have means in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/succession.h"
#include "taxonomy/taxonomy.h"

namespace overstap::match {

// What the translation rests on.
enum class TranslationBasis : uint8_t {
  kVersion,    // an older version had it, and what took its place is known (succession.h)
  kCrosswalk,  // another scheme has it, and a crosswalk leads here
};

std::string_view TranslationBasisName(TranslationBasis basis);  // "version", "crosswalk"

struct UriTranslation {
  std::string from_uri;
  std::string to_uri;                  // of the taxonomy
  MatchKind kind = MatchKind::kExact;  // of several links the one with the most loss
  double strength = 1;                 // (0, 1]: what is left of what was said of `from_uri`
  TranslationBasis basis = TranslationBasis::kVersion;

  friend bool operator==(const UriTranslation&, const UriTranslation&) = default;
};

// What became of the URIs of a record or a question that the taxonomy does not have.
struct UriReadings {
  std::vector<UriTranslation> translations;  // in the order in which they are used, each once
  std::vector<std::string> unmapped;         // that lead nowhere; as given

  void Add(const UriTranslation& translation);
};

// Immutable; thread-safe.
class UriTranslator {
 public:
  template <class Id>
  struct Target {
    Id id;
    UriTranslation translation;
  };

  // Translates nothing.
  UriTranslator() = default;
  // `successors`: by URI of an older version, as SuccessorsOf gives them. `scheme` is that of the
  // taxonomy. Both pointers outlive the translator.
  UriTranslator(const Taxonomy* taxonomy, std::string scheme, const CrosswalkIndex* crosswalks,
                StringMap<std::vector<Successor>> successors, CrosswalkParams params = {});

  // Strongest first, equal ones by URI; empty when it leads nowhere. Versions go before crosswalks;
  // a crosswalk that leads to a URI of an older version is followed from there. Only for URIs that
  // the taxonomy does not have.
  std::vector<Target<OccupationId>> Occupations(std::string_view uri) const;
  std::vector<Target<SkillId>> Skills(std::string_view uri) const;

 private:
  std::vector<UriTranslation> Find(std::string_view uri) const;
  void AddSuccessors(const std::string& uri, const UriTranslation& so_far,
                     std::vector<UriTranslation>* found) const;

  const Taxonomy* taxonomy_ = nullptr;
  std::string scheme_;
  const CrosswalkIndex* crosswalks_ = nullptr;
  StringMap<std::vector<Successor>> successors_;
  CrosswalkParams params_;
};

}  // namespace overstap::match
