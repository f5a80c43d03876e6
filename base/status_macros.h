// Early return for absl::Status and absl::StatusOr.
#pragma once

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define OVERSTAP_CONCAT_INNER(a, b) a##b
#define OVERSTAP_CONCAT(a, b) OVERSTAP_CONCAT_INNER(a, b)

#define OVERSTAP_RETURN_IF_ERROR(expression) \
  OVERSTAP_RETURN_IF_ERROR_IMPL(OVERSTAP_CONCAT(overstap_status_, __LINE__), expression)

#define OVERSTAP_RETURN_IF_ERROR_IMPL(status, expression) \
  do {                                                    \
    absl::Status status = (expression);                   \
    if (!status.ok()) return status;                      \
  } while (false)

#define OVERSTAP_ASSIGN_OR_RETURN(target, expression) \
  OVERSTAP_ASSIGN_OR_RETURN_IMPL(OVERSTAP_CONCAT(overstap_or_, __LINE__), target, expression)

#define OVERSTAP_ASSIGN_OR_RETURN_IMPL(result, target, expression) \
  auto result = (expression);                                      \
  if (!result.ok()) return std::move(result).status();             \
  target = *std::move(result)
