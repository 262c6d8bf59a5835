// SPDX-License-Identifier: EUPL-1.2
#include "platform/lan/share_server.h"

#include "platform/lan/shared_name.h"
#include "platform/linux/fd.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace foyer::platform {

namespace {

constexpr std::size_t piece_bytes = 16 * 1024;
constexpr std::size_t stack_bytes = 256 * 1024;
/// Of requests: names are short, and so are headers.
constexpr std::size_t request_bytes = 32 * 1024;

/// An answer under way takes as long as at this speed and a while, not longer: who reads slower
/// keeps others waiting.
constexpr std::uint64_t least_bytes_per_ms = 16;
constexpr std::chrono::minutes patience{1};

using Clock = std::chrono::steady_clock;

struct FreeResponse {
    void operator()(MHD_Response* response) const { MHD_destroy_response(response); }
};
using Response = std::unique_ptr<MHD_Response, FreeResponse>;

/// A file that is being handed out.
struct Sending {
    Fd file;
    std::uint64_t offset;
    Throttle& throttle;
    Clock::time_point until;
};

ssize_t read_piece(void* sending, std::uint64_t position, char* into, std::size_t most) {
    auto& file = *static_cast<Sending*>(sending);
    if (Clock::now() > file.until) return MHD_CONTENT_READER_END_WITH_ERROR;
    const auto at = static_cast<off_t>(file.offset + position);
    const ssize_t got = pread(file.file.get(), into, std::min(most, piece_bytes), at);
    // It promised more; nobody shortens a file here, but a medium may fail.
    if (got <= 0) return MHD_CONTENT_READER_END_WITH_ERROR;
    file.throttle.wait_for(static_cast<std::uint64_t>(got));
    return got;
}

void forget_file(void* sending) { delete static_cast<Sending*>(sending); }

MHD_Result answer_empty(MHD_Connection* connection, unsigned status,
                        const std::string& range = {}) {
    const Response response(MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT));
    if (!response) return MHD_NO;
    if (!range.empty()) MHD_add_response_header(response.get(), "Content-Range", range.c_str());
    return MHD_queue_response(connection, status, response.get());
}

struct OpenFile {
    Fd file{};
    std::uint64_t length = 0;
};

OpenFile open_file(const std::string& path) {
    OpenFile out{Fd(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)), 0};
    struct stat info {};
    if (!out.file || fstat(out.file.get(), &info) != 0 || !S_ISREG(info.st_mode)) return OpenFile();
    out.length = static_cast<std::uint64_t>(info.st_size);
    return out;
}

MHD_Result answer_file(MHD_Connection* connection, OpenFile file, Throttle& throttle) {
    const char* header = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Range");
    const RangeAnswer range = range_of(header == nullptr ? "" : header, file.length);
    const std::string of_all = "/" + std::to_string(file.length);
    if (range.kind == RangeKind::beyond) {
        return answer_empty(connection, MHD_HTTP_RANGE_NOT_SATISFIABLE, "bytes *" + of_all);
    }
    const bool part = range.kind == RangeKind::part;
    const std::uint64_t length = part ? range.bytes.last - range.bytes.first + 1 : file.length;
    if (length == 0) return answer_empty(connection, MHD_HTTP_OK);
    const auto until =
        Clock::now() + patience + std::chrono::milliseconds(length / least_bytes_per_ms);
    auto sending = std::make_unique<Sending>(
        Sending{std::move(file.file), part ? range.bytes.first : 0, throttle, until});
    const Response response(MHD_create_response_from_callback(length, piece_bytes, read_piece,
                                                              sending.get(), forget_file));
    if (!response) return MHD_NO;
    (void)sending.release(); // forget_file() has it now
    MHD_add_response_header(response.get(), "Accept-Ranges", "bytes");
    if (!part) return MHD_queue_response(connection, MHD_HTTP_OK, response.get());
    const std::string content = "bytes " + std::to_string(range.bytes.first) + "-" +
                                std::to_string(range.bytes.last) + of_all;
    MHD_add_response_header(response.get(), "Content-Range", content.c_str());
    return MHD_queue_response(connection, MHD_HTTP_PARTIAL_CONTENT, response.get());
}

MHD_Result answer(void* server, MHD_Connection* connection, const char* path, const char* method,
                  const char*, const char*, std::size_t*, void** seen) {
    if (std::strcmp(method, "GET") != 0 && std::strcmp(method, "HEAD") != 0) {
        return answer_empty(connection, MHD_HTTP_METHOD_NOT_ALLOWED);
    }
    auto& share = *static_cast<ShareServer*>(server);
    if (*seen == nullptr) {
        // Answered now, before a body could come, the connection would be closed afterwards.
        *seen = server;
        return MHD_YES;
    }
    const std::optional<std::string> name = shared_name(path);
    OpenFile file = name ? open_file(share.folder() + "/" + *name) : OpenFile();
    if (!file.file) return answer_empty(connection, MHD_HTTP_NOT_FOUND);
    return answer_file(connection, std::move(file), share.throttle());
}

/// libmicrohttpd would decode %2e in paths; nothing that is shared needs that.
std::size_t leave_as_it_is(void*, MHD_Connection*, char* text) { return std::strlen(text); }

} // namespace

void Throttle::wait_for(std::uint64_t bytes) {
    using std::chrono::nanoseconds;
    const nanoseconds now = Clock::now().time_since_epoch();
    const auto cost = static_cast<std::int64_t>(bytes * 1'000'000'000U / bytes_per_second_);
    std::int64_t next = next_ns_.load();
    std::int64_t mine = 0;
    do {
        mine = std::max(next, static_cast<std::int64_t>(now.count()));
    } while (!next_ns_.compare_exchange_weak(next, mine + cost));
    std::this_thread::sleep_until(Clock::time_point(nanoseconds(mine)));
}

ShareServer::ShareServer(std::string folder, const ShareLimits& limits)
    : folder_(std::move(folder)), throttle_(limits.bytes_per_second) {}

ShareServer::~ShareServer() {
    if (daemon_ != nullptr) MHD_stop_daemon(daemon_);
}

Result<std::unique_ptr<ShareServer>> ShareServer::start(std::string folder, std::uint16_t port,
                                                        const ShareLimits& limits) {
    std::unique_ptr<ShareServer> server(new ShareServer(std::move(folder), limits));
    // Each connection has a thread, so that one may sleep where its share of the line is used up.
    constexpr unsigned flags =
        MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL;
    server->daemon_ = MHD_start_daemon(
        flags, port, nullptr, nullptr, answer, server.get(), MHD_OPTION_UNESCAPE_CALLBACK,
        leave_as_it_is, nullptr, MHD_OPTION_CONNECTION_LIMIT, limits.connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, limits.connections_per_address,
        MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(limits.idle.count()),
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, request_bytes, MHD_OPTION_THREAD_STACK_SIZE,
        stack_bytes, MHD_OPTION_END);
    if (server->daemon_ != nullptr) return server;
    return Error{Errc::unreadable,
                 "port " + std::to_string(port) + " for neighbours: " + std::strerror(errno)};
}

std::uint16_t ShareServer::port() const {
    const MHD_DaemonInfo* info = MHD_get_daemon_info(daemon_, MHD_DAEMON_INFO_BIND_PORT);
    return info == nullptr ? std::uint16_t{0} : info->port;
}

} // namespace foyer::platform
