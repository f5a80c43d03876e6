#include "engine/snapshot/migration.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "absl/container/flat_hash_set.h"
#include "base/content_hash.h"
#include "base/status_macros.h"
#include "taxonomy/succession.h"

namespace overstap::snapshot {
namespace {

// `visit(uri, is_occupation)` for every URI that is not empty.
template <class Visit>
void ForEachUri(const model::Vacancy& vacancy, Visit visit) {
  if (!vacancy.occupation_uri.empty()) visit(vacancy.occupation_uri, true);
  for (const model::VacancySkill& skill : vacancy.skills) visit(skill.skill_uri, false);
}

template <class Visit>
void ForEachUri(const model::Profile& profile, Visit visit) {
  for (const model::WorkExperience& work : profile.occupations) visit(work.occupation_uri, true);
  for (const model::Evidence& evidence : profile.skills) visit(evidence.skill_uri, false);
}

template <class Visit>
void ForEachUri(const model::Course& course, Visit visit) {
  for (const std::string& uri : course.skills) visit(uri, false);
  for (const std::string& uri : course.requires_) visit(uri, false);
}

class Counter {
 public:
  Counter(const Taxonomy& taxonomy, const match::UriTranslator& translator)
      : taxonomy_(taxonomy), translator_(translator) {}

  template <class Record>
  MigrationCount Count(std::span<const Record> records) const {
    MigrationCount count;
    for (const Record& record : records) {
      bool translated = false;
      ForEachUri(record, [&](const std::string& uri, bool is_occupation) {
        if (is_occupation && !taxonomy_.FindOccupation(uri)) {
          translated |= CountUri(translator_.Occupations(uri), &count);
        } else if (!is_occupation && !taxonomy_.FindSkill(uri)) {
          translated |= CountUri(translator_.Skills(uri), &count);
        }
      });
      if (translated) ++count.records;
    }
    return count;
  }

 private:
  template <class Target>
  static bool CountUri(const std::vector<Target>& targets, MigrationCount* count) {
    if (targets.empty()) {
      ++count->unknown;
      return false;
    }
    const bool older = targets.front().translation.basis == match::TranslationBasis::kVersion;
    ++(!older ? count->crosswalked : targets.size() == 1 ? count->replaced : count->split);
    return true;
  }

