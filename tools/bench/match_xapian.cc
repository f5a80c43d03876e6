#include <xapian.h>

#include <cmath>
#include <iostream>
#include <utility>

#include "base/strings.h"
#include "engine/match/coverage.h"
#include "tools/bench/match_peers.h"

namespace overstap::bench {
namespace {

// A term counts factor * wdf, where wdf is the share in units.
class ShareWeight : public Xapian::Weight {
 public:
  ShareWeight() {
    need_stat(WDF);
    need_stat(WDF_MAX);
  }
  void init(double factor) override { factor_ = factor; }
  ShareWeight* clone() const override { return new ShareWeight(); }
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount, Xapian::termcount) const override {
    return factor_ * wdf;
  }
  double get_maxpart() const override { return factor_ * get_wdf_upper_bound(); }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  double factor_ = 1;
};

class XapianPeer : public Peer {
 public:
  XapianPeer(std::string name, const std::string& folder)
      : name_(std::move(name)), database_(folder) {}

  std::string name() const override { return name_; }

  std::vector<double> Search(const std::vector<PeerTerm>& terms,
                             std::optional<uint16_t> region) override {
    std::vector<Xapian::Query> parts;
    for (const PeerTerm& term : terms) {
      parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(StrCat("s", term.skill)),
                         term.strength);
    }
    Xapian::Query query(Xapian::Query::OP_OR, parts.begin(), parts.end());
    if (region) {
      query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(StrCat("R", *region)));
    }
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(ShareWeight());
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, 10);
    std::vector<double> scores;
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      scores.push_back(hit.get_weight() / kPeerUnits);
    }
    return scores;
  }

 private:
  const std::string name_;
  Xapian::Database database_;
};

}  // namespace

std::vector<PeerPosting> PostingsOf(const match::IndexedVacancy& vacancy,
                                    const Taxonomy& taxonomy) {
  const match::ScoringParams params;
  double total = 0;
  for (const Requirement& asked : vacancy.requirements) {
    total += match::RequirementWeight(asked, taxonomy, params);
  }
  std::vector<PeerPosting> postings;
  for (const Requirement& asked : vacancy.requirements) {
    const double share = match::RequirementWeight(asked, taxonomy, params) / total;
    postings.push_back(
        {asked.skill.value(), static_cast<uint32_t>(std::lround(share * kPeerUnits))});
  }
  return postings;
}

std::unique_ptr<Peer> MakeXapian(const std::string& name, const std::string& folder,
                                 const std::vector<match::IndexedVacancy>& vacancies,
                                 const Taxonomy& taxonomy) {
  try {
    Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
    for (const match::IndexedVacancy& vacancy : vacancies) {
      Xapian::Document document;
      for (const PeerPosting& posting : PostingsOf(vacancy, taxonomy)) {
        document.add_term(StrCat("s", posting.skill), posting.units);
      }
      document.add_boolean_term(StrCat("R", vacancy.traits.place));
      database.add_document(document);
    }
    database.commit();
    return std::make_unique<XapianPeer>(name, folder);
  } catch (const Xapian::Error& error) {
    std::cerr << name << ": " << error.get_description() << "\n";
    return nullptr;
  }
}

}  // namespace overstap::bench
