#include "engine/match/uri_translator.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace overstap::match {
namespace {

// Of the direct link between the two.
MatchKind KindOf(const CrosswalkIndex& crosswalks, std::string_view from, std::string_view to) {
  for (const CrosswalkMatch& match : crosswalks.Links(from)) {
    if (match.uri == to) return match.kind;
  }
  return MatchKind::kNarrow;
}

MatchKind KindOf(const CrosswalkIndex& crosswalks, const TranslatedUri& reached) {
  if (reached.via_uri.empty()) return KindOf(crosswalks, reached.from_uri, reached.uri);
  return std::max(KindOf(crosswalks, reached.from_uri, reached.via_uri),
                  KindOf(crosswalks, reached.via_uri, reached.uri));
}

void KeepBest(std::vector<UriTranslation>* found) {
  std::sort(found->begin(), found->end(), [](const UriTranslation& a, const UriTranslation& b) {
    return std::tie(a.to_uri, b.strength) < std::tie(b.to_uri, a.strength);
  });
  const auto same = [](const auto& a, const auto& b) { return a.to_uri == b.to_uri; };
  found->erase(std::unique(found->begin(), found->end(), same), found->end());
  std::stable_sort(
      found->begin(), found->end(),
      [](const UriTranslation& a, const UriTranslation& b) { return a.strength > b.strength; });
}

template <class Id, class FindId>
std::vector<UriTranslator::Target<Id>> TargetsOf(std::vector<UriTranslation> translations,
                                                 FindId find) {
  std::vector<UriTranslator::Target<Id>> targets;
  for (UriTranslation& translation : translations) {
    const std::optional<Id> id = find(translation.to_uri);
    if (id) targets.push_back({*id, std::move(translation)});
  }
  return targets;
}

}  // namespace

std::string_view TranslationBasisName(TranslationBasis basis) {
  return basis == TranslationBasis::kVersion ? "version" : "crosswalk";
}

void UriReadings::Add(const UriTranslation& translation) {
  if (std::find(translations.begin(), translations.end(), translation) == translations.end()) {
    translations.push_back(translation);
  }
}

UriTranslator::UriTranslator(const Taxonomy* taxonomy, std::string scheme,
                             const CrosswalkIndex* crosswalks,
                             StringMap<std::vector<Successor>> successors, CrosswalkParams params)
    : taxonomy_(taxonomy),
      scheme_(std::move(scheme)),
      crosswalks_(crosswalks),
      successors_(std::move(successors)),
      params_(params) {}

void UriTranslator::AddSuccessors(const std::string& uri, const UriTranslation& so_far,
                                  std::vector<UriTranslation>* found) const {
  const auto successors = successors_.find(uri);
  if (successors == successors_.end()) return;
  for (const Successor& successor : successors->second) {
    UriTranslation translation = so_far;
    translation.to_uri = successor.uri;
    translation.kind = std::max(so_far.kind, successor.kind);
    translation.strength *= params_.Strength(successor.kind);
    found->push_back(std::move(translation));
  }
}

std::vector<UriTranslation> UriTranslator::Find(std::string_view uri) const {
  std::vector<UriTranslation> found;
  if (taxonomy_ == nullptr) return found;
  const std::vector<std::string> wanted = {std::string(uri)};
  AddSuccessors(wanted.front(), {wanted.front(), "", MatchKind::kExact, 1}, &found);
  if (found.empty() && !crosswalks_->empty()) {
    for (const TranslatedUri& reached : crosswalks_->Translate(wanted, scheme_).reached) {
      const UriTranslation translation = {wanted.front(), reached.uri,
                                          KindOf(*crosswalks_, reached), reached.strength,
                                          TranslationBasis::kCrosswalk};
      const bool known =
          taxonomy_->FindOccupation(reached.uri) || taxonomy_->FindSkill(reached.uri);
      if (known) {
        found.push_back(translation);
      } else {
        AddSuccessors(reached.uri, translation, &found);
      }
    }
  }
  KeepBest(&found);
  return found;
}

std::vector<UriTranslator::Target<OccupationId>> UriTranslator::Occupations(
    std::string_view uri) const {
  return TargetsOf<OccupationId>(
      Find(uri), [this](const std::string& to) { return taxonomy_->FindOccupation(to); });
}

std::vector<UriTranslator::Target<SkillId>> UriTranslator::Skills(std::string_view uri) const {
  return TargetsOf<SkillId>(Find(uri),
                            [this](const std::string& to) { return taxonomy_->FindSkill(to); });
}

}  // namespace overstap::match
