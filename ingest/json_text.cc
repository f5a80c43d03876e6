#include "ingest/json_text.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"
#include "ingest/plain_json.h"

namespace overstap::ingest {
namespace {

using nlohmann::json;

// Builds the value while it is read and stops at the first thing that is not allowed.
class CheckedBuilder final : public nlohmann::json_sax<json> {
 public:
  bool null() override { return Put(nullptr); }
  bool boolean(bool value) override { return Put(value); }
  bool number_integer(int64_t value) override { return Put(value); }
  bool number_unsigned(uint64_t value) override { return Put(value); }
  bool number_float(double value, const std::string&) override { return Put(value); }
  bool string(std::string& value) override {
    if (value.find('\0') != std::string::npos) return Fail("a string holds U+0000");
    return Put(std::move(value));
  }
  bool binary(json::binary_t&) override { return Fail("binary values are not JSON"); }

  bool start_object(size_t) override { return Open(json::object()); }
  bool start_array(size_t) override { return Open(json::array()); }
  bool end_object() override { return Close(); }
  bool end_array() override { return Close(); }

  bool key(std::string& name) override {
    const auto [slot, is_new] = open_.back()->emplace(name, nullptr);
    if (!is_new)
      return Fail(StrCat("field '", Utf8Prefix(name, 120), "' stands twice in one object"));
    slot_ = &*slot;
    return true;
  }

  bool parse_error(size_t position, const std::string&, const json::exception& error) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 9: the part that we want;
    // last read: '...'". What was read last can be long, and can be about a person. Of a number
    // that is too large: "[json.exception.out_of_range.406] number overflow parsing '1e999'".
    std::string_view what = error.what();
    what = what.substr(0, what.find("; last read"));
    if (const size_t name = what.find("] "); what.starts_with('[') && name != what.npos) {
      what.remove_prefix(name + 2);
    }
    if (const size_t prefix = what.find(": "); prefix != std::string_view::npos) {
      what.remove_prefix(prefix + 2);
    }
    return Fail(StrCat("not valid JSON at byte ", position, ": ", Utf8Prefix(what, 120)));
  }

  const std::string& error() const { return error_; }
  json TakeRoot() { return std::move(root_); }

 private:
  bool Fail(std::string what) {
    if (error_.empty()) error_ = std::move(what);
    return false;
  }

  // Stores a value where it belongs and gives its place.
  json* Place(json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (open_.back()->is_array()) {
      open_.back()->push_back(std::move(value));
      return &open_.back()->back();
    }
    *slot_ = std::move(value);
    return slot_;
  }

  bool Put(json value) {
    Place(std::move(value));
    return true;
  }

  bool Open(json value) {
    if (open_.size() == kMaxJsonDepth) {
      return Fail(StrCat("nesting is deeper than ", kMaxJsonDepth));
    }
    open_.push_back(Place(std::move(value)));
    return true;
  }

  bool Close() {
    open_.pop_back();
    return true;
  }

  json root_;
  std::vector<json*> open_;  // stable: a parent does not grow while a child is open
  json* slot_ = nullptr;     // of the key read last
  std::string error_;
};

}  // namespace

absl::StatusOr<json> ParseJson(std::string_view text) {
  if (const size_t bad = FindInvalidUtf8(text); bad != std::string_view::npos) {
    return absl::InvalidArgumentError(
        StrCat("byte ", bad + 1, " is not UTF-8 (is the file Latin-1?); convert it to UTF-8"));
  }
  if (json plain; ReadPlainJson(text, &plain)) return plain;
  CheckedBuilder builder;
  if (!json::sax_parse(text, &builder)) return absl::InvalidArgumentError(builder.error());
  return builder.TakeRoot();
}

absl::StatusOr<json> ParseJsonObject(std::string_view text) {
  OVERSTAP_ASSIGN_OR_RETURN(json root, ParseJson(text));
  if (!root.is_object()) return absl::InvalidArgumentError("not a JSON object: { ... } expected");
  return root;
}

}  // namespace overstap::ingest
