#include "engine/snapshot/saved_rows.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>

#include "absl/time/civil_time.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::snapshot {

// Numbers and texts of a row; unknown numbers are kUnknown.
struct SavedEntry {
  uint64_t hash = 0;
  uint64_t whole_begin = 0;
  uint64_t names_begin = 0;
  uint64_t requirements_begin = 0;
  double radius_km = -1;  // below 0: unknown
  uint32_t whole_size = 0;
  uint32_t name_sizes[3] = {};  // of id, region and place
  uint32_t requirements = 0;
  int32_t unknown_requirements = 0;
  int32_t occupation = kUnknown;
  int32_t hours_min = kUnknown;
  int32_t hours_max = kUnknown;
  int32_t level = kUnknown;
  int32_t first_day = kUnknown;  // published
  int32_t last_day = kUnknown;   // closes; keep_until
  uint32_t migration[5] = {};
  uint32_t padding = 0;

  static constexpr int32_t kUnknown = std::numeric_limits<int32_t>::min();
};

struct SavedRequirement {
  uint32_t skill = 0;
  uint32_t importance = 0;
  float share = 0;
};

namespace {

constexpr uint64_t kMagic = 0x53574f5250415453;  // "STAPROWS" where the least byte comes first
constexpr uint32_t kFormat = 2;                  // another one for every change of what lies there

struct Header {
  uint64_t magic = kMagic;
  uint32_t format = kFormat;
  RowKind kind = RowKind::kVacancies;
  uint64_t rows = 0;
  uint64_t requirements = 0;
  uint64_t names_size = 0;
  uint64_t whole_size = 0;
  char terms[RowVersions::kMaxBytes + 1] = {};
  char data[RowVersions::kMaxBytes + 1] = {};
  uint64_t body_hash = 0;  // of all that follows the header
  uint64_t hash = 0;       // of the header before this
};

static_assert(std::is_trivially_copyable_v<SavedEntry> && sizeof(SavedEntry) == 112);
static_assert(std::is_trivially_copyable_v<SavedRequirement> && sizeof(SavedRequirement) == 12);
static_assert(std::is_trivially_copyable_v<Header> && sizeof(Header) == kRowsHeaderBytes);

constexpr size_t kSectionAlign = 8;
constexpr size_t kHashAtOnce = size_t{16} << 20;

uint64_t Aligned(uint64_t size) {
  return (size + kSectionAlign - 1) / kSectionAlign * kSectionAlign;
}

absl::Status Damaged(std::string_view what) {
  return absl::DataLossError(StrCat("the file of rows ", what));
}

template <class T>
std::string_view BytesOf(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof(T)};
}

