#include "ingest/rdf_reader.h"

#include <serd/serd.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <memory>
#include <utility>

#include "base/block_reader.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::ingest {
namespace {

const uint8_t* ToSerd(const std::string& text) {
  return reinterpret_cast<const uint8_t*>(text.c_str());
}

std::string_view TextOf(const SerdNode& node) {
  return {reinterpret_cast<const char*>(node.buf), node.n_bytes};
}

// A node that Serd made for us, or nothing.
class OwnedNode {
 public:
  OwnedNode() = default;
  ~OwnedNode() { serd_node_free(&node_); }
  OwnedNode(const OwnedNode&) = delete;
  OwnedNode& operator=(const OwnedNode&) = delete;

  bool Expand(const SerdEnv* env, const SerdNode* node) {
    node_ = serd_env_expand_node(env, node);
    return node_.type == SERD_URI;
  }
  std::string_view text() const { return TextOf(node_); }

 private:
  SerdNode node_ = SERD_NODE_NULL;
};

struct FreeReader {
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};
struct FreeEnv {
  void operator()(SerdEnv* env) const { serd_env_free(env); }
};

// One reading of one file. Serd asks for one byte at a time, so that the line counted here is the
// line that Serd is at: its statements carry none.
class RdfReading {
 public:
  RdfReading(std::istream& in, const RdfSource& source, const RdfVisitor& visit)
      : bytes_(in), source_(source), visit_(visit), env_(serd_env_new(nullptr)) {}

  absl::Status Run() {
    const SerdSyntax syntax = source_.syntax == RdfSyntax::kNTriples ? SERD_NTRIPLES : SERD_TURTLE;
    const std::unique_ptr<SerdReader, FreeReader> reader(
        serd_reader_new(syntax, this, nullptr, OnBase, OnPrefix, OnStatement, nullptr));
    serd_reader_set_strict(reader.get(), true);
    serd_reader_set_error_sink(reader.get(), OnError, this);
    serd_reader_add_blank_prefix(reader.get(), ToSerd(source_.blank_prefix));
    const SerdStatus result =
        serd_reader_read_source(reader.get(), OnRead, OnCheck, this, ToSerd(source_.name), 1);
    if (bytes_.failed()) {
      return absl::DataLossError(
          StrCat(source_.name, ":", line_, ": the file cannot be read further"));
    }
    if (status_.ok() && result > SERD_FAILURE) Fail("this is no RDF of the expected syntax");
    return std::move(status_);
  }

 private:
  static RdfReading& Of(void* handle) { return *static_cast<RdfReading*>(handle); }

  static size_t OnRead(void* buffer, size_t, size_t, void* handle) {
    return Of(handle).ReadByte(static_cast<char*>(buffer)) ? 1 : 0;
  }
  static int OnCheck(void* handle) { return Of(handle).bytes_.failed() ? 1 : 0; }

  static SerdStatus OnError(void* handle, const SerdError* error) {
    RdfReading& reading = Of(handle);
    if (!reading.status_.ok()) return SERD_SUCCESS;
    std::array<char, 300> message{};
    std::vsnprintf(message.data(), message.size(), error->fmt, *error->args);
    std::string_view text(message.data());
    text = text.substr(0, text.find('\n'));
    reading.Fail(IsValidUtf8(text) ? text : "syntax error");
    return SERD_SUCCESS;
  }

  static SerdStatus OnBase(void* handle, const SerdNode* uri) {
    RdfReading& reading = Of(handle);
    reading.statement_bytes_ = 0;
    const SerdStatus result = serd_env_set_base_uri(reading.env_.get(), uri);
    const SerdNode* base = serd_env_get_base_uri(reading.env_.get(), nullptr);
    if (base->n_bytes > kMaxRdfUriBytes) return reading.Fail("the base URI is too long");
    return result;
  }

  static SerdStatus OnPrefix(void* handle, const SerdNode* name, const SerdNode* uri) {
    RdfReading& reading = Of(handle);
    reading.statement_bytes_ = 0;
    if (++reading.prefixes_ > kMaxRdfPrefixes) {
      return reading.Fail(StrCat("more than ", kMaxRdfPrefixes, " prefixes are declared"));
    }
    return serd_env_set_prefix(reading.env_.get(), name, uri);
  }

  static SerdStatus OnStatement(void* handle, SerdStatementFlags flags, const SerdNode*,
                                const SerdNode* subject, const SerdNode* predicate,
                                const SerdNode* object, const SerdNode*, const SerdNode* language) {
    return Of(handle).Visit(flags, *subject, *predicate, *object, language);
  }

