// SPDX-License-Identifier: EUPL-1.2
// Result<T>: a value or an Error. Whatever can fail returns one, and the compiler asks about each
// one that is dropped. The verbs are those of std::expected, which neither GCC 12 has nor marks
// [[nodiscard]].
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace foyer {

/// What a caller can act on. The text beside it is for the log and never for a visitor.
enum class Errc {
    not_found,    ///< there is nothing of that name
    unreadable,   ///< the medium or the system refused
    damaged,      ///< bytes are there and wrong
    wrong_format, ///< not what it claims to be
    newer_format, ///< made for a later version of this program
    invalid,      ///< the caller's or an editor's input does not hold
    too_large,    ///< beyond a stated limit
    no_space,     ///< the medium is full
    timeout,      ///< it took longer than allowed
    refused,      ///< understood, and against the rules
    untrusted,    ///< not signed by enough of those who may
    expired,      ///< signed for a time that is over
    older,        ///< would go back behind what was accepted before
};

/// The name of a code as it stands in logs and on the fault screen, e.g. "damaged".
constexpr const char* name(Errc code) {
    switch (code) {
    case Errc::not_found: return "not_found";
    case Errc::unreadable: return "unreadable";
    case Errc::damaged: return "damaged";
    case Errc::wrong_format: return "wrong_format";
    case Errc::newer_format: return "newer_format";
    case Errc::invalid: return "invalid";
    case Errc::too_large: return "too_large";
    case Errc::no_space: return "no_space";
    case Errc::timeout: return "timeout";
    case Errc::refused: return "refused";
    case Errc::untrusted: return "untrusted";
    case Errc::expired: return "expired";
    case Errc::older: return "older";
    }
    return "unknown";
}

struct Error {
    Errc code = Errc::invalid;
    std::string what; ///< for the log: what was tried on what, and why it failed

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T> class [[nodiscard]] Result {
  public:
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}
    Result(Errc code, std::string what) : Result(Error{code, std::move(what)}) {}

    bool has_value() const { return held_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & { return assert(has_value()), *std::get_if<0>(&held_); }
    const T& value() const& { return assert(has_value()), *std::get_if<0>(&held_); }
    T&& value() && { return assert(has_value()), std::move(*std::get_if<0>(&held_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const& { return assert(!has_value()), *std::get_if<1>(&held_); }
    Error&& error() && { return assert(!has_value()), std::move(*std::get_if<1>(&held_)); }

    T value_or(T other) && { return has_value() ? std::move(*this).value() : std::move(other); }

  private:
    std::variant<T, Error> held_;
};

template <> class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : error_(std::move(error)), failed_(true) {}
    Result(Errc code, std::string what) : Result(Error{code, std::move(what)}) {}

    bool has_value() const { return !failed_; }
    explicit operator bool() const { return has_value(); }
    void value() && {}
    const Error& error() const& { return assert(failed_), error_; }
    Error&& error() && { return assert(failed_), std::move(error_); }

  private:
    Error error_;
    bool failed_ = false;
};

} // namespace foyer

/// TRY(expression): the value of a Result, or an early return of its error. Only as a whole
/// statement or a whole initialiser: inside a brace list GCC leaks the members that were already
/// built. The counted name lets a TRY stand in a lambda inside another without shadowing.
#define TRY(...) FOYER_TRY_COUNTED(__COUNTER__, __VA_ARGS__)
#define FOYER_TRY_COUNTED(count, ...) FOYER_TRY_NAMED(count, __VA_ARGS__)
#define FOYER_TRY_NAMED(count, ...)                                                                \
    __extension__({                                                                                \
        auto foyer_result_##count = (__VA_ARGS__);                                                 \
        if (!foyer_result_##count) return std::move(foyer_result_##count).error();                 \
        std::move(foyer_result_##count).value();                                                   \
    })
