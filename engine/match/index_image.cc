#include "engine/match/index_image.h"

#include <array>
#include <cstring>
#include <string>

#include "base/fast_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::match {
namespace {

constexpr uint32_t kMostSections = 64;
constexpr std::string_view kAdvice = "; make the index again";

size_t Aligned(size_t offset) {
  return (offset + kImageAlignment - 1) / kImageAlignment * kImageAlignment;
}

absl::Status Damaged(std::string_view what) {
  return absl::DataLossError(ToAbsl(StrCat("the image of the index ", what, kAdvice)));
}

absl::Status Foreign(std::string_view what) {
  return absl::FailedPreconditionError(ToAbsl(StrCat("the image of the index ", what, kAdvice)));
}

template <class T>
std::span<const std::byte> BytesOf(const T& object) {
  return std::as_bytes(std::span(&object, 1));
}

uint32_t ChecksumOf(ImageHeader header, std::span<const ImageSection> table) {
  header.checksum = 0;
  return ImageChecksum(BytesOf(header), std::as_bytes(table));
}

absl::Status CheckHeader(const ImageHeader& header, size_t size, ImageKind kind) {
  if (header.magic != ImageHeader::kMagic) return Foreign("is something else");
  if (header.version != ImageHeader::kVersion) return Foreign("has another version");
  if (header.kind != kind) return Foreign("holds other records");
  if (header.size != size) return Damaged("has another size than it says");
  const size_t room = size - sizeof(ImageHeader);
  if (header.section_count < 2 || header.section_count > kMostSections ||
      header.section_count > room / sizeof(ImageSection)) {
    return Damaged("has an impossible number of sections");
  }
  return absl::OkStatus();
}

// Sections lie one after the other, and the last ends the image.
absl::Status CheckTable(std::span<const std::byte> bytes, std::span<const ImageSection> table) {
  size_t end = sizeof(ImageHeader) + table.size_bytes();
  for (const ImageSection& section : table) {
    if (section.offset != Aligned(end) || section.offset > bytes.size()) {
      return Damaged("has a section where none can be");
    }
    const size_t room = bytes.size() - section.offset;
    if (section.element_size == 0 || section.count > room / section.element_size) {
      return Damaged("is cut off");
    }
    const size_t size = section.count * section.element_size;
    end = section.offset + size;
    if (ImageChecksum(bytes.subspan(section.offset, size)) != section.checksum) {
      return Damaged("has a wrong checksum");
    }
  }
  return end == bytes.size() ? absl::OkStatus() : Damaged("has something behind its end");
}

}  // namespace

uint32_t ImageChecksum(std::span<const std::byte> bytes, std::span<const std::byte> more) {
  FastHasher hasher;
  for (const auto& part : {bytes, more}) {
    hasher.Add({reinterpret_cast<const char*>(part.data()), part.size()});
  }
  return static_cast<uint32_t>(hasher.Digest());
}

ImageWriter::ImageWriter(ImageKind kind, std::string_view made_for) {
  header_.kind = kind;
  AddSection(std::as_bytes(std::span(made_for)), 1);
  AddSection({}, sizeof(uint64_t));  // numbers, when all are known
}

void ImageWriter::AddSection(std::span<const std::byte> bytes, size_t element_size) {
  sections_.push_back(bytes);
  table_.push_back({0, bytes.size() / element_size, static_cast<uint32_t>(element_size), 0});
}

absl::Status ImageWriter::Write(const ImageSink& sink) {
  sections_[1] = std::as_bytes(std::span(numbers_));
  table_[1].count = numbers_.size();
  header_.section_count = static_cast<uint32_t>(table_.size());
  header_.size = sizeof(ImageHeader) + table_.size() * sizeof(ImageSection);
  size_t end = header_.size;
  for (size_t i = 0; i < table_.size(); ++i) {
    table_[i].offset = Aligned(end);
    table_[i].checksum = ImageChecksum(sections_[i]);
    end = table_[i].offset + sections_[i].size();
  }
  const size_t first = header_.size;
  header_.size = end;
  header_.checksum = ChecksumOf(header_, table_);
  OVERSTAP_RETURN_IF_ERROR(sink(BytesOf(header_)));
  OVERSTAP_RETURN_IF_ERROR(sink(std::as_bytes(std::span(table_))));
  constexpr std::array<std::byte, kImageAlignment> kZeros{};
  end = first;
  for (size_t i = 0; i < table_.size(); ++i) {
    OVERSTAP_RETURN_IF_ERROR(sink(std::span(kZeros).first(table_[i].offset - end)));
    OVERSTAP_RETURN_IF_ERROR(sink(sections_[i]));
    end = table_[i].offset + sections_[i].size();
  }
  return absl::OkStatus();
}

absl::StatusOr<ImageReader> ImageReader::Open(std::span<const std::byte> bytes, ImageKind kind,
                                              std::string_view made_for) {
  if (reinterpret_cast<uintptr_t>(bytes.data()) % kImageAlignment != 0) {
    return absl::InvalidArgumentError(
        "the image of an index must begin at a multiple of 64 in memory; map it from its "
        "beginning");
  }
  if (bytes.size() < sizeof(ImageHeader)) return Damaged("is cut off");
  ImageHeader header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  OVERSTAP_RETURN_IF_ERROR(CheckHeader(header, bytes.size(), kind));
  ImageReader reader;
  reader.bytes_ = bytes;
  reader.table_ = {reinterpret_cast<const ImageSection*>(bytes.data() + sizeof(header)),
                   header.section_count};
  if (ChecksumOf(header, reader.table_) != header.checksum) return Damaged("has a wrong checksum");
  OVERSTAP_RETURN_IF_ERROR(CheckTable(bytes, reader.table_));
  const auto source = reader.Next(1);
  if (std::string_view(reinterpret_cast<const char*>(source.data()), source.size()) != made_for) {
    return Foreign("was made for other data, taxonomy or parameters");
  }
  const auto numbers = reader.Next(sizeof(uint64_t));
  reader.numbers_ = {reinterpret_cast<const uint64_t*>(numbers.data()),
                     numbers.size() / sizeof(uint64_t)};
  return reader;
}

void ImageReader::operator()(size_t& number) {
  if (numbers_.empty()) {
    failed_ = true;
    return;
  }
  number = numbers_.front();
  numbers_ = numbers_.subspan(1);
}

bool ImageReader::HasMatched() const {
  return !failed_ && next_ == table_.size() && numbers_.empty();
}

std::span<const std::byte> ImageReader::Next(size_t element_size) {
  if (next_ == table_.size() || table_[next_].element_size != element_size) {
    failed_ = true;
    return {};
  }
  const ImageSection& section = table_[next_++];
  return bytes_.subspan(section.offset, section.count * section.element_size);
}

absl::Status ImageIsUnsound() { return Damaged("says what cannot be"); }

}  // namespace overstap::match
