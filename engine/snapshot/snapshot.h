// Everything a query sees, from its start to its end.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "base/lazy.h"
#include "engine/match/asked_skills.h"
#include "engine/match/coverage.h"
#include "engine/match/params.h"
#include "engine/match/transfer.h"
#include "engine/match/uri_translator.h"
#include "engine/match/work_order.h"
#include "engine/match/work_weights.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/scheme_conditions.h"
#include "engine/model/vacancy.h"
#include "engine/model/versions.h"
#include "engine/plan/catalogue.h"
#include "engine/snapshot/demand_index.h"
#include "engine/snapshot/migration.h"
#include "engine/snapshot/place_index.h"
#include "engine/snapshot/record_table.h"
#include "engine/snapshot/rows.h"
#include "engine/snapshot/terms.h"
#include "engine/snapshot/work_rows.h"
#include "engine/transition/closeness.h"
#include "engine/transition/gates.h"
#include "engine/transition/step_closeness.h"
#include "engine/transition/techniek.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/extract/extractor.h"
#include "taxonomy/taxonomy.h"
#include "taxonomy/text/lookup.h"
#include "taxonomy/text/suggest.h"

namespace overstap::snapshot {

struct Parameters {
  match::ScoringParams scoring;
  transition::ClosenessParams closeness;
  transition::StepClosenessParams step_closeness;
  std::vector<model::GateRule> gates;
  // The first is the default. May be empty: then nothing is known to be technical.
  std::vector<model::TechniekDefinition> techniek;
  // What is known of Dutch besides the taxonomy; null: nothing.
  std::shared_ptr<const text::Knowledge> knowledge;

  absl::Status Validate() const;
  std::string Version() const;  // "params-" and a hash
};

// A skills language beside the primary one.
struct OtherSource {
  TaxonomySource taxonomy;
  std::string version;
};

// What a snapshot is made of; records ascending by id.
struct Source {
  TaxonomySource taxonomy;  // the primary one: answers are in its terms
  std::string taxonomy_version;
  std::vector<model::Vacancy> vacancies;
  std::vector<model::Profile> profiles;
  std::vector<model::Course> courses;
  std::vector<model::Scheme> schemes;
  std::vector<model::Region> regions;
  std::string data_version;
  std::vector<OtherSource> others = {};
  std::vector<Crosswalk> crosswalks = {};
  // By URI of an older version of the primary taxonomy: what took its place.
  StringMap<std::vector<Successor>> successors = {};
  // Whether there is another version of the primary taxonomy that records may be of.
  bool has_older_versions = false;
  // URIs that the primary taxonomy has not, of records and crosswalks, whose successors were looked
  // for.
  std::set<std::string> unknown_uris = {};
  // Whether any of them is of a record; else there is nothing to report.
  bool has_unknown_uris = false;
  std::vector<model::Demand> demand = {};
  // Names what else than records rows depend on, when they can be kept in files.
  std::string terms_name = {};
  std::vector<model::Place> places = {};
};

// Vacancies and profiles that come in, change and go; of several with one id the last counts.
struct RecordChanges {
  template <class Record>
  struct Change {
    std::string id;
    std::optional<Record> record;  // nothing: the record goes
  };
  std::vector<Change<model::Vacancy>> vacancies;
  std::vector<Change<model::Profile>> profiles;

  bool empty() const { return vacancies.empty() && profiles.empty(); }
  void Append(RecordChanges later);
};

// Rows of one kind, for who makes a snapshot of them. Both lists ascend by id.
template <class Row>
struct LoadedKind {
  std::vector<std::shared_ptr<Row>> rows;  // of nobody else yet
  std::vector<RowChange<Row>> changes;     // that make of `rows` those of now
  std::string file;                        // as in SavedTable
  MigrationCount migration;                // what was translated in the rows of now
};

struct LoadedRows {
  LoadedKind<VacancyRow> vacancies;
  LoadedKind<ProfileRow> profiles;
  // Gives back the memory of whole records that lie in files, which are read again when they are
  // asked for. Thread-safe; empty: there are none.
  std::function<void()> forget_whole = {};
};

// Rows as a file has them, which of a store that changes are those of some moment before.
template <class Row>
struct SavedTable {
  RecordTable<Row> rows;
  std::string file;  // tells what is in the file from what is in others; empty: there is none
};

// The kinds of records of which there are few; each ascending by id.
struct OtherRecords {
  std::vector<model::Course> courses;
  std::vector<model::Scheme> schemes;
  std::vector<model::Region> regions;
  std::vector<model::Demand> demand;
  std::vector<model::Place> places;
};

// Immutable after Build; thread-safe; held by shared_ptr, so a query keeps the one it began with.
// One that is made of another shares with it what did not change.
class Snapshot {
 public:
  using Vacancies = RecordTable<VacancyRow>;
  using Profiles = RecordTable<ProfileRow>;

