// What a part of a text is about.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace overstap::extract {

enum class DocumentKind : uint8_t { kVacancy, kCv, kCourse };

inline constexpr int kDocumentKindCount = 3;

std::string_view DocumentKindName(DocumentKind kind);  // "vacancy", "cv", "course"
std::optional<DocumentKind> ParseDocumentKind(std::string_view name);

enum class Section : uint8_t {
  kUnknown,
  kTitle,
  kRequirements,
  kTasks,
  kOffer,
  kCompany,
  kDiversity,
  kApplication,
  kWork,
  kEducation,
  kSkills,
  kLanguages,
  kHobbies,
  kPersonal,
  kSummary,
  kLearning,
  kAdmission,
};

inline constexpr int kSectionCount = 17;

std::string_view SectionName(Section section);  // "unknown", "title", "requirements", ...
std::optional<Section> ParseSection(std::string_view name);

// Whether what stands there is asked of, done by or taught to a person. A company that transports
// goods, what it offers and whom it welcomes say nothing about what the person can do.
bool YieldsSkills(Section section);

}  // namespace overstap::extract
