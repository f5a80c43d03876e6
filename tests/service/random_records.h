// Valid records with any combination of what is known and unknown.
#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/strings.h"
#include "engine/model/course.h"
#include "engine/model/place.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"

namespace overstap::service {

class RandomRecords {
 public:
  explicit RandomRecords(unsigned seed) : random_(seed) {}

  model::Vacancy Vacancy() {
    model::Vacancy record;
    record.id = Text();
    record.title = MaybeText();
    record.occupation_uri = MaybeText();
    for (int i = Between(0, 4); i > 0; --i) {
      record.skills.push_back({Text(), static_cast<Importance>(Between(0, 3))});
    }
    record.region = Region().code;
    record.postcode = Coin() ? "" : "8011";
    record.place = Coin() ? "" : "'s-Gravenhage";
    Hours(&record.hours_min, &record.hours_max);
    record.level = MaybeInt(1, 4);
    if (Coin()) record.published = Day(2000);
    if (Coin()) record.closes = Day(2030);
    record.employer = MaybeText();
    record.text = MaybeText();
    record.pay_min = MaybeInt(500, 3000);
    record.pay_max = MaybeInt(3000, 50'000);
    return record;
  }

  model::Profile Profile() {
    model::Profile record;
    record.id = Text();
    for (int i = Between(0, 3); i > 0; --i) {
      record.occupations.push_back({Text(), Between(0, 280) / 4.0, MaybeInt(1940, 2200)});
    }
    for (int i = Between(0, 4); i > 0; --i) {
      record.skills.push_back(
          {Text(), static_cast<model::EvidenceKind>(Between(0, 6)), MaybeInt(1940, 2200)});
    }
    record.region = Coin() ? "" : Region().code;
    record.postcode = Coin() ? "" : "1234";
    record.place = Coin() ? "" : "Druten";
    if (Coin()) record.radius_km = Between(0, 500);
    Hours(&record.hours_min, &record.hours_max);
    record.level = MaybeInt(1, 4);
    for (int n = Between(0, 2); n > 0; --n) {
      record.certificates.push_back(Text());
      record.avoids.push_back(Text());
      record.cannot.push_back(Text());
    }
    if (Coin()) record.dutch = static_cast<model::LanguageLevel>(Between(0, 6));
    if (Coin()) record.keep_until = Day(2027);
    return record;
  }

  model::Course Course() {
    model::Course record;
    record.id = Text();
    record.title = Text();
    record.provider = MaybeText();
    record.provider_kind = MaybeText();
    record.credential = MaybeText();
    record.skills = Texts(1);
    record.requires_ = Texts(0);
    record.hours = Between(0, 20000);
    record.weeks = Between(0, 520);
    record.price_eur = Between(0, 100'000'000) / 100.0;
    record.form = static_cast<model::CourseForm>(Between(0, 4));
    record.level = MaybeInt(1, 4);
    record.region = Coin() ? "" : Region().code;
    for (int i = Between(0, 3); i > 0; --i) record.starts.push_back(Day(2026));
    record.schemes = Texts(0);
    record.crebo = MaybeText();
    record.seats = MaybeInt(0, 1000);
    return record;
  }

  model::Scheme Scheme() {
    model::Scheme record;
    record.id = Text();
    record.name = Text();
    record.valid_from = Day(2000);
    if (Coin()) record.valid_until = Day(2030);
    record.status = static_cast<model::SchemeStatus>(Between(0, 2));
    record.who = static_cast<model::SchemeFor>(Between(0, 2));
    if (Coin()) record.max_eur = Between(0, 10'000'000);
    record.conditions_json = Coin() ? "" : R"({"a":1,"b":["x"]})";
    record.source = MaybeText();
    return record;
  }

  model::Place Place() {
    const model::GeoPoint point = {Between(507, 537) / 10.0, Between(32, 73) / 10.0};
    const std::string region = Coin() ? "" : Region().code;
    if (Coin()) return {StrCat(Between(1000, 9999)), "", region, point};
    return {"", "Súdwest-Fryslân", region, point};
  }

  model::Region Region() {
    const int number = Between(1, 35);
    return {StrCat("AM", number < 10 ? "0" : "", number),
            Text(),
            {Between(-900, 900) / 10.0, Between(-1800, 1800) / 10.0}};
  }

 private:
  int Between(int low, int high) { return std::uniform_int_distribution(low, high)(random_); }
  bool Coin() { return Between(0, 1) == 1; }
  std::optional<int> MaybeInt(int low, int high) {
    if (Coin()) return std::nullopt;
    return Between(low, high);
  }
  void Hours(std::optional<int>* low, std::optional<int>* high) {
    *low = MaybeInt(0, 40);
    *high = MaybeInt(40, 80);
  }
  // 1 to 12 characters of one to four bytes.
  std::string Text() {
    static constexpr const char* kPieces[] = {"a", "Z", " ", "\"", "\\", "\n", "é", "€", "𝄞"};
    std::string text;
    for (int i = Between(1, 12); i > 0; --i) text += kPieces[Between(0, 8)];
    return text;
  }
  std::string MaybeText() { return Coin() ? "" : Text(); }
  std::vector<std::string> Texts(int least) {
    std::vector<std::string> texts;
    for (int i = Between(least, 4); i > 0; --i) texts.push_back(Text());
    return texts;
  }
  // In a span of 27 years from the year that is given.
  absl::CivilDay Day(int year) { return absl::CivilDay(year, 1, 1) + Between(0, 9999); }

  std::mt19937 random_;
};

}  // namespace overstap::service
