#include "ingest/vum_fields.h"

namespace overstap::ingest {
namespace {
constexpr auto kOptional = ObjectReader::kOptional;
}  // namespace

std::optional<int> LevelOfWerkEnDenkniveau(int64_t code) {
  switch (code) {
    case 1:  // no basic education
    case 2:  // basic education
      return 1;
    case 3:  // lbo, mavo
    case 4:  // mbo, havo, vwo
      return 2;
    case 5:  // hbo
    case 6:  // university
      return 4;
    default:
      return std::nullopt;
  }
}

bool IsUri(std::string_view code) {
  return code.starts_with("http://") || code.starts_with("https://");
}

void DropContact(ObjectReader* reader, DroppedPersonalData* dropped) {
  for (const char* field : {"emailadres", "telefoonnummer", "webadres"}) {
    dropped->Add(PersonalKind::kContact, reader->Count(field));
  }
  reader->Objects("contactpersoon", kOptional, [dropped](ObjectReader& person) {
    dropped->Add(PersonalKind::kNames, person.Count("naamContactpersoonAfdeling"));
    dropped->Add(PersonalKind::kContact, person.Count("emailadres"));
    dropped->Add(PersonalKind::kContact, person.Count("telefoonnummer"));
  });
}

VumHours ReadHours(ObjectReader* reader) {
  VumHours hours;
  reader->Object("werktijden", kOptional, [&hours](ObjectReader& times) {
    hours.least = times.WholeNumber("aantalWerkurenPerWeekMinimaal", kOptional);
    hours.most = times.WholeNumber("aantalWerkurenPerWeekMaximaal", kOptional);
  });
  return hours;
}

}  // namespace overstap::ingest
