#include "service/server.h"

#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>

#include "base/patience.h"
#include "base/strings.h"
#include "overstap/v1/taxonomy_service.grpc.pb.h"
#include "service/unary_call.h"
#include "tests/service/raw_call.h"
#include "tests/support/temp_folder.h"

namespace overstap::service {
namespace {

using ::testing::HasSubstr;
using Seconds = std::chrono::duration<double>;
using SteadyClock = std::chrono::steady_clock;

// Lookup answers with the text after the time that the test sets, or sooner when nobody waits.
class EchoService final : public v1::TaxonomyService::CallbackService {
 public:
  std::chrono::milliseconds work{0};
  std::atomic<int> started = 0;
  std::atomic<absl::StatusCode> last_status = absl::StatusCode::kUnknown;

  grpc::ServerUnaryReactor* Lookup(grpc::CallbackServerContext* context,
                                   const v1::LookupRequest* request,
                                   v1::LookupResponse* response) override {
    return AnswerUnary(context, [&] {
      ++started;
      const auto end = SteadyClock::now() + work;
      absl::Status status = CheckPatience();
      while (status.ok() && SteadyClock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        status = CheckPatience();
      }
      response->set_text(request->text());
      last_status = status.code();
      return status;
    });
  }
};

class ServerTest : public ::testing::Test {
 protected:
  std::unique_ptr<Server> Start(ServerParams params) {
    const std::array<NamedService, 1> services = {
        {{v1::TaxonomyService::service_full_name(), &service_}}};
    auto server = Server::Start(params, services);
    EXPECT_TRUE(server.ok()) << server.status();
    channel_ = grpc::CreateChannel((*server)->address(), grpc::InsecureChannelCredentials());
    stub_ = v1::TaxonomyService::NewStub(channel_);
    return *std::move(server);
  }

  static ServerParams AnyPort() {
    ServerParams params;
    params.address = "127.0.0.1:0";
    params.stop_grace = absl::Seconds(5);
    return params;
  }

  grpc::Status Ask(const std::string& text, std::chrono::milliseconds patience,
                   v1::LookupResponse* response) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + patience);
    v1::LookupRequest request;
    request.set_text(text);
    return stub_->Lookup(&context, request, response);
  }

