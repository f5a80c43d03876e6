#include "engine/model/gate_rule.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_join.h"
#include "base/strings.h"
#include "engine/model/validation.h"

namespace overstap::model {
namespace {

constexpr std::array<std::string_view, 5> kKinds = {"regulated", "certificate", "licence",
                                                    "condition", "language"};
constexpr std::array<std::string_view, 7> kLevels = {"A0", "A1", "A2", "B1", "B2", "C1", "C2"};

template <class Enum, size_t kSize>
std::optional<Enum> Parse(const std::array<std::string_view, kSize>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

absl::Status Wrong(const GateRule& rule, std::string_view what) {
  return absl::InvalidArgumentError(StrCat("gate '", rule.id, "': ", what));
}

}  // namespace

std::string_view GateKindName(GateKind kind) { return kKinds[static_cast<size_t>(kind)]; }

std::optional<GateKind> ParseGateKind(std::string_view name) {
  return Parse<GateKind>(kKinds, name);
}

std::string_view LanguageLevelName(LanguageLevel level) {
  return kLevels[static_cast<size_t>(level)];
}

std::optional<LanguageLevel> ParseLanguageLevel(std::string_view name) {
  return Parse<LanguageLevel>(kLevels, name);
}

std::string GateRule::Canonical() const {
  const auto list = [](const std::vector<std::string>& texts) { return absl::StrJoin(texts, ","); };
  return StrCat(id, " ", GateKindName(kind), " +", list(isco), " -", list(except), " w ",
                list(words), " s ", list(skill_words), " p ", list(proof), " ",
                LanguageLevelName(dutch), " ", name, " ", opens_with);
}

absl::Status Validate(const GateRule& rule) {
  if (rule.id.empty()) return absl::InvalidArgumentError("a gate needs an id");
  if (rule.name.empty()) return Wrong(rule, "name is missing");
  if (rule.source.empty()) return Wrong(rule, "source is missing: who says so?");
  if (rule.isco.empty() && rule.words.empty() && rule.skill_words.empty()) {
    return Wrong(rule, "say for which occupations: isco, words or skill_words");
  }
  for (const auto* const codes : {&rule.isco, &rule.except}) {
    for (const std::string& code : *codes) {
      if (!IsIscoPrefix(code)) {
        return Wrong(rule, StrCat("'", code, "' is not an ISCO-08 code of one to four digits"));
      }
    }
  }
  const bool needs_proof = rule.kind != GateKind::kCondition && rule.kind != GateKind::kLanguage;
  if (needs_proof && rule.proof.empty()) return Wrong(rule, "proof is missing: what opens it?");
  if (rule.kind == GateKind::kLanguage && rule.dutch == LanguageLevel::kA0) {
    return Wrong(rule, "dutch is missing: which level is asked?");
  }
  return absl::OkStatus();
}

}  // namespace overstap::model
