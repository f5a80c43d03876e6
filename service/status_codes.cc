#include "service/status_codes.h"

#include <array>

#include "base/strings.h"
#include "service/cut_text.h"

namespace overstap::service {
namespace {

struct CodeRow {
  absl::StatusCode code;
  grpc::StatusCode grpc_code;
  std::string_view name;
};

constexpr std::array<CodeRow, 17> kCodes = {{
    {absl::StatusCode::kOk, grpc::StatusCode::OK, "ok"},
    {absl::StatusCode::kCancelled, grpc::StatusCode::CANCELLED, "cancelled"},
    {absl::StatusCode::kUnknown, grpc::StatusCode::UNKNOWN, "unknown"},
    {absl::StatusCode::kInvalidArgument, grpc::StatusCode::INVALID_ARGUMENT, "invalid_argument"},
    {absl::StatusCode::kDeadlineExceeded, grpc::StatusCode::DEADLINE_EXCEEDED, "deadline_exceeded"},
    {absl::StatusCode::kNotFound, grpc::StatusCode::NOT_FOUND, "not_found"},
    {absl::StatusCode::kAlreadyExists, grpc::StatusCode::ALREADY_EXISTS, "already_exists"},
    {absl::StatusCode::kPermissionDenied, grpc::StatusCode::PERMISSION_DENIED, "permission_denied"},
    {absl::StatusCode::kUnauthenticated, grpc::StatusCode::UNAUTHENTICATED, "unauthenticated"},
    {absl::StatusCode::kResourceExhausted, grpc::StatusCode::RESOURCE_EXHAUSTED,
     "resource_exhausted"},
    {absl::StatusCode::kFailedPrecondition, grpc::StatusCode::FAILED_PRECONDITION,
     "failed_precondition"},
    {absl::StatusCode::kAborted, grpc::StatusCode::ABORTED, "aborted"},
    {absl::StatusCode::kOutOfRange, grpc::StatusCode::OUT_OF_RANGE, "out_of_range"},
    {absl::StatusCode::kUnimplemented, grpc::StatusCode::UNIMPLEMENTED, "unimplemented"},
    {absl::StatusCode::kInternal, grpc::StatusCode::INTERNAL, "internal"},
    {absl::StatusCode::kUnavailable, grpc::StatusCode::UNAVAILABLE, "unavailable"},
    {absl::StatusCode::kDataLoss, grpc::StatusCode::DATA_LOSS, "data_loss"},
}};

const CodeRow& RowOf(absl::StatusCode code) {
  for (const CodeRow& row : kCodes) {
    if (row.code == code) return row;
  }
  return kCodes[2];  // unknown
}

std::string CutOff(std::string_view message) {
  if (message.size() <= kMaxStatusMessageBytes) return std::string(message);
  constexpr std::string_view kEllipsis = " ...";
  return StrCat(CutText(message, kMaxStatusMessageBytes - kEllipsis.size()), kEllipsis);
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  return {RowOf(status.code()).grpc_code, CutOff(FromAbsl(status.message()))};
}

std::string_view ProblemCode(absl::StatusCode code) { return RowOf(code).name; }

}  // namespace overstap::service
