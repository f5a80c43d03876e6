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

using Context = std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)>;

// Looked up once: OpenSSL otherwise looks for it by name each time that a context begins.
const EVP_MD* Sha256() {
  static const EVP_MD* const kSha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return kSha256;
}

std::array<unsigned char, 8> BigEndian(uint64_t number) {
  std::array<unsigned char, 8> bytes;
  for (size_t i = bytes.size(); i-- > 0; number >>= 8) {
    bytes[i] = static_cast<unsigned char>(number & 0xff);
  }
  return bytes;
}

void Update(EVP_MD_CTX* context, std::string_view field) {
  const auto length = BigEndian(field.size());
  EVP_DigestUpdate(context, length.data(), length.size());
  EVP_DigestUpdate(context, field.data(), field.size());
}

// As the first 32 digits of ContentHasher say. A record takes no longer to hash than a context to
// make, so that each thread keeps one.
std::array<uint64_t, 2> HashRecord(std::string_view key, std::string_view value) {
  thread_local const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_DigestInit_ex(context.get(), Sha256(), nullptr);
  Update(context.get(), key);
  Update(context.get(), value);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
  std::array<uint64_t, 2> words{};
  for (size_t byte = 0; byte < 16; ++byte) words[byte / 8] = words[byte / 8] << 8 | digest[byte];
  return words;
}

}  // namespace

ContentHasher::ContentHasher() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
  EVP_DigestInit_ex(context_.get(), Sha256(), nullptr);
}

ContentHasher::~ContentHasher() = default;

void ContentHasher::Add(std::string_view field) { Update(context_.get(), field); }

void ContentHasher::AddNumber(uint64_t number) {
  const auto bytes = BigEndian(number);
  EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
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
