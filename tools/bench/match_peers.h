// Engines that people would use otherwise, asked the same questions.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/match/vacancy_index.h"
#include "taxonomy/taxonomy.h"

namespace overstap::bench {

struct PeerTerm {
  uint32_t skill = 0;
  double strength = 0;  // x(r)
};

// Scores are sums of strength * share, with shares in units of 1/kPeerUnits.
inline constexpr double kPeerUnits = 10'000;

class Peer {
 public:
  virtual ~Peer() = default;
  virtual std::string name() const = 0;
  // Scores of the best ten in a region, or anywhere; best first.
  virtual std::vector<double> Search(const std::vector<PeerTerm>& terms,
                                     std::optional<uint16_t> region) = 0;
};

// What a vacancy gives one of its requirements, in units; those of one vacancy add up to some
// kPeerUnits.
struct PeerPosting {
  uint32_t skill = 0;
  uint32_t units = 0;
};
std::vector<PeerPosting> PostingsOf(const match::IndexedVacancy& vacancy, const Taxonomy& taxonomy);

// Called `name`, in `folder`, with the vacancies in their order, which decides how fast it finds
// those of a region. Null when the peer refuses, which it says on stderr.
std::unique_ptr<Peer> MakeXapian(const std::string& name, const std::string& folder,
                                 const std::vector<match::IndexedVacancy>& vacancies,
                                 const Taxonomy& taxonomy);
// In memory.
std::unique_ptr<Peer> MakeSqlite(const std::vector<match::IndexedVacancy>& vacancies,
                                 const Taxonomy& taxonomy);

}  // namespace overstap::bench
