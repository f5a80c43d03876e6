#include <algorithm>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/importer.h"
#include "ingest/input_file.h"
#include "ingest/known_uris.h"
#include "ingest/lazy_text_reader.h"
#include "ingest/record_chunk.h"
#include "ingest/record_files.h"
#include "ingest/record_source.h"
#include "ingest/strict.h"

namespace overstap::ingest {
namespace {

// What one worker parses at a time and one write makes durable.
constexpr size_t kChunkRecords = 1000;
constexpr size_t kChunkBytes = size_t{8} << 20;
constexpr size_t kMaxWorkers = 8;

size_t Workers() { return std::clamp<size_t>(std::thread::hardware_concurrency(), 1, kMaxWorkers); }

// One import, from the first file to the last.
template <class Record>
class RecordImport {
 public:
  RecordImport(const RecordImportParams& params, store::Store* store, Progress* progress)
      : params_(params), store_(*store), progress_(*progress), texts_(store, params.knowledge) {
    report_.kind = RecordKindName(params.kind);
  }

  absl::StatusOr<ImportReport> Run() {
    OVERSTAP_ASSIGN_OR_RETURN(const std::vector<std::filesystem::path> files,
                              RecordFilesOf(params_.kind, params_.format, params_.path));
    OVERSTAP_RETURN_IF_ERROR(LoadKnownUris(files.front()));
    strict_batch_ = store_.NewBatch();
    for (const std::filesystem::path& path : files) {
      OVERSTAP_RETURN_IF_ERROR(ImportFile(path, files.size() == 1));
    }
    if (params_.strict) OVERSTAP_RETURN_IF_ERROR(CheckNothingRefused(report_));
    OVERSTAP_RETURN_IF_ERROR(CheckAnyAccepted());
    OVERSTAP_RETURN_IF_ERROR(Write(*strict_batch_));
    if (begun_) OVERSTAP_RETURN_IF_ERROR(store_.EndImport(report_.kind));
    OVERSTAP_ASSIGN_OR_RETURN(report_.taxonomy_version, store_.CurrentTaxonomy());
    OVERSTAP_ASSIGN_OR_RETURN(report_.data_version, store_.DataVersion());
    return std::move(report_);
  }

 private:
  using Chunk = ParsedChunk<Record>;

  absl::Status LoadKnownUris(const std::filesystem::path& first) {
    if constexpr (RefersToConcepts<Record>) {
      OVERSTAP_ASSIGN_OR_RETURN(known_, KnownUris::Load(store_));
      if (known_.empty()) {
        report_.Warn(first.filename().string(), 0, "no_taxonomy",
                     "URIs were not checked: the store has no taxonomy yet; import one first");
      }
    }
    return absl::OkStatus();
  }

  absl::Status ImportFile(const std::filesystem::path& path, bool only) {
    file_ = path.filename().string();
    OVERSTAP_ASSIGN_OR_RETURN(std::ifstream in, OpenInputFile(path));
    const auto format = SeeFormatOf(params_.kind, params_.format, &in);
    if (!format.ok()) {
      const std::string message(FromAbsl(format.status().message()));
      if (only) return absl::InvalidArgumentError(StrCat(file_, ": ", message));
      ++report_.read;
      report_.Refuse(file_, 0, "bad_file", message);
      return absl::OkStatus();
    }
    report_.format = RecordFormatName(format->format);
    context_ = {*format, params_.strict, &store_, &known_, &texts_};
    std::error_code error;
    file_bytes_ = std::filesystem::file_size(path, error);
    if (error) file_bytes_ = 0;
    return ReadChunks(in);
  }

  absl::Status ReadChunks(std::istream& in) {
    const std::unique_ptr<RecordSource> source = RecordSource::Make(context_.format.layout, in);
    std::deque<std::future<Chunk>> parsing;
    bytes_read_ = 0;
    read_before_ = report_.read;
    for (std::vector<RawRecord> texts = NextChunk(source.get()); !texts.empty();
         texts = NextChunk(source.get())) {
      parsing.push_back(std::async(std::launch::async, [this, texts = std::move(texts)] {
        return ChunkParser<Record>(context_).Parse(texts);
      }));
      if (parsing.size() < Workers()) continue;
      OVERSTAP_RETURN_IF_ERROR(CommitFirst(&parsing));
    }
    while (!parsing.empty()) OVERSTAP_RETURN_IF_ERROR(CommitFirst(&parsing));
    progress_.Update(report_.kind, report_.read, report_.read);
    if (!source->failed()) return absl::OkStatus();
    return absl::DataLossError(
        StrCat(file_, ": the file cannot be read further than record ", report_.read));
  }

