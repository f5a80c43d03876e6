#include "engine/snapshot/loader.h"

#include <set>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "base/content_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/snapshot/migration.h"
#include "engine/snapshot/row_loader.h"
#include "engine/store/find_version.h"

namespace overstap::snapshot {
namespace {

template <class Record>
auto AppendTo(std::vector<Record>* records) {
  return [records](Record record) {
    records->push_back(std::move(record));
    return absl::OkStatus();
  };
}

absl::Status ReadPrimary(const store::Store& store, std::string_view asked, Source* source) {
  if (asked.empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(source->taxonomy_version, store.CurrentTaxonomy());
  } else {
    OVERSTAP_ASSIGN_OR_RETURN(store::TaxonomyInfo info, store::FindVersion(store, asked));
    source->taxonomy_version = std::move(info.version);
  }
  if (source->taxonomy_version.empty()) {
    return absl::NotFoundError("the store holds no taxonomy yet; run: overstap import esco FOLDER");
  }
  OVERSTAP_ASSIGN_OR_RETURN(source->taxonomy, store.ReadTaxonomy(source->taxonomy_version));
  return absl::OkStatus();
}

absl::Status ReadOthers(const store::Store& store, Source* source) {
  OVERSTAP_ASSIGN_OR_RETURN(const store::CurrentVersions current, store.CurrentTaxonomies());
  for (const auto& [scheme, version] : current) {
    if (scheme == source->taxonomy.scheme) continue;
    OVERSTAP_ASSIGN_OR_RETURN(TaxonomySource other, store.ReadTaxonomy(version));
    source->others.push_back({std::move(other), version});
  }
  OVERSTAP_ASSIGN_OR_RETURN(source->crosswalks, store.ReadCrosswalks());
  return absl::OkStatus();
}

// Into a Source or OtherRecords.
template <class To>
absl::Status ReadOther(const store::Store& store, To* to) {
  OVERSTAP_RETURN_IF_ERROR(store.ForEachCourse(AppendTo(&to->courses)));
  OVERSTAP_RETURN_IF_ERROR(store.ForEachScheme(AppendTo(&to->schemes)));
  OVERSTAP_RETURN_IF_ERROR(store.ForEachRegion(AppendTo(&to->regions)));
  OVERSTAP_RETURN_IF_ERROR(store.ForEachPlace(AppendTo(&to->places)));
  return store.ForEachDemand(AppendTo(&to->demand));
}

// Ends of crosswalks in the scheme of the taxonomy that it has not: they may be of an older
// version.
void AddCrosswalkEnds(const Source& source, std::set<std::string>* wanted) {
  const std::string& scheme = source.taxonomy.scheme;
  absl::flat_hash_set<std::string_view> known;
  for (const ConceptSource& entry : source.taxonomy.concepts) known.insert(entry.uri);
  for (const Crosswalk& crosswalk : source.crosswalks) {
    for (const CrosswalkLink& link : crosswalk.links) {
      for (const auto& [end_scheme, uri] : {std::tie(crosswalk.from_scheme, link.from_uri),
                                            std::tie(crosswalk.to_scheme, link.to_uri)}) {
        if (end_scheme == scheme && !known.contains(uri)) wanted->insert(uri);
      }
    }
  }
}

absl::Status AddSuccessors(const store::Store& store, Source* source) {
  std::set<std::string> wanted =
      UnknownUris({source->vacancies, source->profiles, source->courses}, source->taxonomy);
  source->has_unknown_uris = !wanted.empty();
  if (!source->crosswalks.empty()) AddCrosswalkEnds(*source, &wanted);
  source->unknown_uris = wanted;
  OVERSTAP_ASSIGN_OR_RETURN(
      source->successors,
      FindSuccessors(store, source->taxonomy, source->taxonomy_version, std::move(wanted)));
  if (!source->successors.empty()) {
    StrAppend(&source->data_version, "-moved-", NameOf(source->successors));
  }
  return absl::OkStatus();
}

// All but vacancies and profiles, and what became of URIs.
absl::StatusOr<Source> ReadFew(const store::Store& store, std::string_view taxonomy) {
  Source source;
  OVERSTAP_RETURN_IF_ERROR(ReadPrimary(store, taxonomy, &source));
  OVERSTAP_RETURN_IF_ERROR(ReadOthers(store, &source));
  OVERSTAP_RETURN_IF_ERROR(ReadOther(store, &source));
  OVERSTAP_ASSIGN_OR_RETURN(source.data_version, store.DataVersion());
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<store::TaxonomyInfo> versions,
                            store.ListTaxonomies());
  for (const store::TaxonomyInfo& info : versions) {
    source.has_older_versions |=
        info.scheme == source.taxonomy.scheme && info.version != source.taxonomy_version;
  }
  return source;
}

absl::Status AddMany(const store::Store& store, Source* source) {
  OVERSTAP_RETURN_IF_ERROR(store.ForEachVacancy(AppendTo(&source->vacancies)));
  OVERSTAP_RETURN_IF_ERROR(store.ForEachProfile(AppendTo(&source->profiles)));
  return AddSuccessors(store, source);
}

// Equal taxonomies, crosswalks and parameters, equal name.
std::string TermsName(const Source& source, const Parameters& parameters) {
  ContentHasher hasher;
  hasher.Add(source.taxonomy_version);
  hasher.Add(parameters.Version());
  for (const OtherSource& other : source.others) hasher.Add(other.version);
  for (const Crosswalk& crosswalk : source.crosswalks) hasher.Add(ContentVersion(crosswalk));
  return StrCat("terms-", hasher.HexDigest(32));
}

// Of a store without older versions of the taxonomy, in which no URI has a successor.
absl::StatusOr<std::shared_ptr<const Snapshot>> LoadWithRows(const store::Store& store,
                                                             Source source, Parameters parameters) {
  source.terms_name = TermsName(source, parameters);
  source.has_unknown_uris = true;  // they are counted either way
  const RowVersions versions = {source.terms_name, source.data_version};
  return Snapshot::Build(std::move(source), std::move(parameters),
                         [&](const Terms& terms) { return LoadRows(store, terms, versions); });
}

}  // namespace

