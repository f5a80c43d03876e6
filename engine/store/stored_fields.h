// What the conversions between our structs and the stored messages share.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "google/protobuf/message_lite.h"

namespace overstap::store {

// Our enumerators beside the stored ones. Neither side's numbers need follow the other's.
template <class Model, class Stored, size_t N>
using EnumTable = std::array<std::pair<Model, Stored>, N>;

// The unspecified value for an enumerator that the table lacks.
template <class Model, class Stored, size_t N>
Stored ToStored(const EnumTable<Model, Stored, N>& table, Model value) {
  for (const auto& [model, stored] : table) {
    if (model == value) return stored;
  }
  return Stored{};
}

// Nothing for the unspecified value and for one of a newer program.
template <class Model, class Stored, size_t N>
std::optional<Model> FromStored(const EnumTable<Model, Stored, N>& table, int value) {
  for (const auto& [model, stored] : table) {
    if (stored == value) return model;
  }
  return std::nullopt;
}

// Refuses, before it is written, what could not be read back: each function gives its value through
// and remembers the first field that is wrong.
class FieldChecks {
 public:
  // UTF-8.
  const std::string& Text(std::string_view field, const std::string& text);
  // Days since 1970-01-01; within 32 bits.
  int32_t Day(std::string_view field, absl::CivilDay day);
  void Fail(std::string_view field, std::string_view what);

  // kInvalidArgument naming the field.
  const absl::Status& status() const { return status_; }

 private:
  absl::Status status_;
};

absl::CivilDay DayFromStored(int32_t day);

// The same bytes for the same message, always. kInvalidArgument for more than 64 MB.
absl::StatusOr<std::string> Serialise(const google::protobuf::MessageLite& message);

// kDataLoss naming the record, such as "vacancy 'v1'".
absl::Status DamagedRecord(std::string_view kind, std::string_view id, std::string_view what);
absl::Status ParseRecord(std::string_view kind, std::string_view id, std::string_view value,
                         google::protobuf::MessageLite* message);

}  // namespace overstap::store
