#include "taxonomy/succession.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "taxonomy/normalise.h"

namespace overstap {
namespace {

using Words = std::vector<std::string>;  // ascending, each once

void SortUnique(Words* words) {
  std::sort(words->begin(), words->end());
  words->erase(std::unique(words->begin(), words->end()), words->end());
}

size_t SharedCount(const Words& a, const Words& b) {
  size_t count = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    const int order = left->compare(*right);
    if (order == 0) ++count;
    if (order <= 0) ++left;
    if (order >= 0) ++right;
  }
  return count;
}

Words Without(const Words& all, const Words& taken) {
  Words rest;
  std::set_difference(all.begin(), all.end(), taken.begin(), taken.end(), std::back_inserter(rest));
  return rest;
}

// What a concept may pass on.
struct Traits {
  Words labels;     // language and folded text
  Words preferred;  // of these
  Words relations;
  Words children;
};

Traits Without(const Traits& all, const Traits& taken) {
  return {Without(all.labels, taken.labels), Without(all.preferred, taken.preferred),
          Without(all.relations, taken.relations), Without(all.children, taken.children)};
}

// Concepts of one class are compared with one another only.
int ClassOf(ConceptKind kind) {
  return static_cast<int>(kind == ConceptKind::kKnowledge ? ConceptKind::kSkill : kind);
}

// One version, with its relations seen from both ends.
class Side {
 public:
  explicit Side(const TaxonomySource& source) : concepts_(source.concepts) {
    for (const ConceptSource& entry : concepts_) {
      index_.emplace(entry.uri, &entry);
      for (const std::string& parent : entry.broader) children_[parent].push_back(entry.uri);
      for (const RequirementSource& requirement : entry.requirements) {
        required_by_[requirement.skill_uri].push_back(entry.uri);
      }
    }
  }

  const std::vector<ConceptSource>& concepts() const { return concepts_; }

  const ConceptSource* Find(std::string_view uri) const {
    const auto found = index_.find(uri);
    return found == index_.end() ? nullptr : found->second;
  }

  Traits TraitsOf(const ConceptSource& entry) const {
    Traits traits;
    for (const Label& label : entry.labels) {
      traits.labels.push_back(StrCat(label.language.code(), " ", FoldLabel(label.text)));
      if (label.kind == LabelKind::kPreferred) traits.preferred.push_back(traits.labels.back());
    }
    for (const RequirementSource& requirement : entry.requirements) {
      traits.relations.push_back(requirement.skill_uri);
    }
    Append(required_by_, entry.uri, &traits.relations);
    Append(children_, entry.uri, &traits.children);
    for (Words* words : {&traits.labels, &traits.preferred, &traits.relations, &traits.children}) {
      SortUnique(words);
    }
    return traits;
  }

 private:
  using Reverse = absl::flat_hash_map<std::string_view, std::vector<std::string_view>>;

  static void Append(const Reverse& reverse, std::string_view uri, Words* words) {
    const auto found = reverse.find(uri);
    if (found == reverse.end()) return;
    words->insert(words->end(), found->second.begin(), found->second.end());
  }

  const std::vector<ConceptSource>& concepts_;
  absl::flat_hash_map<std::string_view, const ConceptSource*> index_;
  Reverse required_by_;
  Reverse children_;
};

struct Candidate {
  const ConceptSource* entry;
  Traits traits;
};

using Candidates = std::vector<Candidate>;

// How much of the traits of the one is in the other.
class Comparison {
 public:
  // `whole` is what shares are of; null: the smaller of the two.
  Comparison(const Traits& a, const Traits& b, const Traits* whole)
      : labels_(LabelShare(a, b, whole)),
        relations_(Share(a.relations, b.relations, whole ? &whole->relations : nullptr)),
        children_(Share(a.children, b.children, whole ? &whole->children : nullptr)) {}

  bool linked() const {
    return labels_ >= kLabelsFrom || relations_ >= kRelationsFrom || children_ >= kRelationsFrom;
  }
  double total() const { return labels_ + relations_ + children_; }

 private:
  static double LabelShare(const Traits& a, const Traits& b, const Traits* whole) {
    if (SharedCount(a.preferred, b.labels) > 0 || SharedCount(a.labels, b.preferred) > 0) return 1;
    const size_t size = whole ? whole->labels.size() : std::min(a.labels.size(), b.labels.size());
    if (size == 0) return 0;
    return static_cast<double>(SharedCount(a.labels, b.labels)) / static_cast<double>(size);
  }

  static double Share(const Words& a, const Words& b, const Words* whole) {
    const size_t shared = SharedCount(a, b);
    if (shared < kLeastShared || 4 * shared < std::max(a.size(), b.size())) return 0;
    const size_t size = whole ? whole->size() : std::min(a.size(), b.size());
    return static_cast<double>(shared) / static_cast<double>(size);
  }

  double labels_;
  double relations_;
  double children_;
};

// Finds the candidates that have anything in common with given traits.
class TraitIndex {
 public:
  explicit TraitIndex(const Candidates& candidates) {
    for (uint32_t i = 0; i < candidates.size(); ++i) {
      ForEachKey(candidates[i], [&](std::string key) { with_[std::move(key)].push_back(i); });
    }
  }

  // Ascending.
  std::set<uint32_t> Near(const Candidate& wanted) const {
    std::set<uint32_t> near;
    ForEachKey(wanted, [&](const std::string& key) {
      const auto found = with_.find(key);
      if (found != with_.end()) near.insert(found->second.begin(), found->second.end());
    });
    return near;
  }

