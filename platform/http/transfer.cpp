// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/transfer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace foyer::platform {

namespace {

/// Ours are a few hundred bytes; who sends more wants to fill our memory or our time.
constexpr std::size_t max_header_bytes = 32 * 1024;
/// The page that comes with an error is read to its end if it is short, so that the connection can
/// be used again.
constexpr std::size_t max_idle_bytes = 4096;

bool same_letters(std::string_view left, std::string_view right) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [&](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == text.npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

/// Takes a number off the front of `text`.
std::optional<std::uint64_t> take_number(std::string_view& text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return {};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

bool take(std::string_view& text, std::string_view front) {
    if (!text.starts_with(front)) return false;
    text.remove_prefix(front.size());
    return true;
}

struct Range {
    std::uint64_t first = 0, last = 0, total = 0;
};

/// "bytes 100-199/200"
std::optional<Range> parse_range(std::string_view text) {
    if (!take(text, "bytes ")) return {};
    const auto first = take_number(text);
    if (!first || !take(text, "-")) return {};
    const auto last = take_number(text);
    if (!last || !take(text, "/")) return {};
    const auto total = take_number(text);
    if (!total || !text.empty()) return {};
    return Range{*first, *last, *total};
}

} // namespace

Transfer::Transfer(CURL* curl, const host::Wanted& wanted, const host::Sink& sink)
    : curl_(curl), wanted_(wanted), sink_(sink) {}

long Transfer::status() const {
    long code = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

bool Transfer::fail(Errc code, const std::string& what) {
    if (!error_) error_ = Error{code, wanted_.name + ": " + what};
    return false;
}

std::size_t Transfer::on_header(char* data, std::size_t, std::size_t length, void* self) {
    return static_cast<Transfer*>(self)->take_header({data, length}) ? length : 0;
}

std::size_t Transfer::on_body(char* data, std::size_t, std::size_t length, void* self) {
    return static_cast<Transfer*>(self)->take_body({data, length}) ? length : 0;
}

bool Transfer::take_header(std::string_view line) {
    header_bytes_ += line.size();
    if (header_bytes_ > max_header_bytes) return fail(Errc::refused, "headers without an end");
    if (line.starts_with("HTTP/")) { // an answer may come after others that only announce it
        content_range_.clear();
        encoding_.clear();
        return true;
    }
    if (trimmed(line).empty()) {
        if (!judged_ && status() >= 200) judge();
        return true;
    }
    const auto colon = line.find(':');
    if (colon == line.npos) return true;
    const std::string_view key = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
    if (same_letters(key, "Content-Range")) content_range_ = value;
    if (same_letters(key, "Content-Encoding")) encoding_ = value;
    return true;
}

void Transfer::judge() {
    judged_ = true;
    const long code = status();
    if (code == 404 || code == 403 || code == 410) {
        fail(Errc::not_found, "the server answers " + std::to_string(code));
    } else if (code == 200 && wanted_.offset == 0) {
        judge_whole();
    } else if (code == 206 && wanted_.offset > 0) {
        judge_rest();
    } else if (code == 416 && wanted_.offset > 0) {
        judge_nothing_left();
    } else if (code == 200) {
        fail(Errc::refused, "the server cannot go on in the middle of a file");
    } else {
        fail(Errc::refused, "the server answers " + std::to_string(code));
    }
    if (!error_ && !encoding_.empty() && !same_letters(encoding_, "identity"))
        fail(Errc::refused, "the server packed it, which nobody asked for");
}

void Transfer::judge_whole() {
    curl_off_t length = -1;
    curl_easy_getinfo(curl_, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    if (length >= 0 && static_cast<std::uint64_t>(length) > wanted_.max_bytes)
        fail(Errc::too_large, std::to_string(length) + " bytes announced");
}

void Transfer::judge_rest() {
    const auto range = parse_range(content_range_);
    if (!range || range->first != wanted_.offset || range->last < range->first ||
        range->total == 0 || range->last != range->total - 1)
        fail(Errc::refused, "the server answers with another part: " + content_range_);
    else if (range->total > wanted_.max_bytes)
        fail(Errc::too_large, std::to_string(range->total) + " bytes announced");
}

void Transfer::judge_nothing_left() {
    if (content_range_ == "bytes */" + std::to_string(wanted_.offset))
        nothing_left_ = true;
    else
        fail(Errc::refused, "the server has no byte " + std::to_string(wanted_.offset));
}

bool Transfer::take_body(std::string_view bytes) {
    if (error_ || nothing_left_) {
        idle_bytes_ += bytes.size();
        return idle_bytes_ <= max_idle_bytes;
    }
    if (bytes.size() > wanted_.max_bytes - wanted_.offset - received_)
        return fail(Errc::too_large, "more than " + std::to_string(wanted_.max_bytes) + " bytes");
    received_ += bytes.size();
    const Result<void> taken = sink_(bytes);
    if (!taken) error_ = taken.error();
    return taken.has_value();
}

Result<void> Transfer::outcome(CURLcode code) const {
    if (error_) return *error_;
    if (code == CURLE_OK || nothing_left_) return {};
    const std::string what =
        wanted_.name + ": " + (trouble_.empty() ? curl_easy_strerror(code) : trouble_);
    curl_off_t connected_us = 0;
    curl_easy_getinfo(curl_, CURLINFO_PRETRANSFER_TIME_T, &connected_us);
    if (code == CURLE_OPERATION_TIMEDOUT && connected_us > 0) return {Errc::timeout, what};
    if (code == CURLE_WRITE_ERROR) return {Errc::refused, what};
    return {Errc::unreadable, what};
}

Result<void> Transfer::run() {
    std::array<char, CURL_ERROR_SIZE> words{};
    const std::string range = std::to_string(wanted_.offset) + "-";
    curl_easy_setopt(curl_, CURLOPT_RANGE, wanted_.offset > 0 ? range.c_str() : nullptr);
    curl_easy_setopt(curl_, CURLOPT_TIMEOUT_MS, static_cast<long>(wanted_.within.count()));
    curl_easy_setopt(curl_, CURLOPT_HEADERFUNCTION, &Transfer::on_header);
    curl_easy_setopt(curl_, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, &Transfer::on_body);
    curl_easy_setopt(curl_, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(curl_, CURLOPT_ERRORBUFFER, words.data());
    const CURLcode code = curl_easy_perform(curl_);
    curl_easy_setopt(curl_, CURLOPT_ERRORBUFFER, nullptr);
    trouble_ = words.data();
    return outcome(code);
}

} // namespace foyer::platform
