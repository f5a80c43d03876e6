// What idle connections and slow writers cost those who ask: the time of a suggestion over REST
// without them and with them, in one run against one server.
//
//   overstap serve --http 127.0.0.1:8080 &
//   bench_connections 127.0.0.1:8080 10000 500
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

constexpr int kQuestions = 1000;
constexpr std::string_view kQuestion =
    "GET /v1/suggestions?q=las HTTP/1.1\r\nHost: localhost\r\n\r\n";
constexpr std::string_view kEndOfHeaders = "\r\n\r\n";
constexpr std::string_view kLength = "Content-Length: ";

sockaddr_in ParseAddress(const std::string& text) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  const size_t colon = text.rfind(':');
  address.sin_port = htons(static_cast<uint16_t>(std::atoi(text.c_str() + colon + 1)));
  inet_pton(AF_INET, text.substr(0, colon).c_str(), &address.sin_addr);
  return address;
}

// A socket, or -1.
int Connect(const sockaddr_in& server) {
  const int connection = socket(AF_INET, SOCK_STREAM, 0);
  const void* address = &server;
  if (connect(connection, static_cast<const sockaddr*>(address), sizeof(server)) == 0) {
    return connection;
  }
  close(connection);
  return -1;
}

// Asks and reads the whole answer; false when the connection ended.
bool Ask(int connection) {
  if (send(connection, kQuestion.data(), kQuestion.size(), MSG_NOSIGNAL) < 0) return false;
  std::string answer;
  std::array<char, 16384> block;
  for (;;) {
    const ssize_t bytes = recv(connection, block.data(), block.size(), 0);
    if (bytes <= 0) return false;
    answer.append(block.data(), static_cast<size_t>(bytes));
    const size_t end = answer.find(kEndOfHeaders);
    if (end == std::string::npos) continue;
    const size_t length = answer.find(kLength);
    const auto body = static_cast<size_t>(std::atol(answer.c_str() + length + kLength.size()));
    if (answer.size() >= end + kEndOfHeaders.size() + body) return true;
  }
}

struct Times {
  double p50 = 0;  // microseconds
  double p99 = 0;
};

// Nothing when the server does not answer.
std::optional<Times> Measure(const sockaddr_in& server) {
  const int connection = Connect(server);
  std::vector<double> times;
  for (int i = 0; i < kQuestions; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    if (connection < 0 || !Ask(connection)) return std::nullopt;
    const std::chrono::duration<double, std::micro> spent =
        std::chrono::steady_clock::now() - begin;
    times.push_back(spent.count());
  }
  close(connection);
  std::sort(times.begin(), times.end());
  return Times{times[kQuestions / 2], times[kQuestions * 99 / 100]};
}

// Sends a byte a second on each of `count` connections; one that is cut off begins again.
void WriteSlowly(const sockaddr_in& server, int count, const std::atomic<bool>& stop) {
  std::vector<int> writers(static_cast<size_t>(count), -1);
  while (!stop) {
    for (int& writer : writers) {
      if (writer < 0) writer = Connect(server);
      if (writer >= 0 && send(writer, "G", 1, MSG_NOSIGNAL) < 0) {
        close(writer);
        writer = -1;
      }
    }
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
  for (const int writer : writers) close(writer);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: bench_connections ADDRESS IDLE SLOW\n");
    return 2;
  }
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  const sockaddr_in server = ParseAddress(argv[1]);
  const std::optional<Times> alone = Measure(server);
  std::vector<int> idle;
  for (int i = 0; i < std::atoi(argv[2]); ++i) {
    idle.push_back(Connect(server));
    if (idle.back() < 0) {
      std::fprintf(stderr, "only %d connections could be made\n", i);
      return 1;
    }
    // Each has asked once and stays open.
    if (i % 100 == 0 && !Ask(idle.back())) return 1;
  }
  std::atomic<bool> stop = false;
  std::thread slow([&] { WriteSlowly(server, std::atoi(argv[3]), stop); });
  std::this_thread::sleep_for(std::chrono::seconds(3));
  const std::optional<Times> among = Measure(server);
  stop = true;
  slow.join();
  if (!alone || !among) {
    std::fprintf(stderr, "the server did not answer\n");
    return 1;
  }
  std::printf("alone_us p50=%.0f p99=%.0f\n", alone->p50, alone->p99);
  std::printf("among_us p50=%.0f p99=%.0f ratio_p50=%.2f\n", among->p50, among->p99,
              among->p50 / alone->p50);
  for (const int connection : idle) close(connection);
  return 0;
}
