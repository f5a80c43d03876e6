// What stands between a person and work besides skills, and whether it is open.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/match/held_skills.h"
#include "engine/model/gate_rule.h"
#include "engine/model/profile.h"
#include "taxonomy/taxonomy.h"

namespace overstap::transition {

// Shown, never hidden: a closed gate is something to do, not a reason to leave an occupation out.
enum class GateState : uint8_t {
  kOpen,     // the person shows it
  kAssumed,  // one of the person's own occupations stands behind the same gate
  kClosed,   // nothing known of the person opens it
};

struct Gate {
  uint32_t rule = 0;  // number in Gates::rules()
  GateState state = GateState::kClosed;

  friend bool operator==(const Gate&, const Gate&) = default;
};

// What a person brings to gates.
struct GateKeys {
  std::span<const std::string> certificates = {};  // names, as the person writes them
  std::span<const match::HeldSkill> skills = {};   // with evidence
  std::span<const OccupationId> occupations = {};  // the person's own
  std::span<const std::string> avoids = {};        // ids of conditions that the person cannot have
  std::optional<model::LanguageLevel> dutch = {};  // unknown: language gates do not count
};

// Rules applied to one taxonomy. Immutable; thread-safe; keeps a pointer to the taxonomy.
class Gates {
 public:
  Gates() = default;
  Gates(std::vector<model::GateRule> rules, const Taxonomy* taxonomy);

  std::span<const model::GateRule> rules() const { return rules_; }

  // Numbers of the rules that the occupation falls under, ascending.
  std::span<const uint32_t> RulesOf(OccupationId occupation) const {
    return of_occupation_[occupation.index()];
  }

  // The gates of an occupation that count for this person, in order of rule: all but the conditions
  // that the person did not name and the language when the person did not say a level.
  std::vector<Gate> Check(OccupationId occupation, const GateKeys& keys) const;

  // Whether a name (of a certificate, skill or course) has one of the rule's proofs as whole words.
  bool Proves(uint32_t rule, std::string_view name) const;

 private:
  using SkillSet = std::vector<bool>;  // by skill

  SkillSet SkillsWith(const std::vector<std::string>& words) const;
  bool Applies(const model::GateRule& rule, const SkillSet& skills, OccupationId occupation) const;
  bool IsShown(uint32_t rule, const GateKeys& keys) const;
  bool Shows(uint32_t rule, const GateKeys& keys) const;
  bool IsAssumed(uint32_t rule, const GateKeys& keys) const;

  const Taxonomy* taxonomy_ = nullptr;
  std::vector<model::GateRule> rules_;  // words folded
  std::vector<std::vector<uint32_t>> of_occupation_;
};

// At least one gate is closed.
bool AnyClosed(std::span<const Gate> gates);

}  // namespace overstap::transition
