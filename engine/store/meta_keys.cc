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

}  // namespace

std::string DataStateKey() { return Key("data"); }
std::string CurrentTaxonomyKey() { return Key("current_taxonomy"); }
std::string TaxonomyPrefix() { return Key(kTaxonomy); }
std::string TaxonomyKey(std::string_view version) { return Key(kTaxonomy, version); }
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

}  // namespace overstap::store
