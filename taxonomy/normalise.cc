#include "taxonomy/normalise.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace overstap {
namespace {

using icu::Normalizer2;
using icu::UnicodeString;

bool IsInvisible(UChar32 c) {
  const int type = u_charType(c);
  return type == U_FORMAT_CHAR || (type == U_CONTROL_CHAR && !u_isWhitespace(c));
}

bool IsSearchable(UChar32 c) { return u_isalnum(c) || c == '+' || c == '#'; }

UnicodeString Normalised(const Normalizer2* normalizer, const UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  UnicodeString out = normalizer->normalize(text, error);
  return U_FAILURE(error) ? text : out;
}

const Normalizer2* Nfc() {
  UErrorCode error = U_ZERO_ERROR;
  return Normalizer2::getNFCInstance(error);
}

const Normalizer2* Nfkd() {
  UErrorCode error = U_ZERO_ERROR;
  return Normalizer2::getNFKDInstance(error);
}

const Normalizer2* NfkcCaseFold() {
  UErrorCode error = U_ZERO_ERROR;
  return Normalizer2::getNFKCCasefoldInstance(error);
}

// Keeps what `keep` says; every other run becomes one space; what `drop` says leaves no trace.
template <class Keep, class Drop>
UnicodeString Squeeze(const UnicodeString& text, Keep keep, Drop drop) {
  UnicodeString out;
  bool gap = false;
  for (int32_t i = 0; i < text.length();) {
    const UChar32 c = text.char32At(i);
    i += U16_LENGTH(c);
    if (drop(c)) continue;
    if (!keep(c)) {
      gap = !out.isEmpty();
      continue;
    }
    if (gap) out.append(static_cast<UChar>(' '));
    gap = false;
    out.append(c);
  }
  return out;
}

UnicodeString Clean(std::string_view text) {
  const UnicodeString raw =
      UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const UnicodeString visible = Squeeze(
      raw, [](UChar32 c) { return !u_isUWhiteSpace(c); }, IsInvisible);
  return Normalised(Nfc(), visible);
}

std::string ToUtf8(const UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool IsPrintableAscii(std::string_view text) {
  for (const char c : text) {
    if (c < 0x20 || c > 0x7e) return false;
  }
  return true;
}

bool IsAsciiSearchable(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#';
}

// The same result as the ICU path for text in which nothing else can happen; most labels.
std::string FoldAscii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!IsAsciiSearchable(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out.push_back(' ');
    gap = false;
    out.push_back(c);
  }
  return out;
}

}  // namespace

std::string CleanLabel(std::string_view text) { return ToUtf8(Clean(text)); }

std::string FoldLabel(std::string_view text) {
  if (IsPrintableAscii(text)) return FoldAscii(text);
  const UnicodeString folded = Normalised(NfkcCaseFold(), Clean(text));
  const UnicodeString decomposed = Normalised(Nfkd(), folded);
  const UnicodeString searchable = Squeeze(decomposed, IsSearchable, [](UChar32 c) {
    return u_charType(c) == U_NON_SPACING_MARK || IsInvisible(c);
  });
  return ToUtf8(Normalised(Nfc(), searchable));
}

}  // namespace overstap
