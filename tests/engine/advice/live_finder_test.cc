#include "engine/advice/live_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "base/patience.h"
#include "base/strings.h"
#include "engine/advice/match.h"
#include "engine/advice/profile_finder.h"
#include "engine/advice/route.h"
#include "engine/snapshot/loader.h"
#include "service/json/answers.h"
#include "tests/support/each_row_once.h"
#include "tests/support/fake_store.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using snapshot::RecordChanges;
using snapshot::Snapshot;

// A store and a snapshot that follows it change by change, with records of which some are of an
// older version of the taxonomy.
class FollowedStore {
 public:
  explicit FollowedStore(uint32_t seed) : random_(seed) {
    std::string text = random_.Text(12, 6, 2);
    StrAppend(&text, "region AM06 52.5 6.1\nregion AM07 52.4 6.7\nregion AM18 52.4 4.9\n");
    snapshot::Source older = ParseTinyWorld(StrCat(text, "skill oud < g0\n")).value();
    snapshot::Source newer = ParseTinyWorld(StrCat(text, "skill nieuw < g0\n")).value();
    for (ConceptSource& entry : newer.taxonomy.concepts) {
      if (entry.uri != "t:nieuw") continue;
      entry.labels.push_back({kDutch, LabelKind::kAlternative, "oud"});
    }
    Canonicalise(&newer.taxonomy);
    if (seed % 2 == 0) {
      EXPECT_TRUE(store_.PutTaxonomy(older.taxonomy, "tiny-1").ok());
    }
    EXPECT_TRUE(store_.PutTaxonomy(newer.taxonomy, "tiny-2").ok());
    for (const model::Region& region : newer.regions) store_.contents.regions[region.code] = region;
    for (int i = 0; i < 9; ++i) {
      const std::string postcode = StrCat(8000 + i);
      store_.contents.places[postcode] = {
          postcode, "", i % 3 == 0 ? "AM06" : "", {52.3 + i / 20.0, 5.0 + i / 5.0}};
    }
    now_ = Loaded();
  }

  // Some vacancies and profiles come, change or go.
  void Change(int most) {
    RecordChanges changes;
    const auto batch = store_.NewBatch();
    std::set<std::string> seen;
    for (int i = random_.Number(1, most); i > 0; --i) {
      const std::string id = StrCat("v", random_.Number(100, 190));
      if (!seen.insert(id).second) continue;
      if (random_.Chance(25)) {
        batch->DeleteVacancy(id);
        changes.vacancies.push_back({id, std::nullopt});
      } else {
        changes.vacancies.push_back({id, Vacancy(id)});
        batch->Put(*changes.vacancies.back().record);
      }
    }
    for (int i = random_.Number(1, most); i > 0; --i) {
      const std::string id = StrCat("p", random_.Number(100, 160));
      if (!seen.insert(id).second) continue;
      if (random_.Chance(25)) {
        batch->DeleteProfile(id);
        changes.profiles.push_back({id, std::nullopt});
      } else {
        changes.profiles.push_back({id, Profile(id)});
        batch->Put(*changes.profiles.back().record);
      }
    }
    ASSERT_TRUE(store_.Write(*batch).ok());
    now_ = snapshot::LoadChanges(store_, *now_, std::move(changes)).value();
  }

  model::Profile Profile(const std::string& id) {
    model::Profile profile;
    profile.id = id;
    for (int i = random_.Number(1, 4); i > 0; --i) {
      profile.skills.push_back({Skill(), model::EvidenceKind::kDiploma, std::nullopt});
    }
    profile.region = Region();
    profile.postcode = Postcode();
    if (random_.Chance(50)) profile.hours_max = random_.Number(1, 5) * 8;
    if (random_.Chance(30)) profile.radius_km = random_.Number(0, 60);
    if (random_.Chance(20)) profile.keep_until = absl::CivilDay(2026, 11, random_.Number(10, 29));
    return profile;
  }

  model::Vacancy Vacancy(const std::string& id) {
    model::Vacancy vacancy;
    vacancy.id = id;
    if (random_.Chance(60)) {
      vacancy.occupation_uri = StrCat("t:", RandomWorld::Job(random_.Number(0, 5)));
    }
    for (int i = random_.Number(0, 3); i > 0; --i) {
      vacancy.skills.push_back({Skill(), Importance::kEssential});
    }
    vacancy.region = Region();
    vacancy.postcode = Postcode();
    if (random_.Chance(50)) vacancy.hours_min = random_.Number(1, 5) * 8;
    if (random_.Chance(50)) vacancy.closes = absl::CivilDay(2026, 11, random_.Number(10, 29));
    return vacancy;
  }

