// Bytes of the store that a disk or another program has damaged.
#include "engine/store/crosswalk_record.h"
#include "taxonomy/crosswalk.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {

void FuzzCrosswalkRecord(std::string_view bytes) {
  auto crosswalk = store::DecodeCrosswalk("competentnl", "esco", bytes);
  if (!crosswalk.ok()) {
    OVERSTAP_FUZZ_CHECK(crosswalk.status().code() == absl::StatusCode::kDataLoss);
    return;
  }
  Canonicalise(&*crosswalk);
  const auto encoded = store::Encode(*crosswalk);
  if (!encoded.ok()) return;  // an empty URI
  const auto again = store::DecodeCrosswalk("competentnl", "esco", *encoded);
  OVERSTAP_FUZZ_CHECK(again.ok() && *again == *crosswalk);
}

}  // namespace overstap::fuzz
