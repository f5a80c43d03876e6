#include "tools/measure/input.h"

#include <fstream>
#include <utility>

#include "base/line_reader.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/store/store.h"
#include "taxonomy/normalise.h"

namespace overstap::measure {

absl::StatusOr<Taxonomy> StoredTaxonomy(const std::string& folder) {
  OVERSTAP_ASSIGN_OR_RETURN(const auto store,
                            store::Store::Open(folder, store::OpenMode::kReadOnly));
  OVERSTAP_ASSIGN_OR_RETURN(const std::string version, store->CurrentTaxonomy());
  OVERSTAP_ASSIGN_OR_RETURN(TaxonomySource source, store->ReadTaxonomy(version));
  return Taxonomy::Build(std::move(source), version);
}

absl::StatusOr<std::vector<std::string>> FoldedTexts(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  LineReader reader(in);
  std::vector<std::string> texts;
  std::string line;
  while (reader.Next(&line) == LineReader::Outcome::kLine) {
    std::string folded = FoldLabel(line.substr(0, line.find('\t')));
    if (!folded.empty()) texts.push_back(std::move(folded));
  }
  if (texts.empty()) return absl::NotFoundError(StrCat("there are no texts in ", path));
  return texts;
}

}  // namespace overstap::measure
