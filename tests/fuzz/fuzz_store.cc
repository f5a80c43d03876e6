// Bytes of the store that a disk or another program has damaged.
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "base/fast_hash.h"
#include "engine/snapshot/saved_rows.h"
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

namespace {

void ReadRows(const std::string& bytes, snapshot::RowKind kind) {
  // At an address like that of a mapping.
  const auto owner = std::make_shared<std::vector<uint64_t>>(bytes.size() / 8 + 1);
  std::memcpy(owner->data(), bytes.data(), bytes.size());
  const std::string_view view(reinterpret_cast<const char*>(owner->data()), bytes.size());
  const auto rows = snapshot::SavedRows::Read(owner, view, kind, {2, 3}, [] {});
  if (!rows.ok()) {
    OVERSTAP_FUZZ_CHECK(rows.status().code() == absl::StatusCode::kDataLoss);
    return;
  }
  for (size_t i = 0; i < rows->size(); ++i) {
    const std::string id = kind == snapshot::RowKind::kVacancies ? rows->Vacancy(i).vacancy.id
                                                                 : rows->Profile(i).profile.id;
    OVERSTAP_FUZZ_CHECK(id == rows->id(i));
  }
}

}  // namespace

// As they are, and with hashes that are right all the same.
void FuzzSavedRows(std::string_view bytes) {
  std::string sealed(bytes);
  constexpr size_t kHeader = snapshot::kRowsHeaderBytes;
  if (sealed.size() >= kHeader) {
    const uint64_t body = FastHash(std::string_view(sealed).substr(kHeader));
    std::memcpy(sealed.data() + kHeader - 16, &body, sizeof(body));
    const uint64_t header = FastHash(std::string_view(sealed).substr(0, kHeader - 8));
    std::memcpy(sealed.data() + kHeader - 8, &header, sizeof(header));
  }
  for (const auto kind : {snapshot::RowKind::kVacancies, snapshot::RowKind::kProfiles}) {
    ReadRows(std::string(bytes), kind);
    ReadRows(sealed, kind);
  }
}

}  // namespace overstap::fuzz
