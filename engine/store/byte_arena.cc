#include "engine/store/byte_arena.h"

#include <algorithm>

namespace overstap::store {

std::string_view ByteArena::Add(std::string_view bytes) {
  if (bytes.size() > free_bytes_) {
    free_bytes_ = std::max(kBlockBytes, bytes.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(free_bytes_));
    free_ = blocks_.back().get();
  }
  char* const begin = free_;
  std::copy(bytes.begin(), bytes.end(), begin);
  free_ += bytes.size();
  free_bytes_ -= bytes.size();
  return {begin, bytes.size()};
}

}  // namespace overstap::store
