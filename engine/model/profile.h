// A person, in or out of work, as far as matching needs to know: no name, no birth date, no BSN.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "engine/model/evidence.h"
#include "engine/model/gate_rule.h"

namespace overstap::model {

struct WorkExperience {
  std::string occupation_uri;
  double years = 0;          // 0..70
  std::optional<int> until;  // last calendar year; unknown counts as now
  bool inferred = false;     // read from a text, not stated

  friend bool operator==(const WorkExperience&, const WorkExperience&) = default;
};

struct Profile {
  std::string id;  // chosen by the sender; 1..200 bytes
  std::vector<WorkExperience> occupations;
  std::vector<Evidence> skills;
  std::string region;               // arbeidsmarktregio "AM06"; empty when unknown
  std::string postcode;             // "8011": four digits, never more; empty when unknown
  std::optional<double> radius_km;  // how far to travel, 0..500
  std::optional<int> hours_min;     // hours a week, 0..80
  std::optional<int> hours_max;
  std::optional<int> level;  // ISCO skill level 1..4
  // Names of certificates, registrations and driving licences: what opens gates (gate_rule.h). At
  // most kMaxCertificates of 1..200 bytes.
  std::vector<std::string> certificates = {};
  std::vector<std::string> avoids = {};     // ids of conditions that the person cannot work in
  std::optional<LanguageLevel> dutch = {};  // unknown: language opens and closes nothing
  // URIs of skills that the person says not to have: work and texts no longer imply them. At most
  // kMaxCannot, each 1..2000 bytes.
  std::vector<std::string> cannot = {};
  std::optional<absl::CivilDay> keep_until = {};  // last day on which it may be kept
  std::string text;                               // of a CV, until it is read; never stored
  std::string place = {};  // town, which counts without a postcode; empty when unknown

  friend bool operator==(const Profile&, const Profile&) = default;
};

inline constexpr size_t kMaxCertificates = 100;
inline constexpr size_t kMaxCannot = 1000;

// What decides whether the person comes into question, apart from what they can do. Fields as in
// Profile.
struct ProfileFacts {
  std::string id;
  std::string region;
  std::string place;  // the postcode, else the town; empty when unknown
  std::optional<double> radius_km;
  std::optional<int> hours_min;
  std::optional<int> hours_max;
  std::optional<absl::CivilDay> keep_until;

  friend bool operator==(const ProfileFacts&, const ProfileFacts&) = default;
};

ProfileFacts FactsOf(const Profile& profile);

// kInvalidArgument naming the field that is out of its range.
absl::Status Validate(const Profile& profile);

// Whether it may still be used; one that says nothing may, until it is deleted. Of a
// Profile or its facts.
template <class Profile>
bool MayBeKept(const Profile& profile, absl::CivilDay today) {
  return !profile.keep_until || *profile.keep_until >= today;
}

}  // namespace overstap::model
