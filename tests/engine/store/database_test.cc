#include "engine/store/database.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "rocksdb/write_batch.h"
#include "tests/support/temp_folder.h"

namespace overstap::store {
namespace {

// Many at once, in memory and in table files, as one by one.
TEST(DatabaseTest, GetAllGivesWhatGetGives) {
  const TempFolder folder;
  const auto database = Database::Open(folder.path() + "/db", OpenMode::kReadWrite).value();
  for (int round = 0; round < 2; ++round) {
    rocksdb::WriteBatch batch;
    for (int i = round; i < 300; i += 3) {
      database->Put(Family::kVacancies, StrCat("v", 1000 + i), StrCat("value ", i, "/", round),
                    &batch);
    }
    database->Put(Family::kVacancies, "v1100", "", &batch);
    ASSERT_TRUE(database->Write(&batch).ok());
    if (round == 0) {
      ASSERT_TRUE(database->Flush().ok());
    }
  }
  std::vector<std::string> ids;
  for (int i = 0; i < 310; ++i) ids.push_back(StrCat("v", 1000 + i));
  for (const size_t count : {0, 1, 31, 32, 33, 64, 310}) {
    const std::vector<std::string_view> keys(ids.begin(),
                                             ids.begin() + static_cast<std::ptrdiff_t>(count));
    std::vector<std::optional<std::string>> values;
    ASSERT_TRUE(database
                    ->GetAll(Family::kVacancies, keys,
                             [&](size_t i, std::optional<std::string_view> value) {
                               EXPECT_EQ(i, values.size());
                               values.emplace_back(value);
                             })
                    .ok());
    ASSERT_EQ(values.size(), count);
    for (size_t i = 0; i < count; ++i) {
      EXPECT_EQ(values[i], database->Get(Family::kVacancies, ids[i]).value()) << ids[i];
    }
  }
}

}  // namespace
}  // namespace overstap::store
