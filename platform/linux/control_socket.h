// SPDX-License-Identifier: EUPL-1.2
// The socket of `foyer --control`: lines in, one line back for each. One client at a time, others
// wait until it leaves. What the lines mean is not known here.
#pragma once

#include "kiosk/base/result.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace foyer::linux_os {

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
    Descriptor& operator=(Descriptor&& other) noexcept;
    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_;
};

/// next() and answer() belong to one thread, that of the program; a thread of its own does the
/// reading and writing.
class ControlSocket {
  public:
    static constexpr std::size_t max_line_bytes = 1u << 20;

    /// Listens at `path`, for this user only. A socket left over by a program that is gone is
    /// replaced; fails with refused when anything else lies there, unreadable when the system
    /// objects. `arrived` is called from the other thread when there is a line for next().
    static Result<std::unique_ptr<ControlSocket>> listen(const std::string& path,
                                                         std::function<void()> arrived);
    /// Removes the socket.
    ~ControlSocket();
    ControlSocket(const ControlSocket&) = delete;
    ControlSocket& operator=(const ControlSocket&) = delete;

    /// The next line, without its end.
    std::optional<std::string> next();
    /// Answers the line that next() gave last. Dropped when its client has left.
    void answer(std::string_view line);

  private:
    struct Line {
        std::uint64_t client = 0;
        std::string text;
    };

    ControlSocket(std::string path, Descriptor listener, Descriptor poke,
                  std::function<void()> arrived);
    void serve();
    void accept_client();
    void drop_client();
    void receive();
    void send_answers();
    bool answers_wait();
    bool stopping();

    const std::string path_;
    const Descriptor listener_, poke_;
    const std::function<void()> arrived_;
    std::uint64_t asking_ = 0; ///< the client of the last next()

    std::mutex mutex_; ///< for these four
    std::deque<Line> lines_;
    std::string answers_;
    std::uint64_t client_number_ = 0;
    bool stop_ = false;

    Descriptor client_; ///< from here on the other thread's alone
    std::string received_;
    std::thread thread_; ///< last: everything it uses is there before it starts
};

} // namespace foyer::linux_os
