// The small readers under the formats of others.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "ingest/plain_text.h"
#include "ingest/record_draft.h"
#include "ingest/record_format.h"
#include "ingest/record_source.h"
#include "ingest/work_hours.h"

namespace overstap::ingest {
namespace {

TEST(ReadWorkHoursTest, ReadsHoursAWeek) {
  EXPECT_EQ(ReadWorkHours("32-40 uur per week"), (WorkHours{32, 40}));
  EXPECT_EQ(ReadWorkHours("Minimaal 24 tot 36 uren"), (WorkHours{24, 36}));
  EXPECT_EQ(ReadWorkHours("32 \xe2\x80\x93 40 hours"), (WorkHours{32, 40}));
  EXPECT_EQ(ReadWorkHours("40u"), (WorkHours{40, 40}));
  EXPECT_EQ(ReadWorkHours("36"), (WorkHours{36, 36}));
  EXPECT_EQ(ReadWorkHours("40-32"), (WorkHours{32, 40}));
}

TEST(ReadWorkHoursTest, AnythingElseIsUnknown) {
  for (const char* text : {"", "9:00-17:00", "in overleg", "99 uur", "0 uur", "2 dagen", "36,5 uur",
                           "ma 9 - vr 17", "123456789012345678901234567890 uur"}) {
    EXPECT_EQ(ReadWorkHours(text), WorkHours()) << text;
  }
}

TEST(PlainTextTest, TagsAndEntities) {
  EXPECT_EQ(PlainText("a &amp; b"), "a & b");
  EXPECT_EQ(PlainText("x<br/>y<!-- z --><b>w</b>"), "x\nyw");
  EXPECT_EQ(PlainText("<UL><li>a</li><LI>b</UL>"), "\n\n- a\n\n- b\n");
  EXPECT_EQ(PlainText("&#233;&#xe9;&eacute;"), "ééé");
  EXPECT_EQ(PlainText("&#xd800;&#0;&#x110000;&nope;& &;"), "&nope;& &;");
  EXPECT_EQ(PlainText("<script>var x = '<p>';</script>y"), "y");
  EXPECT_EQ(PlainText("a < b"), "a ");
}

TEST(FourDigitsTest, OnlyOfADutchPostcode) {
  for (const char* text : {"8011", "8011AB", "8011 ab", " 8011 AB "}) {
    EXPECT_EQ(FourDigits(text), "8011") << text;
  }
  for (const char* text : {"", "801", "0123AB", "80112", "8011A", "8011ABC", "B-1000", "D8011"}) {
    EXPECT_EQ(FourDigits(text), "") << text;
  }
}

TEST(SetHoursTest, WhatCannotBeIsUnknown) {
  std::optional<int> least;
  std::optional<int> most;
  EXPECT_EQ(SetHours(10, 40, &least, &most), "");
  EXPECT_EQ(least, 10);
  EXPECT_NE(SetHours(10, 96, &least, &most), "");
  EXPECT_EQ(least, 10);
  EXPECT_EQ(most, std::nullopt);
  EXPECT_NE(SetHours(40, 10, &least, &most), "");
  EXPECT_EQ(least, std::nullopt);
}

TEST(SeeFormatTest, ByContent) {
  const auto see = [](RecordKind kind, std::string_view head) {
    return SeeFormat(kind, std::nullopt, head).value();
  };
  using F = RecordFormat;
  using L = RecordLayout;
  constexpr RecordKind kV = RecordKind::kVacancies;
  constexpr RecordKind kP = RecordKind::kProfiles;
  EXPECT_EQ(see(kV, ""), (SeenFormat{F::kOverstap, L::kLines}));
  EXPECT_EQ(see(kV, "# x\n{\"id\":\"a\"}"), (SeenFormat{F::kOverstap, L::kLines}));
  EXPECT_EQ(see(kV, "\xef\xbb\xbf {\"@type\":\"JobPosting\"}\n{"),
            (SeenFormat{F::kJobPosting, L::kLines}));
  EXPECT_EQ(see(kV, "{\n\"@type\":\"JobPosting\"}"), (SeenFormat{F::kJobPosting, L::kValues}));
  EXPECT_EQ(see(kV, "{\"@graph\":[\n{\"@type\":\"JobPosting\"}]}"),
            (SeenFormat{F::kJobPosting, L::kValues}));
  EXPECT_EQ(see(kV, "<html>"), (SeenFormat{F::kJobPosting, L::kPage}));
  EXPECT_EQ(see(kV, "[{\"idVacature\":1}]"), (SeenFormat{F::kVum, L::kValues}));
  EXPECT_EQ(see(kP, "{\"idWerkzoekende\":\n{\"idWerkzoekende\":1}"),
            (SeenFormat{F::kVum, L::kLines}))
      << "a broken first line";
  EXPECT_EQ(see(kP, "<?xml"), (SeenFormat{F::kEuropass, L::kWhole}));
  EXPECT_EQ(see(RecordKind::kCourses, "<"), (SeenFormat{F::kOverstap, L::kLines}));
}

std::vector<std::string> TextsOf(RecordLayout layout, const std::string& bytes) {
  std::istringstream in(bytes);
  const auto source = RecordSource::Make(layout, in);
  std::vector<std::string> texts;
  for (RawRecord raw; source->Next(&raw);) {
    texts.push_back(std::to_string(raw.line) + " " + (raw.too_long ? "too long" : raw.text));
  }
  return texts;
}

TEST(RecordSourceTest, Values) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(TextsOf(RecordLayout::kValues, "[\n{\"a\":\"}]\\\"\"},\n {\"b\":[{}]}]"),
            (Texts{"2 {\"a\":\"}]\\\"\"}", "3 {\"b\":[{}]}"}));
  EXPECT_EQ(TextsOf(RecordLayout::kValues, "[1, x\n]"), (Texts{"1 1", "1 x"}));
  EXPECT_EQ(TextsOf(RecordLayout::kValues, "[{\"a\n\"},{}"), (Texts{"1 {\"a\n\"},{}"}));
  EXPECT_EQ(TextsOf(RecordLayout::kValues, " \n"), Texts());
  EXPECT_EQ(TextsOf(RecordLayout::kValues, "{}}\n}x"), (Texts{"1 {}", "1 }", "2 }", "2 x"}));
  // An object can be longer than what is read at a time, and longer than the bound.
  const std::string long_text = "{\"a\":\"" + std::string(200000, 'x') + "\"}";
  EXPECT_EQ(TextsOf(RecordLayout::kValues, "[" + long_text + "," + long_text + "]").size(), 2u);
  EXPECT_EQ(
      TextsOf(RecordLayout::kValues, "[{\"a\":\"" + std::string(kMaxRecordBytes, 'x') + "\"},{}]"),
      (Texts{"1 too long", "1 {}"}));
}

// Scripts of a page with the lines that they begin on, found one after another.
TEST(RecordSourceTest, Pages) {
  std::mt19937 random(20261122);
  const std::vector<std::string> parts = {"\n",
                                          "\r\n",
                                          "<p>",
                                          "<script>\nx\n</script>",
                                          "<SCRIPT a=\"\n\" type=\"application/LD+json\">",
                                          "<script type='application/ld+json'>",
                                          "</script>",
                                          "{\n\n}",
                                          "</SCRIPT>\n"};
  size_t found = 0;
  for (int round = 0; round < 500; ++round) {
    std::string page = "<";
    for (int i = 0; i < 40; ++i) page += parts[random() % parts.size()];
    const std::string lower = absl::AsciiStrToLower(page);
    std::vector<std::string> expected;
    for (size_t tag = lower.find("<script"); tag != std::string::npos;) {
      const size_t begin = lower.find('>', tag) + 1;
      const size_t end = std::min(lower.find("</script", begin), lower.size());
      if (lower.substr(tag, begin - tag).find("application/ld+json") != std::string::npos) {
        const auto lines =
            1 + std::count(page.begin(), page.begin() + static_cast<long>(begin), '\n');
        expected.push_back(std::to_string(lines) + " " + page.substr(begin, end - begin));
      }
      tag = lower.find("<script", end);
    }
    EXPECT_EQ(TextsOf(RecordLayout::kPage, page), expected) << page;
    found += expected.size();
  }
  EXPECT_GT(found, 1000u);
}

// Counted anew for each script, the lines before it took more than a minute.
TEST(RecordSourceTest, APageOfVeryManyScripts) {
  constexpr size_t kScripts = 200'000;
  std::string page = "<html>";
  for (size_t i = 0; i < kScripts; ++i) page += "<script type=application/ld+json>{}</script>\n";
  const std::vector<std::string> texts = TextsOf(RecordLayout::kPage, page);
  ASSERT_EQ(texts.size(), kScripts);
  EXPECT_EQ(texts.back(), std::to_string(kScripts) + " {}");
}

TEST(RecordSourceTest, AnObjectThatIsNotClosedEndsWhereItShows) {
  using Texts = std::vector<std::string>;
  const auto values = [](const std::string& text) { return TextsOf(RecordLayout::kValues, text); };
  EXPECT_EQ(values(R"([{"a":1,{"b":2},{"c":3}])"),
            (Texts{R"(1 {"a":1,)", R"(1 {"b":2})", R"(1 {"c":3})"}));
  EXPECT_EQ(values(R"([{"a":{"x":1},{"b":2}])"), (Texts{R"(1 {"a":{"x":1},)", R"(1 {"b":2})"}));
  EXPECT_EQ(values(R"([{"a":{"x":1,{"b":2}])"), (Texts{R"(1 {"a":{"x":1,)", R"(1 {"b":2})"}));
  EXPECT_EQ(values(R"([{"a":[{"x":1]},{"b":2}])"), (Texts{R"(1 {"a":[{"x":1]})", R"(1 {"b":2})"}));
  EXPECT_EQ(values(R"([{"a":[{"x":1}},{"b":2}])"), (Texts{R"(1 {"a":[{"x":1}})", R"(1 {"b":2})"}));
  EXPECT_EQ(values("[{\"a\":\"x\n},\n{\"b\":2}]"), (Texts{"1 {\"a\":\"x\n}", "3 {\"b\":2}"}));
  EXPECT_EQ(values(R"([{"a":1},{"b":2])"), (Texts{R"(1 {"a":1})", R"(1 {"b":2)"}));
}

TEST(RecordSourceTest, WhatIsLostIsMeasured) {
  std::istringstream in("[{\"a\":1},\n{\"b\":\"},\n{\"c\":3");
  const auto source = RecordSource::Make(RecordLayout::kValues, in);
  RawRecord raw;
  ASSERT_TRUE(source->Next(&raw));
  EXPECT_FALSE(raw.unclosed);
  ASSERT_TRUE(source->Next(&raw));
  EXPECT_EQ(raw.text, "{\"b\":\"},\n");
  EXPECT_FALSE(raw.unclosed);
  ASSERT_TRUE(source->Next(&raw));
  EXPECT_TRUE(raw.unclosed);
  EXPECT_EQ(raw.line, 3);
  EXPECT_EQ(raw.last_line, 3);
  EXPECT_EQ(raw.bytes, 6);
  EXPECT_FALSE(source->Next(&raw));
}

// One bracket that closes is taken out: all other objects come through as they are.
TEST(RecordSourceTest, ALostBracketCostsItsObjectOnly) {
  std::mt19937 random(20261121);
  for (int round = 0; round < 2000; ++round) {
    const std::string space = round % 2 == 0 ? "" : "\n  ";
    const size_t broken = random() % 6;
    std::vector<std::string> whole;
    std::string text = "[";
    for (size_t i = 0; i < 6; ++i) {
      std::string object = "{\"id\":" + std::to_string(i) + "," + space +
                           R"("skills":[{"uri":"]}{["},{"uri":"b"}],"at":{"in":{"nl":"\"}"}}})";
      if (i == broken) {
        std::vector<size_t> closing;
        for (const char* end : {"]}{[\"}", "b\"}", "}]", "}}}", "}}", "}"}) {
          closing.push_back(object.rfind(end) + std::string_view(end).size() - 1);
        }
        object.erase(closing[random() % closing.size()], 1);
      } else {
        whole.push_back(object);
      }
      text += (i == 0 ? "" : ",") + space + object;
    }
    std::istringstream in(text + space + "]");
    const auto source = RecordSource::Make(RecordLayout::kValues, in);
    std::vector<std::string> read;
    for (RawRecord raw; source->Next(&raw);) read.push_back(raw.text);
    for (const std::string& object : whole) {
      EXPECT_EQ(std::count(read.begin(), read.end(), object), 1) << text;
    }
    EXPECT_EQ(read.size(), 6u) << text;
  }
}

}  // namespace
}  // namespace overstap::ingest
