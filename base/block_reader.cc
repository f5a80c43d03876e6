#include "base/block_reader.h"

#include <algorithm>
#include <exception>

namespace overstap {

void BlockReader::Fill() {
  position_ = 0;
  block_.clear();
  if (failed_) return;
  // libstdc++ reports a read error of a file by throwing from its buffer.
  try {
    std::streambuf* buffer = in_->rdbuf();
    if (buffer->sgetc() == std::char_traits<char>::eof()) return;
    const auto ready = std::max<std::streamsize>(1, buffer->in_avail());
    const auto wanted = std::min<std::streamsize>(ready, kBlockBytes);
    block_.resize(static_cast<size_t>(wanted));
    block_.resize(static_cast<size_t>(buffer->sgetn(block_.data(), wanted)));
  } catch (const std::exception&) {
    block_.clear();
    failed_ = true;
  }
}

std::string_view BlockReader::Available() {
  if (position_ == block_.size()) Fill();
  return std::string_view(block_).substr(position_);
}

int BlockReader::Peek() {
  const std::string_view bytes = Available();
  return bytes.empty() ? kEnd : static_cast<unsigned char>(bytes.front());
}

}  // namespace overstap
