// Suggest and StreamLookup: between the public contract and the engine.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "engine/advice/context.h"
#include "overstap/v1/taxonomy_service.pb.h"

namespace overstap::service {

// kInvalidArgument for a text, kind or limit outside the contract.
absl::Status AnswerSuggest(const advice::Context& context, const v1::SuggestRequest& request,
                           v1::SuggestResponse* response);

// As a lookup; also kInvalidArgument for an id of more than 200 bytes.
absl::Status AnswerLookup(const advice::Context& context, const v1::StreamLookupRequest& request,
                          v1::StreamLookupResponse* response);

}  // namespace overstap::service
