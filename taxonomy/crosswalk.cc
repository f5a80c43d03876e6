#include "taxonomy/crosswalk.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/content_hash.h"
#include "base/enum_names.h"
#include "base/status_macros.h"

namespace overstap {
namespace {

constexpr std::array<std::string_view, kMatchKindCount> kNames = {"exact", "close", "broad",
                                                                  "narrow"};

}  // namespace

std::string_view MatchKindName(MatchKind kind) { return EnumName(kNames, kind); }

std::optional<MatchKind> ParseMatchKind(std::string_view name) {
  return ParseEnum<MatchKind>(kNames, name);
}

MatchKind Inverse(MatchKind kind) {
  if (kind == MatchKind::kBroad) return MatchKind::kNarrow;
  if (kind == MatchKind::kNarrow) return MatchKind::kBroad;
  return kind;
}

void Canonicalise(Crosswalk* crosswalk) {
  auto& links = crosswalk->links;
  std::sort(links.begin(), links.end(), [](const CrosswalkLink& a, const CrosswalkLink& b) {
    return std::tie(a.from_uri, a.to_uri, a.kind) < std::tie(b.from_uri, b.to_uri, b.kind);
  });
  const auto same_pair = [](const CrosswalkLink& a, const CrosswalkLink& b) {
    return a.from_uri == b.from_uri && a.to_uri == b.to_uri;
  };
  links.erase(std::unique(links.begin(), links.end(), same_pair), links.end());
  auto& labels = crosswalk->labels;
  std::sort(labels.begin(), labels.end(), [](const CrosswalkLabel& a, const CrosswalkLabel& b) {
    return std::tie(a.uri, a.language, a.text) < std::tie(b.uri, b.language, b.text);
  });
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
}

std::string ContentVersion(const Crosswalk& crosswalk) {
  ContentHasher hasher;
  hasher.AddNumber(crosswalk.links.size());
  for (const CrosswalkLink& link : crosswalk.links) {
    hasher.Add(link.from_uri);
    hasher.Add(link.to_uri);
    hasher.Add(MatchKindName(link.kind));
  }
  hasher.AddNumber(crosswalk.labels.size());
  for (const CrosswalkLabel& label : crosswalk.labels) {
    hasher.Add(label.uri);
    hasher.Add(label.language.code());
    hasher.Add(label.text);
  }
  return StrCat(crosswalk.from_scheme, "-", crosswalk.to_scheme, "-", hasher.HexDigest());
}

double CrosswalkParams::Strength(MatchKind kind) const {
  switch (kind) {
    case MatchKind::kExact:
      return exact;
    case MatchKind::kClose:
      return close;
    case MatchKind::kBroad:
      return broad;
    case MatchKind::kNarrow:
      break;
  }
  return narrow;
}

absl::Status CrosswalkParams::Validate() const {
  if (1 >= exact && exact >= close && close >= broad && broad >= narrow && narrow > 0) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      "strengths of crosswalk links must fall from exact over close and broad to narrow and lie "
      "above 0 and at most at 1");
}

absl::StatusOr<CrosswalkIndex> CrosswalkIndex::Build(const std::vector<Crosswalk>& crosswalks,
                                                     CrosswalkParams params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  CrosswalkIndex index;
  index.params_ = params;
  for (const Crosswalk& crosswalk : crosswalks) {
    OVERSTAP_RETURN_IF_ERROR(index.AddLinks(crosswalk));
  }
  index.SortEdges();
  return index;
}

absl::Status CrosswalkIndex::AddLinks(const Crosswalk& crosswalk) {
  if (crosswalk.from_scheme.empty() || crosswalk.to_scheme.empty() ||
      crosswalk.from_scheme == crosswalk.to_scheme) {
    return absl::InvalidArgumentError(StrCat("a crosswalk leads from one scheme to another, not '",
                                             crosswalk.from_scheme, "' to '", crosswalk.to_scheme,
                                             "'"));
  }
  const uint32_t from_scheme = InternScheme(crosswalk.from_scheme);
  const uint32_t to_scheme = InternScheme(crosswalk.to_scheme);
  for (const CrosswalkLink& link : crosswalk.links) {
    if (link.from_uri.empty() || link.to_uri.empty()) {
      return absl::InvalidArgumentError(StrCat("a link of the crosswalk from ",
                                               crosswalk.from_scheme, " to ", crosswalk.to_scheme,
                                               " lacks a URI"));
    }
    const uint32_t from = InternUri(link.from_uri);
    const uint32_t to = InternUri(link.to_uri);
    edges_.push_back({from, to, from_scheme, to_scheme, link.kind});
    edges_.push_back({to, from, to_scheme, from_scheme, Inverse(link.kind)});
  }
  for (const CrosswalkLabel& label : crosswalk.labels) labels_[label.uri].push_back(label);
  return absl::OkStatus();
}

uint32_t CrosswalkIndex::InternUri(std::string_view uri) {
  const auto [found, is_new] =
      uri_index_.emplace(std::string(uri), static_cast<uint32_t>(uris_.size()));
  if (is_new) uris_.emplace_back(uri);
  return found->second;
}