template <class T>
std::string_view BytesOf(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

std::string_view HashedPart(const Header& header) {
  return BytesOf(header).substr(0, sizeof(Header) - sizeof(header.hash));
}

// The next section of that many bytes, and what pads it; nothing when there are fewer.
std::optional<std::string_view> Take(uint64_t size, std::string_view* rest) {
  if (size > rest->size() || Aligned(size) > rest->size()) return std::nullopt;
  const std::string_view taken = rest->substr(0, size);
  rest->remove_prefix(Aligned(size));
  return taken;
}

bool Fits(uint64_t begin, uint64_t size, uint64_t total) {
  return begin <= total && size <= total - begin;
}

std::optional<int> Known(int32_t value) {
  return value == SavedEntry::kUnknown ? std::nullopt : std::optional<int>(value);
}

int32_t Saved(const std::optional<int>& value) { return value.value_or(SavedEntry::kUnknown); }

std::optional<absl::CivilDay> KnownDay(int32_t day) {
  if (day == SavedEntry::kUnknown) return std::nullopt;
  return absl::CivilDay() + day;
}

absl::StatusOr<int32_t> SavedDay(const std::optional<absl::CivilDay>& day) {
  if (!day) return SavedEntry::kUnknown;
  const int64_t number = *day - absl::CivilDay();
  using Limits = std::numeric_limits<int32_t>;
  if (number > Limits::min() && number <= Limits::max()) return static_cast<int32_t>(number);
  return absl::OutOfRangeError("a day is millions of years away");
}

std::optional<OccupationId> KnownOccupation(int32_t occupation) {
  if (occupation == SavedEntry::kUnknown) return std::nullopt;
  return OccupationId(static_cast<uint32_t>(occupation));
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

std::string TextOf(const char (&from)[RowVersions::kMaxBytes + 1]) {
  return {from, ::strnlen(from, RowVersions::kMaxBytes)};
}

void Save(const MigrationCount& migration, SavedEntry* entry) {
  const int64_t counts[] = {migration.records, migration.replaced, migration.split,
                            migration.crosswalked, migration.unknown};
  for (size_t i = 0; i < std::size(counts); ++i) {
    entry->migration[i] = static_cast<uint32_t>(counts[i]);
  }
}

absl::StatusOr<Header> ReadHeader(std::string_view bytes) {
  Header header;
  if (bytes.size() < sizeof(Header)) return Damaged("is cut off");
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (header.magic != kMagic || header.format != kFormat) return Damaged("is of another format");
  if (header.hash != FastHash(HashedPart(header))) return Damaged("is damaged");
  return header;
}

absl::Status CheckBody(const Header& header, std::string_view body,
                       absl::FunctionRef<void()> forget) {
  FastHasher hasher;
  while (!body.empty()) {
    const std::string_view piece = body.substr(0, kHashAtOnce);
    hasher.Add(piece);
    body.remove_prefix(piece.size());
    forget();
  }
  return header.body_hash == hasher.Digest() ? absl::OkStatus() : Damaged("is damaged");
}

}  // namespace

std::string_view FileNameOf(RowKind kind) {
  return kind == RowKind::kVacancies ? "vacancies.rows" : "profiles.rows";
}

absl::StatusOr<SavedRows> SavedRows::Read(std::shared_ptr<const void> owner, std::string_view bytes,
                                          RowKind kind, TermCounts counts,
                                          absl::FunctionRef<void()> forget) {
  OVERSTAP_ASSIGN_OR_RETURN(const Header header, ReadHeader(bytes));
  if (header.kind != kind) return Damaged("is of another kind");
  OVERSTAP_RETURN_IF_ERROR(CheckBody(header, bytes.substr(sizeof(Header)), forget));
  std::string_view rest = bytes.substr(sizeof(Header));
  // No product of these with the size of one can overflow then.
  if (header.rows > rest.size() || header.requirements > rest.size()) return Damaged("is cut off");
  const auto whole = Take(header.whole_size, &rest);
  const auto names = whole ? Take(header.names_size, &rest) : std::nullopt;
  const auto requirements =
      names ? Take(header.requirements * sizeof(SavedRequirement), &rest) : std::nullopt;
  const auto entries = requirements ? Take(header.rows * sizeof(SavedEntry), &rest) : std::nullopt;
  if (!entries || !rest.empty()) return Damaged("does not have the size that it says");
  SavedRows rows;
  rows.owner_ = std::move(owner);
  rows.versions_ = {TextOf(header.terms), TextOf(header.data)};
  rows.size_ = header.rows;
  rows.whole_ = *whole;
  rows.names_ = *names;
  rows.requirement_count_ = header.requirements;
  // A mapped file begins at a page, and every section at a multiple of eight bytes.
  rows.requirements_ = reinterpret_cast<const SavedRequirement*>(requirements->data());
  rows.entries_ = reinterpret_cast<const SavedEntry*>(entries->data());
  OVERSTAP_RETURN_IF_ERROR(rows.CheckEntries(kind, counts));
  return rows;
}

absl::Status SavedRows::CheckEntries(RowKind kind, TermCounts counts) const {
  const bool has_requirements = kind == RowKind::kVacancies;
  for (size_t i = 0; i < size_; ++i) {
    const SavedEntry& entry = entries_[i];
    const uint64_t names_size =
        uint64_t{entry.name_sizes[0]} + entry.name_sizes[1] + entry.name_sizes[2];
    const bool fits = Fits(entry.whole_begin, entry.whole_size, whole_.size()) &&
                      Fits(entry.names_begin, names_size, names_.size()) &&
                      Fits(entry.requirements_begin, entry.requirements, requirement_count_);
    if (!fits || (entry.requirements > 0 && !has_requirements)) return Damaged("points beyond it");
    if (i > 0 && id(i - 1) >= id(i)) return Damaged("is not in order");
    if (entry.occupation != SavedEntry::kUnknown &&
        static_cast<uint32_t>(entry.occupation) >= counts.occupations) {
      return Damaged("names an occupation that there is not");
    }
  }
  for (size_t i = 0; i < requirement_count_; ++i) {
    const SavedRequirement& requirement = requirements_[i];
    if (requirement.skill >= counts.skills || requirement.importance >= kImportanceCount ||
        !(requirement.share > 0) || requirement.share > 1) {
      return Damaged("asks what cannot be asked");
    }
  }
  return absl::OkStatus();
}

std::string_view SavedRows::id(size_t i) const {
  return names_.substr(entries_[i].names_begin, entries_[i].name_sizes[0]);
}

uint64_t SavedRows::hash(size_t i) const { return entries_[i].hash; }

MigrationCount SavedRows::migration(size_t i) const {
  const auto& counts = entries_[i].migration;
  return {counts[0], counts[1], counts[2], counts[3], counts[4]};
}

std::string_view SavedRows::Whole(const SavedEntry& entry) const {
  return whole_.substr(entry.whole_begin, entry.whole_size);
}

std::string SavedRows::Name(const SavedEntry& entry, int which) const {
  uint64_t begin = entry.names_begin;
  for (int i = 0; i < which; ++i) begin += entry.name_sizes[i];
  return std::string(names_.substr(begin, entry.name_sizes[which]));
}

VacancyRow SavedRows::Vacancy(size_t i) const {
  const SavedEntry& entry = entries_[i];
  match::RequirementSet requirements;
  requirements.unknown = entry.unknown_requirements;
  requirements.known.reserve(entry.requirements);
  for (const SavedRequirement& asked :
       std::span(requirements_ + entry.requirements_begin, entry.requirements)) {
    requirements.known.push_back(
        {SkillId(asked.skill), static_cast<Importance>(asked.importance), asked.share});
  }
  return {{Name(entry, 0), Name(entry, 1), Name(entry, 2), Known(entry.hours_min),
           Known(entry.hours_max), Known(entry.level), KnownDay(entry.first_day),
           KnownDay(entry.last_day)},
          std::move(requirements),
          KnownOccupation(entry.occupation),
          WholeRecord<model::Vacancy>(owner_, Whole(entry)),
          migration(i) != MigrationCount()};
}

ProfileRow SavedRows::Profile(size_t i) const {
  const SavedEntry& entry = entries_[i];
  return {{Name(entry, 0), Name(entry, 1), Name(entry, 2),
           entry.radius_km < 0 ? std::nullopt : std::optional(entry.radius_km),
           Known(entry.hours_min), Known(entry.hours_max), KnownDay(entry.last_day)},
          KnownOccupation(entry.occupation),
          WholeRecord<model::Profile>(owner_, Whole(entry)),
          migration(i) != MigrationCount()};
}

absl::Status Relabel(const std::string& path, const std::string& data) {
  OVERSTAP_ASSIGN_OR_RETURN(const auto file, store::MappedFile::Open(path));
  OVERSTAP_ASSIGN_OR_RETURN(Header header, ReadHeader(file->bytes()));
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
  OVERSTAP_RETURN_IF_ERROR(writer.file_->Append(std::string(sizeof(Header), '\0')));
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
  entry->whole_begin = file_->size() - sizeof(Header);
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
  Header header;
  header.kind = kind_;
  header.rows = entries_.size();
  header.requirements = requirements_.size();
  header.names_size = names_.size();
  header.whole_size = file_->size() - sizeof(Header);
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
