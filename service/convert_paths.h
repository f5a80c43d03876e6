// Ways over other work: from the engine to the public contract.
#pragma once

#include "engine/advice/paths.h"
#include "overstap/v1/paths.pb.h"

namespace overstap::service {

v1::PathsTo ToProto(const advice::PathsTo& to, bool explain);
v1::PathsBasis BasisOf(const advice::PathsResult& paths);
v1::StayInTechniek ToProto(const advice::StayInTechniek& stay);

}  // namespace overstap::service
