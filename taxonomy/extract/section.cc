#include "taxonomy/extract/section.h"

#include <array>

#include "base/enum_names.h"

namespace overstap::extract {
namespace {

constexpr std::array<std::string_view, kDocumentKindCount> kKindNames = {"vacancy", "cv", "course"};
constexpr std::array<std::string_view, kSectionCount> kSectionNames = {
    "unknown",   "title",       "requirements", "tasks",     "offer",    "company",
    "diversity", "application", "work",         "education", "skills",   "languages",
    "hobbies",   "personal",    "summary",      "learning",  "admission"};

}  // namespace

std::string_view DocumentKindName(DocumentKind kind) { return EnumName(kKindNames, kind); }
std::optional<DocumentKind> ParseDocumentKind(std::string_view name) {
  return ParseEnum<DocumentKind>(kKindNames, name);
}

std::string_view SectionName(Section section) { return EnumName(kSectionNames, section); }
std::optional<Section> ParseSection(std::string_view name) {
  return ParseEnum<Section>(kSectionNames, name);
}

bool YieldsSkills(Section section) {
  switch (section) {
    case Section::kOffer:
    case Section::kCompany:
    case Section::kDiversity:
    case Section::kApplication:
    case Section::kHobbies:
    case Section::kPersonal:
    case Section::kTitle:
      return false;
    default:
      return true;
  }
}

}  // namespace overstap::extract
