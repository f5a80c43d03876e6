#include "ingest/competentnl_terms.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_split.h"
#include "base/strings.h"
#include "ingest/crosswalk_uris.h"
#include "taxonomy/normalise.h"

namespace overstap::ingest {
namespace {

constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view kSkosXl = "http://www.w3.org/2008/05/skos-xl#";
constexpr std::string_view kDct = "http://purl.org/dc/terms/";

std::string_view LocalName(std::string_view uri) {
  const size_t end = uri.find_last_of("#/");
  return end == std::string_view::npos ? uri : uri.substr(end + 1);
}

bool IsOfCompetentNl(std::string_view uri) {
  return uri.find("competentnl.nl/") != std::string_view::npos;
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::optional<LabelKind> LabelKindOf(std::string_view local) {
  if (local == "prefLabel") return LabelKind::kPreferred;
  if (local == "altLabel") return LabelKind::kAlternative;
  if (local == "hiddenLabel") return LabelKind::kHidden;
  return std::nullopt;
}

// Kind and rest of "closeMatchESCO".
std::optional<std::pair<MatchKind, std::string_view>> SplitMatch(std::string_view local) {
  for (int i = 0; i < kMatchKindCount; ++i) {
    const auto kind = static_cast<MatchKind>(i);
    const std::string name = StrCat(MatchKindName(kind), "Match");
    if (local.starts_with(name)) return std::pair(kind, local.substr(name.size()));
  }
  return std::nullopt;
}

CnlPredicate Plain(CnlRelation relation) {
  CnlPredicate predicate;
  predicate.relation = relation;
  return predicate;
}

CnlPredicate LabelPredicate(CnlRelation relation, LabelKind kind) {
  CnlPredicate predicate = Plain(relation);
  predicate.label = kind;
  return predicate;
}

CnlPredicate MatchPredicate(MatchKind kind, std::string_view scheme) {
  CnlPredicate predicate = Plain(CnlRelation::kMatch);
  predicate.match = kind;
  predicate.scheme = scheme;
  return predicate;
}

CnlPredicate SkosPredicate(std::string_view local) {
  if (const auto kind = LabelKindOf(local)) return LabelPredicate(CnlRelation::kLabel, *kind);
  if (const auto match = SplitMatch(local)) return MatchPredicate(match->first, {});
  if (local == "definition" || local == "scopeNote") return Plain(CnlRelation::kDefinition);
  if (local == "notation") return Plain(CnlRelation::kNotation);
  if (local == "broader") return Plain(CnlRelation::kBroader);
  if (local == "narrower") return Plain(CnlRelation::kNarrower);
  return {};
}

CnlPredicate SkosXlPredicate(std::string_view local) {
  if (const auto kind = LabelKindOf(local)) return LabelPredicate(CnlRelation::kLabelNode, *kind);
  return Plain(local == "literalForm" ? CnlRelation::kLiteralForm : CnlRelation::kIgnored);
}

std::string_view SchemeInName(std::string_view lower) {
  if (Contains(lower, "esco")) return kEscoScheme;
  if (Contains(lower, "onet")) return kOnetScheme;
  if (Contains(lower, "isco")) return kIscoScheme;
  return {};
}

bool NamesEducationLevel(std::string_view lower) {
  return Contains(lower, "nlqf") || Contains(lower, "niveau") || Contains(lower, "educationlevel");
}

CnlPredicate CompetentNlPredicate(std::string_view local) {
  constexpr std::string_view kRequires = "requiresHAT";
  const std::string lower = Lower(local);
  if (local.starts_with(kRequires)) {
    const auto importance = ParseImportance(std::string_view(lower).substr(kRequires.size()));
    if (!importance) return Plain(CnlRelation::kOther);
    CnlPredicate predicate = Plain(CnlRelation::kRequires);
    predicate.importance = *importance;
    return predicate;
  }
  if (const auto match = SplitMatch(local)) {
    const std::string_view scheme = SchemeInName(lower);
    if (scheme.empty()) return Plain(CnlRelation::kOther);
    return MatchPredicate(match->first, scheme);
  }
  if (local == "specialization") {
    return LabelPredicate(CnlRelation::kLabelNode, LabelKind::kAlternative);
  }
  if (local == "hasContentStatus") return Plain(CnlRelation::kStatus);
  if (NamesEducationLevel(lower)) return Plain(CnlRelation::kLevel);
  if (Contains(lower, "isco")) return Plain(CnlRelation::kIsco);
  return Plain(CnlRelation::kOther);
}

// The NLQF level of the first word that names one; 0 when none does.
int NlqfOfWords(const std::vector<std::string>& words) {
  constexpr std::array<std::pair<std::string_view, int>, 18> kNamed = {{{"basisonderwijs", 1},
                                                                        {"praktijkonderwijs", 1},
                                                                        {"entree", 1},
                                                                        {"entreeopleiding", 1},
                                                                        {"vmbo", 2},
                                                                        {"havo", 3},
                                                                        {"vwo", 3},
                                                                        {"ad", 5},
                                                                        {"associate", 5},
                                                                        {"hbo", 6},
                                                                        {"bachelor", 6},
                                                                        {"wo", 7},
                                                                        {"universitair", 7},
                                                                        {"master", 7},
                                                                        {"doctor", 8},
                                                                        {"doctoraat", 8},
                                                                        {"phd", 8},
                                                                        {"gymnasium", 3}}};
  for (const std::string& word : words) {
    const auto found = std::find_if(kNamed.begin(), kNamed.end(),
                                    [&word](const auto& named) { return named.first == word; });
    if (found != kNamed.end()) return found->second;
  }
  return 0;
}

}  // namespace

CnlClass ClassOf(std::string_view uri) {
  if (!IsOfCompetentNl(uri)) return CnlClass::kOther;
  const std::string_view local = LocalName(uri);
  if (local == "Occupation") return CnlClass::kOccupation;
  if (local == "HumanCapability") return CnlClass::kCapability;
  if (local == "KnowledgeArea") return CnlClass::kKnowledge;
  if (local == "EducationalNorm") return CnlClass::kEducation;
  return CnlClass::kOther;
}

CnlPredicate PredicateOf(std::string_view uri) {
  if (uri == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type") return Plain(CnlRelation::kType);
  if (uri == "http://www.w3.org/2002/07/owl#deprecated") return Plain(CnlRelation::kStatus);
  if (uri.starts_with(kSkos)) return SkosPredicate(uri.substr(kSkos.size()));
  if (uri.starts_with(kSkosXl)) return SkosXlPredicate(uri.substr(kSkosXl.size()));
  if (uri.starts_with(kDct)) {
    return Plain(uri.substr(kDct.size()) == "description" ? CnlRelation::kDefinition
                                                          : CnlRelation::kIgnored);
  }
  if (IsOfCompetentNl(uri)) return CompetentNlPredicate(LocalName(uri));
  return Plain(NamesEducationLevel(Lower(LocalName(uri))) ? CnlRelation::kLevel
                                                          : CnlRelation::kIgnored);
}

std::optional<int> IscoLevelOfEducation(std::string_view literal_or_uri) {
  constexpr std::array<int, 9> kIscoOfNlqf = {0, 1, 2, 2, 3, 3, 4, 4, 4};
  std::string folded = FoldLabel(LocalName(literal_or_uri));
  // "NLQF4" and "mbo4" as "nlqf 4" and "mbo 4".
  if (!folded.empty() && folded.back() >= '1' && folded.back() <= '8' &&
      (folded.size() == 1 || folded[folded.size() - 2] < '0' || folded[folded.size() - 2] > '9')) {
    const int number = folded.back() - '0';
    folded.pop_back();
    const bool is_mbo = folded.starts_with("mbo");
    if (is_mbo && number > 4) return std::nullopt;
    if (folded.empty() || is_mbo || folded.starts_with("nlqf") || folded.starts_with("eqf") ||
        folded.starts_with("niveau") || folded.starts_with("level")) {
      return kIscoOfNlqf[static_cast<size_t>(number)];
    }
  }
  const int nlqf = NlqfOfWords(absl::StrSplit(folded, ' '));
  if (nlqf == 0) return std::nullopt;
  return kIscoOfNlqf[static_cast<size_t>(nlqf)];
}

bool IsWithdrawn(std::string_view status) {
  const std::string lower = Lower(LocalName(status));
  for (const std::string_view word :
       {"true", "obsolete", "deprecated", "expired", "archived", "withdrawn", "vervallen"}) {
    if (lower == word) return true;
  }
  return false;
}

}  // namespace overstap::ingest
