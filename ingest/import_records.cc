#include <array>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "base/enum_names.h"
#include "base/line_reader.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/bsn.h"
#include "ingest/importer.h"
#include "ingest/input_file.h"
#include "ingest/json_text.h"
#include "ingest/known_uris.h"
#include "ingest/record_from_json.h"
#include "ingest/strict.h"
#include "ingest/text_skills.h"

namespace overstap::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kKindNames = {"vacancies", "profiles", "courses",
                                                        "schemes",   "regions",  "demand"};
constexpr int64_t kBatchRecords = 1000;
constexpr size_t kMaxLineBytes = size_t{4} << 20;

const std::string& IdOf(const model::Region& region) { return region.code; }
template <class Record>
const std::string& IdOf(const Record& record) {
  return record.id;
}

template <class Record>
concept RefersToConcepts = requires(const KnownUris& known, const Record& record) {
  known.Missing(record);
};

template <class Record>
concept HasText = requires(const Record& record) {
  HasTextToRead(record);
};

fs::path FileOf(const RecordImportParams& params) {
  const fs::path path = params.path;
  std::error_code error;
  if (!fs::is_directory(path, error)) return path;
  return path / StrCat(RecordKindName(params.kind), ".jsonl");
}

bool IsSkipped(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t");
  return first == std::string_view::npos || line[first] == '#';
}

// One import of one file, from the first line to the last.
template <class Record>
class RecordImport {
 public:
  RecordImport(const RecordImportParams& params, store::Store* store, Progress* progress)
      : params_(params),
        path_(FileOf(params)),
        file_(path_.filename().string()),
        store_(*store),
        progress_(*progress) {
    report_.kind = RecordKindName(params.kind);
  }

  absl::StatusOr<ImportReport> Run() {
    OVERSTAP_ASSIGN_OR_RETURN(std::ifstream in, OpenInputFile(path_));
    OVERSTAP_RETURN_IF_ERROR(LoadKnownUris());
    batch_ = store_.NewBatch();
    OVERSTAP_RETURN_IF_ERROR(ReadLines(in));
    if (params_.strict) OVERSTAP_RETURN_IF_ERROR(CheckNothingRefused(report_));
    OVERSTAP_RETURN_IF_ERROR(CheckAnyAccepted());
    OVERSTAP_RETURN_IF_ERROR(WriteBatch());
    if (begun_) OVERSTAP_RETURN_IF_ERROR(store_.EndImport(report_.kind));
    OVERSTAP_ASSIGN_OR_RETURN(report_.taxonomy_version, store_.CurrentTaxonomy());
    OVERSTAP_ASSIGN_OR_RETURN(report_.data_version, store_.DataVersion());
    return std::move(report_);
  }

 private:
  absl::Status LoadKnownUris() {
    if constexpr (RefersToConcepts<Record>) {
      OVERSTAP_ASSIGN_OR_RETURN(known_, KnownUris::Load(store_));
      if (known_.empty()) {
        report_.Warn(file_, 0, "no_taxonomy",
                     "URIs were not checked: the store has no taxonomy yet; import one first");
      }
    }
    return absl::OkStatus();
  }

  absl::Status ReadLines(std::istream& in) {
    LineReader reader(in, kMaxLineBytes);
    std::string line;
    for (;;) {
      const LineReader::Outcome outcome = reader.Next(&line);
      if (outcome == LineReader::Outcome::kEnd) break;
      line_ = reader.line_number();
      if (outcome == LineReader::Outcome::kLine && IsSkipped(line)) continue;
      if (report_.read++ % kBatchRecords == 0) progress_.Update(report_.kind, report_.read - 1, 0);
      if (outcome == LineReader::Outcome::kTooLong) {
        report_.Refuse(file_, line_, "line_too_long",
                       StrCat("line is longer than ", kMaxLineBytes, " bytes"));
      } else {
        ReadLine(line);
      }
      if (!params_.strict && batch_->size() >= kBatchRecords) {
        OVERSTAP_RETURN_IF_ERROR(WriteBatch());
      }
    }
    progress_.Update(report_.kind, report_.read, report_.read);
    if (!reader.failed()) return absl::OkStatus();
    return absl::DataLossError(StrCat(file_, ":", line_, ": the file cannot be read further"));
  }

  void ReadLine(std::string_view line) {
    const auto object = ParseJsonObject(line);
    if (!object.ok()) return Refuse("bad_json", object.status());
    if constexpr (std::is_same_v<Record, model::Profile>) {
      if (const absl::Status status = CheckNoBsn(*object); !status.ok()) {
        return Refuse("bsn_like", status);
      }
    }
    auto record = RecordFromJson<Record>(*object);
    if (!record.ok()) return Refuse("bad_record", record.status());
    if constexpr (HasText<Record>) {
      if (const absl::Status status = ReadTextOf(&*record); !status.ok()) {
        return Refuse("bad_text", status);
      }
    }
    if (!CheckUris(*record)) return;
    const auto [first, is_new] = line_of_id_.emplace(IdOf(*record), line_);
    if (!is_new) {
      report_.Warn(file_, line_, "duplicate_id",
                   StrCat("id '", IdOf(*record), "' stands on line ", first->second,
                          " too; this line replaces it"));
      first->second = line_;
    }
    batch_->Put(*record);
    ++report_.accepted;
  }

