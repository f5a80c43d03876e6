// A store in memory, for tests of what uses a store.
#pragma once

#include <limits>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/content_hash.h"
#include "base/strings.h"
#include "engine/store/store.h"

namespace overstap::store {

// What a FakeStore holds; compare two to see whether anything was written.
struct FakeContents {
  std::map<std::string, std::vector<ConceptSource>> taxonomies;  // by version
  std::string current;                                           // of the primary scheme
  CurrentVersions others;                                        // of the other schemes
  std::map<std::string, int64_t> sequences;                      // by version
  std::map<std::pair<std::string, std::string>, Crosswalk> crosswalks;
  std::map<std::string, model::Vacancy> vacancies;
  std::map<std::string, model::Profile> profiles;
  std::map<std::string, model::Course> courses;
  std::map<std::string, model::Scheme> schemes;
  std::map<std::string, model::Region> regions;
  std::map<std::string, model::Demand> demand;
  std::map<std::string, model::Place> places;
  std::map<std::string, std::string> imports;  // kind -> source, of those that run

  friend bool operator==(const FakeContents&, const FakeContents&) = default;
};

class FakeBatch final : public RecordBatch {
 public:
  void Put(const model::Vacancy& record) override { vacancies.push_back(record); }
  void Put(const model::Profile& record) override { profiles.push_back(record); }
  void Put(const model::Course& record) override { courses.push_back(record); }
  void Put(const model::Scheme& record) override { schemes.push_back(record); }
  void Put(const model::Region& record) override { regions.push_back(record); }
  void Put(const model::Demand& record) override { demand.push_back(record); }
  void Put(const model::Place& record) override { places.push_back(record); }
  // Of one record either put or deleted.
  void DeleteVacancy(std::string_view id) override { deleted_vacancies.emplace_back(id); }
  void DeleteProfile(std::string_view id) override { deleted_profiles.emplace_back(id); }
  int64_t size() const override {
    return static_cast<int64_t>(vacancies.size() + profiles.size() + courses.size() +
                                schemes.size() + regions.size() + demand.size() + places.size() +
                                deleted_vacancies.size() + deleted_profiles.size());
  }
  const absl::Status& status() const override { return ok_; }

  std::vector<model::Vacancy> vacancies;
  std::vector<model::Profile> profiles;
  std::vector<model::Course> courses;
  std::vector<model::Scheme> schemes;
  std::vector<model::Region> regions;
  std::vector<model::Demand> demand;
  std::vector<model::Place> places;
  std::vector<std::string> deleted_vacancies;
  std::vector<std::string> deleted_profiles;

 private:
  const absl::Status ok_;
};

// Not thread-safe. DataVersion names the ids, not what else is in the records.
class FakeStore : public Store {
 public:
  FakeContents contents;
  std::vector<int64_t> batch_sizes;  // of the writes that succeeded
  // Writes, taxonomies included, that succeed before the disk is full.
  int64_t writes_left = std::numeric_limits<int64_t>::max();

  absl::Status PutTaxonomy(const TaxonomySource& source, const std::string& version) override {
    if (absl::Status status = TakeWrite(); !status.ok()) return status;
    contents.taxonomies[version] = source.concepts;
    CurrentVersions current = Current();
    current[SchemeOf(version)] = version;
    contents.current = Primary(current)->second;
    current.erase(Primary(current));
    contents.others = std::move(current);
    contents.sequences[version] = ++last_sequence_;
    return absl::OkStatus();
  }

  absl::StatusOr<TaxonomySource> ReadTaxonomy(const std::string& version) const override {
    const auto found = contents.taxonomies.find(version);
    if (found == contents.taxonomies.end()) return absl::NotFoundError("no such taxonomy");
    return TaxonomySource{SchemeOf(version), found->second};
  }

  absl::StatusOr<std::vector<TaxonomyInfo>> ListTaxonomies() const override {
    std::vector<TaxonomyInfo> infos;
    for (const auto& [version, concepts] : contents.taxonomies) {
      TaxonomyInfo info;
      info.version = version;
      info.scheme = SchemeOf(version);
      info.current = version == contents.current || OtherIsCurrent(version);
      const auto sequence = contents.sequences.find(version);
      info.sequence = sequence == contents.sequences.end() ? 0 : sequence->second;
      for (const ConceptSource& entry : concepts) {
        info.occupations += entry.kind == ConceptKind::kOccupation ? 1 : 0;
        const bool is_skill =
            entry.kind == ConceptKind::kSkill || entry.kind == ConceptKind::kKnowledge;
        info.skills += is_skill ? 1 : 0;
        info.relations += static_cast<int64_t>(entry.requirements.size());
      }
      infos.push_back(std::move(info));
    }
    return infos;
  }

  absl::StatusOr<CurrentVersions> CurrentTaxonomies() const override { return Current(); }
  absl::StatusOr<std::string> CurrentTaxonomy() const override { return contents.current; }

  absl::Status PutCrosswalk(const Crosswalk& crosswalk) override {
    if (absl::Status status = TakeWrite(); !status.ok()) return status;
    Crosswalk& stored = contents.crosswalks[{crosswalk.from_scheme, crosswalk.to_scheme}];
    stored = crosswalk;
    Canonicalise(&stored);
    return absl::OkStatus();
  }

  absl::StatusOr<std::vector<Crosswalk>> ReadCrosswalks() const override {
    std::vector<Crosswalk> crosswalks;
    for (const auto& [schemes, crosswalk] : contents.crosswalks) crosswalks.push_back(crosswalk);
    return crosswalks;
  }

  std::unique_ptr<RecordBatch> NewBatch() const override { return std::make_unique<FakeBatch>(); }

