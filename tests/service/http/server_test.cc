// The server over sockets, with clients that behave well and badly.
#include "service/http/server.h"

#include <gtest/gtest.h>

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/patience.h"
#include "base/strings.h"
#include "tests/service/http/http_client.h"
#include "tests/service/http/rest_world.h"

namespace overstap::http {
namespace {

constexpr char kQuestion[] = R"({"text":"Wij zoeken een lasser."})";

class HttpServerTest : public ::testing::Test {
 protected:
  void Start(HttpServerParams params = {}) {
    params.address = "127.0.0.1:0";
    auto server = HttpServer::Start(params, &world_.gateway,
                                    [this](const AccessLine& line) { lines_.push_back(line); });
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
  }

  std::unique_ptr<HttpClient> Connect() const {
    return std::make_unique<HttpClient>(server_->address());
  }

  RestWorld world_;
  std::vector<AccessLine> lines_;  // to be read when the server has stopped
  std::unique_ptr<HttpServer> server_;
};

TEST_F(HttpServerTest, AConnectionIsKeptForManyRequests) {
  Start();
  const auto client = Connect();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client->Ask("GET", "/v1/health").status, 200);
  // Requests that are sent ahead are answered in order.
  ASSERT_TRUE(
      client->Send("GET /v1/none HTTP/1.1\r\nHost: localhost\r\n\r\nGET /v1/health "
                   "HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  EXPECT_EQ(client->Receive().status, 404);
  EXPECT_EQ(client->Receive().status, 200);
  ASSERT_TRUE(
      client->Send("GET /v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
  EXPECT_EQ(client->Receive().status, 200);
  EXPECT_TRUE(client->IsClosed());
}

TEST_F(HttpServerTest, HeadSaysWhatGetWouldSend) {
  Start();
  const auto client = Connect();
  const Reply get = client->Ask("GET", "/v1/regions");
  const Reply head = client->Ask("HEAD", "/v1/regions");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers.at("content-length"), std::to_string(get.body.size()));
  EXPECT_EQ(head.headers.at("etag"), get.headers.at("etag"));
  const Reply same = client->Ask("GET", "/v1/regions", "",
                                 StrCat("If-None-Match: ", get.headers.at("etag"), "\r\n"));
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(client->Ask("GET", "/v1/regions", "", "If-None-Match: *\r\n").status, 304);
  EXPECT_EQ(client->Ask("GET", "/v1/regions/AM99", "", "If-None-Match: *\r\n").status, 404);
  EXPECT_EQ(client->Ask("GET", "/v1/health").status, 200);
}

TEST_F(HttpServerTest, TooMuchIsRefusedAndToldSo) {
  Start();
  const std::string post =
      "POST /v1/extractions/_zoek HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
      "application/json\r\n";
  const auto refused = [&](const std::string& request) {
    const auto client = Connect();
    client->Send(request);
    const Reply reply = client->Receive();
    EXPECT_EQ(reply.headers.count("content-type") != 0 ? reply.headers.at("content-type") : "",
              "application/problem+json");
    return reply.status;
  };
  EXPECT_EQ(refused(StrCat(post, "Content-Length: 100000000\r\n\r\n{")), 413);
  EXPECT_EQ(refused(StrCat(post, "Transfer-Encoding: chunked\r\n\r\n", "200000\r\n",
                           std::string(0x200000, ' '), "\r\n0\r\n\r\n")),
            413);
  EXPECT_EQ(refused(StrCat("GET /v1/health HTTP/1.1\r\nHost: localhost\r\nX: ",
                           std::string(20'000, 'x'), "\r\n\r\n")),
            431);
  std::string many = "GET /v1/health HTTP/1.1\r\nHost: localhost\r\n";
  for (int i = 0; i < 5000; ++i) StrAppend(&many, "X", i, ": y\r\n");
  EXPECT_EQ(refused(many), 431);
  EXPECT_EQ(
      refused(StrCat("GET /", std::string(9000, 'x'), " HTTP/1.1\r\nHost: localhost\r\n\r\n")),
      414);
  EXPECT_EQ(refused("nonsense\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET /v1/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n"),
            400);
  EXPECT_EQ(refused("GET /v1/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n"), 404);
}

TEST_F(HttpServerTest, ARequestNamesOneHostOfOurs) {
  Start();
  const auto status = [&](const std::string& version, const std::string& headers) {
    const auto client = Connect();
    client->Send(StrCat("GET /v1/health HTTP/", version, "\r\n", headers, "\r\n"));
    return client->Receive().status;
  };
  EXPECT_EQ(status("1.1", "Host: localhost:8080\r\n"), 200);
  EXPECT_EQ(status("1.1", "Host: evil.example.org\r\n"), 421);
  EXPECT_EQ(status("1.1", ""), 400);
  EXPECT_EQ(status("1.1", "Host: localhost\r\nHost: evil.example.org\r\n"), 400);
  EXPECT_EQ(status("1.0", ""), 200);
}

TEST_F(HttpServerTest, AskingFirstWhetherABodyIsWanted) {
  Start();
  const auto client = Connect();
  ASSERT_TRUE(client->Send(
      StrCat("POST /v1/extractions/_zoek HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
             "application/json\r\n",
             "Expect: 100-continue\r\nContent-Length: ", sizeof(kQuestion) - 1, "\r\n\r\n")));
  EXPECT_EQ(client->Receive().status, 100);
  ASSERT_TRUE(client->Send(kQuestion));
  EXPECT_EQ(client->Receive().status, 200);
}

TEST_F(HttpServerTest, WhoIsTooSlowIsCutOff) {
  Start({.idle = absl::Milliseconds(300),
         .header = absl::Milliseconds(300),
         .body = absl::Milliseconds(300)});
  EXPECT_TRUE(Connect()->IsClosed());
  const auto headers = Connect();
  ASSERT_TRUE(headers->Send("GET /v1/hea"));
  EXPECT_TRUE(headers->IsClosed());
  const auto body = Connect();
  ASSERT_TRUE(body->Send(
      "POST /v1/extractions/_zoek HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{"));
  EXPECT_TRUE(body->IsClosed());
}

TEST_F(HttpServerTest, IdleAndSlowConnectionsDoNotStopOthers) {
  Start();
  std::vector<std::unique_ptr<HttpClient>> idle;
  for (int i = 0; i < 300; ++i) idle.push_back(Connect());
  for (size_t i = 0; i < 100; ++i) ASSERT_TRUE(idle[i]->Send("G"));
  const auto client = Connect();
  EXPECT_EQ(client->Ask("POST", "/v1/extractions/_zoek", kQuestion).status, 200);
  EXPECT_EQ(idle.back()->Ask("GET", "/v1/health").status, 200);
  ASSERT_TRUE(idle.front()->Send("ET /v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  EXPECT_EQ(idle.front()->Receive().status, 200);
}

TEST_F(HttpServerTest, MoreConnectionsThanMayBeAreClosed) {
  Start({.max_connections = 2});
  const auto first = Connect();
  const auto second = Connect();
  EXPECT_EQ(first->Ask("GET", "/v1/health").status, 200);
  EXPECT_EQ(second->Ask("GET", "/v1/health").status, 200);
  EXPECT_TRUE(Connect()->IsClosed());
  EXPECT_EQ(first->Ask("GET", "/v1/health").status, 200);
}

TEST_F(HttpServerTest, TheLogSaysNothingOfWhatWasAsked) {
  Start();
  const auto client = Connect();
  EXPECT_EQ(client->Ask("GET", "/v1/suggestions?q=geheim").status, 200);
  EXPECT_EQ(client->Ask("POST", "/v1/extractions/_zoek", kQuestion).status, 200);
  server_->Stop();
  ASSERT_EQ(lines_.size(), 2u);
  EXPECT_EQ(lines_[0].path, "/v1/suggestions");
  EXPECT_EQ(lines_[0].status, 200);
  EXPECT_EQ(lines_[1].method, "POST");
  EXPECT_EQ(lines_[1].path, "/v1/extractions/_zoek");
}

TEST_F(HttpServerTest, StopsWithConnectionsOpen) {
  Start();
  const auto idle = Connect();
  EXPECT_EQ(idle->Ask("GET", "/v1/health").status, 200);
  const auto half = Connect();
  ASSERT_TRUE(half->Send("GET /v1"));
  server_->Stop();
  EXPECT_TRUE(idle->IsClosed());
  server_->Stop();
}

TEST_F(HttpServerTest, ManyAskAtOnce) {
  Start();
  std::vector<std::thread> threads;
  std::vector<int> good(8, 0);
  for (size_t i = 0; i < good.size(); ++i) {
    threads.emplace_back([&, i] {
      HttpClient client(server_->address());
      for (int j = 0; j < 20; ++j) {
        const bool even = j % 2 == 0;
        const Reply reply = even ? client.Ask("GET", "/v1/suggestions?q=las")
                                 : client.Ask("POST", "/v1/extractions/_zoek", kQuestion);
        if (reply.status == 200) ++good[i];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(good, std::vector<int>(8, 20));
}

TEST(HttpServerBusyTest, WhatCannotBeAnsweredSoonIsRefusedAtOnce) {
  const RestWorld world;
  std::promise<void> entered;
  std::promise<void> release;
  BodyReaders readers = cli::RestBodyReaders();
  readers.object = [&, read = readers.object](std::string_view text) {
    entered.set_value();
    release.get_future().wait();
    return read(text);
  };
  const Gateway gateway({}, &world.live, &world.clock, readers, {});
  const auto server =
      HttpServer::Start({.address = "127.0.0.1:0", .max_waiting = 1, .threads = 1}, &gateway);
  ASSERT_TRUE(server.ok());
  HttpClient slow((*server)->address());
  ASSERT_TRUE(
      slow.Send(StrCat("POST /v1/extractions/_zoek HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                       "application/json\r\n",
                       "Content-Length: ", sizeof(kQuestion) - 1, "\r\n\r\n", kQuestion)));
  entered.get_future().wait();
  HttpClient other((*server)->address());
  const Reply refused = other.Ask("GET", "/v1/health");
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.headers.at("retry-after"), "1");
  release.set_value();
  EXPECT_EQ(slow.Receive().status, 200);
  EXPECT_EQ(other.Ask("GET", "/v1/health").status, 200);
}

TEST(HttpServerBusyTest, LongAnswersDoNotHoldUpQuickOnes) {
  const RestWorld world;
  std::promise<void> entered;
  std::promise<void> release;
  BodyReaders readers = cli::RestBodyReaders();
  readers.cohort_group = [&, read = readers.cohort_group](const advice::Context& context,
                                                          const nlohmann::json& value) {
    entered.set_value();
    release.get_future().wait();
    return read(context, value);
  };
  const Gateway gateway({}, &world.live, &world.clock, readers, {});
  const auto server =
      HttpServer::Start({.address = "127.0.0.1:0", .threads = 1, .max_long_waiting = 1}, &gateway);
  ASSERT_TRUE(server.ok());
  constexpr std::string_view kCohort = R"({"cohort":[{"id":"a"}]})";
  HttpClient slow((*server)->address());
  ASSERT_TRUE(slow.Send(StrCat("POST /v1/placements/_zoek HTTP/1.1\r\nHost: localhost\r\n",
                               "Content-Type: application/json\r\nContent-Length: ", kCohort.size(),
                               "\r\n\r\n", kCohort)));
  entered.get_future().wait();
  HttpClient other((*server)->address());
  EXPECT_EQ(other.Ask("POST", "/v1/extractions/_zoek", kQuestion).status, 200);
  EXPECT_EQ(other.Ask("POST", "/v1/placements/_zoek", kCohort).status, 503);
  release.set_value();
  EXPECT_EQ(slow.Receive().status, 200);
}

// The status of a placement that goes on until nobody waits for it, asked by a client that does
// `meanwhile` when the work has begun.
int StatusOfEndlessWork(absl::Duration longest, const std::function<void(HttpClient*)>& meanwhile) {
  const RestWorld world;
  std::promise<void> entered;
  BodyReaders readers = cli::RestBodyReaders();
  readers.cohort_group = [&, read = readers.cohort_group](const advice::Context& context,
                                                          const nlohmann::json& value) {
    entered.set_value();
    while (IsAwaited()) std::this_thread::yield();
    return read(context, value);
  };
  const Gateway gateway({.longest_answer = longest}, &world.live, &world.clock, readers, {});
  int status = 0;
  const auto server =
      HttpServer::Start({.address = "127.0.0.1:0"}, &gateway,
                        [&status](const AccessLine& line) { status = line.status; });
  auto client = std::make_unique<HttpClient>((*server)->address());
  constexpr std::string_view kCohort = R"({"cohort":[{"id":"a"}]})";
  client->Send(StrCat("POST /v1/placements/_zoek HTTP/1.1\r\nHost: localhost\r\n",
                      "Content-Type: application/json\r\nContent-Length: ", kCohort.size(),
                      "\r\n\r\n", kCohort));
  entered.get_future().wait();
  meanwhile(client.get());
  client.reset();
  (*server)->Stop();
  return status;
}

TEST(HttpServerBusyTest, LongWorkEndsWithItsTimeOrWhenTheClientGoes) {
  // What is sent ahead is no reason to stop.
  EXPECT_EQ(StatusOfEndlessWork(absl::Milliseconds(300),
                                [](HttpClient* client) {
                                  client->Send("GET /v1/health HTTP/1.1\r\nHost: x\r\n");
                                  EXPECT_EQ(client->Receive().status, 504);
                                }),
            504);
  // Otherwise it would go on for an hour.
  EXPECT_EQ(StatusOfEndlessWork(absl::Hours(1), [](HttpClient*) {}), 499);
}

TEST(HttpServerParamsTest, RefusesWhatCannotBe) {
  const RestWorld world;
  const auto code = [&](const HttpServerParams& params) {
    return HttpServer::Start(params, &world.gateway).status().code();
  };
  EXPECT_EQ(code({.max_body_bytes = 0}), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code({.idle = absl::ZeroDuration()}), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code({.address = "0.0.0.0:0"}), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code({.address = "unix:/tmp/overstap.sock"}), absl::StatusCode::kInvalidArgument);
  const auto first = HttpServer::Start({.address = "127.0.0.1:0"}, &world.gateway);
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(code({.address = (*first)->address()}), absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace overstap::http
