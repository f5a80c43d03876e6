// Whether a client is still there while its answer is computed.
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>

namespace overstap::http {

// A client that closed the half that it writes counts as gone: it would not wait for seconds. What
// it sends ahead stays to be read. Made and destroyed on the thread of the socket, which outlives
// it; nothing else may wait for the socket meanwhile.
class ClientWatch {
 public:
  using Socket = boost::asio::ip::tcp::socket;

  explicit ClientWatch(Socket* socket) : socket_(*socket) {
    socket->async_wait(Socket::wait_read,
                       [socket, state = state_](const boost::system::error_code& error) {
                         if (!error && !state->is_over) LookForEnd(socket, state.get());
                       });
  }
  ~ClientWatch() {
    state_->is_over = true;
    boost::system::error_code error;
    socket_.cancel(error);
  }
  ClientWatch(const ClientWatch&) = delete;
  ClientWatch& operator=(const ClientWatch&) = delete;

  // To be asked by any thread, also when the watch is over.
  auto has_left() const {
    return [state = state_] { return state->has_left.load(); };
  }

 private:
  struct State {
    std::atomic<bool> has_left = false;
    bool is_over = false;  // the socket may be gone
  };

  static void LookForEnd(Socket* socket, State* state) {
    std::array<char, 1> first;
    boost::system::error_code error;
    socket->receive(boost::asio::buffer(first), Socket::message_peek, error);
    state->has_left = error.failed() && error != boost::asio::error::would_block;
  }

  Socket& socket_;
  const std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace overstap::http
