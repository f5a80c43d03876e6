// How many records there are and what they hash to, kept up with every write.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "base/content_hash.h"
#include "engine/store/database.h"
#include "engine/store/store.h"

namespace overstap::store {

// What a record adds to the hash of the state; key and value as stored. Thread-safe.
SetHash HashOfRecord(Family family, std::string_view key, std::string_view value);

// A value; not thread-safe.
class DataState {
 public:
  // kDataLoss for bytes that Encode does not give.
  static absl::StatusOr<DataState> Decode(std::string_view bytes);
  std::string Encode() const;

  // `family` is one of vacancies, profiles, courses, schemes, regions and meta; key and value as
  // stored.
  void Add(Family family, std::string_view key, std::string_view value) {
    Add(family, HashOfRecord(family, key, value));
  }
  void Add(Family family, const SetHash& record);
  // Takes back what Add did with the same arguments.
  void Remove(Family family, std::string_view key, std::string_view value);
  // Does what was done to `change`, which began empty; so a change may take more than it adds.
  void Merge(const DataState& change);

  RecordCounts counts() const;
  // "data-" and 12 hexadecimal digits; equal records, equal name, however they came to be there.
  std::string DataVersion() const;

  friend bool operator==(const DataState&, const DataState&) = default;

 private:
  std::array<int64_t, kFamilyCount> counts_{};
  SetHash hash_;
};

}  // namespace overstap::store
