#include <string>

#include "base/text_encoding.h"
#include "taxonomy/isco.h"
#include "taxonomy/normalise.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {

void FuzzLabel(std::string_view bytes) {
  const std::string clean = CleanLabel(bytes);
  OVERSTAP_FUZZ_CHECK(IsValidUtf8(clean));
  OVERSTAP_FUZZ_CHECK(CleanLabel(clean) == clean);
  OVERSTAP_FUZZ_CHECK(clean.find('\n') == std::string::npos && !clean.starts_with(' ') &&
                      !clean.ends_with(' '));
  const std::string folded = FoldLabel(bytes);
  OVERSTAP_FUZZ_CHECK(IsValidUtf8(folded));
  OVERSTAP_FUZZ_CHECK(FoldLabel(folded) == folded);
  OVERSTAP_FUZZ_CHECK(FoldLabel(clean) == folded);
}

void FuzzIsco(std::string_view bytes) {
  const auto level = IscoSkillLevel(bytes);
  OVERSTAP_FUZZ_CHECK(!level || (*level >= 1 && *level <= 4 && bytes.size() <= 4));
  const std::string_view left = bytes.substr(0, bytes.size() / 2);
  const std::string_view right = bytes.substr(bytes.size() / 2);
  const double proximity = IscoProximity(left, right);
  OVERSTAP_FUZZ_CHECK(proximity >= 0 && proximity <= 1);
  OVERSTAP_FUZZ_CHECK(proximity == IscoProximity(right, left));
}

}  // namespace overstap::fuzz
