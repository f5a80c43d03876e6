#include "ingest/esco_files.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <system_error>

#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::ingest {
namespace {

namespace fs = std::filesystem;

struct FileStem {
  EscoFileKind kind;
  std::string_view stem;
};

// Groups first: that a skill belongs to a group is easier to read in an error than the reverse.
constexpr std::array<FileStem, 4> kStems = {{{EscoFileKind::kIscoGroups, "ISCOGroups"},
                                             {EscoFileKind::kOccupations, "occupations"},
                                             {EscoFileKind::kSkillGroups, "skillGroups"},
                                             {EscoFileKind::kSkills, "skills"}}};

absl::Status Missing(const fs::path& folder, std::string_view file) {
  return absl::InvalidArgumentError(
      StrCat(file, ": file is missing in ", folder.string(),
             "; unpack the whole ESCO CSV download of each language there"));
}

bool Exists(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

std::string NameOf(std::string_view stem, Language language) {
  return StrCat(stem, "_", language.code(), ".csv");
}

// "occupationSkillRelations.csv", else the same with a language, those asked for first.
absl::StatusOr<fs::path> FindRelations(const fs::path& folder, std::string_view stem,
                                       const std::vector<Language>& languages) {
  const std::string plain = StrCat(stem, ".csv");
  if (Exists(folder / plain)) return folder / plain;
  for (const Language language : languages) {
    if (Exists(folder / NameOf(stem, language))) return folder / NameOf(stem, language);
  }
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second) {
      const fs::path path = folder / NameOf(stem, Language(first, second));
      if (Exists(path)) return path;
    }
  }
  return Missing(folder, plain);
}

// The file of one kind that makes concepts exist, when there is one.
std::optional<Language> DefiningLanguage(const fs::path& folder, std::string_view stem,
                                         const std::vector<Language>& languages) {
  if (Exists(folder / NameOf(stem, kEnglish))) return kEnglish;
  for (const Language language : languages) {
    if (Exists(folder / NameOf(stem, language))) return language;
  }
  return std::nullopt;
}

absl::StatusOr<EscoConceptFile> FindConceptFile(const fs::path& folder, const FileStem& stem,
                                                Language language) {
  const std::string name = NameOf(stem.stem, language);
  if (Exists(folder / name)) return EscoConceptFile{folder / name, stem.kind, language, false};
  const std::string labels = StrCat(stem.stem, "_", language.code(), "_labels_only.csv");
  if (stem.kind == EscoFileKind::kSkills && Exists(folder / labels)) {
    return EscoConceptFile{folder / labels, EscoFileKind::kSkillLabels, language, false};
  }
  return Missing(folder, name);
}

absl::Status AddConceptFiles(const fs::path& folder, const FileStem& stem,
                             const std::vector<Language>& languages, EscoFiles* files) {
  const auto defining = DefiningLanguage(folder, stem.stem, languages);
  if (!defining) {
    const bool english = std::count(languages.begin(), languages.end(), kEnglish) > 0;
    return Missing(folder, NameOf(stem.stem, english ? kEnglish : languages.front()));
  }
  files->concepts.push_back({folder / NameOf(stem.stem, *defining), stem.kind, *defining, true});
  for (const Language language : languages) {
    if (language == *defining) continue;
    OVERSTAP_ASSIGN_OR_RETURN(EscoConceptFile file, FindConceptFile(folder, stem, language));
    files->concepts.push_back(std::move(file));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<EscoFiles> FindEscoFiles(const fs::path& folder,
                                        const std::vector<Language>& languages) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return absl::NotFoundError(StrCat(folder.string(), ": there is no such folder"));
  }
  if (languages.empty()) return absl::InvalidArgumentError("no language was asked for");
  // By language first, so that a language that is not there at all is reported as such.
  for (const Language language : languages) {
    const std::string name = NameOf("occupations", language);
    if (!Exists(folder / name)) return Missing(folder, name);
  }
  EscoFiles files;
  for (const FileStem& stem : kStems) {
    OVERSTAP_RETURN_IF_ERROR(AddConceptFiles(folder, stem, languages, &files));
  }
  std::stable_partition(files.concepts.begin(), files.concepts.end(),
                        [](const EscoConceptFile& file) { return file.defining; });
  OVERSTAP_ASSIGN_OR_RETURN(files.skill_hierarchy,
                            FindRelations(folder, "broaderRelationsSkillPillar", languages));
  OVERSTAP_ASSIGN_OR_RETURN(files.occupation_hierarchy,
                            FindRelations(folder, "broaderRelationsOccPillar", languages));
  OVERSTAP_ASSIGN_OR_RETURN(files.requirements,
                            FindRelations(folder, "occupationSkillRelations", languages));
  return files;
}

}  // namespace overstap::ingest
