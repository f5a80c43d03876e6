#include "ingest/esco_relations.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "base/csv.h"
#include "base/status_macros.h"
#include "ingest/input_file.h"
#include "taxonomy/hierarchy.h"

namespace overstap::ingest {
namespace {

constexpr size_t kMaxUrisNamed = 10;

struct Edge {
  uint32_t narrower = 0;
  uint32_t broader = 0;
  int64_t line = 0;
};

bool IsSkill(ConceptKind kind) {
  return kind == ConceptKind::kSkill || kind == ConceptKind::kKnowledge;
}

bool Fits(EscoPillar pillar, ConceptKind narrower, ConceptKind broader) {
  const auto is_of_skills = [](ConceptKind kind) {
    return IsSkill(kind) || kind == ConceptKind::kSkillGroup;
  };
  if (pillar == EscoPillar::kSkills) return is_of_skills(narrower) && is_of_skills(broader);
  if (narrower == ConceptKind::kIscoGroup) return broader == ConceptKind::kIscoGroup;
  return narrower == ConceptKind::kOccupation &&
         (broader == ConceptKind::kOccupation || broader == ConceptKind::kIscoGroup);
}

int64_t LineOf(const std::vector<Edge>& edges, NodeId narrower, NodeId broader) {
  const auto found = std::find_if(edges.begin(), edges.end(), [&](const Edge& edge) {
    return edge.narrower == narrower.value() && edge.broader == broader.value();
  });
  return found == edges.end() ? 0 : found->line;
}

absl::Status CheckNoCycle(const std::string& file, const std::vector<Edge>& edges,
                          const TaxonomyDraft& draft) {
  std::vector<BroaderEdge> plain;
  plain.reserve(edges.size());
  for (const Edge& edge : edges) plain.push_back({NodeId(edge.narrower), NodeId(edge.broader)});
  const std::vector<NodeId> cycle = FindCycle(draft.size(), plain);
  if (cycle.empty()) return absl::OkStatus();
  std::string path;
  for (size_t i = 0; i < std::min(cycle.size(), kMaxUrisNamed); ++i) {
    StrAppend(&path, draft[cycle[i].value()].uri, " -> ");
  }
  if (cycle.size() > kMaxUrisNamed) StrAppend(&path, "... -> ");
  StrAppend(&path, draft[cycle[0].value()].uri);
  const int64_t line = LineOf(edges, cycle[0], cycle[1 % cycle.size()]);
  return absl::InvalidArgumentError(StrCat(file, ":", line, ": the hierarchy has a cycle: ", path,
                                           "; remove one of these relations"));
}

// Reads one row of a hierarchy; refuses it when an end is unknown or does not belong here.
void ReadEdge(const CsvTable& table, EscoPillar pillar, std::string_view narrower_uri,
              std::string_view broader_uri, std::vector<Edge>* edges, TaxonomyReading* reading) {
  ImportReport& report = *reading->report;
  const auto narrower = reading->draft.Find(narrower_uri);
  const auto broader = reading->draft.Find(broader_uri);
  if (!narrower || !broader) {
    report.Refuse(table.name(), table.line(), "unknown_concept",
                  StrCat("no file defines this concept: ", narrower ? broader_uri : narrower_uri));
  } else if (!Fits(pillar, reading->draft[*narrower].kind, reading->draft[*broader].kind)) {
    report.Refuse(
        table.name(), table.line(), "unknown_concept",
        StrCat("a ", ConceptKindName(reading->draft[*broader].kind), " cannot be broader than a ",
               ConceptKindName(reading->draft[*narrower].kind), " here: ", broader_uri));
  } else {
    edges->push_back({*narrower, *broader, table.line()});
    ++report.accepted;
  }
}

class RequirementReader {
 public:
  explicit RequirementReader(TaxonomyReading* reading) : reading_(*reading) {}

