#include "service/listen_address.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"

namespace overstap::service {
namespace {

using ::testing::HasSubstr;

std::string Parsed(std::string_view text) {
  const auto address = ParseListenAddress(text);
  return address.ok() ? *address : "refused";
}

TEST(ListenAddressTest, TakesAddressesOfThisMachineAlone) {
  EXPECT_EQ(Parsed("127.0.0.1:50051"), "127.0.0.1:50051");
  EXPECT_EQ(Parsed("127.8.9.10:1"), "127.8.9.10:1");
  EXPECT_EQ(Parsed("localhost:65535"), "127.0.0.1:65535");
  EXPECT_EQ(Parsed("[::1]:50051"), "[::1]:50051");
  EXPECT_EQ(Parsed("[0:0:0:0:0:0:0:1]:50051"), "[::1]:50051");
  EXPECT_EQ(Parsed("127.0.0.1:0"), "127.0.0.1:0");
}

TEST(ListenAddressTest, TakesUnixSockets) {
  EXPECT_EQ(Parsed("unix:/run/overstap.sock"), "unix:/run/overstap.sock");
  EXPECT_EQ(Parsed("unix:///run/overstap.sock"), "unix:/run/overstap.sock");
  EXPECT_EQ(Parsed("unix:overstap.sock"), "unix:overstap.sock");
  EXPECT_EQ(Parsed("unix:/" + std::string(106, 'a')), "unix:/" + std::string(106, 'a'));
}

TEST(ListenAddressTest, RefusesAddressesThatOthersReachAndSaysWhy) {
  for (const std::string text :
       {"0.0.0.0:50051", "192.168.1.2:50051", "8.8.8.8:443", "128.0.0.1:50051", "[::]:50051",
        "[2001:db8::1]:50051", "[::ffff:127.0.0.1]:50051", "example.nl:50051", "*:50051",
        "localhost.example.nl:50051", ":50051"}) {
    const auto address = ParseListenAddress(text);
    ASSERT_FALSE(address.ok()) << text;
    EXPECT_EQ(address.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(address.status().message()), HasSubstr("without TLS")) << text;
    EXPECT_THAT(std::string(address.status().message()), HasSubstr("127.0.0.1:50051")) << text;
  }
}

TEST(ListenAddressTest, RefusesWhatIsNoAddress) {
  const std::vector<std::string> texts = {"",
                                          "127.0.0.1",
                                          "127.0.0.1:",
                                          "127.0.0.1:65536",
                                          "127.0.0.1:-1",
                                          "127.0.0.1:-0",
                                          "127.0.0.1:+1",
                                          "127.0.0.1: 1",
                                          "127.0.0.1:1 ",
                                          "127.0.0.1:99999999999999999999",
                                          "127.0.0.1:0x10",
                                          "127.1:50051",
                                          "127.0.0.1/8:50051",
                                          "[127.0.0.1]:50051",
                                          "::1:50051",
                                          "[::1:50051",
                                          "[::1%lo]:50051",
                                          "[]:1",
                                          "LOCALHOST:1",
                                          "http://127.0.0.1:50051",
                                          "dns:///127.0.0.1:50051",
                                          "ipv4:127.0.0.1:50051",
                                          "127.0.0.1:1,0.0.0.0:1",
                                          "unix:",
                                          "unix://host/path",
                                          "unix:/a\nb",
                                          "unix-abstract:name",
                                          "unix:/" + std::string(107, 'a'),
                                          std::string("127.0.0.1\0.evil.nl:50051", 24),
                                          std::string("unix:/a\0b", 9),
                                          std::string("\0", 1)};
  for (const std::string& text : texts) EXPECT_EQ(Parsed(text), "refused") << text;
}

TEST(ListenAddressTest, ShowsHostileTextShortAndEscaped) {
  const auto address = ParseListenAddress("\x1b[31m" + std::string(1 << 20, 'x'));
  ASSERT_FALSE(address.ok());
  EXPECT_LT(address.status().message().size(), 500U);
  EXPECT_EQ(FromAbsl(address.status().message()).find('\x1b'), std::string_view::npos);
}

}  // namespace
}  // namespace overstap::service
