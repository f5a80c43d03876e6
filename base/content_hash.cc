#include "base/content_hash.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cstring>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "base/strings.h"

namespace overstap {
namespace {

std::array<uint64_t, 2> HashRecord(std::string_view key, std::string_view value) {
  ContentHasher hasher;
  hasher.Add(key);
  hasher.Add(value);
  const std::string hex = hasher.HexDigest(32);
  std::array<uint64_t, 2> words{};
  for (size_t word = 0; word < 2; ++word) {
    for (size_t digit = 0; digit < 16; ++digit) {
      const char c = hex[word * 16 + digit];
      words[word] = words[word] * 16 + static_cast<uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    }
  }
  return words;
}

}  // namespace

ContentHasher::ContentHasher() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
  EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
}

ContentHasher::~ContentHasher() = default;

void ContentHasher::Add(std::string_view field) {
  AddNumber(field.size());
  EVP_DigestUpdate(context_.get(), field.data(), field.size());
}

void ContentHasher::AddNumber(uint64_t number) {
  unsigned char bytes[8];
  for (int i = 7; i >= 0; --i) {
    bytes[i] = static_cast<unsigned char>(number & 0xff);
    number >>= 8;
  }
  EVP_DigestUpdate(context_.get(), bytes, sizeof(bytes));
}

std::string ContentHasher::HexDigest(size_t digits) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  EVP_DigestFinal_ex(context_.get(), digest, &length);
  const absl::string_view bytes(reinterpret_cast<const char*>(digest), length);
  std::string hex = absl::BytesToHexString(bytes);
  hex.resize(std::min(digits, hex.size()));
  return hex;
}

void SetHash::Add(std::string_view key, std::string_view value) {
  const auto words = HashRecord(key, value);
  for (size_t i = 0; i < 2; ++i) sum_[i] += words[i];
}

void SetHash::Remove(std::string_view key, std::string_view value) {
  const auto words = HashRecord(key, value);
  for (size_t i = 0; i < 2; ++i) sum_[i] -= words[i];
}

void SetHash::Merge(const SetHash& other) {
  for (size_t i = 0; i < 2; ++i) sum_[i] += other.sum_[i];
}

std::string SetHash::ToHex() const { return absl::StrFormat("%016x%016x", sum_[0], sum_[1]); }

SetHash SetHash::FromHex(std::string_view hex) {
  SetHash hash;
  if (hex.size() != 32 || !absl::SimpleHexAtoi(ToAbsl(hex.substr(0, 16)), &hash.sum_[0]) ||
      !absl::SimpleHexAtoi(ToAbsl(hex.substr(16)), &hash.sum_[1])) {
    return SetHash();
  }
  return hash;
}

}  // namespace overstap
