#include "service/http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>
#include <list>
#include <optional>
#include <thread>
#include <utility>

#include "absl/time/clock.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "service/http/client_watch.h"
#include "service/listen_address.h"

namespace overstap::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using asio::ip::tcp;
using ErrorCode = boost::system::error_code;
using Parser = wire::request_parser<wire::string_body>;

constexpr size_t kFirstReadBytes = 1024;
constexpr std::chrono::milliseconds kAcceptPause(100);
constexpr std::chrono::seconds kLinger(2);
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

absl::Status CheckBetween(std::string_view name, size_t value, size_t low, size_t high) {
  if (value >= low && value <= high) return absl::OkStatus();
  return absl::InvalidArgumentError(StrCat(name, " must be between ", low, " and ", high));
}

void RaiseOpenFileLimit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::chrono::nanoseconds Chrono(absl::Duration duration) {
  return absl::ToChronoNanoseconds(duration);
}

std::string Text(beast::string_view text) { return {text.data(), text.size()}; }

Request RequestOf(Parser* parser) {
  auto message = parser->release();
  Request request;
  request.method = Text(message.method_string());
  request.target = Text(message.target());
  request.content_type = Text(message[wire::field::content_type]);
  request.if_none_match = Text(message[wire::field::if_none_match]);
  request.origin = Text(message[wire::field::origin]);
  request.host = Text(message[wire::field::host]);
  request.accept_encoding = Text(message[wire::field::accept_encoding]);
  request.body = std::move(message.body());
  return request;
}

// Exactly once, unless it is HTTP/1.0 (RFC 9112, 3.2).
bool NamesHost(const wire::request<wire::string_body>& message) {
  const size_t count = message.count(wire::field::host);
  return count == 1 || (count == 0 && message.version() < 11);
}

Response NoHost() {
  return Gateway::Refuse(400, "bad_request", "HTTP/1.1 asks for one Host header in each request");
}

// What a request that cannot be read is told; nothing for a client that went away or is too slow.
std::optional<Response> RefusalOf(const ErrorCode& error, const HttpServerParams& params) {
  if (error == wire::error::header_limit || error == wire::error::buffer_overflow) {
    return Gateway::Refuse(431, "headers_too_large",
                           StrCat("the headers are more than ", params.max_header_bytes, " bytes"));
  }
  if (error == wire::error::body_limit) {
    return Gateway::Refuse(413, "too_large",
                           StrCat("the body is more than ", params.max_body_bytes, " bytes"));
  }
  const bool is_left = error == wire::error::end_of_stream || error == wire::error::partial_message;
  if (is_left || error.category() != make_error_code(wire::error::bad_method).category()) {
    return std::nullopt;
  }
  return Gateway::Refuse(400, "bad_request", StrCat("this is not HTTP/1.1: ", error.message()));
}

wire::response<wire::string_body> ToWire(Response response, bool is_head, unsigned version,
                                         bool keep_alive) {
  wire::response<wire::string_body> message;
  message.version(version);
  message.result(static_cast<unsigned>(response.status));
  message.set(wire::field::date,
              absl::FormatTime("%a, %d %b %Y %H:%M:%S GMT", absl::Now(), absl::UTCTimeZone()));
  for (auto& [name, value] : response.headers) message.insert(name, value);
  message.keep_alive(keep_alive);
  if (response.status != 204 && response.status != 304) {
    message.content_length(response.body.size());
  }
  if (!is_head) message.body() = std::move(response.body);
  return message;
}

// What the coroutines of a pool compute: nothing that is thrown gets out.
asio::awaitable<Response> Compute(const Gateway* gateway, const Request* request) {
  try {
    co_return gateway->Handle(*request);
  } catch (const std::exception&) {
    co_return Gateway::Refuse(500, "internal", "Something went wrong in the service.");
  }
}

}  // namespace