  void WaitForStart(int calls) const {
    const auto end = SteadyClock::now() + std::chrono::seconds(10);
    while (service_.started < calls && SteadyClock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ASSERT_EQ(service_.started, calls);
  }

  static constexpr std::chrono::milliseconds kPatience{20'000};
  EchoService service_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::TaxonomyService::Stub> stub_;
};

TEST_F(ServerTest, AnswersHealthChecks) {
  const auto server = Start(AnyPort());
  EXPECT_EQ(CheckHealth(channel_, "").bytes, kServing);
  EXPECT_EQ(CheckHealth(channel_, "overstap.v1.TaxonomyService").bytes, kServing);
  EXPECT_EQ(CheckHealth(channel_, "no.such.Service").status.error_code(),
            grpc::StatusCode::NOT_FOUND);
}

TEST_F(ServerTest, TellsByReflectionWhatItServes) {
  const auto server = Start(AnyPort());
  const RawAnswer answer =
      RawCall(channel_, "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
              "\x3a\x01*");  // list_services
  EXPECT_TRUE(answer.status.ok()) << answer.status.error_message();
  EXPECT_THAT(answer.bytes, HasSubstr("overstap.v1.TaxonomyService"));
  EXPECT_THAT(answer.bytes, HasSubstr("grpc.health.v1.Health"));
}

TEST_F(ServerTest, ListensOnUnixSockets) {
  const TempFolder folder;
  ServerParams params = AnyPort();
  params.address = "unix:" + (folder / "s.sock");
  const auto server = Start(params);
  EXPECT_EQ(server->address(), params.address);
  v1::LookupResponse response;
  EXPECT_TRUE(Ask("hoi", kPatience, &response).ok());
  EXPECT_EQ(response.text(), "hoi");
}

TEST_F(ServerTest, RefusesRequestsThatAreTooLarge) {
  ServerParams params = AnyPort();
  params.max_request_bytes = 10'000;
  const auto server = Start(params);
  v1::LookupResponse response;
  EXPECT_TRUE(Ask(std::string(9'000, 'x'), kPatience, &response).ok());
  EXPECT_EQ(Ask(std::string(11'000, 'x'), kPatience, &response).error_code(),
            grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(service_.started, 1);
  EXPECT_TRUE(Ask("still here", kPatience, &response).ok());
}

TEST_F(ServerTest, TheDefaultLimitIsFourMegabytes) {
  const auto server = Start(AnyPort());
  v1::LookupResponse response;
  const size_t four = size_t{4} << 20;
  EXPECT_TRUE(Ask(std::string(four - 100, 'x'), kPatience, &response).ok());
  EXPECT_EQ(Ask(std::string(four + 1, 'x'), kPatience, &response).error_code(),
            grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST_F(ServerTest, StopsWorkingWhenTheDeadlinePasses) {
  service_.work = std::chrono::seconds(20);
  const auto server = Start(AnyPort());
  v1::LookupResponse response;
  const auto begin = SteadyClock::now();
  EXPECT_EQ(Ask("slow", std::chrono::milliseconds(200), &response).error_code(),
            grpc::StatusCode::DEADLINE_EXCEEDED);
  server->Stop();  // waits for the handler
  EXPECT_LT(Seconds(SteadyClock::now() - begin).count(), 5);
  EXPECT_THAT(service_.last_status.load(),
              testing::AnyOf(absl::StatusCode::kDeadlineExceeded, absl::StatusCode::kCancelled));
}

TEST_F(ServerTest, AStopLetsRunningCallsEnd) {
  service_.work = std::chrono::milliseconds(500);
  const auto server = Start(AnyPort());
  v1::LookupResponse response;
  auto call = std::async(std::launch::async, [&] { return Ask("last", kPatience, &response); });
  WaitForStart(1);
  server->Stop();
  EXPECT_TRUE(call.get().ok());
  EXPECT_EQ(response.text(), "last");
  EXPECT_EQ(Ask("too late", kPatience, &response).error_code(), grpc::StatusCode::UNAVAILABLE);
  server->Stop();
}

TEST_F(ServerTest, AStopEndsCallsAfterTheGrace) {
  service_.work = std::chrono::seconds(20);
  ServerParams params = AnyPort();
  params.stop_grace = absl::Milliseconds(200);
  const auto server = Start(params);
  v1::LookupResponse response;
  auto call = std::async(std::launch::async, [&] { return Ask("slow", kPatience, &response); });
  WaitForStart(1);
  const auto begin = SteadyClock::now();
  server->Stop();
  EXPECT_LT(Seconds(SteadyClock::now() - begin).count(), 5);
  EXPECT_FALSE(call.get().ok());
}

TEST_F(ServerTest, AnAddressServesOnce) {
  const auto server = Start(AnyPort());
  ServerParams second;
  second.address = server->address();
  const auto refused = Server::Start(second, {});
  EXPECT_EQ(refused.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(refused.status().message()), HasSubstr("in use"));
}

TEST_F(ServerTest, WrongParamsAreRefused) {
  ServerParams params;
  EXPECT_TRUE(params.Validate().ok());
  params.address = "0.0.0.0:50051";
  EXPECT_EQ(Server::Start(params, {}).status().code(), absl::StatusCode::kInvalidArgument);
  params = ServerParams();
  params.max_request_bytes = -1;
  EXPECT_FALSE(params.Validate().ok());
  params = ServerParams();
  params.stop_grace = absl::InfiniteDuration();
  EXPECT_FALSE(params.Validate().ok());
  params.stop_grace = absl::Seconds(-1);
  EXPECT_FALSE(params.Validate().ok());
}

// Waits at most 20 seconds; the exit code, or -1 when the child did not end by itself.
int ExitCodeOf(pid_t child) {
  const auto end = SteadyClock::now() + std::chrono::seconds(20);
  int status = 0;
  while (SteadyClock::now() < end) {
    if (waitpid(child, &status, WNOHANG) == child) {
      return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  return -1;
}

class StopSignalTest : public ::testing::TestWithParam<int> {};

TEST_P(StopSignalTest, ASignalEndsAServerInOrder) {
  int output[2];
  ASSERT_EQ(pipe(output), 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, output[0]);
  std::string program = OVERSTAP_STOPPABLE_SERVER;
  std::array<char*, 2> arguments = {program.data(), nullptr};
  pid_t child = 0;
  ASSERT_EQ(posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  close(output[1]);
  std::string said;
  char next = 0;
  while (said.find('\n') == std::string::npos && read(output[0], &next, 1) == 1) said += next;
  const std::string address = said.substr(0, said.find('\n'));
  {
    const auto channel = grpc::CreateChannel(address, grpc::InsecureChannelCredentials());
    EXPECT_EQ(CheckHealth(channel, "").bytes, kServing) << address;
  }
  kill(child, GetParam());
  EXPECT_EQ(ExitCodeOf(child), 0);
  said.clear();
  while (read(output[0], &next, 1) == 1) said += next;
  close(output[0]);
  EXPECT_EQ(said, StrCat("stopped by ", GetParam(), "\n"));
}

INSTANTIATE_TEST_SUITE_P(Signals, StopSignalTest, ::testing::Values(SIGTERM, SIGINT));

}  // namespace
}  // namespace overstap::service
