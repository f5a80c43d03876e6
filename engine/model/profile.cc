#include "engine/model/profile.h"

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/model/bsn.h"
#include "engine/model/place.h"
#include "engine/model/validation.h"

namespace overstap::model {
namespace {
constexpr int kFirstYear = 1940;
constexpr int kLastYear = 2200;
constexpr size_t kMaxUriBytes = 2000;

absl::Status CheckNames(std::string_view field, const std::vector<std::string>& names) {
  if (names.size() > kMaxCertificates) {
    return absl::InvalidArgumentError(
        StrCat(field, " has ", names.size(), " names; at most ", kMaxCertificates, " are read"));
  }
  for (const std::string& name : names) {
    if (name.empty() || name.size() > kMaxIdBytes) {
      return absl::InvalidArgumentError(
          StrCat("each name in ", field, " must have 1 to ", kMaxIdBytes, " bytes"));
    }
    if (HoldsBsn(name)) return RefuseBsn();
  }
  return absl::OkStatus();
}

absl::Status CheckCannot(const std::vector<std::string>& uris) {
  if (uris.size() > kMaxCannot) {
    return absl::InvalidArgumentError(
        StrCat("cannot has ", uris.size(), " skills; at most ", kMaxCannot, " are read"));
  }
  for (const std::string& uri : uris) {
    if (uri.empty() || uri.size() > kMaxUriBytes) {
      return absl::InvalidArgumentError(
          StrCat("each skill in cannot must be a uri of 1 to ", kMaxUriBytes, " bytes"));
    }
    if (HoldsBsn(uri)) return RefuseBsn();
  }
  return absl::OkStatus();
}

}  // namespace

ProfileFacts FactsOf(const Profile& profile) {
  return {profile.id,        profile.region,    NarrowestPlace(profile.postcode, profile.place),
          profile.radius_km, profile.hours_min, profile.hours_max,
          profile.keep_until};
}

absl::Status Validate(const Profile& profile) {
  OVERSTAP_RETURN_IF_ERROR(CheckId(profile.id));
  if (HoldsBsn(profile.id)) return RefuseBsn();
  OVERSTAP_RETURN_IF_ERROR(CheckRegion(profile.region));
  OVERSTAP_RETURN_IF_ERROR(CheckPostcode(profile.postcode));
  OVERSTAP_RETURN_IF_ERROR(CheckTown(profile.place));
  OVERSTAP_RETURN_IF_ERROR(CheckLevel(profile.level));
  OVERSTAP_RETURN_IF_ERROR(CheckHours(profile.hours_min, profile.hours_max));
  if (profile.radius_km) {
    OVERSTAP_RETURN_IF_ERROR(CheckRange("radius_km", *profile.radius_km, 0, 500));
  }
  OVERSTAP_RETURN_IF_ERROR(CheckNames("certificates", profile.certificates));
  OVERSTAP_RETURN_IF_ERROR(CheckNames("avoids", profile.avoids));
  OVERSTAP_RETURN_IF_ERROR(CheckCannot(profile.cannot));
  for (const WorkExperience& work : profile.occupations) {
    if (work.occupation_uri.empty()) return absl::InvalidArgumentError("an occupation has no uri");
    if (HoldsBsn(work.occupation_uri)) return RefuseBsn();
    OVERSTAP_RETURN_IF_ERROR(CheckRange("years", work.years, 0, 70));
    if (work.until) {
      OVERSTAP_RETURN_IF_ERROR(CheckRange("until", *work.until, kFirstYear, kLastYear));
    }
  }
  for (const Evidence& evidence : profile.skills) {
    if (evidence.skill_uri.empty()) return absl::InvalidArgumentError("a skill has no uri");
    if (HoldsBsn(evidence.skill_uri)) return RefuseBsn();
    if (evidence.year) {
      OVERSTAP_RETURN_IF_ERROR(CheckRange("year", *evidence.year, kFirstYear, kLastYear));
    }
  }
  return absl::OkStatus();
}

}  // namespace overstap::model
