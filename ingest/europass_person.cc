#include "ingest/europass_person.h"

#include <string>
#include <string_view>

#include "absl/strings/ascii.h"
#include "ingest/xml_tree.h"

namespace overstap::ingest {
namespace {

using Draft = RecordDraft<model::Profile>;

int64_t Count(const pugi::xml_node& root, std::string_view name) {
  int64_t count = 0;
  ForEachElement(root, name, [&count](const pugi::xml_node&) { ++count; });
  return count;
}

void Drop(const pugi::xml_node& root, std::string_view name, PersonalKind kind, Draft* draft) {
  draft->dropped.Add(kind, Count(root, name));
}

void KeepPlace(const pugi::xml_node& address, Draft* draft) {
  std::string country;
  for (const char* name : {"CountryCode", "Code"}) {
    ForEachElement(address, name,
                   [&country](const pugi::xml_node& node) { country = TextOf(node); });
  }
  if (!country.empty() && absl::AsciiStrToLower(country) != "nl") return;
  ForEachElement(address, "PostalCode", [draft](const pugi::xml_node& node) {
    if (draft->record.postcode.empty()) draft->record.postcode = FourDigits(TextOf(node));
  });
  for (const char* name : {"CityName", "Municipality"}) {
    ForEachElement(address, name, [draft](const pugi::xml_node& node) {
      if (draft->record.place.empty()) draft->record.place = TownOf(TextOf(node));
    });
  }
  if (!draft->record.postcode.empty()) draft->record.place.clear();
}

void DropAddresses(const pugi::xml_node& person, Draft* draft) {
  ForEachElement(person, "Address", [draft](const pugi::xml_node& address) {
    draft->dropped.Add(PersonalKind::kAddresses);
    KeepPlace(address, draft);
  });
}

}  // namespace

void DropCandidatePerson(const pugi::xml_node& person, Draft* draft) {
  Drop(person, "PersonName", PersonalKind::kNames, draft);
  Drop(person, "BirthDate", PersonalKind::kBirthDates, draft);
  Drop(person, "GenderCode", PersonalKind::kSex, draft);
  Drop(person, "NationalityCode", PersonalKind::kNationality, draft);
  DropAddresses(person, draft);
  for (const pugi::xml_node& child : person.children()) {
    if (LocalName(child) != "Communication" || Child(child, "Address")) continue;
    draft->dropped.Add(PersonalKind::kContact);
  }
}

void DropIdentification(const pugi::xml_node& person, Draft* draft) {
  Drop(person, "PersonName", PersonalKind::kNames, draft);
  Drop(person, "Birthdate", PersonalKind::kBirthDates, draft);
  Drop(person, "Gender", PersonalKind::kSex, draft);
  Drop(person, "Nationality", PersonalKind::kNationality, draft);
  Drop(person, "Photo", PersonalKind::kPhotos, draft);
  DropAddresses(person, draft);
  for (const char* name : {"Email", "Telephone", "Website", "InstantMessaging"}) {
    Drop(person, name, PersonalKind::kContact, draft);
  }
}

}  // namespace overstap::ingest
