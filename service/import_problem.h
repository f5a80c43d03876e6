// What is wrong with a record that came in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/model/validation.h"
#include "overstap/v1/data_service.pb.h"
#include "service/cut_text.h"

namespace overstap::service {

inline constexpr size_t kMaxProblemBytes = 500;
inline constexpr int kMaxProblems = 1000;

// Adds it to the answer, or counts it when there are many. `number`: of the record, from 1.
template <class Response>
void AddProblem(int64_t number, std::string_view id, std::string_view code,
                std::string_view message, v1::ImportSeverity severity, Response* response) {
  if (response->problems_size() >= kMaxProblems) {
    response->set_problems_left_out_count(response->problems_left_out_count() + 1);
    return;
  }
  v1::ImportProblem* problem = response->add_problems();
  problem->set_record_number(number);
  problem->set_id(std::string(CutText(id, model::kMaxIdBytes)));
  problem->set_code(std::string(code));
  problem->set_message(std::string(CutText(message, kMaxProblemBytes)));
  problem->set_severity(severity);
}

}  // namespace overstap::service
