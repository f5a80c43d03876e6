#include "engine/store/taxonomy_store.h"

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

}  // namespace

absl::Status PutTaxonomy(const TaxonomySource& source, const std::string& version,
                         Database* database) {
  OVERSTAP_RETURN_IF_ERROR(CheckSource(source, version));
  const std::string prefix = VersionPrefix(version);
  rocksdb::WriteBatch batch;
  OVERSTAP_RETURN_IF_ERROR(DeleteConcepts(prefix, *database, &batch));
  OVERSTAP_RETURN_IF_ERROR(PutConcepts(source, prefix, *database, &batch));
  OVERSTAP_ASSIGN_OR_RETURN(const std::string info, Serialise(CountConcepts(source)));
  database->Put(Family::kMeta, TaxonomyKey(version), info, &batch);
  database->Put(Family::kMeta, CurrentTaxonomyKey(), version, &batch);
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
  OVERSTAP_ASSIGN_OR_RETURN(const std::string current, CurrentTaxonomy(database));
  std::vector<TaxonomyInfo> taxonomies;
  const absl::Status scanned =
      database.Scan(Family::kMeta, TaxonomyPrefix(),
                    [&](std::string_view key, std::string_view value) -> absl::Status {
                      OVERSTAP_ASSIGN_OR_RETURN(std::string version, MetaArgument(key));
                      pb::TaxonomyInfo info;
                      OVERSTAP_RETURN_IF_ERROR(ParseRecord("taxonomy", version, value, &info));
                      const bool is_current = version == current;
                      taxonomies.push_back({std::move(version), info.scheme(), info.occupations(),
                                            info.skills(), info.relations(), is_current});
                      return absl::OkStatus();
                    });
  OVERSTAP_RETURN_IF_ERROR(scanned);
  return taxonomies;
}

absl::StatusOr<std::string> CurrentTaxonomy(const Database& database) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::optional<std::string> version,
                            database.Get(Family::kMeta, CurrentTaxonomyKey()));
  return version.value_or(std::string());
}

}  // namespace overstap::store
