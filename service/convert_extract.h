// Extract: between the public contract and the engine.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "engine/advice/context.h"
#include "overstap/v1/taxonomy_service.pb.h"

namespace overstap::service {

// kInvalidArgument for a text that is empty or too long, or a kind that does not exist.
absl::Status AnswerExtract(const advice::Context& context, const v1::ExtractRequest& request,
                           v1::ExtractResponse* response);
// The same, and for an id of more than 200 bytes.
absl::Status AnswerExtract(const advice::Context& context, const v1::StreamExtractRequest& request,
                           v1::StreamExtractResponse* response);

}  // namespace overstap::service
