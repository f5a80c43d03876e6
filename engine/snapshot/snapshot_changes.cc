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

std::shared_ptr<const Snapshot> Snapshot::After(RecordChanges changes,
                                                std::string data_version) const {
  const std::shared_ptr<Snapshot> next(new Snapshot(*this));
  next->TakeVacancies(std::move(changes.vacancies));
  next->TakeProfiles(std::move(changes.profiles));
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

void Snapshot::TakeVacancies(std::vector<RecordChanges::Change<model::Vacancy>> changes) {
  std::vector<RowChange<VacancyRow>> rows;
  std::vector<RowEdit> edits;
  const Terms terms = language_->terms();
  for (auto* const next : LastOfEach(&changes)) {
    auto& change = *next;
    const auto gone = vacancies_.Find(change.id);
    if (gone != vacancies_.end()) {
      migration_.vacancies -= terms.MigrationOf(*gone);
      if (gone->occupation) edits.push_back({*gone->occupation, &*gone, nullptr});
    }
    Vacancies::RowPtr come;
    if (change.record) {
      auto read = terms.Read(*std::move(change.record));
      migration_.vacancies += read.migration;
      come = Placed(std::move(read.row), other_->places);
      if (come->occupation) edits.push_back({*come->occupation, nullptr, come.get()});
    }
    rows.push_back({std::move(change.id), std::move(come)});
  }
  // The rows that go are still in the table that this one was made of.
  EditRows(std::move(edits));
  vacancies_ = vacancies_.After(rows);
}

void Snapshot::TakeProfiles(std::vector<RecordChanges::Change<model::Profile>> changes) {
  std::vector<RowChange<ProfileRow>> rows;
  const Terms terms = language_->terms();
  for (auto* const next : LastOfEach(&changes)) {
    auto& change = *next;
    const auto gone = profiles_.Find(change.id);
    if (gone != profiles_.end()) migration_.profiles -= terms.MigrationOf(*gone);
    Profiles::RowPtr come;
    if (change.record) {
      auto read = terms.Read(*std::move(change.record));
      migration_.profiles += read.migration;
      come = Placed(std::move(read.row), other_->places);
    }
    rows.push_back({std::move(change.id), std::move(come)});
  }
  profiles_ = profiles_.After(rows);
}

void Snapshot::EditRows(std::vector<RowEdit> edits) {
  if (edits.empty()) return;
  const auto id_of = [](const RowEdit& edit) -> const std::string& {
    return IdOf(edit.gone != nullptr ? *edit.gone : *edit.come);
  };
  // What goes is before what comes in its place.
  std::stable_sort(edits.begin(), edits.end(), [&](const RowEdit& a, const RowEdit& b) {
    return a.occupation != b.occupation ? a.occupation < b.occupation : id_of(a) < id_of(b);
  });
  auto by_occupation = std::make_shared<RowsByOccupation>(*vacancies_for_);
  for (auto edit = edits.begin(); edit != edits.end();) {
    const OccupationId occupation = edit->occupation;
    auto& rows = (*by_occupation)[occupation.index()];
    const auto shared = rows;
    const std::span<const VacancyRow* const> before =
        shared == nullptr ? std::span<const VacancyRow* const>() : *shared;
    auto next = std::make_shared<Rows>();
    next->reserve(before.size() + 1);
    auto from = before.begin();
    for (; edit != edits.end() && edit->occupation == occupation; ++edit) {
      const auto place = std::lower_bound(
          from, before.end(), id_of(*edit),
          [](const VacancyRow* row, const std::string& id) { return IdOf(*row) < id; });
      next->insert(next->end(), from, place);
      from = place;
      if (edit->gone != nullptr) ++from;
      if (edit->come != nullptr) next->push_back(edit->come);
    }
    next->insert(next->end(), from, before.end());
    rows = next->empty() ? nullptr : std::shared_ptr<const Rows>(std::move(next));
  }
  vacancies_for_ = std::move(by_occupation);
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
  part->vacancies_for_ = std::make_shared<const RowsByOccupation>(vacancies_for_->size());
  part->profiles_ = Profiles();
  return part;
}

std::shared_ptr<const Snapshot> Snapshot::WithOnly(Profiles profiles) const {
  const std::shared_ptr<Snapshot> part(new Snapshot(*this));
  part->saved_vacancies_ = {};
  if (!profiles.IsCopyOf(saved_profiles_.rows)) part->saved_profiles_ = {};
  part->vacancies_ = Vacancies();
  part->vacancies_for_ = std::make_shared<const RowsByOccupation>(vacancies_for_->size());
  part->profiles_ = std::move(profiles);
  return part;
}

}  // namespace overstap::snapshot
