#include "engine/snapshot/saved_rows.h"

#include <cstring>
#include <optional>
#include <span>
#include <utility>

#include "absl/time/civil_time.h"
#include "base/fast_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/snapshot/saved_row_format.h"

namespace overstap::snapshot {
namespace {

constexpr size_t kHashAtOnce = size_t{16} << 20;

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

std::optional<absl::CivilDay> KnownDay(int32_t day) {
  if (day == SavedEntry::kUnknown) return std::nullopt;
  return absl::CivilDay() + day;
}

std::optional<OccupationId> KnownOccupation(int32_t occupation) {
  if (occupation == SavedEntry::kUnknown) return std::nullopt;
  return OccupationId(static_cast<uint32_t>(occupation));
}

std::string TextOf(const char (&from)[RowVersions::kMaxBytes + 1]) {
  return {from, ::strnlen(from, RowVersions::kMaxBytes)};
}

absl::Status CheckBody(const RowsHeader& header, std::string_view body,
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

absl::Status Damaged(std::string_view what) {
  return absl::DataLossError(StrCat("the file of rows ", what));
}

absl::StatusOr<RowsHeader> ReadHeader(std::string_view bytes) {
  RowsHeader header;
  if (bytes.size() < sizeof(RowsHeader)) return Damaged("is cut off");
  std::memcpy(&header, bytes.data(), sizeof(RowsHeader));
  if (header.magic != kRowsMagic || header.format != kRowsFormat)
    return Damaged("is of another format");
  if (header.hash != FastHash(HashedPart(header))) return Damaged("is damaged");
  return header;
}

std::string_view FileNameOf(RowKind kind) {
  return kind == RowKind::kVacancies ? "vacancies.rows" : "profiles.rows";
}

absl::StatusOr<SavedRows> SavedRows::Read(std::shared_ptr<const void> owner, std::string_view bytes,
                                          RowKind kind, TermCounts counts,
                                          absl::FunctionRef<void()> forget) {
  OVERSTAP_ASSIGN_OR_RETURN(const RowsHeader header, ReadHeader(bytes));
  if (header.kind != kind) return Damaged("is of another kind");
  OVERSTAP_RETURN_IF_ERROR(CheckBody(header, bytes.substr(sizeof(RowsHeader)), forget));
  std::string_view rest = bytes.substr(sizeof(RowsHeader));
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
  rows.name_ = StrCat(rows.versions_.terms, " ", header.body_hash);
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
           KnownDay(entry.last_day), Known(entry.pay)},
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

}  // namespace overstap::snapshot