absl::StatusOr<std::shared_ptr<const Snapshot>> Load(const store::Store& store,
                                                     Parameters parameters,
                                                     std::string_view taxonomy) {
  OVERSTAP_ASSIGN_OR_RETURN(Source source, ReadFew(store, taxonomy));
  OVERSTAP_ASSIGN_OR_RETURN(const bool keeps_rows, KeepsRows(store));
  if (keeps_rows && !source.has_older_versions) {
    return LoadWithRows(store, std::move(source), std::move(parameters));
  }
  OVERSTAP_RETURN_IF_ERROR(AddMany(store, &source));
  return Snapshot::Build(std::move(source), std::move(parameters));
}

absl::StatusOr<std::shared_ptr<const Snapshot>> LoadChanges(const store::Store& store,
                                                            const Snapshot& before,
                                                            RecordChanges changes) {
  if (!before.CanTake(changes)) return Load(store, before.parameters());
  OVERSTAP_ASSIGN_OR_RETURN(std::string version, store.DataVersion());
  return before.After(std::move(changes), std::move(version));
}

absl::StatusOr<std::shared_ptr<const Snapshot>> LoadOther(const store::Store& store,
                                                          const Snapshot& before) {
  OtherRecords records;
  OVERSTAP_RETURN_IF_ERROR(ReadOther(store, &records));
  if (!before.CanTake(records)) return Load(store, before.parameters());
  OVERSTAP_ASSIGN_OR_RETURN(std::string version, store.DataVersion());
  return before.With(std::move(records), std::move(version));
}

absl::StatusOr<MigrationReport> ReadMigration(const store::Store& store,
                                              std::string_view taxonomy) {
  OVERSTAP_ASSIGN_OR_RETURN(Source source, ReadFew(store, taxonomy));
  OVERSTAP_RETURN_IF_ERROR(AddMany(store, &source));
  if (!source.has_unknown_uris) return MigrationReport();
  const std::string scheme = source.taxonomy.scheme;
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy primary,
                            Taxonomy::Build(std::move(source.taxonomy), source.taxonomy_version));
  OVERSTAP_ASSIGN_OR_RETURN(const CrosswalkIndex crosswalks,
                            CrosswalkIndex::Build(source.crosswalks));
  const match::UriTranslator translator(&primary, scheme, &crosswalks,
                                        std::move(source.successors));
  return CountMigration({source.vacancies, source.profiles, source.courses}, primary, translator);
}

}  // namespace overstap::snapshot
