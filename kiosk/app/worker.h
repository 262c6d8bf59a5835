// SPDX-License-Identifier: EUPL-1.2
// Worker: one thread that does jobs in their order. Jobs and answers cross over by value; there is
// no other way in.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace foyer::app {

template <class Job, class Answer> class Worker {
  public:
    /// `work` runs in the worker's thread only; `wake` is called from there when an answer is
    /// ready.
    Worker(std::function<Answer(const Job&)> work, std::function<void()> wake)
        : work_(std::move(work)), wake_(std::move(wake)), thread_([this] { run(); }) {}

    ~Worker() {
        {
            const std::lock_guard lock(mutex_);
            stop_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(Job job) {
        {
            const std::lock_guard lock(mutex_);
            jobs_.push_back(std::move(job));
            ++open_;
        }
        changed_.notify_all();
    }

    /// What is done since the last call.
    std::vector<Answer> take() {
        const std::lock_guard lock(mutex_);
        open_ -= answers_.size();
        return std::exchange(answers_, {});
    }

    /// Waits a moment for an answer, so that a quick one is in the very next frame.
    void wait(std::chrono::milliseconds most) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, most, [this] { return !answers_.empty() || open_ == 0; });
    }

    /// Jobs whose answers were not taken yet.
    bool busy() const {
        const std::lock_guard lock(mutex_);
        return open_ > 0;
    }

  private:
    void run() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return stop_ || !jobs_.empty(); });
            if (stop_) return;
            const Job job = std::move(jobs_.front());
            jobs_.pop_front();
            lock.unlock();
            Answer answer = work_(job);
            lock.lock();
            answers_.push_back(std::move(answer));
            lock.unlock();
            changed_.notify_all();
            wake_();
            lock.lock();
        }
    }

    std::function<Answer(const Job&)> work_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    std::vector<Answer> answers_;
    std::size_t open_ = 0;
    bool stop_ = false;
    std::thread thread_; // last: it uses all of the above
};

} // namespace foyer::app
