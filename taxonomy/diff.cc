#include "taxonomy/diff.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include "base/enum_names.h"
#include "taxonomy/succession.h"

namespace overstap {
namespace {

constexpr std::array<std::string_view, kDetailKindCount> kDetailNames = {"kind", "code", "level",
                                                                         "labels", "descriptions"};

const ConceptSource* Find(const TaxonomySource& source, std::string_view uri) {
  const auto found = std::lower_bound(
      source.concepts.begin(), source.concepts.end(), uri,
      [](const ConceptSource& entry, std::string_view wanted) { return entry.uri < wanted; });
  return found == source.concepts.end() || found->uri != uri ? nullptr : &*found;
}

std::string LabelOf(const ConceptSource& entry, const LanguageOrder& languages) {
  const auto is_preferred = [](const Label& label) { return label.kind == LabelKind::kPreferred; };
  for (const Language language : languages) {
    for (const Label& label : entry.labels) {
      if (is_preferred(label) && label.language == language) return label.text;
    }
  }
  const auto any = std::find_if(entry.labels.begin(), entry.labels.end(), is_preferred);
  return any == entry.labels.end() ? std::string() : any->text;
}

std::vector<Label> LabelsOf(const ConceptSource& entry, bool preferred) {
  std::vector<Label> labels;
  for (const Label& label : entry.labels) {
    if ((label.kind == LabelKind::kPreferred) == preferred) labels.push_back(label);
  }
  return labels;
}

// Two ascending lists, element by element: `visit(old, new)` with a null pointer for what the other
// list lacks. `key` orders them.
template <class T, class Key, class Visit>
void Align(const std::vector<T>& before, const std::vector<T>& after, Key key, Visit visit) {
  auto old = before.begin();
  auto now = after.begin();
  while (old != before.end() || now != after.end()) {
    const bool take_old = now == after.end() || (old != before.end() && key(*old) <= key(*now));
    const bool take_new = old == before.end() || (now != after.end() && key(*now) <= key(*old));
    visit(take_old ? &*old : nullptr, take_new ? &*now : nullptr);
    if (take_old) ++old;
    if (take_new) ++now;
  }
}

class Differ {
 public:
  Differ(const TaxonomySource& before, const TaxonomySource& after, const LanguageOrder& languages)
      : before_(before), after_(after), languages_(languages) {}

  TaxonomyDiff Run() {
    Align(
        before_.concepts, after_.concepts,
        [](const ConceptSource& entry) -> std::string_view { return entry.uri; },
        [this](const ConceptSource* old, const ConceptSource* now) {
          if (old == nullptr) {
            diff_.added.push_back(Name(*now));
          } else if (now == nullptr) {
            diff_.removed.push_back(Name(*old));
          } else if (*old != *now) {
            Compare(*old, *now);
          }
        });
    AddSuccessions();
    return std::move(diff_);
  }

 private:
  DiffConcept Name(const ConceptSource& entry) const {
    return {entry.uri, entry.kind, LabelOf(entry, languages_)};
  }

  // A URI that neither version has gets no label.
  DiffConcept NameOf(const std::string& uri) const {
    const ConceptSource* entry = Find(after_, uri);
    if (entry == nullptr) entry = Find(before_, uri);
    return entry == nullptr ? DiffConcept{uri, ConceptKind::kSkill, ""} : Name(*entry);
  }

  void Compare(const ConceptSource& old, const ConceptSource& now) {
    CompareNames(old, now);
    CompareRelations(old, now);
    CompareBroader(old, now);
    DetailChange change = {Name(now), {}};
    const auto note = [&change](bool differs, DetailKind kind) {
      if (differs) change.what.push_back(kind);
    };
    note(old.kind != now.kind, DetailKind::kKind);
    note(old.code != now.code, DetailKind::kCode);
    note(old.level != now.level, DetailKind::kLevel);
    note(LabelsOf(old, false) != LabelsOf(now, false), DetailKind::kOtherLabels);
    note(old.descriptions != now.descriptions, DetailKind::kDescriptions);
    if (!change.what.empty()) diff_.details.push_back(std::move(change));
  }