uint32_t CrosswalkIndex::InternScheme(std::string_view scheme) {
  if (const auto known = FindScheme(scheme)) return *known;
  schemes_.emplace_back(scheme);
  return static_cast<uint32_t>(schemes_.size() - 1);
}

std::optional<uint32_t> CrosswalkIndex::FindScheme(std::string_view scheme) const {
  const auto found = std::find(schemes_.begin(), schemes_.end(), scheme);
  if (found == schemes_.end()) return std::nullopt;
  return static_cast<uint32_t>(found - schemes_.begin());
}

// Puts the edges of each URI together and keeps of parallel ones that with the least loss.
void CrosswalkIndex::SortEdges() {
  const auto ends = [](const Edge& edge) {
    return std::tie(edge.near, edge.far, edge.near_scheme, edge.far_scheme);
  };
  std::sort(edges_.begin(), edges_.end(), [&ends](const Edge& a, const Edge& b) {
    return ends(a) != ends(b) ? ends(a) < ends(b) : a.kind < b.kind;
  });
  const auto same_ends = [&ends](const Edge& a, const Edge& b) { return ends(a) == ends(b); };
  edges_.erase(std::unique(edges_.begin(), edges_.end(), same_ends), edges_.end());
  first_edge_.assign(uris_.size() + 1, 0);
  for (const Edge& edge : edges_) ++first_edge_[edge.near + 1];
  for (size_t i = 1; i < first_edge_.size(); ++i) first_edge_[i] += first_edge_[i - 1];
}

std::span<const CrosswalkIndex::Edge> CrosswalkIndex::EdgesOf(uint32_t uri) const {
  return std::span(edges_).subspan(first_edge_[uri], first_edge_[uri + 1] - first_edge_[uri]);
}

std::vector<CrosswalkMatch> CrosswalkIndex::Links(std::string_view uri) const {
  std::vector<CrosswalkMatch> matches;
  const auto found = uri_index_.find(uri);
  if (found == uri_index_.end()) return matches;
  for (const Edge& edge : EdgesOf(found->second)) {
    matches.push_back(
        {uris_[edge.far], schemes_[edge.far_scheme], edge.kind, params_.Strength(edge.kind)});
  }
  std::sort(matches.begin(), matches.end(), [](const CrosswalkMatch& a, const CrosswalkMatch& b) {
    return std::tie(b.strength, a.kind, a.scheme, a.uri) <
           std::tie(a.strength, b.kind, b.scheme, b.uri);
  });
  return matches;
}

std::string_view CrosswalkIndex::LabelOf(std::string_view uri, const LanguageOrder& order) const {
  const auto found = labels_.find(uri);
  if (found == labels_.end()) return {};
  for (const Language language : order) {
    for (const CrosswalkLabel& label : found->second) {
      if (label.language == language) return label.text;
    }
  }
  return found->second.front().text;
}

Translation CrosswalkIndex::Translate(std::span<const std::string> uris,
                                      std::string_view to_scheme) const {
  std::vector<std::string> once(uris.begin(), uris.end());
  std::sort(once.begin(), once.end());
  once.erase(std::unique(once.begin(), once.end()), once.end());
  Translation translation;
  Ways ways;
  const auto target = FindScheme(to_scheme);
  for (std::string& uri : once) {
    const auto found = uri_index_.find(uri);
    const bool reached =
        target && found != uri_index_.end() && Follow(found->second, *target, &ways);
    if (!reached) translation.unmapped.push_back(std::move(uri));
  }
  for (const auto& [uri, way] : ways) {
    translation.reached.push_back({uris_[uri], way.strength, uris_[way.from],
                                   way.via == way.from ? std::string() : uris_[way.via]});
  }
  std::sort(translation.reached.begin(), translation.reached.end(),
            [](const TranslatedUri& a, const TranslatedUri& b) {
              return std::tie(b.strength, a.uri) < std::tie(a.strength, b.uri);
            });
  return translation;
}

bool CrosswalkIndex::Follow(uint32_t from, uint32_t target_scheme, Ways* ways) const {
  bool reached = false;
  for (const Edge& first : EdgesOf(from)) {
    if (first.near_scheme == target_scheme) continue;
    const double strength = params_.Strength(first.kind);
    if (first.far_scheme == target_scheme) {
      Offer(first.far, {strength, from, from}, ways);
      reached = true;
      continue;
    }
    for (const Edge& second : EdgesOf(first.far)) {
      if (second.near_scheme != first.far_scheme || second.far_scheme != target_scheme) continue;
      Offer(second.far, {strength * params_.Strength(second.kind), from, first.far}, ways);
      reached = true;
    }
  }
  return reached;
}

void CrosswalkIndex::Offer(uint32_t uri, const Way& way, Ways* ways) const {
  const auto [found, is_new] = ways->emplace(uri, way);
  if (is_new) return;
  const auto rank = [this](const Way& w) {
    return std::make_tuple(-w.strength, w.via != w.from, std::string_view(uris_[w.from]),
                           std::string_view(uris_[w.via]));
  };
  if (rank(way) < rank(found->second)) found->second = way;
}

}  // namespace overstap
