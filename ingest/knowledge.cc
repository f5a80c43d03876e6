#include "ingest/knowledge.h"

#include <zlib.h>

#include <array>
#include <filesystem>
#include <sstream>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/input_file.h"

namespace overstap::ingest {
namespace {

using GzipFile = std::unique_ptr<gzFile_s, int (*)(gzFile)>;

absl::StatusOr<std::string> Unpacked(const std::string& path) {
  if (!std::filesystem::exists(path)) return absl::NotFoundError(StrCat(path, " is not there"));
  const GzipFile file(gzopen(path.c_str(), "rb"), gzclose);
  if (file == nullptr) return absl::NotFoundError(StrCat(path, " cannot be opened"));
  std::string text;
  std::array<char, 1 << 16> block;
  for (;;) {
    const int size = gzread(file.get(), block.data(), block.size());
    if (size < 0) return absl::InvalidArgumentError(StrCat(path, " is damaged; install it again"));
    if (size == 0) break;
    text.append(block.data(), static_cast<size_t>(size));
    if (text.size() > kMostDictionaryBytes) {
      return absl::InvalidArgumentError(StrCat(path, " is too large for a dictionary"));
    }
  }
  // gzread gives what it has of a file that is cut off, and says so only here.
  int error = Z_OK;
  gzerror(file.get(), &error);
  if (error != Z_OK) return absl::InvalidArgumentError(StrCat(path, " is damaged or cut off"));
  return text;
}

}  // namespace

absl::StatusOr<std::vector<words::DictionaryEntry>> ReadDictionary(const std::string& path) {
  const std::string index_path = path + ".index";
  OVERSTAP_ASSIGN_OR_RETURN(std::ifstream in, OpenInputFile(index_path));
  std::stringstream index;
  index << in.rdbuf();
  OVERSTAP_ASSIGN_OR_RETURN(const std::string body, Unpacked(path + ".dict.dz"));
  return words::ParseDictd(index.str(), body, index_path);
}

absl::StatusOr<std::shared_ptr<const text::Knowledge>> ReadKnowledge(const KnowledgeTexts& texts) {
  auto knowledge = std::make_shared<text::Knowledge>();
  int number = 0;
  for (const std::string_view lexicon : texts.lexicons) {
    OVERSTAP_ASSIGN_OR_RETURN(auto entries,
                              words::ParseLexicon(lexicon, StrCat("lexicon ", ++number)));
    knowledge->lexicon.insert(knowledge->lexicon.end(), std::make_move_iterator(entries.begin()),
                              std::make_move_iterator(entries.end()));
  }
  OVERSTAP_ASSIGN_OR_RETURN(knowledge->occupations,
                            text::ParseRanking(texts.occupation_ranking, "occupation ranking"));
  OVERSTAP_ASSIGN_OR_RETURN(knowledge->skills,
                            text::ParseRanking(texts.skill_ranking, "skill ranking"));
  if (texts.dictionary.empty()) return knowledge;
  auto dictionary = ReadDictionary(texts.dictionary);
  if (dictionary.ok()) {
    knowledge->dictionary = *std::move(dictionary);
  } else if (!absl::IsNotFound(dictionary.status())) {
    return dictionary.status();
  }
  return knowledge;
}

}  // namespace overstap::ingest