 private:
  template <class Visit>
  static void ForEachKey(const Candidate& candidate, Visit visit) {
    const int kind = ClassOf(candidate.entry->kind);
    const std::pair<const Words*, char> parts[] = {{&candidate.traits.labels, 'l'},
                                                   {&candidate.traits.relations, 'r'},
                                                   {&candidate.traits.children, 'c'}};
    for (const auto& [words, part] : parts) {
      for (const std::string& word : *words) visit(StrCat(kind, std::string(1, part), word));
    }
  }

  StringMap<std::vector<uint32_t>> with_;
};

Candidates OnlyIn(const Side& side, const Side& other) {
  Candidates candidates;
  for (const ConceptSource& entry : side.concepts()) {
    if (other.Find(entry.uri) == nullptr) candidates.push_back({&entry, side.TraitsOf(entry)});
  }
  return candidates;
}

// What concepts that are in both have on `side` and not on `other`; those that have nothing more
// are left out.
Candidates MoreIn(const Side& side, const Side& other) {
  Candidates candidates;
  for (const ConceptSource& entry : side.concepts()) {
    const ConceptSource* old = other.Find(entry.uri);
    if (old == nullptr) continue;
    Traits more = Without(side.TraitsOf(entry), other.TraitsOf(*old));
    if (more.labels.empty() && more.relations.empty() && more.children.empty()) continue;
    candidates.push_back({&entry, std::move(more)});
  }
  return candidates;
}

struct Link {
  uint32_t from;
  uint32_t to;
  double total;
};

std::vector<Link> LinksBetween(const Candidates& from, const Candidates& to, bool share_of_from) {
  const TraitIndex index(to);
  std::vector<Link> links;
  for (uint32_t i = 0; i < from.size(); ++i) {
    const Traits& traits = from[i].traits;
    for (const uint32_t j : index.Near(from[i])) {
      const Comparison comparison(traits, to[j].traits, share_of_from ? &traits : nullptr);
      if (comparison.linked()) links.push_back({i, j, comparison.total()});
    }
  }
  return links;
}

// Drops the links that are weak beside the best one of their ends.
void KeepNearBest(size_t from_count, size_t to_count, bool both_ends, std::vector<Link>* links) {
  std::vector<double> best_from(from_count, 0);
  std::vector<double> best_to(to_count, 0);
  for (const Link& link : *links) {
    best_from[link.from] = std::max(best_from[link.from], link.total);
    if (both_ends) best_to[link.to] = std::max(best_to[link.to], link.total);
  }
  std::erase_if(*links, [&](const Link& link) {
    return link.total < kShareOfBest * std::max(best_from[link.from], best_to[link.to]);
  });
}

// Links of those that are gone from `side` to what stayed and has more on `other`.
template <class Add>
void LinkToStayed(const Candidates& gone, const std::set<const ConceptSource*>& linked,
                  const Side& side, const Side& other, Add add) {
  Candidates rest;
  for (const Candidate& candidate : gone) {
    if (!linked.contains(candidate.entry)) rest.push_back(candidate);
  }
  if (rest.empty()) return;
  const Candidates stayed = MoreIn(other, side);
  std::vector<Link> links = LinksBetween(rest, stayed, true);
  KeepNearBest(rest.size(), stayed.size(), false, &links);
  for (const Link& link : links) add(rest[link.from].entry->uri, stayed[link.to].entry->uri);
}

}  // namespace

std::vector<Succession> FindSuccessions(const TaxonomySource& before, const TaxonomySource& after) {
  const Side old_side(before);
  const Side new_side(after);
  const Candidates gone = OnlyIn(old_side, new_side);
  const Candidates added = OnlyIn(new_side, old_side);
  std::vector<Link> links = LinksBetween(gone, added, false);
  KeepNearBest(gone.size(), added.size(), true, &links);
  std::vector<Succession> successions;
  std::set<const ConceptSource*> linked;
  for (const Link& link : links) {
    successions.push_back({gone[link.from].entry->uri, added[link.to].entry->uri});
    linked.insert(gone[link.from].entry);
    linked.insert(added[link.to].entry);
  }
  LinkToStayed(gone, linked, old_side, new_side,
               [&](const std::string& uri, const std::string& stayed) {
                 successions.push_back({uri, stayed});
               });
  LinkToStayed(added, linked, new_side, old_side,
               [&](const std::string& uri, const std::string& stayed) {
                 successions.push_back({stayed, uri});
               });
  std::sort(successions.begin(), successions.end());
  return successions;
}

StringMap<std::vector<Successor>> SuccessorsOf(const std::vector<Succession>& successions,
                                               const TaxonomySource& after) {
  const auto is_there = [&after](const std::string& uri) {
    const auto found = std::lower_bound(
        after.concepts.begin(), after.concepts.end(), uri,
        [](const ConceptSource& entry, const std::string& wanted) { return entry.uri < wanted; });
    return found != after.concepts.end() && found->uri == uri;
  };
  StringMap<std::vector<Successor>> successors;
  for (const Succession& succession : successions) {
    if (!is_there(succession.from)) successors[succession.from].push_back({succession.to});
  }
  for (auto& [uri, list] : successors) {
    for (Successor& successor : list) {
      successor.kind = list.size() == 1 ? MatchKind::kExact : MatchKind::kNarrow;
    }
  }
  return successors;
}

}  // namespace overstap
