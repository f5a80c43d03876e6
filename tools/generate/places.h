// Where people live and work, roughly.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace overstap::generate {

// Illustrative: `weight` follows the size of the region by eye, and the postcodes are four-digit
// areas in its larger places.
struct Place {
  std::string_view region;  // arbeidsmarktregio
  int weight = 10;
  std::vector<std::string_view> postcodes;  // may be empty: none known
};

// What is known of the region; one without postcodes and with a small weight when nothing is.
Place PlaceOf(std::string_view region);

}  // namespace overstap::generate