  std::shared_ptr<const Snapshot> Loaded() const {
    return snapshot::Load(store_, TinyParameters()).value();
  }
  const std::shared_ptr<const Snapshot>& now() const { return now_; }
  RandomWorld& random() { return random_; }

 private:
  std::string Region() {
    static const std::vector<std::string> kRegions = {"AM06", "AM07", "AM18", "AM30", ""};
    return kRegions[static_cast<size_t>(random_.Number(0, 4))];
  }

  std::string Postcode() {
    return random_.Chance(50) ? StrCat(8000 + random_.Number(0, 11)) : std::string();
  }

  std::string Skill() {
    if (random_.Chance(2)) return "t:oud";
    if (random_.Chance(5)) return "x:unknown";
    return StrCat("t:", RandomWorld::Skill(random_.Number(0, 11)));
  }

  RandomWorld random_;
  store::FakeStore store_;
  std::shared_ptr<const Snapshot> now_;
};

constexpr absl::CivilDay kToday(2026, 11, 21);

Context In(const Snapshot& snapshot, const LiveFinders* finders = nullptr) {
  return {snapshot, kToday, DefaultLanguageOrder(), finders};
}

void ExpectSameRecords(const Snapshot& made, const Snapshot& loaded) {
  EXPECT_EQ(made.versions().taxonomy, loaded.versions().taxonomy);
  EXPECT_EQ(made.versions().data, loaded.versions().data);
  EXPECT_EQ(made.versions().parameters, loaded.versions().parameters);
  EXPECT_EQ(made.migration(), loaded.migration());
  ASSERT_EQ(made.vacancies().size(), loaded.vacancies().size());
  size_t position = 0;
  for (const snapshot::VacancyRow& row : made.vacancies()) {
    EXPECT_EQ(*row.Record(), *loaded.vacancies()[position].Record());
    EXPECT_EQ(made.vacancies()[position].vacancy.id, row.vacancy.id);
    EXPECT_EQ(row.requirements.known, loaded.vacancies()[position].requirements.known);
    ++position;
  }
  ASSERT_EQ(made.profiles().size(), loaded.profiles().size());
  for (size_t i = 0; i < made.profiles().size(); ++i) {
    EXPECT_EQ(*made.profiles()[i].Record(), *loaded.profiles()[i].Record());
  }
  for (uint32_t i = 0; i < made.taxonomy().occupation_count(); ++i) {
    std::vector<std::string> ids[2];
    for (const auto& row : made.VacanciesFor(OccupationId(i))) ids[0].push_back(row.vacancy.id);
    for (const auto& row : loaded.VacanciesFor(OccupationId(i))) ids[1].push_back(row.vacancy.id);
    EXPECT_EQ(ids[0], ids[1]);
  }
}

std::string Matches(const Context& context, const model::Profile& person,
                    const MatchParams& params) {
  return service::Dump(service::ToJson(MatchVacancies(context, person, params).value(), true));
}

std::string People(const Context& context, const model::Vacancy& vacancy,
                   const MatchParams& params) {
  return service::Dump(service::ToJson(MatchProfiles(context, vacancy, params).value(), true));
}

std::string Routes(const Context& context, const model::Profile& person) {
  RouteParams params;
  params.person.profile = person;
  params.techniek = kEveryOccupation;
  const auto routes = FindRoutes(context, params);
  return routes.ok() ? service::Dump(service::ToJson(*routes)) : routes.status().ToString();
}

// What is made change by change is what is loaded from the store.
TEST(SnapshotChangesTest, ASnapshotFollowsTheStore) {
  for (uint32_t seed = 0; seed < 6; ++seed) {
    FollowedStore store(seed);
    for (int step = 0; step < 40; ++step) {
      ASSERT_NO_FATAL_FAILURE(store.Change(step == 20 ? 200 : 5));
      const auto loaded = store.Loaded();
      SCOPED_TRACE(StrCat("seed ", seed, " step ", step));
      ASSERT_NO_FATAL_FAILURE(ExpectSameRecords(*store.now(), *loaded));
      const model::Profile person = store.Profile("asks");
      EXPECT_EQ(Routes(In(*store.now()), person), Routes(In(*loaded), person));
      EXPECT_EQ(Matches(In(*store.now()), person, {}), Matches(In(*loaded), person, {}));
    }
  }
}

