#include "engine/transition/gates.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "taxonomy/normalise.h"

namespace overstap::transition {
namespace {

using model::GateKind;
using Texts = std::vector<std::string>;

// Words between spaces, so that a phrase is found as whole words only.
std::string Padded(std::string_view text) { return StrCat(" ", FoldLabel(text), " "); }

void PadAll(Texts* texts) {
  for (std::string& text : *texts) text = Padded(text);
  std::erase(*texts, "  ");
}

bool HasAny(const std::string& padded, const Texts& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&padded](const std::string& phrase) {
    return padded.find(phrase) != std::string::npos;
  });
}

bool HasAny(std::span<const Label> labels, const Texts& phrases) {
  return std::any_of(labels.begin(), labels.end(), [&phrases](const Label& label) {
    return HasAny(Padded(label.text), phrases);
  });
}

bool StartsWithAny(std::string_view code, const Texts& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [code](const std::string& prefix) { return code.starts_with(prefix); });
}

bool IsProven(model::EvidenceKind kind) { return kind >= model::EvidenceKind::kEvc; }

}  // namespace

Gates::Gates(std::vector<model::GateRule> rules, const Taxonomy* taxonomy)
    : taxonomy_(taxonomy), rules_(std::move(rules)) {
  for (model::GateRule& rule : rules_) {
    for (Texts* const texts : {&rule.words, &rule.skill_words, &rule.proof}) PadAll(texts);
  }
  of_occupation_.resize(taxonomy->occupation_count());
  for (uint32_t rule = 0; rule < rules_.size(); ++rule) {
    const SkillSet skills = SkillsWith(rules_[rule].skill_words);
    for (uint32_t i = 0; i < of_occupation_.size(); ++i) {
      if (Applies(rules_[rule], skills, OccupationId(i))) of_occupation_[i].push_back(rule);
    }
  }
}

// Skills of which a preferred label has one of the phrases.
Gates::SkillSet Gates::SkillsWith(const Texts& words) const {
  SkillSet skills(taxonomy_->skill_count(), false);
  if (words.empty()) return skills;
  for (uint32_t i = 0; i < skills.size(); ++i) {
    for (const Label& label : taxonomy_->Labels(SkillId(i))) {
      if (label.kind == LabelKind::kPreferred && HasAny(Padded(label.text), words))
        skills[i] = true;
    }
  }
  return skills;
}

bool Gates::Applies(const model::GateRule& rule, const SkillSet& skills,
                    OccupationId occupation) const {
  const std::string_view code = taxonomy_->IscoCode(occupation);
  if (!rule.isco.empty() && !StartsWithAny(code, rule.isco)) return false;
  if (StartsWithAny(code, rule.except)) return false;
  if (rule.words.empty() && rule.skill_words.empty()) return true;
  if (HasAny(taxonomy_->Labels(occupation), rule.words)) return true;
  const auto requirements = taxonomy_->Requirements(occupation);
  return std::any_of(requirements.begin(), requirements.end(), [&](const Requirement& needed) {
    return needed.importance == Importance::kEssential && skills[needed.skill.index()];
  });
}

bool Gates::Proves(uint32_t rule, std::string_view name) const {
  return HasAny(Padded(name), rules_[rule].proof);
}

bool Gates::IsShown(uint32_t rule, const GateKeys& keys) const {
  switch (rules_[rule].kind) {
    case GateKind::kCondition:
      return std::find(keys.avoids.begin(), keys.avoids.end(), rules_[rule].id) !=
             keys.avoids.end();
    case GateKind::kLanguage:
      return keys.dutch.has_value();
    default:
      return true;
  }
}

bool Gates::Shows(uint32_t rule, const GateKeys& keys) const {
  if (rules_[rule].kind == GateKind::kLanguage) return *keys.dutch >= rules_[rule].dutch;
  const auto proves = [&](const std::string& name) { return Proves(rule, name); };
  const auto skill_proves = [&](const match::HeldSkill& held) {
    return IsProven(held.kind) && HasAny(taxonomy_->Labels(held.skill), rules_[rule].proof);
  };
  return std::any_of(keys.certificates.begin(), keys.certificates.end(), proves) ||
         std::any_of(keys.skills.begin(), keys.skills.end(), skill_proves);
}

bool Gates::IsAssumed(uint32_t rule, const GateKeys& keys) const {
  const GateKind kind = rules_[rule].kind;
  if (kind == GateKind::kLanguage || kind == GateKind::kCondition) return false;
  return std::any_of(keys.occupations.begin(), keys.occupations.end(), [&](OccupationId own) {
    return std::binary_search(RulesOf(own).begin(), RulesOf(own).end(), rule);
  });
}

std::vector<Gate> Gates::Check(OccupationId occupation, const GateKeys& keys) const {
  std::vector<Gate> gates;
  for (const uint32_t rule : RulesOf(occupation)) {
    if (!IsShown(rule, keys)) continue;
    GateState state = GateState::kClosed;
    if (Shows(rule, keys)) {
      state = GateState::kOpen;
    } else if (IsAssumed(rule, keys)) {
      state = GateState::kAssumed;
    }
    gates.push_back({rule, state});
  }
  return gates;
}

bool AnyClosed(std::span<const Gate> gates) {
  return std::any_of(gates.begin(), gates.end(),
                     [](const Gate& gate) { return gate.state == GateState::kClosed; });
}

}  // namespace overstap::transition