  void CompareNames(const ConceptSource& old, const ConceptSource& now) {
    std::map<Language, std::pair<std::vector<std::string>, std::vector<std::string>>> differing;
    Align(
        LabelsOf(old, true), LabelsOf(now, true),
        [](const Label& label) { return std::pair(label.language, std::string_view(label.text)); },
        [&differing](const Label* before, const Label* after) {
          if (before != nullptr && after != nullptr) return;
          if (before != nullptr) differing[before->language].first.push_back(before->text);
          if (after != nullptr) differing[after->language].second.push_back(after->text);
        });
    for (auto& [language, texts] : differing) {
      auto& [gone, come] = texts;
      const size_t count = std::max(gone.size(), come.size());
      gone.resize(count);
      come.resize(count);
      for (size_t i = 0; i < count; ++i) {
        diff_.renamed.push_back({Name(now), language, std::move(gone[i]), std::move(come[i])});
      }
    }
  }

  void CompareRelations(const ConceptSource& old, const ConceptSource& now) {
    Align(
        old.requirements, now.requirements,
        [](const RequirementSource& r) -> std::string_view { return r.skill_uri; },
        [&](const RequirementSource* before, const RequirementSource* after) {
          const auto importance = [](const RequirementSource* r) {
            return r == nullptr ? std::nullopt : std::optional(r->importance);
          };
          if (importance(before) == importance(after)) return;
          const std::string& skill = (after != nullptr ? after : before)->skill_uri;
          diff_.relations.push_back(
              {Name(now), NameOf(skill), importance(before), importance(after)});
        });
  }

  void CompareBroader(const ConceptSource& old, const ConceptSource& now) {
    if (old.broader == now.broader) return;
    MovedConcept moved = {Name(now), {}, {}};
    Align(
        old.broader, now.broader, [](const std::string& uri) -> std::string_view { return uri; },
        [&](const std::string* before, const std::string* after) {
          if (after == nullptr) moved.from.push_back(NameOf(*before));
          if (before == nullptr) moved.to.push_back(NameOf(*after));
        });
    diff_.moved.push_back(std::move(moved));
  }

  // A concept that stayed is a successor of itself.
  void AddSuccessions() {
    std::map<std::string, std::vector<std::string>> into;
    std::map<std::string, std::vector<std::string>> from;
    for (const Succession& succession : FindSuccessions(before_, after_)) {
      into[succession.from].push_back(succession.to);
      from[succession.to].push_back(succession.from);
    }
    for (auto& [uri, list] : into) AddItself(uri, after_, &list);
    for (auto& [uri, list] : from) AddItself(uri, before_, &list);
    for (const auto& [uri, list] : into) {
      if (list.size() > 1) diff_.split.push_back({NameOf(uri), NamesOf(list)});
      if (list.size() == 1 && from[list.front()].size() == 1) {
        diff_.replaced.push_back({NameOf(uri), NameOf(list.front())});
      }
    }
    for (const auto& [uri, list] : from) {
      if (list.size() > 1) diff_.merged.push_back({NamesOf(list), NameOf(uri)});
    }
  }

  static void AddItself(const std::string& uri, const TaxonomySource& there,
                        std::vector<std::string>* list) {
    if (Find(there, uri) != nullptr) list->push_back(uri);
    std::sort(list->begin(), list->end());
  }

  std::vector<DiffConcept> NamesOf(const std::vector<std::string>& uris) const {
    std::vector<DiffConcept> names;
    for (const std::string& uri : uris) names.push_back(NameOf(uri));
    return names;
  }

  const TaxonomySource& before_;
  const TaxonomySource& after_;
  const LanguageOrder& languages_;
  TaxonomyDiff diff_;
};

}  // namespace

std::string_view DetailKindName(DetailKind kind) { return EnumName(kDetailNames, kind); }

bool TaxonomyDiff::empty() const {
  return added.empty() && removed.empty() && replaced.empty() && split.empty() && merged.empty() &&
         renamed.empty() && relations.empty() && moved.empty() && details.empty();
}

TaxonomyDiff DiffTaxonomies(const TaxonomySource& before, const TaxonomySource& after,
                            const LanguageOrder& languages) {
  return Differ(before, after, languages).Run();
}

}  // namespace overstap