absl::StatusOr<VacancyFinder> Make(VacancyKind, const Snapshot& rows) {
  return VacancyFinder::Build(rows);
}
absl::StatusOr<ProfileFinder> Make(ProfileKind, const Snapshot& rows) {
  return ProfileFinder::Build(rows, static_cast<int>(kToday.year()));
}

// A base and parts that are made of what is there at one moment, and come in at later ones, in any
// order.
template <class Kind>
class Maintenance {
 public:
  using Live = LiveRows<Kind>;
  using PartPtr = typename Live::PartPtr;

  // The rows of the store after a change; null: there are no indexes.
  std::shared_ptr<const Live> Follow(const std::shared_ptr<const Snapshot>& now,
                                     RandomWorld* random) {
    if (before_ != nullptr && !now->SharesTermsWith(*before_)) {
      live_.reset();
      base_.reset();
      part_.reset();
    }
    if (live_) live_ = live_->After(*before_, *now);
    before_ = now;
    if (part_ && random->Chance(50)) TakePart();
    if (base_ && random->Chance(live_ ? 15 : 60)) TakeBase();
    if (live_ && !part_ && random->Chance(50)) BeginPart(random);
    if (!base_ && random->Chance(20)) base_ = Build(Kind::Of(*before_));
    if (live_) ExpectEachRowOnce(*live_, *before_);
    return live_ ? std::make_shared<const Live>(*live_) : nullptr;
  }

  // Bases that came in beside parts that stayed.
  int both() const { return both_; }

 private:
  PartPtr Build(const typename Kind::Table& rows) {
    const auto make = [](const Snapshot& of) { return Make(Kind(), of); };
    return Live::BuildPart(before_->WithOnly(rows), make).value();
  }

  void BeginPart(RandomWorld* random) {
    const auto most = static_cast<int>(live_->parts().size()) - 1;
    const auto joined = static_cast<size_t>(random->Number(0, most));
    part_ = Build(live_->Unindexed(joined));
    joined_.clear();
    for (const auto& one : live_->parts().last(joined)) joined_.push_back(one.part);
  }

  void TakePart() {
    live_ = live_->WithPart(*part_, joined_);
    part_.reset();
  }

  void TakeBase() {
    live_ = live_ ? live_->WithBase(*base_, *before_) : Live(*base_, *before_);
    base_.reset();
    both_ += live_->parts().size() > 1;
  }

  std::shared_ptr<const Snapshot> before_;
  std::optional<Live> live_;
  std::optional<PartPtr> base_;
  std::optional<PartPtr> part_;
  std::vector<PartPtr> joined_;
  int both_ = 0;
};

template <class Record>
MatchParams SomeParams(const FollowedStore& store, const Record& asks, RandomWorld* random) {
  MatchParams params;
  params.explain = true;
  params.limit = static_cast<size_t>(random->Number(1, 30));
  if (random->Chance(30)) params.region = "AM07";
  if (random->Chance(30) && SpotOf(In(*store.now()), model::FactsOf(asks))) {
    params.radius_km = random->Number(0, 200);
  }
  return params;
}

// Filters included; equal to the byte.
TEST(LiveFinderTest, AnswersAsScoringEverything) {
  int asked = 0;
  int both = 0;
  for (uint32_t seed = 100; seed < 110; ++seed) {
    FollowedStore store(seed);
    RandomWorld& random = store.random();
    Maintenance<VacancyKind> vacancies;
    Maintenance<ProfileKind> people;
    for (int step = 0; step < 60; ++step) {
      ASSERT_NO_FATAL_FAILURE(store.Change(step == 30 ? 150 : 6));
      const LiveFinders finders = {vacancies.Follow(store.now(), &random),
                                   people.Follow(store.now(), &random)};
      const Context indexed = In(*store.now(), &finders);
      const Context all = In(*store.now());
      for (int i = 0; i < 4; ++i) {
        SCOPED_TRACE(StrCat("seed ", seed, " step ", step));
        const model::Profile person = store.Profile("asks");
        MatchParams params = SomeParams(store, person, &random);
        if (random.Chance(20)) params.vacancies.isco = "7";
        ASSERT_EQ(Matches(indexed, person, params), Matches(all, person, params));
        const model::Vacancy vacancy = store.Vacancy("asks");
        params = SomeParams(store, vacancy, &random);
        ASSERT_EQ(People(indexed, vacancy, params), People(all, vacancy, params));
        asked += finders.vacancies != nullptr && finders.people != nullptr;
      }
    }
    both += std::min(vacancies.both(), people.both());
  }
  EXPECT_GT(asked, 1000);
  EXPECT_GT(both, 5);
}

