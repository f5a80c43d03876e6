#include "engine/store/taxonomy_store.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"
#include "engine/store/concept_record.h"
#include "engine/store/key_codec.h"
#include "engine/store/meta_keys.h"
#include "engine/store/stored_fields.h"
#include "overstap/storage/v1/records.pb.h"
#include "rocksdb/write_batch.h"

namespace overstap::store {
namespace {

namespace pb = overstap::storage::v1;

std::string VersionPrefix(std::string_view version) {
  std::string prefix;
  AppendString(&prefix, version);
  return prefix;
}

absl::Status CheckSource(const TaxonomySource& source, const std::string& version) {
  if (version.empty()) return absl::InvalidArgumentError("a taxonomy needs a version");
  if (!IsValidUtf8(version) || !IsValidUtf8(source.scheme)) {
    return absl::InvalidArgumentError("version and scheme of a taxonomy must be UTF-8");
  }
  for (size_t i = 1; i < source.concepts.size(); ++i) {
    if (source.concepts[i - 1].uri >= source.concepts[i].uri) {
      return absl::InvalidArgumentError(
          StrCat("taxonomy ", version, " is not canonical: '", source.concepts[i].uri,
                 "' is there twice or out of order; canonicalise it first"));
    }
  }
  return absl::OkStatus();
}

pb::TaxonomyInfo CountConcepts(const TaxonomySource& source) {
  int64_t occupations = 0;
  int64_t skills = 0;
  int64_t relations = 0;
  for (const ConceptSource& entry : source.concepts) {
    if (entry.kind == ConceptKind::kOccupation) ++occupations;
    if (entry.kind == ConceptKind::kSkill || entry.kind == ConceptKind::kKnowledge) ++skills;
    relations += static_cast<int64_t>(entry.requirements.size());
  }
  pb::TaxonomyInfo info;
  info.set_scheme(source.scheme);
  info.set_occupations(occupations);
  info.set_skills(skills);
  info.set_relations(relations);
  info.set_concepts(static_cast<int64_t>(source.concepts.size()));
  return info;
}

// A version that is there already is replaced, not mixed with.
absl::Status DeleteConcepts(std::string_view prefix, const Database& database,
                            rocksdb::WriteBatch* batch) {
  return database.Scan(Family::kConcepts, prefix, [&](std::string_view key, std::string_view) {
    database.Delete(Family::kConcepts, key, batch);
    return absl::OkStatus();
  });
}

absl::Status PutConcepts(const TaxonomySource& source, const std::string& prefix,
                         const Database& database, rocksdb::WriteBatch* batch) {
  for (const ConceptSource& entry : source.concepts) {
    const absl::StatusOr<std::string> value = Encode(entry);
    if (!value.ok()) {
      return absl::Status(
          value.status().code(),
          ToAbsl(StrCat("concept '", entry.uri, "': ", FromAbsl(value.status().message()))));
    }
    std::string key = prefix;
    AppendString(&key, entry.uri);
    database.Put(Family::kConcepts, key, *value, batch);
  }
  return absl::OkStatus();
}

absl::StatusOr<pb::TaxonomyInfo> ReadInfo(const std::string& version, const Database& database) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                            database.Get(Family::kMeta, TaxonomyKey(version)));
  if (!bytes) {
    return absl::NotFoundError(StrCat("there is no taxonomy '", version, "' in the store"));
  }
  pb::TaxonomyInfo info;
  OVERSTAP_RETURN_IF_ERROR(ParseRecord("taxonomy", version, *bytes, &info));
  return info;
}

absl::StatusOr<std::string> UriOfKey(std::string_view key, size_t prefix_bytes) {
  KeyReader reader(key.substr(prefix_bytes));
  OVERSTAP_ASSIGN_OR_RETURN(std::string uri, reader.ReadString());
  OVERSTAP_RETURN_IF_ERROR(reader.ExpectEnd());
  return uri;
}

// Each taxonomy with its stored form, ascending by version.
absl::Status ScanInfos(
    const Database& database,
    absl::FunctionRef<absl::Status(std::string version, const pb::TaxonomyInfo& info)> visit) {
  return database.Scan(Family::kMeta, TaxonomyPrefix(),
                       [&](std::string_view key, std::string_view value) -> absl::Status {
                         OVERSTAP_ASSIGN_OR_RETURN(std::string version, MetaArgument(key));
                         pb::TaxonomyInfo info;
                         OVERSTAP_RETURN_IF_ERROR(ParseRecord("taxonomy", version, value, &info));
                         return visit(std::move(version), info);
                       });
}

absl::StatusOr<int64_t> NextSequence(const Database& database) {
  int64_t last = 0;
  OVERSTAP_RETURN_IF_ERROR(ScanInfos(database, [&](const std::string&, const auto& info) {
    last = std::max<int64_t>(last, info.sequence());
    return absl::OkStatus();
  }));
  return last + 1;
}

