#include "tools/generate/world.h"

#include <fstream>
#include <sstream>
#include <utility>

#include "base/line_reader.h"
#include "base/progress.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/transition/techniek.h"
#include "ingest/esco_reader.h"
#include "ingest/records_json.h"
#include "ingest/strict.h"
#include "ingest/techniek_json.h"

namespace overstap::generate {
namespace {

absl::StatusOr<std::ifstream> Open(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return absl::NotFoundError(StrCat(path, ": cannot be opened"));
  return in;
}

absl::StatusOr<Taxonomy> LoadTaxonomy(const std::string& folder) {
  ingest::ImportReport report;
  NoProgress progress;
  OVERSTAP_ASSIGN_OR_RETURN(
      TaxonomySource source,
      ingest::ReadEsco({folder, {kDutch, kEnglish}, true}, &report, &progress));
  OVERSTAP_RETURN_IF_ERROR(ingest::CheckNothingRefused(report));
  std::string version = ContentVersion(source);
  return Taxonomy::Build(std::move(source), std::move(version));
}

absl::StatusOr<std::vector<model::Region>> LoadRegions(const std::string& path) {
  OVERSTAP_ASSIGN_OR_RETURN(std::ifstream in, Open(path));
  LineReader reader(in);
  std::vector<model::Region> regions;
  std::string line;
  for (;;) {
    const LineReader::Outcome outcome = reader.Next(&line);
    if (outcome == LineReader::Outcome::kEnd) break;
    if (line.empty() || line.starts_with('#')) continue;
    const auto region = ingest::ParseRegion(line);
    if (!region.ok()) {
      return absl::InvalidArgumentError(
          StrCat(path, ":", reader.line_number(), ": ", FromAbsl(region.status().message())));
    }
    regions.push_back(*region);
  }
  if (regions.empty()) return absl::InvalidArgumentError(StrCat(path, ": holds no regions"));
  return regions;
}

absl::StatusOr<model::TechniekDefinition> LoadTechniek(const std::string& path) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::ifstream in, Open(path));
  std::ostringstream text;
  text << in.rdbuf();
  return ingest::ParseTechniek(text.str());
}

}  // namespace

absl::StatusOr<World> LoadWorld(const std::string& starter, const std::string& techniek) {
  World world;
  OVERSTAP_ASSIGN_OR_RETURN(world.taxonomy, LoadTaxonomy(starter + "/taxonomy"));
  OVERSTAP_ASSIGN_OR_RETURN(world.regions, LoadRegions(starter + "/regions.jsonl"));
  OVERSTAP_ASSIGN_OR_RETURN(model::TechniekDefinition definition, LoadTechniek(techniek));
  const transition::Techniek technical(std::move(definition), world.taxonomy);
  for (uint32_t i = 0; i < world.taxonomy.occupation_count(); ++i) {
    const OccupationId occupation(i);
    if (world.taxonomy.Requirements(occupation).empty()) continue;
    (technical.IsTechnical(occupation) ? world.technical : world.other).push_back(occupation);
  }
  if (world.technical.empty() || world.other.empty()) {
    return absl::InvalidArgumentError(
        StrCat(starter, ": needs technical and other occupations with requirements"));
  }
  return world;
}

std::vector<std::string> DutchTitles(const Taxonomy& taxonomy, OccupationId occupation) {
  std::vector<std::string> titles = {
      std::string(taxonomy.LabelOf(occupation, DefaultLanguageOrder()))};
  for (const Label& label : taxonomy.Labels(occupation)) {
    if (label.language == kDutch && label.kind == LabelKind::kAlternative) {
      titles.push_back(label.text);
    }
  }
  return titles;
}

std::string DutchLabel(const Taxonomy& taxonomy, SkillId skill) {
  return std::string(taxonomy.LabelOf(skill, DefaultLanguageOrder()));
}

}  // namespace overstap::generate
