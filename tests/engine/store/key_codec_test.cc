#include "engine/store/key_codec.h"

#include <gmock/gmock.h>

#include <random>
#include <tuple>

#include "absl/status/status.h"

namespace overstap::store {
namespace {

using Random = std::mt19937_64;

// Few different bytes, so that two texts often begin alike and hold what the encoding uses itself.
std::string RandomBytes(Random* random) {
  static constexpr char kBytes[] = {'\x00', '\x00', '\x01', '\x02', 'a', '\xFE', '\xFF', '\xFF'};
  std::string text((*random)() % 6, '\0');
  for (char& c : text) c = kBytes[(*random)() % sizeof(kBytes)];
  return text;
}

using Tuple = std::tuple<std::string, uint32_t, std::string, uint64_t>;

Tuple RandomTuple(Random* random) {
  const uint64_t narrow = (*random)() % 4;
  const uint64_t wide = (*random)() >> ((*random)() % 64);
  return {RandomBytes(random), static_cast<uint32_t>((*random)() % 2 ? narrow : wide),
          RandomBytes(random), (*random)() % 2 ? narrow : wide};
}

std::string Encode(const Tuple& tuple) {
  std::string key;
  AppendString(&key, std::get<0>(tuple));
  AppendU32(&key, std::get<1>(tuple));
  AppendString(&key, std::get<2>(tuple));
  AppendU64(&key, std::get<3>(tuple));
  return key;
}

TEST(KeyCodec, WritesTheBytesOfTheFormatPage) {
  std::string key;
  AppendU32(&key, 0x01020304);
  AppendU64(&key, 0x0102030405060708);
  AppendString(&key, std::string_view("a\0b", 3));
  EXPECT_EQ(key, std::string("\x01\x02\x03\x04\x01\x02\x03\x04\x05\x06\x07\x08"
                             "a\x00\xFF"
                             "b\x00\x01",
                             18));
}

TEST(KeyCodec, OrderOfKeysIsOrderOfTuples) {
  Random random(1);
  for (int i = 0; i < 200000; ++i) {
    const Tuple a = RandomTuple(&random);
    const Tuple b = RandomTuple(&random);
    // std::string compares as unsigned bytes, as RocksDB does.
    ASSERT_EQ(Encode(a) <=> Encode(b), a <=> b) << i;
  }
}

TEST(KeyCodec, KeyOfAFirstPartIsPrefixOfNoOtherFirstPart) {
  Random random(2);
  for (int i = 0; i < 100000; ++i) {
    const std::string a = RandomBytes(&random);
    const std::string b = RandomBytes(&random);
    std::string key_a;
    std::string key_b;
    AppendString(&key_a, a);
    AppendString(&key_b, b);
    ASSERT_EQ(key_b.starts_with(key_a), a == b) << i;
  }
}

TEST(KeyCodec, GivesBackWhatWasWritten) {
  Random random(3);
  for (int i = 0; i < 50000; ++i) {
    const Tuple tuple = RandomTuple(&random);
    const std::string key = Encode(tuple);
    KeyReader reader(key);
    ASSERT_EQ(reader.ReadString().value(), std::get<0>(tuple));
    ASSERT_EQ(reader.ReadU32().value(), std::get<1>(tuple));
    ASSERT_EQ(reader.ReadString().value(), std::get<2>(tuple));
    ASSERT_EQ(reader.ReadU64().value(), std::get<3>(tuple));
    ASSERT_TRUE(reader.ExpectEnd().ok());
  }
}

TEST(KeyCodec, EveryTruncationIsAnError) {
  const std::string key = Encode({std::string("a\0b", 3), 7, "c", 9});
  for (size_t length = 0; length < key.size(); ++length) {
    KeyReader reader(std::string_view(key).substr(0, length));
    const bool all_read = reader.ReadString().ok() && reader.ReadU32().ok() &&
                          reader.ReadString().ok() && reader.ReadU64().ok();
    EXPECT_FALSE(all_read) << length;
  }
}

TEST(KeyCodec, GarbageGivesAnErrorOrAKeyThatWeWrite) {
  Random random(4);
  int accepted = 0;
  for (int i = 0; i < 200000; ++i) {
    const std::string garbage = RandomBytes(&random) + RandomBytes(&random);
    KeyReader reader(garbage);
    const absl::StatusOr<std::string> text = reader.ReadString();
    if (!text.ok()) {
      ASSERT_TRUE(absl::IsDataLoss(text.status()));
      continue;
    }
    if (!reader.ExpectEnd().ok()) continue;
    std::string again;
    AppendString(&again, *text);
    ASSERT_EQ(again, garbage);
    ++accepted;
  }
  EXPECT_GT(accepted, 0);
}

TEST(KeyCodec, BytesTooManyAreAnError) {
  std::string key;
  AppendU32(&key, 1);
  key += 'x';
  KeyReader reader(key);
  ASSERT_TRUE(reader.ReadU32().ok());
  EXPECT_TRUE(absl::IsDataLoss(reader.ExpectEnd()));
}

}  // namespace
}  // namespace overstap::store