  // False at the end and after a fault: Serd then stops soon.
  bool ReadByte(char* byte) {
    if (!status_.ok()) return false;
    if (rest_.empty()) {
      bytes_.Skip(block_bytes_);
      rest_ = bytes_.Available();
      block_bytes_ = rest_.size();
      if (rest_.empty()) return false;
    }
    *byte = rest_.front();
    rest_.remove_prefix(1);
    if (std::exchange(line_ended_, *byte == '\n')) ++line_;
    if (*byte == '\0') {
      Fail("a NUL byte; is this a text file?");
      return false;
    }
    if (++statement_bytes_ > kMaxRdfStatementBytes) {
      Fail(StrCat("a statement is longer than ", kMaxRdfStatementBytes,
                  " bytes; was a quote never closed?"));
      return false;
    }
    return true;
  }

  SerdStatus Visit(SerdStatementFlags flags, const SerdNode& subject, const SerdNode& predicate,
                   const SerdNode& object, const SerdNode* language) {
    if (!status_.ok()) return SERD_ERR_INTERNAL;
    statement_bytes_ = 0;
    constexpr SerdStatementFlags kWithin = SERD_ANON_CONT | SERD_LIST_CONT;
    constexpr SerdStatementFlags kBegin =
        SERD_ANON_S_BEGIN | SERD_ANON_O_BEGIN | SERD_LIST_S_BEGIN | SERD_LIST_O_BEGIN;
    if ((flags & kWithin) == 0) nesting_ = 0;
    if ((flags & kBegin) != 0 && ++nesting_ > kMaxRdfNesting) {
      return Fail(
          StrCat("a statement holds more than ", kMaxRdfNesting, " lists or nameless nodes"));
    }
    OwnedNode expanded_subject, expanded_predicate, expanded_object;
    RdfStatement statement;
    RdfTerm verb;
    if (!Convert(subject, &expanded_subject, &statement.subject) ||
        !Convert(predicate, &expanded_predicate, &verb) ||
        !Convert(object, &expanded_object, &statement.object)) {
      return SERD_ERR_BAD_ARG;
    }
    statement.predicate = verb.value;
    statement.line = line_;
    if (language != nullptr && language->buf != nullptr) {
      statement.object.language = TextOf(*language);
    }
    status_ = visit_(statement);
    return status_.ok() ? SERD_SUCCESS : SERD_ERR_INTERNAL;
  }

  bool Convert(const SerdNode& node, OwnedNode* expanded, RdfTerm* term) {
    term->value = TextOf(node);
    term->kind = RdfTerm::Kind::kUri;
    if (node.type == SERD_LITERAL) {
      term->kind = RdfTerm::Kind::kLiteral;
    } else if (node.type == SERD_BLANK) {
      term->kind = RdfTerm::Kind::kBlank;
    } else if (node.type == SERD_CURIE || !serd_uri_string_has_scheme(node.buf)) {
      if (!expanded->Expand(env_.get(), &node) ||
          !serd_uri_string_has_scheme(reinterpret_cast<const uint8_t*>(expanded->text().data()))) {
        const bool is_curie = node.type == SERD_CURIE;
        Fail(StrCat(is_curie ? "the prefix is not declared: " : "a URI without a base: ",
                    Utf8Prefix(IsValidUtf8(term->value) ? term->value : "?", 200)));
        return false;
      }
      term->value = expanded->text();
    }
    if (term->kind != RdfTerm::Kind::kLiteral && term->value.size() > kMaxRdfUriBytes) {
      Fail(StrCat("a URI is longer than ", kMaxRdfUriBytes, " bytes"));
      return false;
    }
    if (!IsValidUtf8(term->value)) {
      Fail("text that is not UTF-8");
      return false;
    }
    return true;
  }

  SerdStatus Fail(std::string_view what) {
    if (status_.ok()) {
      status_ = absl::InvalidArgumentError(StrCat(source_.name, ":", line_, ": ", what));
    }
    return SERD_ERR_BAD_SYNTAX;
  }

  BlockReader bytes_;
  const RdfSource& source_;
  const RdfVisitor& visit_;
  std::unique_ptr<SerdEnv, FreeEnv> env_;
  std::string_view rest_;  // of the block that was taken from bytes_
  size_t block_bytes_ = 0;
  int64_t line_ = 1;
  bool line_ended_ = false;
  int64_t statement_bytes_ = 0;
  int prefixes_ = 0;
  int nesting_ = 0;
  absl::Status status_;
};

}  // namespace

absl::Status ReadRdf(std::istream& in, const RdfSource& source, const RdfVisitor& visit) {
  return RdfReading(in, source, visit).Run();
}

}  // namespace overstap::ingest
