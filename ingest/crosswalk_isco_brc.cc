#include <algorithm>
#include <string>

#include "base/csv.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/crosswalk_rows.h"
#include "ingest/crosswalk_uris.h"

namespace overstap::ingest {
namespace {

struct Columns {
  size_t isco = CsvTable::npos;
  size_t group = CsvTable::npos;
  size_t group_label = CsvTable::npos;
  size_t segment = CsvTable::npos;
  size_t segment_label = CsvTable::npos;
  size_t brc_class = CsvTable::npos;
  size_t class_label = CsvTable::npos;
};

absl::StatusOr<Columns> FindColumns(const CsvTable& table) {
  Columns columns;
  OVERSTAP_ASSIGN_OR_RETURN(columns.isco, table.Column("ISCO2008unitgroup"));
  OVERSTAP_ASSIGN_OR_RETURN(columns.group, table.Column("BRC2014beroepsgroep"));
  columns.group_label = table.OptionalColumn("BRC2014beroepsgroep_label");
  columns.segment = table.OptionalColumn("BRC2014beroepssegment");
  columns.segment_label = table.OptionalColumn("BRC2014beroepssegment_label");
  columns.brc_class = table.OptionalColumn("BRC2014beroepsklasse");
  columns.class_label = table.OptionalColumn("BRC2014beroepsklasse_label");
  return columns;
}

bool IsCode(std::string_view text, size_t digits) {
  return text.size() == digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class IscoBrcReader {
 public:
  IscoBrcReader(const CsvTable& table, const Columns& columns, CrosswalkRows* rows)
      : table_(table), columns_(columns), rows_(*rows) {}

  void ReadRow() {
    const std::string_view isco = table_.Cell(columns_.isco);
    const std::string_view group = table_.Cell(columns_.group);
    if (!IsCode(isco, 4)) {
      return rows_.Refuse("bad_isco_code", StrCat("'", isco, "' is not of four digits"));
    }
    if (!IsCode(group, 4)) {
      return rows_.Refuse("bad_brc_code", StrCat("BRC group '", group, "' is not of four digits"));
    }
    const auto [known, is_new] = group_of_isco_.emplace(std::string(isco), std::string(group));
    if (!is_new && known->second != group) {
      rows_.Warn("two_groups", StrCat("ISCO ", isco, " is in BRC group ", known->second, " too"));
    }
    AddLabel(group, 4, columns_.group_label);
    AddLabel(table_.Cell(columns_.segment), 3, columns_.segment_label);
    AddLabel(table_.Cell(columns_.brc_class), 2, columns_.class_label);
    rows_.AddLink({kIscoScheme, isco}, MatchKind::kBroad, {kBrcScheme, group});
  }

 private:
  void AddLabel(std::string_view code, size_t digits, size_t label) {
    if (!IsCode(code, digits)) return;
    rows_.AddLabel(kIscoScheme, kBrcScheme, BrcUri(code), table_.Cell(label));
  }

  const CsvTable& table_;
  const Columns columns_;
  CrosswalkRows& rows_;
  StringMap<std::string> group_of_isco_;
};

}  // namespace

absl::Status ReadIscoBrc(std::istream& in, CrosswalkRows* rows) {
  CsvOptions options;
  options.delimiter = '\t';
  options.quotes = false;
  OVERSTAP_ASSIGN_OR_RETURN(CsvTable table, CsvTable::Open(in, rows->file(), options));
  OVERSTAP_ASSIGN_OR_RETURN(const Columns columns, FindColumns(table));
  IscoBrcReader reader(table, columns, rows);
  for (;;) {
    OVERSTAP_ASSIGN_OR_RETURN(const bool more, table.Next());
    if (!more) return absl::OkStatus();
    rows->BeginRow(table.line());
    reader.ReadRow();
  }
}

}  // namespace overstap::ingest
