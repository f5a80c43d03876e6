// The image of an index in memory, to be damaged.
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/match/index_image.h"

namespace overstap::match {

class ImageBytes {
 public:
  explicit ImageBytes(std::span<const std::byte> bytes) { Add(bytes); }
  template <class Index>
  static ImageBytes Of(const Index& index, std::string_view made_for) {
    ImageBytes image({});
    const absl::Status written = index.Write(made_for, [&](std::span<const std::byte> bytes) {
      image.Add(bytes);
      return absl::OkStatus();
    });
    if (!written.ok()) image.Resize(0);
    return image;
  }

  std::span<std::byte> bytes() { return {lines_.data()->data(), size_}; }
  void Resize(size_t size) {
    lines_.resize(size / kImageAlignment + 1);
    size_ = size;
  }

  // Makes all checksums right for what is there now, as far as there are sections.
  void Seal() {
    ImageHeader header;
    if (size_ < sizeof(header)) return;
    std::memcpy(&header, bytes().data(), sizeof(header));
    const size_t room = (size_ - sizeof(header)) / sizeof(ImageSection);
    if (header.section_count > room) return;
    std::vector<ImageSection> table(header.section_count);
    const auto at = bytes().subspan(sizeof(header), table.size() * sizeof(ImageSection));
    std::copy_n(at.begin(), at.size(), std::as_writable_bytes(std::span(table)).begin());
    for (ImageSection& section : table) {
      if (section.offset > size_) continue;
      const size_t most = size_ - section.offset;
      if (section.element_size == 0 || section.count > most / section.element_size) continue;
      section.checksum =
          ImageChecksum(bytes().subspan(section.offset, section.count * section.element_size));
    }
    std::copy_n(std::as_bytes(std::span(table)).begin(), at.size(), at.begin());
    header.checksum = 0;
    header.checksum = ImageChecksum(std::as_bytes(std::span(&header, 1)), at);
    std::memcpy(bytes().data(), &header, sizeof(header));
  }

 private:
  struct alignas(kImageAlignment) Line : std::array<std::byte, kImageAlignment> {};

  void Add(std::span<const std::byte> added) {
    const size_t at = size_;
    Resize(size_ + added.size());
    if (!added.empty()) std::memcpy(bytes().data() + at, added.data(), added.size());
  }

  std::vector<Line> lines_{1};
  size_t size_ = 0;
};

}  // namespace overstap::match
