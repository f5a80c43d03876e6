// Streams that behave as files and pipes do on a bad day.
#pragma once

#include <algorithm>
#include <ios>
#include <streambuf>
#include <string>
#include <utility>

namespace overstap {

// A beginning, then a pattern without end.
class EndlessBuffer final : public std::streambuf {
 public:
  EndlessBuffer(std::string begin, std::string pattern)
      : begin_(std::move(begin)), pattern_(std::move(pattern)) {}

  size_t given() const { return given_; }

 protected:
  int_type underflow() override {
    if (given_ == 0) {
      block_ = begin_;
    } else {
      block_.clear();
      while (block_.size() < 4096) block_ += pattern_;
    }
    given_ += block_.size();
    setg(block_.data(), block_.data(), block_.data() + block_.size());
    return traits_type::to_int_type(*gptr());
  }

 private:
  std::string begin_;
  std::string pattern_;
  std::string block_;
  size_t given_ = 0;
};

// Gives a text a few bytes at a time, as a pipe may.
class TrickleBuffer final : public std::streambuf {
 public:
  TrickleBuffer(std::string text, size_t block) : text_(std::move(text)), block_(block) {}

 protected:
  int_type underflow() override {
    if (at_ == text_.size()) return traits_type::eof();
    const size_t count = std::min(block_, text_.size() - at_);
    setg(text_.data() + at_, text_.data() + at_, text_.data() + at_ + count);
    at_ += count;
    return traits_type::to_int_type(*gptr());
  }

 private:
  std::string text_;
  size_t block_;
  size_t at_ = 0;
};

// Gives a text, then fails as std::filebuf does when the device fails.
class FailingBuffer final : public std::streambuf {
 public:
  explicit FailingBuffer(std::string text) : text_(std::move(text)) {
    setg(text_.data(), text_.data(), text_.data() + text_.size());
  }

 protected:
  int_type underflow() override { throw std::ios_base::failure("device failed"); }

 private:
  std::string text_;
};

}  // namespace overstap
