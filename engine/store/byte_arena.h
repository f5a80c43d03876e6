// Many texts that come one by one and go together.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace overstap::store {

// A text stays where it is until the arena goes, and goes with it: room is made for dozens at once.
// Not thread-safe; what was added may be read on any thread while more is added.
class ByteArena {
 public:
  // A copy that lives as long as this.
  std::string_view Add(std::string_view bytes);

 private:
  // Memory of more than 64 KiB that is freed has malloc tidy up all that it has.
  static constexpr size_t kBlockBytes = size_t{32} << 10;

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;  // in the last block
  size_t free_bytes_ = 0;
};

}  // namespace overstap::store
