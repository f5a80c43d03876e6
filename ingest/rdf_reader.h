// RDF statements of a Turtle or N-Triples file, one at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace overstap::ingest {

enum class RdfSyntax { kTurtle, kNTriples };

struct RdfTerm {
  enum class Kind : uint8_t { kUri, kBlank, kLiteral };
  Kind kind = Kind::kUri;
  std::string_view value;     // a full URI, the name of a blank node, or text
  std::string_view language;  // tag of a literal, such as "nl"; else empty
};

// Views live until the visitor returns. Text and URIs are valid UTF-8.
struct RdfStatement {
  RdfTerm subject;  // a URI or a blank node
  std::string_view predicate;
  RdfTerm object;
  int64_t line = 0;  // on which the object ends, from 1
};

using RdfVisitor = std::function<absl::Status(const RdfStatement&)>;

struct RdfSource {
  std::string name;          // of the file, for messages
  std::string blank_prefix;  // keeps blank nodes of several files apart; letters and digits
  RdfSyntax syntax = RdfSyntax::kTurtle;
};

// Calls `visit` for each statement in the order of the file (W3C RDF 1.1 Turtle and N-Triples, by
// Serd), in memory bounded by the longest statement. Stops at the first error and returns it:
// kInvalidArgument with "name:line: what" for a syntax error, an undeclared prefix, a relative URI
// without a base, wrong encoding, a file that ends inside a statement, and for what exceeds the
// bounds below; kDataLoss when the stream cannot be read; or what `visit` returned. An empty file
// has no statements.
absl::Status ReadRdf(std::istream& in, const RdfSource& source, const RdfVisitor& visit);

inline constexpr int64_t kMaxRdfStatementBytes = int64_t{4} << 20;
inline constexpr size_t kMaxRdfUriBytes = 8192;
inline constexpr int kMaxRdfPrefixes = 1000;
inline constexpr int kMaxRdfNesting = 500;  // lists and nameless nodes within one statement

}  // namespace overstap::ingest
