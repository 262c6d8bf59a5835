// SPDX-License-Identifier: EUPL-1.2
// The risk: answers in the wrong order, a wake-up that never comes, or a program that cannot be
// closed while there is work.
#include "kiosk/app/worker.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <latch>
#include <memory>
#include <semaphore>
#include <vector>

using foyer::app::Worker;
using namespace std::chrono_literals;

namespace {

/// Takes answers until there are as many.
template <class Job, class Answer>
std::vector<Answer> wait_for(Worker<Job, Answer>& worker, std::size_t count) {
    std::vector<Answer> all;
    while (all.size() < count) {
        worker.wait(1000ms);
        for (Answer& answer : worker.take()) all.push_back(std::move(answer));
    }
    return all;
}

} // namespace

TEST_CASE("jobs are done in their order, one after the other", "[app][worker]") {
    std::atomic<int> at_once = 0, most = 0;
    Worker<int, int> worker(
        [&](const int& job) {
            most = std::max<int>(most, ++at_once);
            --at_once;
            return job * 2;
        },
        [] {});
    for (int i = 0; i < 100; ++i) worker.post(i);
    const std::vector<int> answers = wait_for(worker, 100);
    for (int i = 0; i < 100; ++i) CHECK(answers[static_cast<std::size_t>(i)] == 2 * i);
    CHECK(most == 1);
}

TEST_CASE("a worker is busy until its answers were taken", "[app][worker]") {
    std::binary_semaphore go(0);
    Worker<int, int> worker(
        [&](const int& job) {
            go.acquire();
            return job;
        },
        [] {});
    CHECK_FALSE(worker.busy());
    worker.post(1);
    CHECK(worker.busy());
    CHECK(worker.take().empty());
    CHECK(worker.busy());
    go.release();
    CHECK(wait_for(worker, 1) == std::vector<int>{1});
    CHECK_FALSE(worker.busy());
}

TEST_CASE("every answer wakes the one who waits for it", "[app][worker]") {
    std::latch woken(3);
    {
        Worker<int, int> worker([](const int& job) { return job; }, [&] { woken.count_down(); });
        for (int i = 0; i < 3; ++i) worker.post(i);
        woken.wait();
        CHECK(worker.take().size() == 3);
    }
}

TEST_CASE("waiting without work ends at once, and with slow work when its time is over",
          "[app][worker]") {
    std::binary_semaphore go(0);
    Worker<int, int> worker(
        [&](const int& job) {
            go.acquire();
            return job;
        },
        [] {});
    worker.wait(std::chrono::hours(1)); // returns
    worker.post(1);
    worker.wait(1ms);
    CHECK(worker.take().empty());
    go.release();
    CHECK(wait_for(worker, 1).size() == 1);
}

TEST_CASE("a worker that goes finishes the job it has and drops the rest", "[app][worker]") {
    constexpr int many = 100'000;
    std::latch begun(1);
    std::atomic<bool> leaving = false;
    std::atomic<int> done = 0;
    auto worker = std::make_unique<Worker<int, int>>(
        [&](const int& job) {
            if (job == 0) begun.count_down();
            leaving.wait(false);
            return ++done;
        },
        [] {});
    for (int i = 0; i < many; ++i) worker->post(i);
    begun.wait();
    leaving = true;
    leaving.notify_one();
    worker.reset();
    CHECK(done >= 1);
    CHECK(done < many);
}

TEST_CASE("a worker nobody gave work to goes at once", "[app][worker]") {
    const Worker<int, int> worker([](const int& job) { return job; }, [] {});
    CHECK_FALSE(worker.busy());
}
