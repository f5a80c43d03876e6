#include "engine/transition/closeness_params.h"

#include <gtest/gtest.h>

#include <string>

#include "base/strings.h"

namespace overstap::transition {
namespace {

TEST(ClosenessParamsTest, OnlyWhatMakesSenseIsValid) {
  EXPECT_TRUE(ClosenessParams().Validate().ok());
  const auto refused = [](auto change) {
    ClosenessParams params;
    change(&params);
    return !params.Validate().ok();
  };
  EXPECT_TRUE(refused([](ClosenessParams* p) { p->step_down = 0.4; }));
  EXPECT_TRUE(refused([](ClosenessParams* p) { p->step_up = -0.1; }));
  EXPECT_TRUE(refused([](ClosenessParams* p) { p->blocks.fill(0); }));
  EXPECT_TRUE(refused([](ClosenessParams* p) { p->blocks[1] = -1; }));
  EXPECT_TRUE(refused([](ClosenessParams* p) { p->damping = -1; }));
  EXPECT_TRUE(refused([](ClosenessParams* p) { p->dimensions = 100; }));
  EXPECT_TRUE(refused([](ClosenessParams* p) { p->dimensions = 1'000'000; }));
}

TEST(ClosenessParamsTest, EveryNumberIsPartOfTheVersion) {
  ClosenessParams params;
  params.damping = 0.5;
  EXPECT_NE(params.Canonical(), ClosenessParams().Canonical());
}

TEST(ClosenessParamsTest, WhatIsWrittenIsReadBack) {
  ClosenessParams params;
  params.step_down = 1.0 / 7;
  params.blocks = {0.1, 0, 3, 1, 2, 1.0 / 3};
  params.dimensions = 64;
  const auto read = ParseClosenessParams(FormatClosenessParams(params), "test");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(*read, params);
}

TEST(ClosenessParamsTest, BadTextIsRefusedWithItsPlace) {
  const std::string good = FormatClosenessParams({});
  const auto message = [](const std::string& text) {
    return std::string(ParseClosenessParams(text, "f.tsv").status().message());
  };
  EXPECT_EQ(message(""), "f.tsv: not all numbers of closeness are there");
  EXPECT_EQ(message("# only a comment\n"), "f.tsv: not all numbers of closeness are there");
  EXPECT_EQ(message("damping 1"), "f.tsv:1: needs a name, a tab and a number");
  EXPECT_EQ(message("damping\tnan"), "f.tsv:1: needs a name, a tab and a number");
  EXPECT_EQ(message(StrCat("\n", "x\t1\n")), "f.tsv:2: no such number of closeness");
  EXPECT_EQ(message("damping\t0\ndamping\t0\n"), "f.tsv:2: stands there twice");
  EXPECT_EQ(message(good.substr(0, good.size() / 2)).substr(0, 5), "f.tsv");
  EXPECT_EQ(message(StrCat("dimensions\t1e300\n", good.substr(0, good.rfind("dimensions")))),
            "f.tsv: dimensions must be a multiple of 16 from 16 to 1024");
  EXPECT_FALSE(ParseClosenessParams(std::string("\xff\x00\t\t", 4), "f.tsv").ok());
}

}  // namespace
}  // namespace overstap::transition