  static absl::StatusOr<std::shared_ptr<const Snapshot>> Build(Source source,
                                                               Parameters parameters);
  // The same when `load` gives the rows, as soon as it is known in which terms; the source has no
  // vacancies and profiles then.
  using RowLoad = std::function<absl::StatusOr<LoadedRows>(const Terms& terms)>;
  static absl::StatusOr<std::shared_ptr<const Snapshot>> Build(Source source, Parameters parameters,
                                                               const RowLoad& load);

  // This one after the changes, which is what Build gives for the records of then, as long as
  // CanTake says so. Only the suggester is the one of before, which knows other numbers of
  // vacancies. To read the records may be shared by threads: share(pieces, work) calls work(0) to
  // work(pieces - 1), each once, on any threads, and then ends.
  using Share = std::function<void(size_t pieces, const std::function<void(size_t)>& work)>;
  static void InOrder(size_t pieces, const std::function<void(size_t)>& work);
  std::shared_ptr<const Snapshot> After(RecordChanges changes, std::string data_version,
                                        const Share& share = InOrder) const;
  // Whether the successors of all URIs in question are known: a record that comes with a URI of
  // which nobody asked whether an older version has it, or goes with one that an older version had,
  // changes more than itself.
  bool CanTake(const RecordChanges& changes) const;

  // This one with other courses, schemes, regions and figures of demand. As above, but
  // that places must be the same ones, since rows depend on them.
  std::shared_ptr<const Snapshot> With(OtherRecords records, std::string data_version) const;
  bool CanTake(const OtherRecords& records) const;

  // A suggester that knows how many vacancies there are in this one, ready to be asked, and this
  // one with the suggester of one that shares terms with it.
  std::shared_ptr<const text::Suggester> MakeSuggester() const;
  std::shared_ptr<const Snapshot> With(std::shared_ptr<const text::Suggester> suggester) const;

  // Whether equal vacancies have equal scores and places in both, because one was made of the
  // other.
  bool SharesTermsWith(const Snapshot& other) const;

  // This one without the rows of files, which keep in memory what has changed since.
  std::shared_ptr<const Snapshot> WithoutSaved() const;

  // Only these of its vacancies and no profiles, or the other way round, and all that a score
  // needs.
  std::shared_ptr<const Snapshot> WithOnly(Vacancies vacancies) const;
  std::shared_ptr<const Snapshot> WithOnly(Profiles profiles) const;

  const Taxonomy& taxonomy() const { return language_->taxonomy; }
  const Parameters& parameters() const { return language_->parameters; }
  const match::ScoringParams& scoring() const { return language_->parameters.scoring; }
  const match::TransferTable& transfer() const { return language_->transfer; }
  // These two are made at the first call, of ESCO in some milliseconds.
  const match::TransferSources& transfer_sources() const;
  const match::WorkOrder& work_order() const;
  const match::WorkWeights& work_weights() const { return language_->work_weights; }
  // Of two occupations, when no person asks.
  const transition::ClosenessModel& closeness() const { return language_->closeness; }
  // Of the step from work that a person does or did; what scores and classes of step stand on.
  const transition::StepCloseness& step_closeness() const { return language_->step_closeness; }
  const text::Lookup& lookup() const { return *language_->lookup; }
  const text::Suggester& suggester() const { return *suggester_; }
  // Made at the first call, which takes as long as the first look-up.
  const extract::Extractor& extractor() const;
  const plan::Catalogue& catalogue() const { return other_->catalogue; }
  // The current taxonomies of the other schemes, in order of scheme.
  std::span<const Taxonomy> others() const { return language_->others; }
  const CrosswalkIndex& crosswalks() const { return language_->crosswalks; }
  // What URIs of other schemes and of older versions mean in `taxonomy()`.
  const match::UriTranslator& translator() const { return language_->translator; }
  // What became of the stored records that have such URIs.
  const MigrationReport& migration() const { return migration_; }
  const transition::Gates& gates() const { return language_->gates; }
  // Indices of the courses that open the gate of a rule, ascending.
  std::span<const uint32_t> CoursesOpening(uint32_t rule) const {
    return other_->gate_courses[rule];
  }
  const model::Versions& versions() const { return versions_; }
  Terms terms() const { return language_->terms(); }
  // As in Source.
  const std::string& terms_name() const { return language_->terms_name; }