  void Read(const CsvTable& table, std::string_view occupation_uri, std::string_view type,
            std::string_view skill_uri) {
    ImportReport& report = *reading_.report;
    const auto importance = ParseImportance(type);
    const auto occupation = reading_.draft.Find(occupation_uri);
    const auto skill = reading_.draft.Find(skill_uri);
    if (!importance) {
      report.Refuse(
          table.name(), table.line(), "unknown_relation_type",
          StrCat("relation type '", type, "' is not essential, important, somewhat or optional"));
    } else if (!occupation || reading_.draft[*occupation].kind != ConceptKind::kOccupation) {
      report.Refuse(table.name(), table.line(), "unknown_occupation",
                    StrCat("no file defines this occupation: ", occupation_uri));
    } else if (!skill || !IsSkill(reading_.draft[*skill].kind)) {
      report.Refuse(table.name(), table.line(), "unknown_skill",
                    StrCat("no file defines this skill: ", skill_uri));
    } else {
      ++report.accepted;
      reading_.draft[*occupation].requirements.push_back({std::string(skill_uri), *importance});
      if (!pairs_.insert((uint64_t{*occupation} << 32) | *skill).second) {
        report.Warn(table.name(), table.line(), "duplicate_relation",
                    StrCat("the occupation has this skill already: ", skill_uri));
      }
    }
  }

 private:
  TaxonomyReading& reading_;
  absl::flat_hash_set<uint64_t> pairs_;
};

// Calls `visit` for each row of a table.
template <class Visit>
absl::Status ForEachRow(CsvTable* table, TaxonomyReading* reading, const Visit& visit) {
  const std::string activity = StrCat("reading ", table->name());
  for (int64_t row = 0;; ++row) {
    OVERSTAP_ASSIGN_OR_RETURN(const bool more, table->Next());
    if (row % kProgressRows == 0) reading->progress->Update(activity, row, 0);
    if (!more) return absl::OkStatus();
    ++reading->report->read;
    visit();
  }
}

}  // namespace

absl::Status ReadEscoHierarchy(const std::filesystem::path& path, EscoPillar pillar,
                               TaxonomyReading* reading) {
  OVERSTAP_ASSIGN_OR_RETURN(std::ifstream in, OpenInputFile(path));
  OVERSTAP_ASSIGN_OR_RETURN(CsvTable table, CsvTable::Open(in, path.filename().string()));
  OVERSTAP_ASSIGN_OR_RETURN(const size_t narrower, table.Column("conceptUri"));
  OVERSTAP_ASSIGN_OR_RETURN(const size_t broader, table.Column("broaderUri"));
  std::vector<Edge> edges;
  OVERSTAP_RETURN_IF_ERROR(ForEachRow(&table, reading, [&] {
    ReadEdge(table, pillar, table.Cell(narrower), table.Cell(broader), &edges, reading);
  }));
  OVERSTAP_RETURN_IF_ERROR(CheckNoCycle(table.name(), edges, reading->draft));
  for (const Edge& edge : edges) {
    reading->draft[edge.narrower].broader.push_back(reading->draft[edge.broader].uri);
  }
  return absl::OkStatus();
}

absl::Status ReadEscoRequirements(const std::filesystem::path& path, TaxonomyReading* reading) {
  OVERSTAP_ASSIGN_OR_RETURN(std::ifstream in, OpenInputFile(path));
  OVERSTAP_ASSIGN_OR_RETURN(CsvTable table, CsvTable::Open(in, path.filename().string()));
  OVERSTAP_ASSIGN_OR_RETURN(const size_t occupation, table.Column("occupationUri"));
  OVERSTAP_ASSIGN_OR_RETURN(const size_t type, table.Column("relationType"));
  OVERSTAP_ASSIGN_OR_RETURN(const size_t skill, table.Column("skillUri"));
  RequirementReader reader(reading);
  return ForEachRow(&table, reading, [&] {
    reader.Read(table, table.Cell(occupation), table.Cell(type), table.Cell(skill));
  });
}

}  // namespace overstap::ingest
