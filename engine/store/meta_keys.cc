#include "engine/store/meta_keys.h"

#include "base/status_macros.h"
#include "engine/store/key_codec.h"

namespace overstap::store {
namespace {

std::string Key(std::string_view name) {
  std::string key;
  AppendString(&key, name);
  return key;
}

std::string Key(std::string_view name, std::string_view argument) {
  std::string key = Key(name);
  AppendString(&key, argument);
  return key;
}

constexpr std::string_view kTaxonomy = "taxonomy";
constexpr std::string_view kImport = "import";
constexpr std::string_view kCurrent = "current";
constexpr std::string_view kCrosswalk = "crosswalk";
constexpr std::string_view kDemand = "demand";
constexpr std::string_view kPlace = "place";

}  // namespace

std::string DataStateKey() { return Key("data"); }
std::string CurrentTaxonomyKey() { return Key("current_taxonomy"); }
std::string CurrentPrefix() { return Key(kCurrent); }
std::string CurrentKey(std::string_view scheme) { return Key(kCurrent, scheme); }
std::string CrosswalkPrefix() { return Key(kCrosswalk); }
std::string CrosswalkKey(std::string_view from_scheme, std::string_view to_scheme) {
  std::string key = Key(kCrosswalk, from_scheme);
  AppendString(&key, to_scheme);
  return key;
}
std::string TaxonomyPrefix() { return Key(kTaxonomy); }
std::string TaxonomyKey(std::string_view version) { return Key(kTaxonomy, version); }
std::string DemandPrefix() { return Key(kDemand); }
std::string DemandKey(std::string_view id) { return Key(kDemand, id); }
std::string PlacePrefix() { return Key(kPlace); }
std::string PlaceKey(std::string_view id) { return Key(kPlace, id); }
std::string ImportPrefix() { return Key(kImport); }
std::string ImportKey(std::string_view kind) { return Key(kImport, kind); }
std::string EraseKey(Family family) { return Key("erase", FamilyName(family)); }

absl::StatusOr<std::string> MetaArgument(std::string_view key) {
  KeyReader reader(key);
  OVERSTAP_RETURN_IF_ERROR(reader.ReadString().status());
  OVERSTAP_ASSIGN_OR_RETURN(std::string argument, reader.ReadString());
  OVERSTAP_RETURN_IF_ERROR(reader.ExpectEnd());
  return argument;
}

absl::StatusOr<std::pair<std::string, std::string>> CrosswalkSchemes(std::string_view key) {
  KeyReader reader(key);
  OVERSTAP_RETURN_IF_ERROR(reader.ReadString().status());
  OVERSTAP_ASSIGN_OR_RETURN(std::string from, reader.ReadString());
  OVERSTAP_ASSIGN_OR_RETURN(std::string to, reader.ReadString());
  OVERSTAP_RETURN_IF_ERROR(reader.ExpectEnd());
  return std::pair(std::move(from), std::move(to));
}

}  // namespace overstap::store
