#include "tools/generate/places.h"

#include <algorithm>
#include <array>

namespace overstap::generate {
namespace {

struct Row {
  std::string_view region;
  int weight;
  std::string_view postcodes;  // four digits each, with a space between
};

constexpr std::array kRows = {
    Row{"AM01", 40, "9711 9723 9401 9602 9501 9933"},
    Row{"AM02", 32, "8911 8601 8441 9201"},
    Row{"AM03", 12, "7811 7901 7741"},
    Row{"AM05", 38, "7511 7551 7607"},
    Row{"AM06", 38, "7311 7411 7201 8161"},
    Row{"AM07", 28, "6811 6901 6921"},
    Row{"AM08", 18, "6511 6601 6581"},
    Row{"AM09", 15, "7001 7101 7131"},
    Row{"AM10", 14, "4001 4101 4191"},
    Row{"AM11", 24, "1315 8232 8251"},
    Row{"AM12", 13, "1211 1271 1401"},
    Row{"AM13", 75, "3511 3991 3431 3701"},
    Row{"AM14", 20, "3811 3761 3861"},
    Row{"AM15", 30, "1811 1621 1781 1703"},
    Row{"AM17", 14, "1506 1441 1131"},
    Row{"AM18", 100, "1012 1043 2132 1181 1118"},
    Row{"AM19", 24, "2311 2401 2201"},
    Row{"AM20", 12, "2801 2741"},
    Row{"AM21", 55, "2511 2611 2671 2281"},
    Row{"AM22", 85, "3011 3111 3131 3201 3089"},
    Row{"AM23", 16, "3311 3331 3361"},
    Row{"AM24", 20, "4331 4381 4461 4531"},
    Row{"AM25", 40, "4811 4701 4611 4901"},
    Row{"AM26", 26, "5011 5141 5051"},
    Row{"AM27", 40, "5211 5341 5401"},
    Row{"AM28", 50, "5611 5501 5651 5684"},
    Row{"AM29", 18, "5911 5801"},
    Row{"AM30", 32, "6211 6411 6131"},
    Row{"AM32", 14, "5701 5751"},
    Row{"AM33", 12, "6041 6001"},
    Row{"AM34", 18, "2711 2251 2261"},
    Row{"AM35", 9, "4201 4141"},
    Row{"AM36", 35, "8011 8261 7941 7701"},
    Row{"AM37", 24, "2011 1971 1941"},
    Row{"AM38", 20, "6711 3901 6701"},
};

constexpr size_t kDigits = 4;

}  // namespace

Place PlaceOf(std::string_view region) {
  const auto* row = std::find_if(kRows.begin(), kRows.end(),
                                 [&](const Row& candidate) { return candidate.region == region; });
  Place place{region, 10, {}};
  if (row == kRows.end()) return place;
  place.weight = row->weight;
  for (size_t i = 0; i + kDigits <= row->postcodes.size(); i += kDigits + 1) {
    place.postcodes.push_back(row->postcodes.substr(i, kDigits));
  }
  return place;
}

}  // namespace overstap::generate
