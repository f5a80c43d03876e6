// The version of the REST contract (service/http/openapi.json).
#pragma once

namespace overstap::http {

inline constexpr const char* kApiVersion = "1.0.0";

}  // namespace overstap::http
