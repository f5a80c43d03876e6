// Records of which there are many, as queries see them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/match/coverage.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"
#include "taxonomy/ids.h"

namespace overstap::snapshot {

// A whole record, in memory or as the store encodes it in bytes that lie elsewhere. A value; copies
// share what they hold. Thread-safe.
template <class Record>
class WholeRecord {
 public:
  explicit WholeRecord(Record record) : owner_(std::make_shared<const Record>(std::move(record))) {}
  // `bytes` are what store::Encode gave, and lie in what `owner` keeps.
  WholeRecord(std::shared_ptr<const void> owner, std::string_view bytes)
      : owner_(std::move(owner)), bytes_(bytes) {}

  // Reads it when it lies in bytes, which costs some microseconds.
  std::shared_ptr<const Record> Get(const std::string& id) const;
  // Empty for a record in memory.
  std::string_view bytes() const { return bytes_; }

 private:
  std::shared_ptr<const void> owner_;  // of a Record when there are no bytes
  std::string_view bytes_;
};

// A vacancy in the terms of the taxonomy. Of one that is in a snapshot the region is that of its
// place when the record says none.
struct VacancyRow {
  model::VacancyFacts vacancy;
  match::RequirementSet requirements;
  std::optional<OccupationId> occupation;
  WholeRecord<model::Vacancy> whole;
  bool is_migrated = false;  // whether its MigrationCount (migration.h) is not nothing

  std::shared_ptr<const model::Vacancy> Record() const { return whole.Get(vacancy.id); }
};

struct ProfileRow {
  model::ProfileFacts profile;
  std::optional<OccupationId> occupation;  // of the latest work of which it is known
  WholeRecord<model::Profile> whole;
  bool is_migrated = false;  // as above

  std::shared_ptr<const model::Profile> Record() const { return whole.Get(profile.id); }
};

inline model::VacancyFacts& FactsOf(VacancyRow* row) { return row->vacancy; }
inline model::ProfileFacts& FactsOf(ProfileRow* row) { return row->profile; }
inline const model::VacancyFacts& FactsOf(const VacancyRow& row) { return row.vacancy; }
inline const model::ProfileFacts& FactsOf(const ProfileRow& row) { return row.profile; }

inline const std::string& IdOf(const VacancyRow& row) { return row.vacancy.id; }
inline const std::string& IdOf(const ProfileRow& row) { return row.profile.id; }

}  // namespace overstap::snapshot
