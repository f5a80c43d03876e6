#include "ingest/esco_concepts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "base/csv.h"
#include "base/status_macros.h"
#include "ingest/input_file.h"
#include "taxonomy/normalise.h"

namespace overstap::ingest {
namespace {

constexpr std::string_view kReleased = "released";
constexpr std::string_view kCollectionSeparator = " | ";

struct Columns {
  size_t uri = CsvTable::npos;
  size_t preferred = CsvTable::npos;
  size_t alternative = CsvTable::npos;
  size_t hidden = CsvTable::npos;
  size_t status = CsvTable::npos;
  size_t description = CsvTable::npos;
  size_t definition = CsvTable::npos;
  size_t skill_type = CsvTable::npos;
  size_t code = CsvTable::npos;
  size_t level = CsvTable::npos;
};

struct Refusal {
  std::string code;
  std::string message;
};

absl::Status FindLabelColumns(const CsvTable& table, EscoFileKind kind, Columns* columns) {
  OVERSTAP_ASSIGN_OR_RETURN(columns->uri, table.Column("conceptUri"));
  OVERSTAP_ASSIGN_OR_RETURN(columns->preferred, table.Column("preferredLabel"));
  columns->status = table.OptionalColumn("status");
  columns->hidden = table.OptionalColumn("hiddenLabels");
  if (kind != EscoFileKind::kOccupations && kind != EscoFileKind::kSkills) {
    columns->alternative = table.OptionalColumn("altLabels");
    return absl::OkStatus();
  }
  OVERSTAP_ASSIGN_OR_RETURN(columns->alternative, table.Column("altLabels"));
  OVERSTAP_ASSIGN_OR_RETURN(columns->description, table.Column("description"));
  columns->definition = table.OptionalColumn("definition");
  return absl::OkStatus();
}

absl::StatusOr<Columns> FindColumns(const CsvTable& table, EscoFileKind kind) {
  Columns columns;
  OVERSTAP_RETURN_IF_ERROR(FindLabelColumns(table, kind, &columns));
  switch (kind) {
    case EscoFileKind::kOccupations: {
      OVERSTAP_ASSIGN_OR_RETURN(columns.code, table.Column("iscoGroup"));
      columns.level = table.OptionalColumn("level");
      break;
    }
    case EscoFileKind::kSkills: {
      OVERSTAP_ASSIGN_OR_RETURN(columns.skill_type, table.Column("skillType"));
      break;
    }
    case EscoFileKind::kIscoGroups: {
      OVERSTAP_ASSIGN_OR_RETURN(columns.code, table.Column("code"));
      break;
    }
    case EscoFileKind::kSkillGroups:
      columns.code = table.OptionalColumn("code");
      break;
    case EscoFileKind::kSkillLabels:
      break;
  }
  return columns;
}

bool IsIscoCode(std::string_view code) {
  return !code.empty() && code.size() <= 4 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Pieces of a cell with several labels: a line each, or " | " between them in the collections.
std::vector<std::string_view> SplitLabels(std::string_view cell) {
  std::vector<std::string_view> labels;
  while (!cell.empty() && labels.size() <= kMaxLabelsPerCell) {
    const size_t line_end = std::min(cell.find('\n'), cell.size());
    const size_t bar = cell.substr(0, line_end).find(kCollectionSeparator);
    const size_t end = std::min(bar, line_end);
    labels.push_back(cell.substr(0, end));
    const size_t separator = bar == std::string_view::npos ? 1 : kCollectionSeparator.size();
    cell.remove_prefix(std::min(end + separator, cell.size()));
  }
  return labels;
}

class ConceptFileReader {
 public:
  ConceptFileReader(const EscoConceptFile& file, CsvTable* table, const Columns& columns,
                    TaxonomyReading* reading)
      : file_(file), table_(*table), columns_(columns), reading_(*reading) {}

  absl::Status Run() {
    const std::string activity = StrCat("reading ", table_.name());
    ImportReport& report = *reading_.report;
    for (int64_t row = 0;; ++row) {
      OVERSTAP_ASSIGN_OR_RETURN(const bool more, table_.Next());
      if (row % kProgressRows == 0) reading_.progress->Update(activity, row, 0);
      if (!more) return absl::OkStatus();
      ++report.read;
      if (auto refusal = ReadRow()) {
        report.Refuse(table_.name(), table_.line(), std::move(refusal->code),
                      std::move(refusal->message));
      } else {
        ++report.accepted;
      }
    }
  }

 private:
  ConceptKind KindOfRow() const {
    switch (file_.kind) {
      case EscoFileKind::kOccupations:
        return ConceptKind::kOccupation;
      case EscoFileKind::kIscoGroups:
        return ConceptKind::kIscoGroup;
      case EscoFileKind::kSkillGroups:
        return ConceptKind::kSkillGroup;
      case EscoFileKind::kSkills:
      case EscoFileKind::kSkillLabels:
        break;
    }
    return table_.Cell(columns_.skill_type) == "knowledge" ? ConceptKind::kKnowledge
                                                           : ConceptKind::kSkill;
  }

  // Whether a concept that exists is of the sort that this file is about.
  bool IsOfThisFile(ConceptKind kind) const {
    if (kind == ConceptKind::kKnowledge) kind = ConceptKind::kSkill;
    const ConceptKind mine = KindOfRow();
    return kind == (mine == ConceptKind::kKnowledge ? ConceptKind::kSkill : mine);
  }

  std::optional<Refusal> ReadRow() {
    if (auto refusal = CheckRow()) return refusal;
    const std::string_view uri = table_.Cell(columns_.uri);
    std::optional<uint32_t> index = reading_.draft.Find(uri);
    if (file_.defining) {
      if (index) return Refusal{"duplicate_concept", StrCat("concept was defined before: ", uri)};
      index = reading_.draft.Define(uri, KindOfRow());
    } else if (!index || !IsOfThisFile(reading_.draft[*index].kind)) {
      return UnknownConcept(uri);
    } else if (!seen_.insert(*index).second) {
      return Refusal{"duplicate_concept", StrCat("concept stands twice in this file: ", uri)};
    }
    Fill(&reading_.draft[*index]);
    return std::nullopt;
  }

  std::optional<Refusal> CheckRow() const {
    const std::string_view uri = table_.Cell(columns_.uri);
    if (uri.empty()) return Refusal{"no_uri", "conceptUri is empty"};
    const std::string_view status = table_.Cell(columns_.status);
    if (columns_.status != CsvTable::npos && status != kReleased) {
      return Refusal{"not_released", StrCat("status is '", status, "', not 'released': ", uri)};
    }
    if (file_.defining && CleanLabel(table_.Cell(columns_.preferred)).empty()) {
      return Refusal{"no_label", StrCat("preferredLabel is empty: ", uri)};
    }
    for (const size_t column : {columns_.alternative, columns_.hidden}) {
      if (SplitLabels(table_.Cell(column)).size() > kMaxLabelsPerCell) {
        return Refusal{"too_many_labels",
                       StrCat("a cell has more than ", kMaxLabelsPerCell, " labels: ", uri)};
      }
    }
    return CheckCodes(uri);
  }

  std::optional<Refusal> CheckCodes(std::string_view uri) const {
    const std::string_view code = table_.Cell(columns_.code);
    const bool is_isco = file_.kind != EscoFileKind::kSkillGroups && !code.empty();
    if (is_isco && !IsIscoCode(code)) {
      return Refusal{"bad_isco_code", StrCat("'", code, "' is not one to four digits: ", uri)};
    }
    const std::string_view level = table_.Cell(columns_.level);
    if (!level.empty() && (level.size() != 1 || level[0] < '1' || level[0] > '4')) {
      return Refusal{"bad_level", StrCat("level '", level, "' is not 1, 2, 3 or 4: ", uri)};
    }
    return std::nullopt;
  }

  Refusal UnknownConcept(std::string_view uri) const {
    switch (KindOfRow()) {
      case ConceptKind::kOccupation:
        return {"unknown_occupation", StrCat("no file defines this occupation: ", uri)};
      case ConceptKind::kSkill:
      case ConceptKind::kKnowledge:
        return {"unknown_skill", StrCat("no file defines this skill: ", uri)};
      case ConceptKind::kSkillGroup:
      case ConceptKind::kIscoGroup:
        break;
    }
    return {"unknown_concept", StrCat("no file defines this group: ", uri)};
  }

  void Fill(ConceptSource* entry) const {
    // The English file of ESCO 1.1.1 lacks the codes of groups that the Dutch one has.
    if (entry->code.empty()) entry->code = table_.Cell(columns_.code);
    const std::string_view level = table_.Cell(columns_.level);
    if (!entry->level && !level.empty()) entry->level = level[0] - '0';
    AddLabel(LabelKind::kPreferred, table_.Cell(columns_.preferred), entry);
    for (const std::string_view label : SplitLabels(table_.Cell(columns_.alternative))) {
      AddLabel(LabelKind::kAlternative, label, entry);
    }
    for (const std::string_view label : SplitLabels(table_.Cell(columns_.hidden))) {
      AddLabel(LabelKind::kHidden, label, entry);
    }
    std::string description = CleanLabel(table_.Cell(columns_.description));
    if (description.empty()) description = CleanLabel(table_.Cell(columns_.definition));
    if (!description.empty()) {
      entry->descriptions.push_back({file_.language, std::move(description)});
    }
  }

  void AddLabel(LabelKind kind, std::string_view text, ConceptSource* entry) const {
    std::string clean = CleanLabel(text);
    if (!clean.empty()) entry->labels.push_back({file_.language, kind, std::move(clean)});
  }

  const EscoConceptFile& file_;
  CsvTable& table_;
  const Columns& columns_;
  TaxonomyReading& reading_;
  absl::flat_hash_set<uint32_t> seen_;
};

}  // namespace

absl::Status ReadEscoConcepts(const EscoConceptFile& file, TaxonomyReading* reading) {
  OVERSTAP_ASSIGN_OR_RETURN(std::ifstream in, OpenInputFile(file.path));
  OVERSTAP_ASSIGN_OR_RETURN(CsvTable table, CsvTable::Open(in, file.path.filename().string()));
  OVERSTAP_ASSIGN_OR_RETURN(const Columns columns, FindColumns(table, file.kind));
  return ConceptFileReader(file, &table, columns, reading).Run();
}

}  // namespace overstap::ingest
