#include <sqlite3.h>

#include <iostream>

#include "base/strings.h"
#include "tools/bench/match_peers.h"

namespace overstap::bench {
namespace {

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

bool Run(sqlite3* database, const std::string& sql) {
  return sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

Statement Prepare(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
  return Statement(statement);
}

// Runs a statement once with these whole numbers.
bool Step(sqlite3_stmt* statement, std::initializer_list<int64_t> values) {
  int at = 0;
  for (const int64_t value : values) sqlite3_bind_int64(statement, ++at, value);
  const bool done = sqlite3_step(statement) == SQLITE_DONE;
  sqlite3_reset(statement);
  return done;
}

class SqlitePeer : public Peer {
 public:
  explicit SqlitePeer(Database database) : database_(std::move(database)) {}

  std::string name() const override { return "SQLite"; }

  std::vector<double> Search(const std::vector<PeerTerm>& terms,
                             std::optional<uint16_t> region) override {
    std::string values;
    for (const PeerTerm& term : terms) {
      StrAppend(&values, values.empty() ? "" : ",", "(", term.skill, ",", term.strength, ")");
    }
    const Statement query = Prepare(
        database_.get(),
        StrCat("WITH q(skill, x) AS (VALUES ", values,
               ") SELECT SUM(q.x * p.units) AS score FROM q CROSS JOIN posting p ON p.skill = "
               "q.skill ",
               region ? StrCat("AND p.region = ", *region, " ") : std::string(),
               "GROUP BY p.vacancy ORDER BY score DESC LIMIT 10"));
    std::vector<double> scores;
    while (sqlite3_step(query.get()) == SQLITE_ROW) {
      scores.push_back(sqlite3_column_double(query.get(), 0) / kPeerUnits);
    }
    return scores;
  }

 private:
  Database database_;
};

}  // namespace

std::unique_ptr<Peer> MakeSqlite(const std::vector<match::IndexedVacancy>& vacancies,
                                 const Taxonomy& taxonomy) {
  sqlite3* opened = nullptr;
  sqlite3_open(":memory:", &opened);
  Database database(opened);
  bool good = Run(opened,
                  "CREATE TABLE posting (skill INT, region INT, vacancy INT, units INT, "
                  "PRIMARY KEY (skill, region, vacancy)) WITHOUT ROWID; BEGIN");
  const Statement insert = Prepare(opened, "INSERT INTO posting VALUES (?, ?, ?, ?)");
  for (size_t i = 0; i < vacancies.size() && good; ++i) {
    for (const PeerPosting& posting : PostingsOf(vacancies[i], taxonomy)) {
      good = good && Step(insert.get(), {posting.skill, vacancies[i].traits.place,
                                         static_cast<int64_t>(i), posting.units});
    }
  }
  if (good && Run(opened, "COMMIT")) return std::make_unique<SqlitePeer>(std::move(database));
  std::cerr << "SQLite: " << sqlite3_errmsg(opened) << "\n";
  return nullptr;
}

}  // namespace overstap::bench
