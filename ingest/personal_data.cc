#include "ingest/personal_data.h"

#include "base/enum_names.h"

namespace overstap::ingest {
namespace {

constexpr std::array<std::string_view, kPersonalKindCount> kNames = {
    "names", "birth_dates", "sex", "nationality", "addresses", "contact", "photos"};

}  // namespace

std::string_view PersonalKindName(PersonalKind kind) { return EnumName(kNames, kind); }

}  // namespace overstap::ingest
