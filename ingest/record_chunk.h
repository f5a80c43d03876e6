// A part of a file of records, parsed and checked apart from the others.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "engine/store/store.h"
#include "ingest/import_report.h"
#include "ingest/known_uris.h"
#include "ingest/lazy_text_reader.h"
#include "ingest/record_parser.h"
#include "ingest/record_source.h"

namespace overstap::ingest {

struct ChunkNote {
  int64_t line = 0;
  Severity severity = Severity::kRefused;
  std::string code;
  std::string message;
};

// What the workers share. Immutable but for the text reader, which is thread-safe.
struct ChunkContext {
  SeenFormat format;
  bool strict = false;
  const store::Store* store = nullptr;
  const KnownUris* known = nullptr;
  LazyTextReader* texts = nullptr;
};

template <class Record>
struct ParsedChunk {
  int64_t read = 0;
  std::vector<std::pair<std::string, int64_t>> accepted;  // ids and lines, in order
  std::vector<Record> records;                            // when strict, else in the batch
  std::unique_ptr<store::RecordBatch> batch;
  std::vector<ChunkNote> notes;
  DroppedPersonalData dropped;
  int64_t unknown_occupations = 0;
  int64_t unknown_skills = 0;
  int64_t line_not_read = 0;  // of the first record whose text could not be read; 0: none
};

inline const std::string& IdOf(const model::Region& region) { return region.code; }
using model::IdOf;  // of a place
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

// Thread-safe: every chunk has a parser of its own.
template <class Record>
class ChunkParser {
 public:
  explicit ChunkParser(const ChunkContext& context) : context_(context) {}

  ParsedChunk<Record> Parse(const std::vector<RawRecord>& texts) && {
    chunk_.batch = context_.store->NewBatch();
    for (const RawRecord& raw : texts) {
      line_ = raw.line;
      if (raw.unclosed) {
        ++chunk_.read;
        Note(Severity::kRefused, "unclosed",
             StrCat("an object begins here that is not closed; all that follows, ", raw.bytes,
                    " bytes up to line ", raw.last_line, ", is lost with it"));
      } else if (raw.too_long) {
        ++chunk_.read;
        Note(Severity::kRefused, "line_too_long", TooLong(context_.format.layout));
      } else {
        ReadRaw(raw.text);
      }
    }
    return std::move(chunk_);
  }

 private:
  void Note(Severity severity, std::string code, std::string message) {
    chunk_.notes.push_back({line_, severity, std::move(code), std::move(message)});
  }

  void ReadRaw(std::string_view text) {
    ParsedText<Record> parsed = ParseText<Record>(context_.format, text);
    chunk_.read += static_cast<int64_t>(parsed.drafts.size() + parsed.refusals.size());
    for (Refusal& refusal : parsed.refusals) {
      Note(Severity::kRefused, std::move(refusal.code),
           std::string(FromAbsl(refusal.status.message())));
    }
    for (RecordDraft<Record>& draft : parsed.drafts) Take(&draft);
  }

  void Take(RecordDraft<Record>* draft) {
    chunk_.dropped.Add(draft->dropped);
    for (DraftWarning& warning : draft->warnings) {
      if (warning.code == "unknown_skill") ++chunk_.unknown_skills;
      Note(Severity::kWarning, std::move(warning.code), std::move(warning.message));
    }
    if constexpr (HasText<Record>) {
      if (const absl::Status status = ReadTextOf(draft); !status.ok()) {
        return Note(Severity::kRefused, "bad_text", std::string(FromAbsl(status.message())));
      }
    }
    if (!CheckUris(draft->record)) return;
    chunk_.accepted.emplace_back(IdOf(draft->record), line_);
    if (context_.strict) {
      chunk_.records.push_back(std::move(draft->record));
    } else {
      chunk_.batch->Put(draft->record);
    }
  }

  // An occupation that no taxonomy has says nothing yet; formats of others may give no more than a
  // title.
  bool WantsText(const RecordDraft<model::Vacancy>& draft) const {
    const model::Vacancy& vacancy = draft.record;
    if (HasTextToRead(vacancy) || !draft.phrases.empty()) return true;
    if (!vacancy.skills.empty() || context_.known->HasOccupation(vacancy.occupation_uri)) {
      return false;
    }
    return !vacancy.text.empty() || context_.format.format != RecordFormat::kOverstap;
  }
  bool WantsText(const RecordDraft<model::Profile>& draft) const {
    return HasTextToRead(draft.record) || !draft.phrases.empty();
  }

  absl::Status ReadTextOf(RecordDraft<Record>* draft) requires HasText<Record> {
    if (!WantsText(*draft)) return absl::OkStatus();
    if (const TextReader* reader = context_.texts->Get()) {
      return reader->Read(&draft->record, draft->phrases);
    }
    if (chunk_.line_not_read == 0) chunk_.line_not_read = line_;
    if constexpr (std::is_same_v<Record, model::Profile>) draft->record.text.clear();
    return absl::OkStatus();
  }

  // Whether the record may stay. Warns about each URI that the taxonomies lack.
  bool CheckUris(const Record& record) {
    if constexpr (RefersToConcepts<Record>) {
      if (context_.known->empty()) return true;
      for (const UnknownUri& missing : context_.known->Missing(record)) {
        ++(missing.code == "unknown_skill" ? chunk_.unknown_skills : chunk_.unknown_occupations);
        Note(context_.strict ? Severity::kRefused : Severity::kWarning, std::string(missing.code),
             StrCat("no current taxonomy has ", missing.uri));
        if (context_.strict) return false;
      }
    }
    return true;
  }

  const ChunkContext& context_;
  ParsedChunk<Record> chunk_;
  int64_t line_ = 0;
};

}  // namespace overstap::ingest