// Makes `version` the current one of its scheme, and of no other, and writes which one is that of
// the primary scheme: all that a program knows that was made for one scheme.
absl::Status PutCurrent(const std::string& scheme, const std::string& version,
                        const Database& database, rocksdb::WriteBatch* batch) {
  OVERSTAP_ASSIGN_OR_RETURN(CurrentVersions current, CurrentTaxonomies(database));
  for (const auto& [name, old] : current) {
    if (old == version) database.Delete(Family::kMeta, CurrentKey(name), batch);
  }
  std::erase_if(current, [&version](const auto& entry) { return entry.second == version; });
  current[scheme] = version;
  for (const auto& [name, which] : current) {
    database.Put(Family::kMeta, CurrentKey(name), which, batch);
  }
  database.Put(Family::kMeta, CurrentTaxonomyKey(), Primary(current)->second, batch);
  return absl::OkStatus();
}

}  // namespace

absl::Status PutTaxonomy(const TaxonomySource& source, const std::string& version,
                         Database* database) {
  OVERSTAP_RETURN_IF_ERROR(CheckSource(source, version));
  const std::string prefix = VersionPrefix(version);
  rocksdb::WriteBatch batch;
  OVERSTAP_RETURN_IF_ERROR(DeleteConcepts(prefix, *database, &batch));
  OVERSTAP_RETURN_IF_ERROR(PutConcepts(source, prefix, *database, &batch));
  pb::TaxonomyInfo counted = CountConcepts(source);
  OVERSTAP_ASSIGN_OR_RETURN(const int64_t sequence, NextSequence(*database));
  counted.set_sequence(sequence);
  OVERSTAP_ASSIGN_OR_RETURN(const std::string info, Serialise(counted));
  OVERSTAP_RETURN_IF_ERROR(PutCurrent(source.scheme, version, *database, &batch));
  database->Put(Family::kMeta, TaxonomyKey(version), info, &batch);
  return database->Write(&batch);
}

absl::StatusOr<TaxonomySource> ReadTaxonomy(const std::string& version, const Database& database) {
  OVERSTAP_ASSIGN_OR_RETURN(const pb::TaxonomyInfo info, ReadInfo(version, database));
  TaxonomySource source;
  source.scheme = info.scheme();
  const std::string prefix = VersionPrefix(version);
  ConceptDecoder decoder;
  const absl::Status scanned = database.Scan(
      Family::kConcepts, prefix, [&](std::string_view key, std::string_view value) -> absl::Status {
        OVERSTAP_ASSIGN_OR_RETURN(std::string uri, UriOfKey(key, prefix.size()));
        OVERSTAP_ASSIGN_OR_RETURN(ConceptSource entry, decoder.Decode(std::move(uri), value));
        source.concepts.push_back(std::move(entry));
        return absl::OkStatus();
      });
  OVERSTAP_RETURN_IF_ERROR(scanned);
  if (static_cast<int64_t>(source.concepts.size()) != info.concepts()) {
    return DamagedRecord(
        "taxonomy", version,
        StrCat("it has ", source.concepts.size(), " concepts and should have ", info.concepts()));
  }
  return source;
}

absl::StatusOr<std::vector<TaxonomyInfo>> ListTaxonomies(const Database& database) {
  OVERSTAP_ASSIGN_OR_RETURN(const CurrentVersions current, CurrentTaxonomies(database));
  std::vector<TaxonomyInfo> taxonomies;
  OVERSTAP_RETURN_IF_ERROR(ScanInfos(database, [&](std::string version, const auto& info) {
    const auto found = current.find(info.scheme());
    const bool is_current = found != current.end() && found->second == version;
    taxonomies.push_back({std::move(version), info.scheme(), info.occupations(), info.skills(),
                          info.relations(), is_current, info.sequence()});
    return absl::OkStatus();
  }));
  return taxonomies;
}

absl::StatusOr<CurrentVersions> CurrentTaxonomies(const Database& database) {
  CurrentVersions current;
  OVERSTAP_RETURN_IF_ERROR(
      database.Scan(Family::kMeta, CurrentPrefix(),
                    [&current](std::string_view key, std::string_view value) -> absl::Status {
                      OVERSTAP_ASSIGN_OR_RETURN(std::string scheme, MetaArgument(key));
                      current[std::move(scheme)] = value;
                      return absl::OkStatus();
                    }));
  // A program that knows one scheme writes only this record, so of its scheme it is the latest.
  OVERSTAP_ASSIGN_OR_RETURN(const std::optional<std::string> version,
                            database.Get(Family::kMeta, CurrentTaxonomyKey()));
  if (!version) return current;
  const absl::StatusOr<pb::TaxonomyInfo> info = ReadInfo(*version, database);
  if (!info.ok()) {
    return DamagedRecord("meta record", "current_taxonomy", FromAbsl(info.status().message()));
  }
  current[info->scheme()] = *version;
  return current;
}

}  // namespace overstap::store
