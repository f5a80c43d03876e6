// A person who asks, in the terms of the snapshot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/match/held_skills.h"
#include "engine/model/profile.h"
#include "engine/transition/reach.h"

namespace overstap::advice {

// Who asks: a profile, or occupations and skills by URI or title, or both.
struct PersonParams {
  std::optional<model::Profile> profile;
  std::vector<std::string> occupations;  // each counts as years of recent work
  std::vector<std::string> skills;       // each counts as claimed
  std::string region;                    // overrides that of the profile; empty: as the profile
  // In addition to those of the profile (model::Profile says what they are).
  std::vector<std::string> certificates = {};
  std::vector<std::string> avoids = {};
  std::optional<model::LanguageLevel> dutch = {};  // overrides that of the profile
  // Skills that the person says not to have, by URI or title, besides those of the profile.
  std::vector<std::string> cannot = {};
  // What the person earns now, gross, in euros a month of full-time work (model/pay.h). Nothing: as
  // their last work pays.
  std::optional<int> pay_eur = {};

  absl::Status Validate() const;
};

struct Person {
  model::Profile profile;  // with URIs only
  transition::Origin origin;
  match::ExpandedProfile expanded;
  std::vector<Understood> understood;     // titles that were taken for a concept
  std::vector<std::string> unknown_uris;  // not in this taxonomy, and translated to nothing
  Translations translations;              // of URIs that are not in this taxonomy
  std::vector<SkillId> cannot;            // as of match::ResolvedProfile
  std::optional<int> pay_eur;             // as in PersonParams
};

// kInvalidArgument when nothing at all is known of the person, or for a condition to avoid that no
// gate is about; kNotFound for a title or URI, given
// outside the profile, that is not understood.
absl::StatusOr<Person> MakePerson(const Context& context, const PersonParams& params);

// The occupation that a question about this person names, by URI or title; how it was read is noted
// with the person. kNotFound as ResolveOccupation.
absl::StatusOr<OccupationId> DestinationOf(const Context& context, std::string_view text,
                                           Person* person);

// Years that an occupation given by title counts for: enough for its full strength.
inline constexpr double kAssumedYears = 5;

}  // namespace overstap::advice
