// Names for content: equal content, equal name.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace overstap {

// SHA-256 (FIPS 180-4) over a sequence of fields. Each field is hashed with its length in front,
// so that ("ab","c") and ("a","bc") differ. Not thread-safe; use one per thread.
class ContentHasher {
 public:
  ContentHasher();
  ~ContentHasher();
  ContentHasher(const ContentHasher&) = delete;
  ContentHasher& operator=(const ContentHasher&) = delete;

  void Add(std::string_view field);
  void AddNumber(uint64_t number);

  // The first `digits` hexadecimal digits, at most 64. Call once.
  std::string HexDigest(size_t digits = 12);

 private:
  std::unique_ptr<evp_md_ctx_st, void (*)(evp_md_ctx_st*)> context_;
};

// Order-independent hash of a set of records: adding and removing a record are inverse, so the
// name of a data set follows every write without reading the whole set again. A sum of 128-bit
// truncated SHA-256 values: it names content, it does not protect against forgery.
class SetHash {
 public:
  SetHash() = default;

  void Add(std::string_view key, std::string_view value);
  void Remove(std::string_view key, std::string_view value);
  // Joins two disjoint sets.
  void Merge(const SetHash& other);

  // 32 hexadecimal digits; FromHex gives back the same hash, or an empty one for other text.
  std::string ToHex() const;
  static SetHash FromHex(std::string_view hex);

  friend bool operator==(const SetHash&, const SetHash&) = default;

 private:
  std::array<uint64_t, 2> sum_{0, 0};
};

}  // namespace overstap
