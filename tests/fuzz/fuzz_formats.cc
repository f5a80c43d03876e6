// Records in the formats of others.
#include <optional>
#include <sstream>
#include <string>

#include "base/text_encoding.h"
#include "ingest/pay_text.h"
#include "ingest/plain_text.h"
#include "ingest/record_parser.h"
#include "ingest/record_source.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {
namespace {

using ingest::RecordFormat;
using ingest::RecordLayout;

template <class Record>
void CheckParsed(const ingest::ParsedText<Record>& parsed) {
  for (const auto& draft : parsed.drafts) {
    OVERSTAP_FUZZ_CHECK(Validate(draft.record).ok());
    OVERSTAP_FUZZ_CHECK(IsValidUtf8(draft.record.id) && IsValidUtf8(draft.record.text));
    OVERSTAP_FUZZ_CHECK(IsValidUtf8(draft.phrases) && draft.dropped.total() >= 0);
    for (const ingest::DraftWarning& warning : draft.warnings) {
      OVERSTAP_FUZZ_CHECK(!warning.code.empty() && IsValidUtf8(warning.message));
      OVERSTAP_FUZZ_CHECK(warning.message.size() <= 1000);
    }
  }
  for (const ingest::Refusal& refusal : parsed.refusals) {
    const std::string_view message(refusal.status.message().data(),
                                   refusal.status.message().size());
    OVERSTAP_FUZZ_CHECK(refusal.status.code() == absl::StatusCode::kInvalidArgument);
    OVERSTAP_FUZZ_CHECK(!message.empty() && message.size() <= 1000 && IsValidUtf8(message));
  }
}

// Every text of a file, whatever it looks like; lines never go back.
template <class Record>
void CheckFile(RecordFormat format, RecordLayout layout, std::string_view bytes) {
  std::istringstream in{std::string(bytes)};
  const auto source = ingest::RecordSource::Make(layout, in);
  ingest::RawRecord raw;
  int64_t line = 0;
  size_t total = 0;
  while (source->Next(&raw)) {
    OVERSTAP_FUZZ_CHECK(raw.line >= line && raw.line >= 1);
    line = raw.line;
    total += raw.text.size();
    CheckParsed(ingest::ParseText<Record>({format, layout}, raw.text));
  }
  OVERSTAP_FUZZ_CHECK(total <= bytes.size() && !source->failed());
}

}  // namespace

void FuzzJobPosting(std::string_view bytes) {
  for (const RecordLayout layout :
       {RecordLayout::kLines, RecordLayout::kValues, RecordLayout::kPage}) {
    CheckFile<model::Vacancy>(RecordFormat::kJobPosting, layout, bytes);
  }
  OVERSTAP_FUZZ_CHECK(ingest::PlainText(bytes).size() <= bytes.size());
}

void FuzzPayText(std::string_view bytes) {
  const std::optional<ingest::PayRange> range = ingest::ReadPayText(bytes);
  if (!range) return;
  OVERSTAP_FUZZ_CHECK(range->least || range->most);
  for (const std::optional<double> euros : {range->least, range->most}) {
    OVERSTAP_FUZZ_CHECK(!euros || (*euros >= 0 && *euros < 1e12));
  }
  OVERSTAP_FUZZ_CHECK(!range->least || !range->most || *range->least <= *range->most);
  model::Vacancy vacancy;
  const std::string warning = ingest::SetPay(*range, &vacancy);
  OVERSTAP_FUZZ_CHECK(IsValidUtf8(warning));
  OVERSTAP_FUZZ_CHECK(model::CheckPay(vacancy.pay_min, vacancy.pay_max).ok());
  OVERSTAP_FUZZ_CHECK(!warning.empty() || vacancy.pay_min || vacancy.pay_max);
}

void FuzzVum(std::string_view bytes) {
  for (const RecordLayout layout : {RecordLayout::kLines, RecordLayout::kValues}) {
    CheckFile<model::Vacancy>(RecordFormat::kVum, layout, bytes);
    CheckFile<model::Profile>(RecordFormat::kVum, layout, bytes);
  }
}

void FuzzEuropass(std::string_view bytes) {
  CheckFile<model::Profile>(RecordFormat::kEuropass, RecordLayout::kWhole, bytes);
}

}  // namespace overstap::fuzz
