// Occupations as points in a space where like work lies near.
#pragma once

#include "engine/match/params.h"
#include "engine/transition/closeness_params.h"
#include "engine/transition/short_vectors.h"
#include "taxonomy/taxonomy.h"

namespace overstap::transition {

// The space of work, learnt from the taxonomy alone: the rows of WorkFeatures in `dimensions`
// dimensions (Reduce) as unit vectors v, then
//   v(A) + isco_unit * mean of A's ISCO unit group + isco_minor * mean of its minor group,
// both means as unit vectors. An occupation without an ISCO code stays where it is. One of which
// nothing is known is at no point: its vector is 0.
ShortVectors BuildWorkSpace(const Taxonomy& taxonomy, const match::ScoringParams& scoring,
                            const ClosenessParams& params);

}  // namespace overstap::transition