  absl::Status WriteAll(std::span<const RecordBatch* const> batches) override {
    if (absl::Status status = TakeWrite(); !status.ok()) return status;
    for (const RecordBatch* const batch : batches) Take(dynamic_cast<const FakeBatch&>(*batch));
    return absl::OkStatus();
  }

  absl::Status EraseDeleted() override { return absl::OkStatus(); }

  void Take(const FakeBatch& records) {
    for (const auto& record : records.vacancies) contents.vacancies[record.id] = record;
    for (const auto& record : records.profiles) contents.profiles[record.id] = record;
    for (const auto& record : records.courses) contents.courses[record.id] = record;
    for (const auto& record : records.schemes) contents.schemes[record.id] = record;
    for (const auto& record : records.regions) contents.regions[record.code] = record;
    for (const auto& record : records.demand) contents.demand[record.id] = record;
    for (const auto& record : records.places) contents.places[model::IdOf(record)] = record;
    for (const std::string& id : records.deleted_vacancies) contents.vacancies.erase(id);
    for (const std::string& id : records.deleted_profiles) contents.profiles.erase(id);
    batch_sizes.push_back(records.size());
  }

  absl::Status BeginImport(std::string_view kind, std::string_view source) override {
    contents.imports[std::string(kind)] = source;
    return absl::OkStatus();
  }
  absl::Status EndImport(std::string_view kind) override {
    return contents.imports.erase(std::string(kind)) == 1
               ? absl::OkStatus()
               : absl::FailedPreconditionError("that import did not begin");
  }
  absl::StatusOr<std::vector<InterruptedImport>> InterruptedImports() const override {
    std::vector<InterruptedImport> imports;
    for (const auto& [kind, source] : contents.imports) imports.push_back({kind, source});
    return imports;
  }

  absl::Status ForEachVacancy(const Visitor<model::Vacancy>& visit) const override {
    return ForEach(contents.vacancies, visit);
  }
  absl::Status ForEachProfile(const Visitor<model::Profile>& visit) const override {
    return ForEach(contents.profiles, visit);
  }
  // It keeps records, not bytes.
  absl::Status ForEachStoredVacancy(const StoredVisitor&) const override { return NoBytes(); }
  absl::Status ForEachStoredProfile(const StoredVisitor&) const override { return NoBytes(); }
  DerivedFolder derived() const override { return {}; }
  absl::Status ForEachCourse(const Visitor<model::Course>& visit) const override {
    return ForEach(contents.courses, visit);
  }
  absl::Status ForEachScheme(const Visitor<model::Scheme>& visit) const override {
    return ForEach(contents.schemes, visit);
  }
  absl::Status ForEachRegion(const Visitor<model::Region>& visit) const override {
    return ForEach(contents.regions, visit);
  }
  absl::Status ForEachDemand(const Visitor<model::Demand>& visit) const override {
    return ForEach(contents.demand, visit);
  }
  absl::Status ForEachPlace(const Visitor<model::Place>& visit) const override {
    return ForEach(contents.places, visit);
  }

  absl::Status DeleteVacancy(std::string_view id) override {
    return Delete(id, &contents.vacancies);
  }
  absl::Status DeleteProfile(std::string_view id) override {
    return Delete(id, &contents.profiles);
  }
  absl::Status DeleteDemand(std::string_view id) override { return Delete(id, &contents.demand); }

  absl::StatusOr<RecordCounts> Counts() const override {
    const auto size = [](const auto& records) { return static_cast<int64_t>(records.size()); };
    return RecordCounts{size(contents.vacancies), size(contents.profiles), size(contents.courses),
                        size(contents.schemes),   size(contents.regions),  size(contents.demand),
                        size(contents.places)};
  }

  absl::StatusOr<std::string> DataVersion() const override {
    SetHash hash;
    for (const auto& [id, record] : contents.vacancies) hash.Add("vacancy", id);
    for (const auto& [id, record] : contents.profiles) hash.Add("profile", id);
    for (const auto& [id, record] : contents.courses) hash.Add("course", id);
    for (const auto& [id, record] : contents.schemes) hash.Add("scheme", id);
    for (const auto& [id, record] : contents.regions) hash.Add("region", id);
    for (const auto& [id, record] : contents.demand) hash.Add("demand", id);
    for (const auto& [id, record] : contents.places) hash.Add("place", id);
    for (const auto& [schemes, crosswalk] : contents.crosswalks) {
      hash.Add("crosswalk", ContentVersion(crosswalk));
    }
    return hash.ToHex();
  }

 private:
  static std::string SchemeOf(const std::string& version) {
    return version.substr(0, version.find('-'));
  }

  CurrentVersions Current() const {
    CurrentVersions current = contents.others;
    if (!contents.current.empty()) current[SchemeOf(contents.current)] = contents.current;
    return current;
  }

  bool OtherIsCurrent(const std::string& version) const {
    const auto found = contents.others.find(SchemeOf(version));
    return found != contents.others.end() && found->second == version;
  }

  static absl::Status NoBytes() { return absl::UnimplementedError("a fake store has no bytes"); }

  absl::Status TakeWrite() {
    if (writes_left-- > 0) return absl::OkStatus();
    return absl::ResourceExhaustedError("the disk is full");
  }

  template <class Record>
  static absl::Status ForEach(const std::map<std::string, Record>& records,
                              const Visitor<Record>& visit) {
    for (const auto& [id, record] : records) {
      if (absl::Status status = visit(record); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  template <class Record>
  static absl::Status Delete(std::string_view id, std::map<std::string, Record>* records) {
    return records->erase(std::string(id)) == 1
               ? absl::OkStatus()
               : absl::NotFoundError(ToAbsl(StrCat("there is no ", id)));
  }

  int64_t last_sequence_ = 0;
};

}  // namespace overstap::store
