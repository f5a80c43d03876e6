// Which vacancies for the same work stand together in a strip.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace overstap::match {

// Puts vacancies that ask alike next to each other: the largest share of each skill in a strip, by
// which strips are left out (block_bounds.h), is then nearer to what its vacancies have. Strips are
// filled one by one, each time with what overlaps most with what is in it: sum over skills of the
// least of its share and of the largest share in the strip. One thread.
class StripOrder {
 public:
  struct Share {
    uint32_t skill = 0;
    float share = 0;  // of the vacancy, 0..1
  };
  // Appends the shares of a vacancy, each skill once.
  using SharesOf = std::function<void(uint32_t number, std::vector<Share>* shares)>;

  // `lanes`: vacancies of a strip, 1 or more. Skills are below `skill_count`.
  StripOrder(size_t skill_count, uint32_t lanes, SharesOf shares_of)
      : largest_(skill_count), lanes_(lanes), shares_of_(std::move(shares_of)) {}

  // The strip that was begun stays as it is.
  void EndStrip();
  // Reorders vacancies that come after those of earlier calls; the same input gives the same order.
  void Arrange(std::span<uint32_t> numbers);

 private:
  static constexpr size_t kWindow = 128;  // vacancies that are compared with each other

  struct Left {
    uint32_t number = 0;
    uint32_t row = 0;  // of the window
  };

  void ArrangeWindow(std::span<uint32_t> numbers);
  std::vector<Left>::const_iterator MostAlike() const;
  void Take(std::span<const Share> shares);
  float Overlap(std::span<const Share> shares) const;
  std::span<const Share> SharesAt(uint32_t row) const {
    return std::span(shares_).subspan(begin_[row], begin_[row + 1] - begin_[row]);
  }

  std::vector<float> largest_;     // by skill, in the strip that is being filled
  std::vector<uint32_t> touched_;  // skills of it
  const uint32_t lanes_;
  uint32_t filled_ = 0;  // lanes
  SharesOf shares_of_;
  std::vector<Share> shares_;    // of the window
  std::vector<uint32_t> begin_;  // by row of the window, in shares_
  std::vector<Left> left_;       // in the order in which they came
};

}  // namespace overstap::match
