#include "ingest/job_posting.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "base/content_hash.h"
#include "base/day.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"
#include "engine/model/validation.h"
#include "ingest/job_posting_work.h"
#include "ingest/json_ld.h"
#include "ingest/pay_text.h"
#include "ingest/plain_text.h"
#include "ingest/work_hours.h"

namespace overstap::ingest {
namespace {

using Draft = RecordDraft<model::Vacancy>;
using nlohmann::json;

constexpr size_t kDayBytes = 10;
constexpr size_t kHashDigits = 24;

void Collect(const json& value, std::vector<const json*>* postings) {
  if (value.is_array()) {
    for (const json& element : value) Collect(element, postings);
  }
  if (!value.is_object()) return;
  if (IsOfType(value, "JobPosting")) return postings->push_back(&value);
  for (const char* property : {"@graph", "mainEntity", "itemListElement", "item"}) {
    for (const json* element : ValuesOf(value, property)) Collect(*element, postings);
  }
}

// "name:value" when the identifier says whose it is: employers number from 1.
std::string StatedId(const json& posting) {
  for (const json* identifier : ValuesOf(posting, "identifier")) {
    const std::string value =
        identifier->is_object() ? FirstText(*identifier, "value") : TextOf(*identifier);
    if (value.empty()) continue;
    const std::string name = FirstText(*identifier, "name");
    return name.empty() ? value : StrCat(name, ":", value);
  }
  if (std::string id = FirstText(posting, "@id"); !id.empty()) return id;
  return FirstText(posting, "url");
}

std::string IdOf(const json& posting) {
  std::string id = StatedId(posting);
  if (!id.empty() && id.size() <= model::kMaxIdBytes) return id;
  ContentHasher hasher;
  hasher.Add(id.empty() ? posting.dump() : id);
  return StrCat("jobposting-", hasher.HexDigest(kHashDigits));
}

std::optional<absl::CivilDay> DayOf(const json& posting, std::string_view property, Draft* draft) {
  const std::string text = FirstText(posting, property);
  if (text.empty()) return std::nullopt;
  // A time may follow the day.
  const auto day = ParseDay(std::string_view(text).substr(0, kDayBytes));
  if (!day) {
    draft->Warn("bad_date", StrCat(property, " '", Utf8Prefix(text, 40),
                                   "' is no day that exists; counted as unknown"));
  }
  return day;
}

void ReadDays(const json& posting, Draft* draft) {
  model::Vacancy& vacancy = draft->record;
  vacancy.published = DayOf(posting, "datePosted", draft);
  vacancy.closes = DayOf(posting, "validThrough", draft);
  if (vacancy.published && vacancy.closes && *vacancy.closes < *vacancy.published) {
    draft->Warn("out_of_range", "validThrough is before datePosted; both counted as unknown");
    vacancy.published.reset();
    vacancy.closes.reset();
  }
}

bool IsNetherlands(const std::string& country) {
  constexpr std::array<std::string_view, 5> kNames = {"", "NL", "NLD", "Nederland", "Netherlands"};
  return std::find(kNames.begin(), kNames.end(), country) != kNames.end();
}

// Of the first address that says anything; later ones are other places of the same job.
void ReadAddress(const json& address, Draft* draft) {
  model::Vacancy& vacancy = draft->record;
  const std::string postcode = FirstText(address, "postalCode");
  const bool is_here = IsNetherlands(FirstText(address, "addressCountry"));
  const std::string digits = is_here ? FourDigits(postcode) : std::string();
  if (!FirstText(address, "streetAddress").empty() || postcode.size() > digits.size()) {
    draft->dropped.Add(PersonalKind::kAddresses);
  }
  if (vacancy.postcode.empty()) vacancy.postcode = digits;
  if (vacancy.place.empty() && is_here) {
    vacancy.place = TownOf(FirstText(address, "addressLocality"));
  }
  const std::string region = FirstText(address, "addressRegion");
  if (vacancy.region.empty() && model::CheckRegion(region).ok()) vacancy.region = region;
}

void ReadPlaces(const json& posting, Draft* draft) {
  for (const json* place : ValuesOf(posting, "jobLocation")) {
    if (IsOfType(*place, "PostalAddress")) ReadAddress(*place, draft);
    for (const json* address : ValuesOf(*place, "address")) {
      if (address->is_object()) {
        ReadAddress(*address, draft);
      } else {
        draft->dropped.Add(PersonalKind::kAddresses);
      }
    }
  }
  if (!draft->record.postcode.empty()) draft->record.place.clear();
}

void ReadPeople(const json& posting, Draft* draft) {
  for (const json* employer : ValuesOf(posting, "hiringOrganization")) {
    if (IsOfType(*employer, "Person")) {
      draft->dropped.Add(PersonalKind::kNames);
    } else if (draft->record.employer.empty()) {
      draft->record.employer = PlainText(TextOf(*employer));
    }
    for (const char* property : {"email", "telephone"}) {
      draft->dropped.Add(PersonalKind::kContact,
                         static_cast<int64_t>(ValuesOf(*employer, property).size()));
    }
  }
  for (const json* contact : ValuesOf(posting, "applicationContact")) {
    draft->dropped.Add(PersonalKind::kContact);
    if (!FirstText(*contact, "name").empty()) draft->dropped.Add(PersonalKind::kNames);
  }
}

std::optional<double> NumberOf(const json& object, const char* property) {
  const std::string text = FirstText(object, property);
  double number = 0;
  return !text.empty() && absl::SimpleAtod(text, &number) ? std::optional(number) : std::nullopt;
}

// A MonetaryAmount of schema.org: the amount, or the least and the most, stands in a
// QuantitativeValue or in itself.
std::optional<PayRange> PayOf(const json& salary) {
  if (!salary.is_object()) {
    return salary.is_string() ? ReadPayText(salary.get_ref<const std::string&>()) : std::nullopt;
  }
  const std::string currency = FirstText(salary, "currency");
  if (!currency.empty() && currency != "EUR") return std::nullopt;
  const auto values = ValuesOf(salary, "value");
  const json& value = values.empty() || !values.front()->is_object() ? salary : *values.front();
  const auto period =
      PayPeriodOf(FirstText(value, value.contains("unitText") ? "unitText" : "unitCode"));
  if (!period) return std::nullopt;
  const std::optional<double> one = NumberOf(value, "value");
  const PayRange range{one ? one : NumberOf(value, "minValue"),
                       one ? one : NumberOf(value, "maxValue"), *period};
  return range.least || range.most ? std::optional(range) : std::nullopt;
}

void ReadPay(const json& posting, Draft* draft) {
  const auto salaries = ValuesOf(posting, "baseSalary");
  if (salaries.empty()) return;
  const std::optional<PayRange> pay = PayOf(*salaries.front());
  std::string warning = pay ? SetPay(*pay, &draft->record)
                            : "baseSalary is not in euros for an hour, day, week, month or year; "
                              "counted as unknown";
  if (!warning.empty()) draft->Warn("bad_pay", std::move(warning));
}

}  // namespace

std::vector<const json*> JobPostingsIn(const json& root) {
  std::vector<const json*> postings;
  Collect(root, &postings);
  return postings;
}

absl::StatusOr<Draft> VacancyFromJobPosting(const json& posting) {
  Draft draft;
  model::Vacancy& vacancy = draft.record;
  vacancy.title = PlainText(FirstText(posting, "title"));
  if (vacancy.title.empty()) vacancy.title = PlainText(FirstText(posting, "name"));
  if (vacancy.title.empty()) return absl::InvalidArgumentError("the JobPosting has no title");
  vacancy.id = IdOf(posting);
  vacancy.text = PlainText(FirstText(posting, "description"));
  ReadDays(posting, &draft);
  ReadPlaces(posting, &draft);
  ReadPeople(posting, &draft);
  ReadWork(posting, &draft);
  ReadPay(posting, &draft);
  const WorkHours hours = ReadWorkHours(FirstText(posting, "workHours"));
  vacancy.hours_min = hours.least;
  vacancy.hours_max = hours.most;
  OVERSTAP_RETURN_IF_ERROR(Validate(vacancy));
  return draft;
}

}  // namespace overstap::ingest