absl::Status HttpServerParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(CheckBetween("max_body_bytes", max_body_bytes, 1, size_t{64} << 20));
  OVERSTAP_RETURN_IF_ERROR(CheckBetween("max_header_bytes", max_header_bytes, 1024, 1 << 20));
  OVERSTAP_RETURN_IF_ERROR(CheckBetween("max_connections", max_connections, 1, 1'000'000));
  OVERSTAP_RETURN_IF_ERROR(CheckBetween("max_waiting", max_waiting, 1, 100'000));
  OVERSTAP_RETURN_IF_ERROR(CheckBetween("max_long_waiting", max_long_waiting, 1, 100'000));
  OVERSTAP_RETURN_IF_ERROR(CheckBetween("threads", threads, 0, 1000));
  for (const absl::Duration patience : {idle, header, body, write}) {
    if (patience <= absl::ZeroDuration() || patience > absl::Hours(1)) {
      return absl::InvalidArgumentError("idle, header, body and write must be up to an hour");
    }
  }
  if (stop_grace < absl::ZeroDuration() || stop_grace > absl::Minutes(10)) {
    return absl::InvalidArgumentError("stop_grace must be between 0 and 10 minutes");
  }
  return absl::OkStatus();
}

// Everything but Start and Stop runs on the one thread of `io_`, except what Compute does.
class HttpServer::Impl {
 public:
  Impl(const HttpServerParams& params, const Gateway* gateway, AccessLog log)
      : params_(params), gateway_(*gateway), log_(std::move(log)), pool_(Threads(params)) {}

  absl::StatusOr<std::string> Start() {
    OVERSTAP_ASSIGN_OR_RETURN(const tcp::endpoint endpoint, Endpoint());
    ErrorCode error;
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
      return absl::UnavailableError(
          StrCat("cannot listen on ", params_.address, ": ", error.message()));
    }
    const tcp::endpoint bound = acceptor_.local_endpoint(error);
    asio::co_spawn(io_, Accept(), asio::detached);
    thread_ = std::thread([this] { io_.run(); });
    const std::string host = bound.address().to_string();
    return bound.address().is_v6() ? StrCat("[", host, "]:", bound.port())
                                   : StrCat(host, ":", bound.port());
  }

  void Stop() {
    if (!thread_.joinable()) return;
    asio::post(io_, [this] { BeginStop(); });
    thread_.join();
    pool_.join();
    long_pool_.join();
  }

 private:
  struct Connection {
    explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}
    beast::tcp_stream stream;
    beast::flat_buffer buffer;
    bool is_busy = false;  // with a request that was read whole
    std::list<Connection*>::iterator place;
  };

  static size_t Threads(const HttpServerParams& params) {
    if (params.threads != 0) return params.threads;
    return std::max(1U, std::thread::hardware_concurrency());
  }

  absl::StatusOr<tcp::endpoint> Endpoint() const {
    OVERSTAP_ASSIGN_OR_RETURN(const std::string address,
                              service::ParseListenAddress(params_.address));
    const size_t colon = address.rfind(':');
    std::string host = address.substr(0, colon);
    if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
    ErrorCode error;
    const auto parsed = asio::ip::make_address(host, error);
    if (error) return absl::InvalidArgumentError("REST listens on TCP, such as 127.0.0.1:8080");
    const int port = std::atoi(address.substr(colon + 1).c_str());
    return tcp::endpoint(parsed, static_cast<uint16_t>(port));
  }

  asio::awaitable<void> Accept() {
    while (acceptor_.is_open()) {
      ErrorCode error;
      tcp::socket socket =
          co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
      if (!acceptor_.is_open()) co_return;
      if (error) {
        // Out of files, most likely: those who are served go on, and free some.
        asio::steady_timer pause(io_, kAcceptPause);
        co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
        continue;
      }
      if (connections_.size() >= params_.max_connections) continue;
      socket.set_option(tcp::no_delay(true), error);
      asio::co_spawn(io_, Serve(std::make_unique<Connection>(std::move(socket))), asio::detached);
    }
  }

  asio::awaitable<void> Serve(std::unique_ptr<Connection> connection) {
    connection->place = connections_.insert(connections_.end(), connection.get());
    for (bool goes_on = true; goes_on;) goes_on = co_await ServeOne(connection.get());
    connections_.erase(connection->place);
    if (is_stopping_ && connections_.empty()) io_.stop();
  }

  // False when the connection is over.
  asio::awaitable<bool> ServeOne(Connection* connection) {
    if (is_stopping_) co_return false;
    ErrorCode error;
    co_await AwaitFirstByte(connection, &error);
    if (error || is_stopping_) co_return false;
    const absl::Time begin = absl::Now();
    Parser parser;
    co_await Read(connection, &parser, &error);
    if (error) {
      std::optional<Response> refusal = RefusalOf(error, params_);
      if (!refusal) co_return false;
      co_await Write(connection, ToWire(*std::move(refusal), false, 11, false), &error);
      if (!error) co_await Linger(connection);
      co_return false;
    }
    connection->is_busy = true;
    const bool keep_alive = parser.get().keep_alive() && !is_stopping_;
    const unsigned version = parser.get().version();
    const bool names_host = NamesHost(parser.get());
    Request request = RequestOf(&parser);
    Response response = NoHost();
    if (names_host) response = co_await Answer(connection, &request);
    Log(request, response, absl::Now() - begin);
    const bool is_head = request.method == "HEAD";
    co_await Write(connection, ToWire(std::move(response), is_head, version, keep_alive), &error);
    connection->is_busy = false;
    co_return !error && keep_alive;
  }

  asio::awaitable<void> AwaitFirstByte(Connection* connection, ErrorCode* error) {
    if (connection->buffer.size() > 0) co_return;
    connection->buffer.shrink_to_fit();
    connection->stream.expires_after(Chrono(params_.idle));
    const auto space = connection->buffer.prepare(kFirstReadBytes);
    const size_t bytes = co_await connection->stream.async_read_some(
        space, asio::redirect_error(asio::use_awaitable, *error));
    connection->buffer.commit(bytes);
  }

  asio::awaitable<void> Read(Connection* connection, Parser* parser, ErrorCode* error) {
    parser->header_limit(static_cast<uint32_t>(params_.max_header_bytes));
    parser->body_limit(params_.max_body_bytes);
    connection->stream.expires_after(Chrono(params_.header));
    co_await wire::async_read_header(connection->stream, connection->buffer, *parser,
                                     asio::redirect_error(asio::use_awaitable, *error));
    if (*error || parser->is_done()) co_return;
    connection->stream.expires_after(Chrono(params_.body));
    if (beast::iequals(parser->get()[wire::field::expect], "100-continue")) {
      const auto text = asio::buffer(kContinue.data(), kContinue.size());
      co_await asio::async_write(connection->stream, text,
                                 asio::redirect_error(asio::use_awaitable, *error));
      if (*error) co_return;
    }
    co_await wire::async_read(connection->stream, connection->buffer, *parser,
                              asio::redirect_error(asio::use_awaitable, *error));
  }

  asio::awaitable<Response> Answer(Connection* connection, Request* request) {
    const bool is_long = Gateway::TakesLong(*request);
    if (waiting_ >= params_.max_waiting || (is_long && long_waiting_ >= params_.max_long_waiting)) {
      Response busy = Gateway::Refuse(503, "unavailable", "Too many questions at once.");
      busy.headers.emplace_back("Retry-After", "1");
      co_return busy;
    }
    ++waiting_;
    Response response;
    if (is_long) {
      ++long_waiting_;
      response = co_await AnswerWatched(connection, request);
      --long_waiting_;
    } else {
      response = co_await asio::co_spawn(pool_.get_executor(), Compute(&gateway_, request),
                                         asio::use_awaitable);
    }
    --waiting_;
    co_return response;
  }

  // The work ends when the client goes away.
  asio::awaitable<Response> AnswerWatched(Connection* connection, Request* request) {
    const ClientWatch watch(&connection->stream.socket());
    request->has_left = watch.has_left();
    co_return co_await asio::co_spawn(long_pool_.get_executor(), Compute(&gateway_, request),
                                      asio::use_awaitable);
  }

  asio::awaitable<void> Write(Connection* connection, wire::response<wire::string_body> message,
                              ErrorCode* error) {
    connection->stream.expires_after(Chrono(params_.write));
    co_await wire::async_write(connection->stream, message,
                               asio::redirect_error(asio::use_awaitable, *error));
  }

  // Reads on for a while, so that a client that is still sending sees the refusal.
  asio::awaitable<void> Linger(Connection* connection) {
    ErrorCode error;
    connection->stream.socket().shutdown(tcp::socket::shutdown_send, error);
    connection->stream.expires_after(kLinger);
    std::array<char, 4096> ignored;
    while (!error) {
      co_await connection->stream.async_read_some(asio::buffer(ignored),
                                                  asio::redirect_error(asio::use_awaitable, error));
    }
  }

  void Log(const Request& request, const Response& response, absl::Duration spent) const {
    if (!log_) return;
    log_({request.method, request.target.substr(0, request.target.find('?')), response.status,
          response.body.size(), spent});
  }

  void BeginStop() {
    is_stopping_ = true;
    ErrorCode error;
    acceptor_.close(error);
    if (connections_.empty()) return io_.stop();
    for (Connection* connection : connections_) {
      if (!connection->is_busy) connection->stream.close();
    }
    grace_.expires_after(Chrono(params_.stop_grace));
    grace_.async_wait([this](const ErrorCode&) {
      for (Connection* connection : connections_) connection->stream.close();
      io_.stop();
    });
  }

  const HttpServerParams params_;
  const Gateway& gateway_;
  const AccessLog log_;
  std::list<Connection*> connections_;
  size_t waiting_ = 0;
  size_t long_waiting_ = 0;  // of those that wait
  bool is_stopping_ = false;
  asio::thread_pool pool_;
  asio::thread_pool long_pool_{1};
  asio::io_context io_{1};
  tcp::acceptor acceptor_{io_};
  asio::steady_timer grace_{io_};
  std::thread thread_;
};

HttpServer::HttpServer(std::unique_ptr<Impl> impl, std::string address)
    : impl_(std::move(impl)), address_(std::move(address)) {}

HttpServer::~HttpServer() { Stop(); }

absl::StatusOr<std::unique_ptr<HttpServer>> HttpServer::Start(const HttpServerParams& params,
                                                              const Gateway* gateway,
                                                              AccessLog log) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  RaiseOpenFileLimit();
  auto impl = std::make_unique<Impl>(params, gateway, std::move(log));
  OVERSTAP_ASSIGN_OR_RETURN(std::string address, impl->Start());
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl), std::move(address)));
}

void HttpServer::Stop() { impl_->Stop(); }

}  // namespace overstap::http
