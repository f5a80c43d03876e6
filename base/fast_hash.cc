#include "base/fast_hash.h"

#include "xxhash.h"

namespace overstap {

uint64_t FastHash(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

FastHasher::FastHasher()
    : state_(XXH3_createState(), [](XXH3_state_t* state) { XXH3_freeState(state); }) {
  XXH3_64bits_reset(state_.get());
}

FastHasher::~FastHasher() = default;

void FastHasher::Add(std::string_view bytes) {
  XXH3_64bits_update(state_.get(), bytes.data(), bytes.size());
}

uint64_t FastHasher::Digest() const { return XXH3_64bits_digest(state_.get()); }

}  // namespace overstap