  // Skills of a record that comes as text. The first such record waits for the reader.
  absl::Status ReadTextOf(Record* record) requires HasText<Record> {
    if (!HasTextToRead(*record)) return absl::OkStatus();
    if (!std::exchange(text_reader_asked_, true)) LoadTextReader();
    if (text_reader_ != nullptr) return text_reader_->Read(record);
    if constexpr (std::is_same_v<Record, model::Profile>) record->text.clear();
    return absl::OkStatus();
  }

  // Leaves the reader empty, with a warning, when texts cannot be read.
  void LoadTextReader() {
    std::string reason = "the store has no taxonomy yet; import one first";
    auto reader = MakeTextReader();
    if (reader.ok()) {
      text_reader_ = *std::move(reader);
    } else {
      reason = std::string(FromAbsl(reader.status().message()));
    }
    if (text_reader_ != nullptr) return;
    report_.Warn(file_, line_, "text_not_read",
                 StrCat("the text of this and later records was not read for skills: ", reason));
  }

  absl::StatusOr<std::unique_ptr<TextReader>> MakeTextReader() const {
    std::shared_ptr<const text::Knowledge> knowledge;
    if (params_.knowledge) {
      OVERSTAP_ASSIGN_OR_RETURN(knowledge, params_.knowledge());
    }
    return TextReader::Load(store_, std::move(knowledge));
  }

  void Refuse(std::string_view code, const absl::Status& status) {
    report_.Refuse(file_, line_, std::string(code), std::string(FromAbsl(status.message())));
  }

  // Whether the record may stay. Warns about each URI that the taxonomies lack.
  bool CheckUris(const Record& record) {
    if constexpr (RefersToConcepts<Record>) {
      if (known_.empty()) return true;
      for (const UnknownUri& missing : known_.Missing(record)) {
        std::string message = StrCat("no current taxonomy has ", missing.uri);
        if (params_.strict) {
          report_.Refuse(file_, line_, std::string(missing.code), std::move(message));
          return false;
        }
        report_.Warn(file_, line_, std::string(missing.code), std::move(message));
      }
    }
    return true;
  }

  absl::Status CheckAnyAccepted() const {
    if (report_.accepted > 0) return absl::OkStatus();
    if (report_.read == 0) {
      return absl::InvalidArgumentError(
          StrCat(file_, ":1: no record in the file; one JSON object a line was expected"));
    }
    return absl::InvalidArgumentError(
        StrCat(FirstRefusal(report_), " (all ", report_.read, " records are refused)"));
  }

  absl::Status WriteBatch() {
    if (batch_->size() == 0) return absl::OkStatus();
    // One atomic write cannot be interrupted half-way, so a strict import needs no mark.
    if (!params_.strict && !std::exchange(begun_, true)) {
      OVERSTAP_RETURN_IF_ERROR(store_.BeginImport(report_.kind, params_.path));
    }
    OVERSTAP_RETURN_IF_ERROR(store_.Write(*batch_));
    batch_ = store_.NewBatch();
    return absl::OkStatus();
  }

  const RecordImportParams& params_;
  const fs::path path_;
  const std::string file_;
  store::Store& store_;
  Progress& progress_;
  ImportReport report_;
  KnownUris known_;
  StringMap<int64_t> line_of_id_;
  std::unique_ptr<TextReader> text_reader_;
  bool text_reader_asked_ = false;
  std::unique_ptr<store::RecordBatch> batch_;
  int64_t line_ = 0;
  bool begun_ = false;
};

}  // namespace

std::string_view RecordKindName(RecordKind kind) { return EnumName(kKindNames, kind); }

std::optional<RecordKind> ParseRecordKind(std::string_view name) {
  return ParseEnum<RecordKind>(kKindNames, name);
}

absl::StatusOr<ImportReport> ImportRecords(const RecordImportParams& params, store::Store* store,
                                           Progress* progress) {
  switch (params.kind) {
    case RecordKind::kVacancies:
      return RecordImport<model::Vacancy>(params, store, progress).Run();
    case RecordKind::kProfiles:
      return RecordImport<model::Profile>(params, store, progress).Run();
    case RecordKind::kCourses:
      return RecordImport<model::Course>(params, store, progress).Run();
    case RecordKind::kSchemes:
      return RecordImport<model::Scheme>(params, store, progress).Run();
    case RecordKind::kRegions:
      return RecordImport<model::Region>(params, store, progress).Run();
    case RecordKind::kDemand:
      return RecordImport<model::Demand>(params, store, progress).Run();
  }
  return absl::InvalidArgumentError("unknown kind of record");
}

}  // namespace overstap::ingest