  const Taxonomy& taxonomy_;
  const match::UriTranslator& translator_;
};

template <class Record>
std::vector<std::string> UnknownOf(const Record& record, const Taxonomy& taxonomy) {
  std::vector<std::string> unknown;
  ForEachUri(record, [&](const std::string& uri, bool) {
    if (!taxonomy.FindOccupation(uri) && !taxonomy.FindSkill(uri)) unknown.push_back(uri);
  });
  return unknown;
}

// Older than `current`, newest first.
absl::StatusOr<std::vector<store::TaxonomyInfo>> OlderVersions(const store::Store& store,
                                                               const std::string& scheme,
                                                               const std::string& current) {
  OVERSTAP_ASSIGN_OR_RETURN(std::vector<store::TaxonomyInfo> versions, store.ListTaxonomies());
  const auto itself =
      std::find_if(versions.begin(), versions.end(),
                   [&current](const store::TaxonomyInfo& info) { return info.version == current; });
  if (itself == versions.end()) return std::vector<store::TaxonomyInfo>();
  // Of versions that were written by a program that did not count, the current one is the newest.
  const auto age = [](const store::TaxonomyInfo& info) {
    return std::pair(info.sequence, info.current);
  };
  const auto newest = age(*itself);
  std::erase_if(versions, [&](const store::TaxonomyInfo& info) {
    return info.scheme != scheme || age(info) > newest || info.version == current;
  });
  std::sort(versions.begin(), versions.end(), [&age](const auto& a, const auto& b) {
    return std::tuple(age(b), b.version) < std::tuple(age(a), a.version);
  });
  return versions;
}

}  // namespace

MigrationCount& MigrationCount::operator+=(const MigrationCount& more) {
  records += more.records;
  replaced += more.replaced;
  split += more.split;
  crosswalked += more.crosswalked;
  unknown += more.unknown;
  return *this;
}

MigrationCount& MigrationCount::operator-=(const MigrationCount& less) {
  records -= less.records;
  replaced -= less.replaced;
  split -= less.split;
  crosswalked -= less.crosswalked;
  unknown -= less.unknown;
  return *this;
}

std::set<std::string> UnknownUris(const Records& records, const TaxonomySource& taxonomy) {
  absl::flat_hash_set<std::string_view> known;
  for (const ConceptSource& entry : taxonomy.concepts) {
    if (entry.kind != ConceptKind::kSkillGroup && entry.kind != ConceptKind::kIscoGroup) {
      known.insert(entry.uri);
    }
  }
  std::set<std::string> unknown;
  const auto note = [&](const std::string& uri, bool) {
    if (!known.contains(uri)) unknown.insert(uri);
  };
  for (const model::Vacancy& vacancy : records.vacancies) ForEachUri(vacancy, note);
  for (const model::Profile& profile : records.profiles) ForEachUri(profile, note);
  for (const model::Course& course : records.courses) ForEachUri(course, note);
  return unknown;
}

MigrationReport CountMigration(const Records& records, const Taxonomy& taxonomy,
                               const match::UriTranslator& translator) {
  const Counter counter(taxonomy, translator);
  return {counter.Count(records.vacancies), counter.Count(records.profiles),
          counter.Count(records.courses)};
}

MigrationCount CountMigration(const model::Vacancy& record, const Taxonomy& taxonomy,
                              const match::UriTranslator& translator) {
  return Counter(taxonomy, translator).Count(std::span(&record, 1));
}

MigrationCount CountMigration(const model::Profile& record, const Taxonomy& taxonomy,
                              const match::UriTranslator& translator) {
  return Counter(taxonomy, translator).Count(std::span(&record, 1));
}

std::vector<std::string> UnknownUris(const model::Vacancy& record, const Taxonomy& taxonomy) {
  return UnknownOf(record, taxonomy);
}

std::vector<std::string> UnknownUris(const model::Profile& record, const Taxonomy& taxonomy) {
  return UnknownOf(record, taxonomy);
}

std::vector<std::string> UnknownUris(const model::Course& record, const Taxonomy& taxonomy) {
  return UnknownOf(record, taxonomy);
}

absl::StatusOr<StringMap<std::vector<Successor>>> FindSuccessors(const store::Store& store,
                                                                 const TaxonomySource& taxonomy,
                                                                 const std::string& current,
                                                                 std::set<std::string> wanted) {
  StringMap<std::vector<Successor>> successors;
  if (wanted.empty()) return successors;
  OVERSTAP_ASSIGN_OR_RETURN(const auto versions, OlderVersions(store, taxonomy.scheme, current));
  for (const store::TaxonomyInfo& info : versions) {
    if (wanted.empty()) break;
    OVERSTAP_ASSIGN_OR_RETURN(const TaxonomySource older, store.ReadTaxonomy(info.version));
    std::vector<std::string> held;
    for (const ConceptSource& entry : older.concepts) {
      if (wanted.erase(entry.uri) > 0) held.push_back(entry.uri);
    }
    if (held.empty()) continue;
    auto all = SuccessorsOf(FindSuccessions(older, taxonomy), taxonomy);
    for (const std::string& uri : held) {
      const auto found = all.find(uri);
      if (found != all.end()) successors[uri] = std::move(found->second);
    }
  }
  return successors;
}

std::string NameOf(const StringMap<std::vector<Successor>>& successors) {
  std::map<std::string_view, const std::vector<Successor>*> ordered;
  for (const auto& [uri, list] : successors) ordered[uri] = &list;
  ContentHasher hasher;
  for (const auto& [uri, list] : ordered) {
    hasher.Add(uri);
    hasher.AddNumber(list->size());
    for (const Successor& successor : *list) {
      hasher.Add(successor.uri);
      hasher.Add(MatchKindName(successor.kind));
    }
  }
  return hasher.HexDigest();
}

}  // namespace overstap::snapshot
