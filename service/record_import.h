// Records from a client into the store.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "engine/snapshot/snapshot.h"
#include "engine/store/store.h"
#include "overstap/v1/data_service.pb.h"
#include "service/record_write.h"
#include "service/unknown_uris.h"

namespace overstap::service {

// Name of the kind in the store and in messages: "vacancies". Empty for a kind that is not known.
std::string_view RecordKindName(v1::RecordKind kind);

// One import, from its header to its end. A record that is refused is reported and left out. A URI
// that none of the taxonomies has is a warning, since another may have it; when strict, a refusal.
// Strict imports are written at the end, all or nothing; others every kBatchRecords. Not
// thread-safe.
class RecordImport {
 public:
  static constexpr int64_t kBatchRecords = 1000;
  static constexpr size_t kMaxStrictBytes = size_t{256} << 20;

  // kInvalidArgument for a kind that is not known or a source of more than 200 bytes. `store` and
  // `taxonomies` outlive the import.
  static absl::StatusOr<std::unique_ptr<RecordImport>> Begin(const v1::ImportHeader& header,
                                                             Taxonomies taxonomies,
                                                             store::Store* store);

  // Errors end the import: those of the store, and kResourceExhausted for a strict import of more
  // than kMaxStrictBytes.
  absl::Status Add(const v1::ImportRecords& records);

  // Writes what is left and gives the report, without versions. kInvalidArgument, and nothing more
  // is written, when another number of records came, when all are refused, or when strict and any
  // is.
  absl::StatusOr<v1::ImportResponse> End(const v1::ImportEnd& end);

  // Whether anything is in the store that was not there before.
  bool has_written() const { return has_written_; }
  // The vacancies and profiles that were written since it was last called.
  snapshot::RecordChanges TakeWritten() { return std::exchange(written_, {}); }

 private:
  RecordImport(const v1::ImportHeader& header, Taxonomies taxonomies, store::Store* store);

  void Take(const v1::ImportRecord& record);
  template <class Message>
  void TakeOf(v1::RecordKind kind, const Message& message);
  template <class Record>
  bool CheckUris(const Record& record, const std::string& id);
  void Report(std::string_view id, std::string_view code, std::string_view message,
              v1::ImportSeverity severity);
  absl::Status CheckResult(const v1::ImportEnd& end) const;
  absl::Status Write();

  v1::ImportHeader header_;
  const Taxonomies taxonomies_;
  store::Store& store_;
  RecordWrite write_;
  snapshot::RecordChanges written_;
  v1::ImportResponse report_;
  std::string first_refusal_;
  size_t strict_bytes_ = 0;
  bool has_written_ = false;
};

}  // namespace overstap::service