TEST(RowPositionsTest, FindsThatVeryRowAndNoOther) {
  using Table = Snapshot::Profiles;
  RandomWorld random(5);
  for (const int count : {0, 1, 3, 4, 5, 100, 5'000}) {
    std::vector<Table::RowPtr> rows[2];
    for (int i = 0; i < count; ++i) {
      for (auto& some : rows) {
        snapshot::ProfileRow row{{}, {}, snapshot::WholeRecord(model::Profile())};
        row.profile.id = StrCat("p", 10'000 + i);
        some.push_back(std::make_shared<const snapshot::ProfileRow>(std::move(row)));
      }
    }
    const Table table(rows[0]);
    // Blocks of other sizes.
    std::vector<snapshot::RowChange<snapshot::ProfileRow>> gone;
    for (size_t i = 0; i < rows[0].size(); ++i) {
      if (random.Chance(30)) gone.push_back({IdOf(*rows[0][i]), nullptr});
    }
    for (const Table& some : {table, table.After(gone)}) {
      const RowPositions<snapshot::ProfileRow> positions(some);
      for (size_t i = 0; i < rows[0].size(); ++i) {
        const auto found = positions.Find(rows[0][i].get());
        const auto by_id = some.Find(IdOf(*rows[0][i]));
        ASSERT_EQ(found.has_value(), by_id != some.end());
        if (found) {
          ASSERT_EQ(*found, by_id.position());
        }
        ASSERT_EQ(positions.Find(rows[1][i].get()), std::nullopt);
      }
    }
  }
}

TEST(LiveFinderTest, AnIndexOfAnotherYearIsNotAsked) {
  const TinyWorld world("occupation lasser isco 7212 : mig\nprofile p1 : can mig\n");
  for (const int year : {2025, 2026, 2027}) {
    const auto build = [&](const Snapshot& rows) { return ProfileFinder::Build(rows, year); };
    const auto people = LivePeople::Build(world.snapshot(), build).value();
    EXPECT_EQ(SearchPeople(*people, In(world.snapshot()), {}, {}, {}).has_value(), year == 2026);
  }
}

TEST(MatchTest, WorkThatNobodyWaitsForEnds) {
  const PatienceScope patience([] { return absl::CancelledError("gone"); });
  std::string many;
  for (int i = 0; i < 100; ++i) StrAppend(&many, "profile p", 100 + i, " : can mig\n");
  const TinyWorld world(StrCat("occupation lasser isco 7212 : mig\nvacancy v1 for lasser\n", many));
  EXPECT_EQ(
      MatchProfiles(world.context(), *world.snapshot().vacancies()[0].Record(), {}).status().code(),
      absl::StatusCode::kCancelled);
}

TEST(MatchTest, AProfileThatMayNotBeKeptAnyMoreIsInNoAnswer) {
  snapshot::Source source = ParseTinyWorld(R"(
    occupation lasser isco 7212 : mig
    vacancy v1 for lasser
    profile p1 : can mig
    profile p2 : can mig
  )")
                                .value();
  source.profiles[0].keep_until = kToday;
  source.profiles[1].keep_until = kToday - 1;
  const auto snapshot = Snapshot::Build(std::move(source), TinyParameters()).value();
  const auto build = [](const Snapshot& rows) { return Make(ProfileKind(), rows); };
  const LiveFinders finders = {nullptr, LivePeople::Build(*snapshot, build).value()};
  for (const LiveFinders* asked : {static_cast<const LiveFinders*>(nullptr), &finders}) {
    const auto result =
        MatchProfiles(In(*snapshot, asked), *snapshot->vacancies()[0].Record(), {}).value();
    ASSERT_EQ(result.hits.size(), 1u);
    EXPECT_EQ(result.hits[0].id, "p1");
  }
}

}  // namespace
}  // namespace overstap::advice
