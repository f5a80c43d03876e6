// Which files of an ESCO CSV download to read, and in what order.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "taxonomy/language.h"

namespace overstap::ingest {

enum class EscoFileKind {
  kOccupations,
  kSkills,
  kSkillLabels,  // conceptUri and preferredLabel only; stands in for a missing file of skills
  kSkillGroups,
  kIscoGroups,
};

struct EscoConceptFile {
  std::filesystem::path path;
  EscoFileKind kind = EscoFileKind::kSkills;
  Language language;
  // A concept exists when a defining file lists it; the other files add a language to it.
  bool defining = false;
};

struct EscoFiles {
  std::vector<EscoConceptFile> concepts;  // the defining ones first
  std::filesystem::path skill_hierarchy;
  std::filesystem::path occupation_hierarchy;
  std::filesystem::path requirements;
};

// Looks in `folder` for the files of the languages asked for, by the names of ESCO v1.1.x and of
// v1.2.x, whose relation files carry the language of the download ("_en"). Of each kind the English
// file defines the concepts when it is there, also when English is not asked for; else the first
// full file of the languages asked for. kNotFound when there is no such folder, kInvalidArgument
// naming the file that is missing.
absl::StatusOr<EscoFiles> FindEscoFiles(const std::filesystem::path& folder,
                                        const std::vector<Language>& languages);

}  // namespace overstap::ingest