  std::vector<RawRecord> NextChunk(RecordSource* source) {
    std::vector<RawRecord> texts;
    size_t bytes = 0;
    RawRecord raw;
    while (texts.size() < kChunkRecords && bytes < kChunkBytes && source->Next(&raw)) {
      bytes += raw.text.size() + 1;
      texts.push_back(std::move(raw));
    }
    bytes_read_ += bytes;
    return texts;
  }

  absl::Status CommitFirst(std::deque<std::future<Chunk>>* parsing) {
    progress_.Update(report_.kind, report_.read, EstimatedTotal());
    Chunk chunk = parsing->front().get();
    parsing->pop_front();
    report_.read += chunk.read;
    report_.accepted += static_cast<int64_t>(chunk.accepted.size());
    report_.dropped.Add(chunk.dropped);
    report_.unknown_occupations += chunk.unknown_occupations;
    report_.unknown_skills += chunk.unknown_skills;
    if (chunk.line_not_read != 0 && !std::exchange(warned_of_texts_, true)) {
      chunk.notes.push_back({chunk.line_not_read, Severity::kWarning, "text_not_read",
                             StrCat("the text of this and later records was not read for skills: ",
                                    texts_.WhyNot())});
    }
    NoteDuplicates(&chunk);
    Report(&chunk.notes);
    for (const Record& record : chunk.records) strict_batch_->Put(record);
    return params_.strict ? absl::OkStatus() : Write(*chunk.batch);
  }

  // As many as there would be if the rest of the file were like what was read; 0 when unknown.
  int64_t EstimatedTotal() const {
    const int64_t read = report_.read - read_before_;
    if (file_bytes_ == 0 || bytes_read_ == 0 || read == 0) return 0;
    const double parts = static_cast<double>(file_bytes_) / static_cast<double>(bytes_read_);
    return report_.read +
           static_cast<int64_t>(static_cast<double>(read) * std::max(0.0, parts - 1));
  }

  void NoteDuplicates(Chunk* chunk) {
    for (const auto& [id, line] : chunk->accepted) {
      const auto [first, is_new] = line_of_id_.emplace(std::hash<std::string>{}(id), line);
      if (is_new) continue;
      chunk->notes.push_back(
          {line, Severity::kWarning, "duplicate_id",
           StrCat("id '", id, "' stands on line ", first->second, " too; this line replaces it")});
      first->second = line;
    }
  }

  void Report(std::vector<ChunkNote>* notes) {
    std::stable_sort(notes->begin(), notes->end(),
                     [](const ChunkNote& a, const ChunkNote& b) { return a.line < b.line; });
    for (ChunkNote& note : *notes) {
      if (note.severity == Severity::kRefused) {
        report_.Refuse(file_, note.line, std::move(note.code), std::move(note.message));
      } else {
        report_.Warn(file_, note.line, std::move(note.code), std::move(note.message));
      }
    }
  }

  absl::Status CheckAnyAccepted() const {
    if (report_.accepted > 0) return absl::OkStatus();
    if (report_.read == 0) {
      return absl::InvalidArgumentError(StrCat(file_, ":1: ", NothingIn(context_.format.layout)));
    }
    const bool own = context_.format.format == RecordFormat::kOverstap;
    return absl::InvalidArgumentError(StrCat(FirstRefusal(report_), " (all ", report_.read,
                                             " records are refused",
                                             own ? "; one JSON object a line was expected)" : ")"));
  }

  absl::Status Write(const store::RecordBatch& batch) {
    if (batch.size() == 0) return absl::OkStatus();
    // One atomic write cannot be interrupted half-way, so a strict import needs no mark.
    if (!params_.strict && !std::exchange(begun_, true)) {
      OVERSTAP_RETURN_IF_ERROR(store_.BeginImport(report_.kind, params_.path));
    }
    return store_.Write(batch);
  }

  const RecordImportParams& params_;
  store::Store& store_;
  Progress& progress_;
  ImportReport report_;
  KnownUris known_;
  LazyTextReader texts_;
  ChunkContext context_;
  std::string file_;
  // By a hash of the id: two ids with one hash are 1 in 40 million for a million records, and cost
  // a warning too many.
  absl::flat_hash_map<uint64_t, int64_t> line_of_id_;
  std::unique_ptr<store::RecordBatch> strict_batch_;
  uintmax_t file_bytes_ = 0;
  uintmax_t bytes_read_ = 0;
  int64_t read_before_ = 0;
  bool warned_of_texts_ = false;
  bool begun_ = false;
};

}  // namespace

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
    case RecordKind::kPlaces:
      return RecordImport<model::Place>(params, store, progress).Run();
  }
  return absl::InvalidArgumentError("unknown kind of record");
}

}  // namespace overstap::ingest
