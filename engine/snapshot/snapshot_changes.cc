// A snapshot from the one before it.
#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/strings.h"
#include "engine/snapshot/snapshot.h"

namespace overstap::snapshot {
namespace {

// Ascending by id, of each id the last.
template <class Change>
std::vector<Change*> LastOfEach(std::vector<Change>* changes) {
  std::vector<Change*> order;
  order.reserve(changes->size());
  for (Change& change : *changes) order.push_back(&change);
  std::ranges::sort(order, [](const Change* a, const Change* b) {
    const int by_id = a->id.compare(b->id);
    return by_id != 0 ? by_id < 0 : a < b;
  });
  const auto is_same = [](const Change* a, const Change* b) { return a->id == b->id; };
  const auto kept = std::unique(order.rbegin(), order.rend(), is_same);
  order.erase(order.begin(), kept.base());
  return order;
}

// With the region of its place when it says none.
template <class Row>
std::shared_ptr<const Row> Placed(Row row, const PlaceIndex& places) {
  auto& facts = FactsOf(&row);
  facts.region = std::string(places.RegionOf(facts.place, facts.region));
  return std::make_shared<const Row>(std::move(row));
}

template <class Changes>
void MoveTo(Changes* from, Changes* to) {
  if (to->empty()) return from->swap(*to);
  to->insert(to->end(), std::make_move_iterator(from->begin()),
             std::make_move_iterator(from->end()));
}

}  // namespace

void RecordChanges::Append(RecordChanges later) {
  MoveTo(&later.vacancies, &vacancies);
  MoveTo(&later.profiles, &profiles);
}

void Snapshot::InOrder(size_t pieces, const std::function<void(size_t)>& work) {
  for (size_t piece = 0; piece < pieces; ++piece) work(piece);
}

std::shared_ptr<const Snapshot> Snapshot::After(RecordChanges changes, std::string data_version,
                                                const Share& share) const {
  const std::shared_ptr<Snapshot> next(new Snapshot(*this));
  next->TakeVacancies(std::move(changes.vacancies), share);
  next->TakeProfiles(std::move(changes.profiles), share);
  next->versions_.data = StrCat(data_version, language_->moved_name);
  return next;
}

template <class Record>
bool Snapshot::Language::MayCome(const Record& record) const {
  return std::ranges::all_of(UnknownUris(record, taxonomy),
                             [this](const std::string& uri) { return unknown_uris.contains(uri); });
}

template <class Record>
bool Snapshot::Language::MayGo(const Record& record) const {
  return std::ranges::none_of(UnknownUris(record, taxonomy),
                              [this](const std::string& uri) { return moved_uris.contains(uri); });
}

bool Snapshot::CanTake(const RecordChanges& changes) const {
  const Language& language = *language_;
  if (!language.has_older_versions) return true;
  const auto can_take = [&](const auto& list, const auto& table) {
    return std::ranges::all_of(list, [&](const auto& change) {
      if (change.record && !language.MayCome(*change.record)) return false;
      const auto before = table.Find(change.id);
      return before == table.end() || language.MayGo(*before->Record());
    });
  };
  return can_take(changes.vacancies, vacancies_) && can_take(changes.profiles, profiles_);
}

template <class Row, class Change>
std::vector<RowChange<Row>> Snapshot::ReadRows(std::vector<Change> changes, const Share& share,
                                               MigrationCount* migration) const {
  constexpr size_t kPiece = 16;
  const Terms terms = language_->terms();
  const std::vector<Change*> order = LastOfEach(&changes);
  std::vector<RowChange<Row>> rows(order.size());
  std::vector<MigrationCount> counts(order.size());
  share((order.size() + kPiece - 1) / kPiece, [&](size_t piece) {
    for (size_t i = piece * kPiece; i < std::min((piece + 1) * kPiece, order.size()); ++i) {
      rows[i].id = std::move(order[i]->id);
      if (!order[i]->record) continue;
      auto read = terms.Read(*std::move(order[i]->record));
      counts[i] = read.migration;
      rows[i].row = Placed(std::move(read.row), other_->places);
    }
  });
  for (const MigrationCount& count : counts) *migration += count;
  return rows;
}

void Snapshot::TakeVacancies(std::vector<RecordChanges::Change<model::Vacancy>> changes,
                             const Share& share) {
  const Terms terms = language_->terms();
  const auto rows = ReadRows<VacancyRow>(std::move(changes), share, &migration_.vacancies);
  std::vector<WorkRows::Change> work;
  work.reserve(rows.size() * 2);
  vacancies_ = vacancies_.After(rows, [&](const Vacancies::RowPtr& gone, const auto&) {
    migration_.vacancies -= terms.MigrationOf(*gone);
    if (gone->occupation) work.push_back({gone, false});
  });
  for (const auto& [id, row] : rows) {
    if (row != nullptr && row->occupation) work.push_back({row, true});
  }
  work_rows_ = WorkRows::After(work_rows_, std::move(work));
}

void Snapshot::TakeProfiles(std::vector<RecordChanges::Change<model::Profile>> changes,
                            const Share& share) {
  const Terms terms = language_->terms();
  const auto rows = ReadRows<ProfileRow>(std::move(changes), share, &migration_.profiles);
  profiles_ = profiles_.After(rows, [&](const Profiles::RowPtr& gone, const auto&) {
    migration_.profiles -= terms.MigrationOf(*gone);
  });
}

std::shared_ptr<const Snapshot> Snapshot::With(OtherRecords records,
                                               std::string data_version) const {
  const std::shared_ptr<Snapshot> next(new Snapshot(*this));
  const Language& language = *language_;
  next->migration_.courses =
      CountMigration({{}, {}, records.courses}, language.taxonomy, language.translator).courses;
  next->other_ = BuildOther(std::move(records), language);
  next->versions_.data = StrCat(data_version, language.moved_name);
  return next;
}

bool Snapshot::CanTake(const OtherRecords& records) const {
  const Language& language = *language_;
  if (records.places != other_->places.records()) return false;
  if (!language.has_older_versions) return true;
  for (const model::Course& course : records.courses) {
    if (!language.MayCome(course)) return false;
  }
  for (size_t i = 0; i < catalogue().size(); ++i) {
    if (!language.MayGo(catalogue()[i].course)) return false;
  }
  return true;
}

std::shared_ptr<const Snapshot> Snapshot::With(
    std::shared_ptr<const text::Suggester> suggester) const {
  const std::shared_ptr<Snapshot> next(new Snapshot(*this));
  next->suggester_ = std::move(suggester);
  return next;
}

bool Snapshot::SharesTermsWith(const Snapshot& other) const {
  if (language_ != other.language_) return false;
  return other_ == other.other_ || (other_->regions == other.other_->regions &&
                                    other_->places.records() == other.other_->places.records());
}

std::shared_ptr<const Snapshot> Snapshot::WithoutSaved() const {
  const std::shared_ptr<Snapshot> next(new Snapshot(*this));
  next->saved_vacancies_ = {};
  next->saved_profiles_ = {};
  return next;
}

std::shared_ptr<const Snapshot> Snapshot::WithOnly(Vacancies vacancies) const {
  const std::shared_ptr<Snapshot> part(new Snapshot(*this));
  if (!vacancies.IsCopyOf(saved_vacancies_.rows)) part->saved_vacancies_ = {};
  part->saved_profiles_ = {};
  part->vacancies_ = std::move(vacancies);
  part->work_rows_ = WorkRows::None(taxonomy().occupation_count());
  part->profiles_ = Profiles();
  return part;
}

std::shared_ptr<const Snapshot> Snapshot::WithOnly(Profiles profiles) const {
  const std::shared_ptr<Snapshot> part(new Snapshot(*this));
  part->saved_vacancies_ = {};
  if (!profiles.IsCopyOf(saved_profiles_.rows)) part->saved_profiles_ = {};
  part->vacancies_ = Vacancies();
  part->work_rows_ = WorkRows::None(taxonomy().occupation_count());
  part->profiles_ = std::move(profiles);
  return part;
}

}  // namespace overstap::snapshot
