// The answer to a question of a stream that is refused.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "base/strings.h"
#include "engine/model/validation.h"
#include "engine/model/versions.h"
#include "service/convert_common.h"
#include "service/cut_text.h"
#include "service/status_codes.h"

namespace overstap::service {

// Versions, id and reason, nothing else: the stream goes on. The id is cut to its longest length.
template <class Response>
void FillProblem(const absl::Status& status, const model::Versions& versions, const std::string& id,
                 Response* response) {
  response->Clear();
  *response->mutable_versions() = ToProto(versions);
  response->set_id(std::string(CutText(id, model::kMaxIdBytes)));
  response->mutable_problem()->set_code(std::string(ProblemCode(status.code())));
  response->mutable_problem()->set_message(
      std::string(CutText(FromAbsl(status.message()), kMaxStatusMessageBytes)));
}

}  // namespace overstap::service
