// Which files an import of records reads, and in which format they are.
#pragma once

#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/record_format.h"

namespace overstap::ingest {

// The file itself; of a folder "<kind>.jsonl", or when another format than the own one is given all
// its files with the extension html, htm, json, jsonl, jsonld or xml, by name. Never empty.
// kNotFound for a folder without any.
absl::StatusOr<std::vector<std::filesystem::path>> RecordFilesOf(RecordKind kind,
                                                                 std::optional<RecordFormat> format,
                                                                 const std::string& path);

// SeeFormat of a stream, which is at its beginning again afterwards. What cannot be read twice, as
// a pipe, is taken for lines of the given or own format.
absl::StatusOr<SeenFormat> SeeFormatOf(RecordKind kind, std::optional<RecordFormat> given,
                                       std::istream* in);

}  // namespace overstap::ingest