  // Ascending by id.
  const Vacancies& vacancies() const { return vacancies_; }
  const Profiles& profiles() const { return profiles_; }
  // From which the rows of now come; an index that lies in a file is of these.
  const SavedTable<VacancyRow>& saved_vacancies() const { return saved_vacancies_; }
  const SavedTable<ProfileRow>& saved_profiles() const { return saved_profiles_; }
  // For who read the whole records of many rows, which stay in memory for a next time.
  void ForgetWholeRecords() const {
    if (forget_whole_) forget_whole_();
  }
  std::span<const model::Scheme> schemes() const { return other_->schemes; }
  // Of a scheme of this snapshot.
  const model::SchemeConditions& ConditionsOf(const model::Scheme& scheme) const {
    return other_->conditions[static_cast<size_t>(&scheme - other_->schemes.data())];
  }
  std::span<const model::Region> regions() const { return other_->regions; }
  const DemandIndex& demand() const { return other_->demand; }
  const PlaceIndex& places() const { return other_->places; }
  std::span<const transition::Techniek> techniek() const { return language_->techniek; }

  // The vacancies for an occupation, ascending by id. Of a snapshot that was made of another one
  // the first call makes them (WorkRows), which the other function does when that is much.
  const WorkRows::Rows& VacanciesFor(OccupationId occupation) const {
    return work_rows_->For(occupation);
  }
  void PrepareVacanciesFor() const {
    if (work_rows_->IsMuchToMake()) work_rows_->Prepare();
  }

  // Null when there is none with that code, id or name.
  const model::Region* FindRegion(std::string_view code) const;
  const model::Scheme* FindScheme(std::string_view id) const;
  const transition::Techniek* FindTechniek(std::string_view name) const;

 private:
  // What depends on skills languages and parameters only. It points into itself.
  struct Language {
    Taxonomy taxonomy;
    std::string scheme;
    Parameters parameters;
    match::TransferTable transfer;
    match::WorkWeights work_weights;
    transition::ClosenessModel closeness;
    transition::StepCloseness step_closeness;
    std::unique_ptr<text::Lookup> lookup;
    Lazy<extract::Extractor> extractor;
    Lazy<match::TransferSources> transfer_sources;
    Lazy<match::WorkOrder> work_order;
    transition::Gates gates;
    std::vector<Taxonomy> others;
    CrosswalkIndex crosswalks;
    match::UriTranslator translator;
    std::vector<transition::Techniek> techniek;
    bool has_older_versions = false;     // as in Source
    std::set<std::string> unknown_uris;  // as in Source
    std::set<std::string> moved_uris;    // those of them that have successors
    std::string terms_name;              // as in Source
    std::string moved_name;              // of the successors, at the end of data versions

    absl::Status AddOthers(Source* source);
    // Whether a record that comes has no URI of which nobody asked whether an older version has it,
    // and one that goes none that an older version had (CanTake).
    template <class Record>
    bool MayCome(const Record& record) const;
    template <class Record>
    bool MayGo(const Record& record) const;
    Terms terms() const { return {&taxonomy, &translator, parameters.scoring.inferred_share}; }
  };

  struct Other {
    plan::Catalogue catalogue;
    std::vector<std::vector<uint32_t>> gate_courses;  // by rule
    std::vector<model::Scheme> schemes;
    std::vector<model::SchemeConditions> conditions;  // parallel to schemes
    std::vector<model::Region> regions;
    DemandIndex demand;
    PlaceIndex places;
  };

  Snapshot() = default;
  Snapshot(const Snapshot&) = default;
  static absl::StatusOr<std::shared_ptr<const Language>> BuildLanguage(Source* source,
                                                                       Parameters parameters);
  static std::shared_ptr<const Other> BuildOther(OtherRecords records, const Language& language);
  void AddRows(LoadedRows rows);
  std::shared_ptr<text::Suggester> NewSuggester() const;
  // In order of id; adds up what of them was translated.
  template <class Row, class Change>
  std::vector<RowChange<Row>> ReadRows(std::vector<Change> changes, const Share& share,
                                       MigrationCount* migration) const;
  void TakeVacancies(std::vector<RecordChanges::Change<model::Vacancy>> changes,
                     const Share& share);
  void TakeProfiles(std::vector<RecordChanges::Change<model::Profile>> changes, const Share& share);

  std::shared_ptr<const Language> language_;
  std::shared_ptr<const Other> other_;
  std::shared_ptr<const text::Suggester> suggester_;
  Vacancies vacancies_;
  std::shared_ptr<const WorkRows> work_rows_;  // of the vacancies
  Profiles profiles_;
  SavedTable<VacancyRow> saved_vacancies_;
  SavedTable<ProfileRow> saved_profiles_;
  std::function<void()> forget_whole_;
  MigrationReport migration_;
  model::Versions versions_;
};

}  // namespace overstap::snapshot
