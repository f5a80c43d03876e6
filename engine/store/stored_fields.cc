#include "engine/store/stored_fields.h"

#include <limits>

#include "absl/strings/escaping.h"
#include "base/strings.h"
#include "base/text_encoding.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"

namespace overstap::store {
namespace {

constexpr absl::CivilDay kEpoch(1970, 1, 1);
constexpr size_t kMaxRecordBytes = size_t{64} << 20;

}  // namespace

const std::string& FieldChecks::Text(std::string_view field, const std::string& text) {
  if (!IsValidUtf8(text)) Fail(field, "is not UTF-8");
  return text;
}

void FieldChecks::Fail(std::string_view field, std::string_view what) {
  if (status_.ok()) status_ = absl::InvalidArgumentError(StrCat(field, " ", what));
}

int32_t FieldChecks::Day(std::string_view field, absl::CivilDay day) {
  constexpr absl::CivilDay kFirst = kEpoch + std::numeric_limits<int32_t>::min();
  constexpr absl::CivilDay kLast = kEpoch + std::numeric_limits<int32_t>::max();
  if (day >= kFirst && day <= kLast) return static_cast<int32_t>(day - kEpoch);
  Fail(field, "is millions of years away");
  return 0;
}

absl::CivilDay DayFromStored(int32_t day) { return kEpoch + day; }

absl::StatusOr<std::string> Serialise(const google::protobuf::MessageLite& message) {
  const size_t size = message.ByteSizeLong();
  if (size > kMaxRecordBytes) {
    return absl::InvalidArgumentError(
        StrCat("the record is ", size, " bytes; the most is ", kMaxRecordBytes));
  }
  std::string bytes;
  bytes.reserve(size);
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream output(&stream);
  output.SetSerializationDeterministic(true);
  message.SerializeWithCachedSizes(&output);
  output.Trim();
  return bytes;
}

absl::Status DamagedRecord(std::string_view kind, std::string_view id, std::string_view what) {
  return absl::DataLossError(StrCat(kind, " '", absl::CHexEscape(ToAbsl(id)),
                                    "' in the store is damaged or of a newer program: ", what));
}

absl::Status ParseRecord(std::string_view kind, std::string_view id, std::string_view value,
                         google::protobuf::MessageLite* message) {
  if (message->ParseFromArray(value.data(), static_cast<int>(value.size()))) {
    return absl::OkStatus();
  }
  return DamagedRecord(kind, id, "it cannot be parsed");
}

}  // namespace overstap::store
