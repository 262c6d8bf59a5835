// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/curl_fetch.h"

#include "platform/http/transfer.h"

#include <algorithm>
#include <cstdlib>
#include <curl/curl.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace foyer::platform {

namespace {

struct ListFree {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListFree>;

struct UrlFree {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, UrlFree>;

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool has_part(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    const bool there = curl_url_get(url, part, &text, 0) == CURLUE_OK;
    curl_free(text);
    return there;
}

Result<void> check_base(const std::string& base_url) {
    const Url url(curl_url());
    const bool http = base_url.starts_with("http://") || base_url.starts_with("https://");
    if (!url || !http || curl_url_set(url.get(), CURLUPART_URL, base_url.c_str(), 0) != CURLUE_OK ||
        has_part(url.get(), CURLUPART_QUERY) || has_part(url.get(), CURLUPART_FRAGMENT))
        return {Errc::invalid, "not an address that starts with http:// or https://, or one with "
                               "a query: " +
                                   base_url};
    return {};
}

/// Called by libcurl for each new connection with TLS; `floor` is a sys_seconds.
CURLcode judge_at_floor(CURL*, void* context, void* floor) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto time = std::max(now, *static_cast<const std::chrono::sys_seconds*>(floor));
    X509_VERIFY_PARAM* rules = SSL_CTX_get0_param(static_cast<SSL_CTX*>(context));
    if (rules == nullptr) return CURLE_SSL_CERTPROBLEM;
    X509_VERIFY_PARAM_set_time(rules, static_cast<std::time_t>(time.time_since_epoch().count()));
    return CURLE_OK;
}

std::string ca_file(const HttpOptions& options) {
    if (!options.ca_file.empty()) return options.ca_file;
    const char* named = std::getenv("SSL_CERT_FILE");
    return named != nullptr ? named : "";
}

} // namespace

/// libcurl's handle and the headers it refers to.
class CurlFetch::Handle {
  public:
    /// `curl` is null if the library refuses.
    Handle() {
        static const CURLcode library = curl_global_init(CURL_GLOBAL_DEFAULT);
        if (library == CURLE_OK) curl = curl_easy_init();
    }
    ~Handle() { curl_easy_cleanup(curl); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    CURL* curl = nullptr;
    List headers;
};

std::string url_path(std::string_view name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string path;
    for (std::size_t from = 0; from <= name.size();) {
        const std::size_t end = std::min(name.find('/', from), name.size());
        const std::string_view segment = name.substr(from, end - from);
        if (segment.empty() || segment == "." || segment == "..") return {};
        from = end + 1;
        for (std::size_t at = 0; at < segment.size(); ++at) {
            const char c = segment[at];
            const bool encoded = c == '%' && at + 2 < segment.size() && is_hex(segment[at + 1]) &&
                                 is_hex(segment[at + 2]);
            if (is_plain(c) || encoded) {
                path += c;
            } else {
                const auto byte = static_cast<unsigned char>(c);
                path += {'%', digits[byte >> 4], digits[byte & 15]};
            }
        }
        if (end < name.size()) path += '/';
    }
    return path;
}

CurlFetch::CurlFetch(std::string base_url, HttpOptions options, std::unique_ptr<Handle> handle)
    : base_url_(std::move(base_url)), options_(std::move(options)), handle_(std::move(handle)) {}

CurlFetch::~CurlFetch() = default;

Result<std::unique_ptr<CurlFetch>> CurlFetch::create(std::string base_url, HttpOptions options) {
    TRY(check_base(base_url));
    if (!base_url.ends_with('/')) base_url += '/';
    auto handle = std::make_unique<Handle>();
    if (handle->curl == nullptr) return {Errc::unreadable, "libcurl does not start"};
    std::unique_ptr<CurlFetch> fetch(
        new CurlFetch(std::move(base_url), std::move(options), std::move(handle)));
    if (!fetch->set_up()) return {Errc::unreadable, "libcurl cannot do what is needed"};
    return fetch;
}

bool CurlFetch::set_up() {
    bool good = true;
    const auto set = [&](CURLoption option, auto value) {
        good = good && curl_easy_setopt(handle_->curl, option, value) == CURLE_OK;
    };
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_NOSIGNAL, 1L); // deadlines by signals would end the program
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    // Two small requests win nothing by HTTP/2, and its library would be one more to trust.
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(options_.connect_within.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, options_.least_bytes_per_second);
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options_.slow_for.count()));
    set(CURLOPT_USERAGENT, options_.user_agent.c_str());
    // "Accept" without a value takes libcurl's own away. Not CURLOPT_ACCEPT_ENCODING: that one also
    // unpacks what comes packed all the same.
    handle_->headers.reset(curl_slist_append(nullptr, "Accept:"));
    if (!handle_->headers ||
        curl_slist_append(handle_->headers.get(), "Accept-Encoding: identity") == nullptr)
        return false;
    set(CURLOPT_HTTPHEADER, handle_->headers.get());
    if (const std::string file = ca_file(options_); !file.empty())
        set(CURLOPT_CAINFO, file.c_str());
    if (options_.clock_floor) {
        set(CURLOPT_SSL_CTX_FUNCTION, &judge_at_floor);
        set(CURLOPT_SSL_CTX_DATA, &*options_.clock_floor);
    }
    return good;
}

Result<void> CurlFetch::get(const host::Wanted& wanted, const host::Sink& sink) {
    const std::string path = url_path(wanted.name);
    if (path.empty()) return {Errc::refused, wanted.name + ": not a name"};
    if (wanted.offset > wanted.max_bytes)
        return {Errc::too_large, wanted.name + ": more is there than is allowed"};
    CURL* const curl = handle_->curl;
    curl_easy_setopt(curl, CURLOPT_URL, (base_url_ + path).c_str());
    const Result<void> done = Transfer(curl, wanted, sink).run();

    long connections = 0, sent = 0, headers = 0;
    curl_off_t body = 0;
    curl_easy_getinfo(curl, CURLINFO_NUM_CONNECTS, &connections);
    curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent);
    curl_easy_getinfo(curl, CURLINFO_HEADER_SIZE, &headers);
    curl_easy_getinfo(curl, CURLINFO_SIZE_DOWNLOAD_T, &body);
    ++traffic_.requests;
    traffic_.connections += static_cast<std::uint64_t>(connections);
    traffic_.sent_bytes += static_cast<std::uint64_t>(sent);
    traffic_.received_bytes +=
        static_cast<std::uint64_t>(headers) + static_cast<std::uint64_t>(body);
    return done;
}

} // namespace foyer::platform
