// Concepts between our structs and the bytes in the store. The URI is in the key, not in the bytes.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "overstap/storage/v1/records.pb.h"
#include "taxonomy/source.h"

namespace overstap::store {

// Equal concepts give equal bytes. kInvalidArgument for an empty URI and for text that is not
// UTF-8, naming the field. Thread-safe.
absl::StatusOr<std::string> Encode(const ConceptSource& entry);

// Reads many concepts. Not thread-safe.
class ConceptDecoder {
 public:
  // kDataLoss for bytes that Encode does not give.
  absl::StatusOr<ConceptSource> Decode(std::string uri, std::string_view bytes);

 private:
  absl::Status MoveLabels(ConceptSource* entry);
  absl::Status MoveDescriptions(ConceptSource* entry);
  absl::Status MoveRelations(ConceptSource* entry);

  overstap::storage::v1::Concept stored_;  // one for all: what it allocates is used again
};

}  // namespace overstap::store
