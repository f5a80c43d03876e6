#include "taxonomy/text/lookup.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include "taxonomy/normalise.h"
#include "taxonomy/text/label_index.h"

namespace overstap::text {
namespace {

// The same but for spaces and hyphens: "warmtepomp monteur" and "warmtepompmonteur".
constexpr double kSameLetters = 0.99;
// The highest score that a label with other letters can have.
constexpr double kBestLikeness = 0.98;

struct Candidate {
  uint32_t label = 0;
  double score = 0;
};

std::string Joined(std::string_view folded) {
  std::string joined(folded);
  std::erase(joined, ' ');
  return joined;
}

}  // namespace

// All labels of one kind of concept.
class Lookup::Side {
 public:
  void Add(uint32_t owner, std::span<const Label> labels) {
    for (const Label& label : labels) {
      std::string folded = FoldLabel(label.text);
      if (folded.empty()) continue;
      by_letters_[Joined(folded)].push_back(static_cast<uint32_t>(labels_.size()));
      folded_.push_back(std::move(folded));
      labels_.push_back({owner, &label});
    }
  }

  template <class Id>
  std::vector<Match<Id>> Find(std::string_view text, size_t limit) const {
    const std::string query = FoldLabel(text);
    std::vector<Match<Id>> matches;
    if (query.empty() || limit == 0) return matches;
    for (const Candidate& candidate : BestPerConcept(query, limit)) {
      const auto& [owner, label] = labels_[candidate.label];
      matches.push_back({Id(owner), candidate.score, label->text, label->kind});
    }
    return matches;
  }

 private:
  struct Entry {
    uint32_t owner = 0;
    const Label* label = nullptr;
  };

  std::vector<Candidate> Candidates(const std::string& query, size_t limit) const {
    std::vector<Candidate> candidates;
    const std::string letters = Joined(query);
    const auto same = by_letters_.find(letters);
    if (same != by_letters_.end()) {
      for (const uint32_t label : same->second) {
        candidates.push_back({label, folded_[label] == query ? 1 : kSameLetters});
      }
    }
    if (candidates.size() >= limit) return candidates;
    std::call_once(once_, [this] { index_.emplace(folded_); });
    for (const LabelIndex::Hit& hit : index_->Score(query)) {
      if (Joined(folded_[hit.label]) == letters) continue;
      candidates.push_back({hit.label, static_cast<double>(hit.score) * kBestLikeness});
    }
    return candidates;
  }

  bool IsBetter(const Candidate& a, const Candidate& b) const {
    if (a.score != b.score) return a.score > b.score;
    const Entry& left = labels_[a.label];
    const Entry& right = labels_[b.label];
    if (left.label->kind != right.label->kind) return left.label->kind < right.label->kind;
    return std::pair(left.owner, a.label) < std::pair(right.owner, b.label);
  }

  std::vector<Candidate> BestPerConcept(const std::string& query, size_t limit) const {
    std::vector<Candidate> candidates = Candidates(query, limit);
    std::vector<uint32_t> best_of(owner_limit(), kNone);
    std::vector<Candidate> best;
    for (const Candidate& candidate : candidates) {
      uint32_t& slot = best_of[labels_[candidate.label].owner];
      if (slot == kNone) {
        slot = static_cast<uint32_t>(best.size());
        best.push_back(candidate);
      } else if (IsBetter(candidate, best[slot])) {
        best[slot] = candidate;
      }
    }
    const auto kept = static_cast<std::ptrdiff_t>(std::min(limit, best.size()));
    std::partial_sort(best.begin(), best.begin() + kept, best.end(),
                      [this](const Candidate& a, const Candidate& b) { return IsBetter(a, b); });
    best.resize(static_cast<size_t>(kept));
    return best;
  }

  size_t owner_limit() const { return labels_.empty() ? 0 : labels_.back().owner + size_t{1}; }

  static constexpr uint32_t kNone = ~uint32_t{0};

  std::vector<Entry> labels_;  // ascending by owner
  std::vector<std::string> folded_;
  StringMap<std::vector<uint32_t>> by_letters_;  // folded, without spaces
  mutable std::once_flag once_;
  mutable std::optional<LabelIndex> index_;
};

Lookup::Lookup(const Taxonomy* taxonomy)
    : occupations_(std::make_unique<Side>()), skills_(std::make_unique<Side>()) {
  for (uint32_t i = 0; i < taxonomy->occupation_count(); ++i) {
    occupations_->Add(i, taxonomy->Labels(OccupationId(i)));
  }
  for (uint32_t i = 0; i < taxonomy->skill_count(); ++i) {
    skills_->Add(i, taxonomy->Labels(SkillId(i)));
  }
}

Lookup::~Lookup() = default;

std::vector<Match<OccupationId>> Lookup::FindOccupations(std::string_view text,
                                                         size_t limit) const {
  return occupations_->Find<OccupationId>(text, limit);
}

std::vector<Match<SkillId>> Lookup::FindSkills(std::string_view text, size_t limit) const {
  return skills_->Find<SkillId>(text, limit);
}

}  // namespace overstap::text
