#include "engine/snapshot/saved_rows_writer.h"

#include <cstring>
#include <limits>
#include <optional>
#include <utility>

#include "absl/time/civil_time.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::snapshot {
namespace {

int32_t Saved(const std::optional<int>& value) { return value.value_or(SavedEntry::kUnknown); }

absl::StatusOr<int32_t> SavedDay(const std::optional<absl::CivilDay>& day) {
  if (!day) return SavedEntry::kUnknown;
  const int64_t number = *day - absl::CivilDay();
  using Limits = std::numeric_limits<int32_t>;
  if (number > Limits::min() && number <= Limits::max()) return static_cast<int32_t>(number);
  return absl::OutOfRangeError("a day is millions of years away");
}

int32_t Saved(const std::optional<OccupationId>& occupation) {
  return occupation ? static_cast<int32_t>(occupation->value()) : SavedEntry::kUnknown;
}

absl::Status CheckText(const std::string& text) {
  if (text.size() <= RowVersions::kMaxBytes) return absl::OkStatus();
  return absl::OutOfRangeError("the name of a version is too long for a file of rows");
}

void CopyText(const std::string& text, char (&to)[RowVersions::kMaxBytes + 1]) {
  std::memset(to, 0, sizeof(to));
  std::memcpy(to, text.data(), text.size());
}

void Save(const MigrationCount& migration, SavedEntry* entry) {
  const int64_t counts[] = {migration.records, migration.replaced, migration.split,
                            migration.crosswalked, migration.unknown};
  for (size_t i = 0; i < std::size(counts); ++i) {
    entry->migration[i] = static_cast<uint32_t>(counts[i]);
  }
}

}  // namespace

absl::Status Relabel(const std::string& path, const std::string& data) {
  OVERSTAP_ASSIGN_OR_RETURN(const auto file, store::MappedFile::Open(path));
  OVERSTAP_ASSIGN_OR_RETURN(RowsHeader header, ReadHeader(file->bytes()));
  OVERSTAP_RETURN_IF_ERROR(CheckText(data));
  CopyText(data, header.data);
  header.hash = FastHash(HashedPart(header));
  // A process that dies here leaves a damaged header, and so a file that is made anew.
  return store::WriteOver(path, BytesOf(header));
}

SavedRowsWriter::SavedRowsWriter(RowKind kind, std::string terms,
                                 std::unique_ptr<store::NewFile> file)
    : kind_(kind),
      terms_(std::move(terms)),
      file_(std::move(file)),
      hasher_(std::make_unique<FastHasher>()) {}

SavedRowsWriter::SavedRowsWriter(SavedRowsWriter&&) noexcept = default;
SavedRowsWriter& SavedRowsWriter::operator=(SavedRowsWriter&&) noexcept = default;
SavedRowsWriter::~SavedRowsWriter() = default;

absl::StatusOr<SavedRowsWriter> SavedRowsWriter::Create(const std::string& folder, RowKind kind,
                                                        std::string terms) {
  OVERSTAP_ASSIGN_OR_RETURN(auto file, store::NewFile::Create(folder, FileNameOf(kind)));
  SavedRowsWriter writer(kind, std::move(terms), std::move(file));
  OVERSTAP_RETURN_IF_ERROR(writer.file_->Append(std::string(sizeof(RowsHeader), '\0')));
  return writer;
}

absl::Status SavedRowsWriter::Write(std::string_view bytes) {
  static constexpr char kPadding[kSectionAlign] = {};
  const std::string_view padding(kPadding, Aligned(bytes.size()) - bytes.size());
  for (const std::string_view part : {bytes, padding}) {
    hasher_->Add(part);
    OVERSTAP_RETURN_IF_ERROR(file_->Append(part));
  }
  return absl::OkStatus();
}

// Padded, so that the section of all of them needs no padding.
absl::Status SavedRowsWriter::AddWhole(std::string_view bytes, SavedEntry* entry) {
  if (bytes.size() > std::numeric_limits<uint32_t>::max()) {
    return absl::OutOfRangeError("a record is too large for a file of rows");
  }
  entry->hash = FastHash(bytes);
  entry->whole_begin = file_->size() - sizeof(RowsHeader);
  entry->whole_size = static_cast<uint32_t>(bytes.size());
  return Write(bytes);
}

absl::Status SavedRowsWriter::Add(const VacancyRow& row, const MigrationCount& migration,
                                  std::string_view bytes) {
  const model::VacancyFacts& facts = row.vacancy;
  SavedEntry entry;
  OVERSTAP_ASSIGN_OR_RETURN(entry.first_day, SavedDay(facts.published));
  OVERSTAP_ASSIGN_OR_RETURN(entry.last_day, SavedDay(facts.closes));
  entry.hours_min = Saved(facts.hours_min);
  entry.hours_max = Saved(facts.hours_max);
  entry.level = Saved(facts.level);
  entry.pay = Saved(facts.pay);
  entry.occupation = Saved(row.occupation);
  entry.unknown_requirements = row.requirements.unknown;
  entry.requirements_begin = requirements_.size();
  entry.requirements = static_cast<uint32_t>(row.requirements.known.size());
  for (const Requirement& asked : row.requirements.known) {
    requirements_.push_back(
        {asked.skill.value(), static_cast<uint32_t>(asked.importance), asked.share});
  }
  return AddEntry(entry, {facts.id, facts.region, facts.place}, migration, bytes);
}

absl::Status SavedRowsWriter::Add(const ProfileRow& row, const MigrationCount& migration,
                                  std::string_view bytes) {
  const model::ProfileFacts& facts = row.profile;
  SavedEntry entry;
  OVERSTAP_ASSIGN_OR_RETURN(entry.last_day, SavedDay(facts.keep_until));
  entry.hours_min = Saved(facts.hours_min);
  entry.hours_max = Saved(facts.hours_max);
  entry.radius_km = facts.radius_km.value_or(-1);
  entry.occupation = Saved(row.occupation);
  return AddEntry(entry, {facts.id, facts.region, facts.place}, migration, bytes);
}

absl::Status SavedRowsWriter::AddEntry(SavedEntry entry, const Names& names,
                                       const MigrationCount& migration, std::string_view bytes) {
  entry.names_begin = names_.size();
  for (size_t i = 0; i < names.size(); ++i) {
    entry.name_sizes[i] = static_cast<uint32_t>(names[i].size());
    names_.append(names[i]);
  }
  Save(migration, &entry);
  OVERSTAP_RETURN_IF_ERROR(AddWhole(bytes, &entry));
  entries_.push_back(entry);
  return absl::OkStatus();
}

absl::Status SavedRowsWriter::Finish(const std::string& data) {
  OVERSTAP_RETURN_IF_ERROR(CheckText(terms_));
  OVERSTAP_RETURN_IF_ERROR(CheckText(data));
  RowsHeader header;
  header.kind = kind_;
  header.rows = entries_.size();
  header.requirements = requirements_.size();
  header.names_size = names_.size();
  header.whole_size = file_->size() - sizeof(RowsHeader);
  CopyText(terms_, header.terms);
  CopyText(data, header.data);
  OVERSTAP_RETURN_IF_ERROR(Write(names_));
  OVERSTAP_RETURN_IF_ERROR(Write(BytesOf(requirements_)));
  OVERSTAP_RETURN_IF_ERROR(Write(BytesOf(entries_)));
  header.body_hash = hasher_->Digest();
  header.hash = FastHash(HashedPart(header));
  return file_->Finish(BytesOf(header));
}

}  // namespace overstap::snapshot
