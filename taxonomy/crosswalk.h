// Which concept of one skills language stands for which concept of another.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "base/strings.h"
#include "taxonomy/language.h"

namespace overstap {

// As the mapping relations of SKOS (W3C, 2009, section 10): kBroad says that `to` is broader than
// `from`. Ordered from least to most loss. Stored by name, never by number.
enum class MatchKind : uint8_t { kExact, kClose, kBroad, kNarrow };

inline constexpr int kMatchKindCount = 4;

std::string_view MatchKindName(MatchKind kind);  // "exact", "close", "broad", "narrow"
std::optional<MatchKind> ParseMatchKind(std::string_view name);

// The kind of the same link seen from its other end: broad and narrow change places.
MatchKind Inverse(MatchKind kind);

struct CrosswalkLink {
  std::string from_uri;
  std::string to_uri;
  MatchKind kind = MatchKind::kExact;

  friend bool operator==(const CrosswalkLink&, const CrosswalkLink&) = default;
};

// The name of an end of a link that no taxonomy of ours names, such as a BRC group.
struct CrosswalkLabel {
  std::string uri;
  Language language;
  std::string text;  // cleaned (normalise.h), never empty

  friend bool operator==(const CrosswalkLabel&, const CrosswalkLabel&) = default;
};

// The links from one scheme to another, as they stand in the outside world and in the store.
struct Crosswalk {
  std::string from_scheme;  // "competentnl"
  std::string to_scheme;    // "esco"
  std::vector<CrosswalkLink> links = {};
  std::vector<CrosswalkLabel> labels = {};

  friend bool operator==(const Crosswalk&, const Crosswalk&) = default;
};

// Puts the links in the one order that equal content has (by from, then to) and keeps of a pair
// that stands there twice the kind with the least loss; labels by URI, language and text, each
// once.
void Canonicalise(Crosswalk* crosswalk);

// "competentnl-esco-3f9a2c41d0e7": the schemes and a hash of the canonical content. `crosswalk`
// must be canonical.
std::string ContentVersion(const Crosswalk& crosswalk);

// What is left of a statement when it is carried over one link, 0..1 (docs/scoring.md, Crosswalks).
struct CrosswalkParams {
  double exact = 1;
  double close = 0.9;
  double broad = 0.7;
  double narrow = 0.6;

  double Strength(MatchKind kind) const;
  // kInvalidArgument unless 1 >= exact >= close >= broad >= narrow > 0.
  absl::Status Validate() const;
};

// One link as seen from the URI that was asked for.
struct CrosswalkMatch {
  std::string_view uri;
  std::string_view scheme;  // of `uri`
  MatchKind kind = MatchKind::kExact;
  double strength = 0;  // 0..1

  friend bool operator==(const CrosswalkMatch&, const CrosswalkMatch&) = default;
};

// A concept of the other scheme, and how it was reached.
struct TranslatedUri {
  std::string uri;
  double strength = 0;   // (0, 1]; the product over the links
  std::string from_uri;  // the one that reaches it best
  std::string via_uri;   // of a third scheme; empty when one link was enough

  friend bool operator==(const TranslatedUri&, const TranslatedUri&) = default;
};

struct Translation {
  std::vector<TranslatedUri> reached;  // strongest first, equal ones by URI; each URI once
  std::vector<std::string> unmapped;   // ascending, each once: those that reach nothing
};

// All crosswalks of a snapshot. Immutable after Build; thread-safe.
class CrosswalkIndex {
 public:
  static constexpr int kMaxLinks = 2;

  CrosswalkIndex() = default;

  // Crosswalks need not be canonical. kInvalidArgument for bad parameters, a crosswalk without two
  // different schemes or a link without two URIs.
  static absl::StatusOr<CrosswalkIndex> Build(const std::vector<Crosswalk>& crosswalks,
                                              CrosswalkParams params = {});

  bool empty() const { return uris_.empty(); }
  // Distinct links; one that two crosswalks state in opposite directions counts once.
  size_t link_count() const { return edges_.size() / 2; }

  // Links in either direction, strongest first, equal ones by scheme and URI. The views live as
  // long as the index.
  std::vector<CrosswalkMatch> Links(std::string_view uri) const;

  // The label that a crosswalk gives the URI, in the first language of `order` that has one, else
  // in any; empty when there is none.
  std::string_view LabelOf(std::string_view uri, const LanguageOrder& order) const;

  // Every concept of `to_scheme` that one link or two links over a third scheme reach from any of
  // `uris`. The best strength counts; equal ways are decided by fewest links, then from_uri, then
  // via_uri. A URI of `to_scheme` itself is not mapped to anything.
  Translation Translate(std::span<const std::string> uris, std::string_view to_scheme) const;

 private:
  // One link seen from one end.
  struct Edge {
    uint32_t near = 0;  // index into uris_
    uint32_t far = 0;
    uint32_t near_scheme = 0;  // index into schemes_
    uint32_t far_scheme = 0;
    MatchKind kind = MatchKind::kExact;
  };
  // How a URI was reached; indices into uris_, `via` equal to `from` when one link was enough.
  struct Way {
    double strength = 0;
    uint32_t from = 0;
    uint32_t via = 0;
  };
  using Ways = absl::flat_hash_map<uint32_t, Way>;

  absl::Status AddLinks(const Crosswalk& crosswalk);
  uint32_t InternUri(std::string_view uri);
  uint32_t InternScheme(std::string_view scheme);
  void SortEdges();
  std::span<const Edge> EdgesOf(uint32_t uri) const;
  std::optional<uint32_t> FindScheme(std::string_view scheme) const;
  // Whether anything of the scheme was reached.
  bool Follow(uint32_t from, uint32_t target_scheme, Ways* ways) const;
  void Offer(uint32_t uri, const Way& way, Ways* ways) const;

  CrosswalkParams params_;
  std::vector<std::string> schemes_;
  std::vector<std::string> uris_;
  StringMap<uint32_t> uri_index_;
  StringMap<std::vector<CrosswalkLabel>> labels_;  // by URI
  std::vector<Edge> edges_;                        // by near end
  std::vector<size_t> first_edge_;                 // per URI, and the end
};

}  // namespace overstap
