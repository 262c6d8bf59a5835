// SPDX-License-Identifier: EUPL-1.2
// Everything behind Session::Lock belongs to Avahi's thread as well: its callbacks run there and
// hold the lock that Lock takes.
#include "platform/lan/avahi_neighbours.h"

#include "kiosk/base/log.h"

#include <algorithm>
#include <array>
#include <avahi-client/client.h>
#include <avahi-client/lookup.h>
#include <avahi-client/publish.h>
#include <avahi-common/alternative.h>
#include <avahi-common/error.h>
#include <avahi-common/malloc.h>
#include <avahi-common/thread-watch.h>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace foyer::platform {

namespace {

constexpr const char* service_type = "_foyer-update._tcp";
constexpr std::chrono::seconds between_tries{60};
constexpr int max_other_names = 100;

using Clock = std::chrono::steady_clock;

template <auto free> struct Free {
    template <class T> void operator()(T* thing) const { (void)free(thing); }
};
using Poll = std::unique_ptr<AvahiThreadedPoll, Free<avahi_threaded_poll_free>>;
using Client = std::unique_ptr<AvahiClient, Free<avahi_client_free>>;
using Group = std::unique_ptr<AvahiEntryGroup, Free<avahi_entry_group_free>>;
using Browser = std::unique_ptr<AvahiServiceBrowser, Free<avahi_service_browser_free>>;
using Resolver = std::unique_ptr<AvahiServiceResolver, Free<avahi_service_resolver_free>>;
using Text = std::unique_ptr<AvahiStringList, Free<avahi_string_list_free>>;
using Word = std::unique_ptr<char, Free<avahi_free>>;

std::string value_of(AvahiStringList* text, const char* key) {
    AvahiStringList* entry = avahi_string_list_find(text, key);
    char* value = nullptr;
    std::size_t length = 0;
    if (entry == nullptr || avahi_string_list_get_pair(entry, nullptr, &value, &length) != 0)
        return {};
    const Word owned(value);
    return value == nullptr ? std::string() : std::string(value, length);
}

std::uint64_t number_of(const std::string& text) {
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [last, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && last == end ? value : 0;
}

} // namespace

class AvahiNeighbours::Session {
  public:
    Session(std::string id, std::function<void()> changed)
        : id_(std::move(id)), changed_(std::move(changed)), poll_(avahi_threaded_poll_new()) {
        connect();
        if (poll_) running_ = avahi_threaded_poll_start(poll_.get()) == 0;
    }
    ~Session() {
        if (running_) avahi_threaded_poll_stop(poll_.get());
        disconnect();
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    class Lock {
      public:
        explicit Lock(Session& session) : poll_(session.running_ ? session.poll_.get() : nullptr) {
            if (poll_ != nullptr) avahi_threaded_poll_lock(poll_);
        }
        ~Lock() {
            if (poll_ != nullptr) avahi_threaded_poll_unlock(poll_);
        }
        Lock(const Lock&) = delete;
        Lock& operator=(const Lock&) = delete;

      private:
        AvahiThreadedPoll* poll_;
    };

    void offer(std::optional<host::Offering> offering) {
        offering_ = offering;
        publish();
    }
    std::vector<host::Neighbour> found() {
        if (lost_ && Clock::now() >= next_try_) connect();
        std::vector<host::Neighbour> out;
        for (const auto& [service, seen] : seen_) {
            if (seen.neighbour) out.push_back(*seen.neighbour);
        }
        return out;
    }

  private:
    using Service = std::tuple<AvahiIfIndex, std::string, std::string>; ///< name, domain
    struct Seen {
        Resolver resolver;
        std::optional<host::Neighbour> neighbour; ///< once it is known where it is
    };

    void connect() {
        disconnect();
        lost_ = true;
        next_try_ = Clock::now() + between_tries;
        if (!poll_) return;
        int error = 0;
        // Also without a daemon, as long as there is D-Bus to tell when one comes.
        client_.reset(avahi_client_new(avahi_threaded_poll_get(poll_.get()), AVAHI_CLIENT_NO_FAIL,
                                       on_client, this, &error));
        lost_ = !client_;
        if (lost_) complain(avahi_strerror(error));
    }

    void disconnect() {
        seen_.clear();
        running_client_ = nullptr;
        browser_.reset();
        group_.reset();
        client_.reset();
    }

    void complain(const char* why) {
        if (!complained_) log::info(std::string("neighbours are not looked for: ") + why);
        complained_ = true;
    }

    static void on_client(AvahiClient* client, AvahiClientState state, void* self) {
        static_cast<Session*>(self)->client_changed(client, state);
    }
    /// Called before avahi_client_new() has returned as well.
    void client_changed(AvahiClient* client, AvahiClientState state) {
        if (state == AVAHI_CLIENT_S_RUNNING) {
            complained_ = false;
            running_client_ = client;
            browse();
            publish();
            return;
        }
        running_client_ = nullptr;
        seen_.clear();
        if (state == AVAHI_CLIENT_CONNECTING) complain("avahi-daemon does not run");
        if (state == AVAHI_CLIENT_FAILURE) {
            complain(avahi_strerror(avahi_client_errno(client)));
            lost_ = true; // freed by connect(): not from within its own callback
            changed_();
        }
    }

    void browse() {
        browser_.reset(avahi_service_browser_new(running_client_, AVAHI_IF_UNSPEC, AVAHI_PROTO_INET,
                                                 service_type, nullptr, AvahiLookupFlags{},
                                                 on_service, this));
    }

    static void on_service(AvahiServiceBrowser*, AvahiIfIndex interface, AvahiProtocol,
                           AvahiBrowserEvent event, const char* name, const char*,
                           const char* domain, AvahiLookupResultFlags flags, void* self) {
        if (event != AVAHI_BROWSER_NEW && event != AVAHI_BROWSER_REMOVE) return;
        const bool ours = (flags & AVAHI_LOOKUP_RESULT_OUR_OWN) != 0;
        if (!ours) static_cast<Session*>(self)->service_changed({interface, name, domain}, event);
    }
    void service_changed(const Service& service, AvahiBrowserEvent event) {
        if (event == AVAHI_BROWSER_REMOVE) {
            seen_.erase(service);
            return;
        }
        if (seen_.size() >= max_neighbours) return;
        // Stays, and tells whenever the text changes.
        const auto& [interface, name, domain] = service;
        seen_[service].resolver.reset(avahi_service_resolver_new(
            running_client_, interface, AVAHI_PROTO_INET, name.c_str(), service_type,
            domain.c_str(), AVAHI_PROTO_INET, AvahiLookupFlags{}, on_resolved, this));
    }

    static void on_resolved(AvahiServiceResolver* resolver, AvahiIfIndex, AvahiProtocol,
                            AvahiResolverEvent event, const char*, const char*, const char*,
                            const char*, const AvahiAddress* address, std::uint16_t port,
                            AvahiStringList* text, AvahiLookupResultFlags, void* self) {
        static_cast<Session*>(self)->resolved(
            resolver, event == AVAHI_RESOLVER_FOUND ? address : nullptr, port, text);
    }
    void resolved(const AvahiServiceResolver* resolver, const AvahiAddress* address,
                  std::uint16_t port, AvahiStringList* text) {
        const auto entry = std::find_if(seen_.begin(), seen_.end(), [&](const auto& service) {
            return service.second.resolver.get() == resolver;
        });
        if (entry == seen_.end()) return;
        entry->second.neighbour.reset();
        if (address == nullptr || address->proto != AVAHI_PROTO_INET || port == 0) return;
        if (value_of(text, "id") != id_) return;
        std::array<char, AVAHI_ADDRESS_STR_MAX> words{};
        avahi_address_snprint(words.data(), words.size(), address);
        host::Neighbour neighbour;
        neighbour.url = std::string("http://") + words.data() + ":" + std::to_string(port) + "/";
        neighbour.snapshot = number_of(value_of(text, "snapshot"));
        entry->second.neighbour = std::move(neighbour);
        changed_();
    }

    void publish() {
        if (running_client_ == nullptr) return;
        if (!group_) group_.reset(avahi_entry_group_new(running_client_, on_group, this));
        if (!group_) return;
        (void)avahi_entry_group_reset(group_.get());
        if (offering_) add_service();
    }

    void add_service() {
        if (name_.empty()) {
            const char* host = avahi_client_get_host_name(running_client_);
            name_ = std::string("Foyer ") + (host == nullptr ? "" : host);
        }
        const std::string id = "id=" + id_;
        const std::string snapshot = "snapshot=" + std::to_string(offering_->snapshot);
        const Text text(avahi_string_list_new(id.c_str(), snapshot.c_str(), nullptr));
        int error = AVAHI_ERR_COLLISION;
        for (int i = 0; i < max_other_names && error == AVAHI_ERR_COLLISION; ++i) {
            if (i > 0) take_other_name();
            error = avahi_entry_group_add_service_strlst(
                group_.get(), AVAHI_IF_UNSPEC, AVAHI_PROTO_INET, AvahiPublishFlags{}, name_.c_str(),
                service_type, nullptr, nullptr, offering_->port, text.get());
        }
        if (error == 0) error = avahi_entry_group_commit(group_.get());
        if (error != 0) log::warning(std::string("not announced: ") + avahi_strerror(error));
    }

    static void on_group(AvahiEntryGroup*, AvahiEntryGroupState state, void* self) {
        if (state == AVAHI_ENTRY_GROUP_COLLISION) static_cast<Session*>(self)->collided();
    }
    void collided() {
        if (collisions_++ >= max_other_names) return; // somebody claims every name
        take_other_name();
        publish();
    }
    void take_other_name() {
        const Word other(avahi_alternative_service_name(name_.c_str()));
        if (other) name_ = other.get();
    }

    std::string id_;
    std::function<void()> changed_;
    Poll poll_;
    Client client_;
    Group group_;
    Browser browser_;
    std::map<Service, Seen> seen_;
    std::optional<host::Offering> offering_;
    std::string name_; ///< of our service, for people
    AvahiClient* running_client_ = nullptr;
    Clock::time_point next_try_;
    int collisions_ = 0;
    bool running_ = false, lost_ = false, complained_ = false;
};

AvahiNeighbours::AvahiNeighbours(std::string id, std::function<void()> changed)
    : session_(std::make_unique<Session>(std::move(id), std::move(changed))) {}

AvahiNeighbours::~AvahiNeighbours() = default;

void AvahiNeighbours::announce(const host::Offering& offering) {
    const Session::Lock lock(*session_);
    session_->offer(offering);
}

void AvahiNeighbours::withdraw() {
    const Session::Lock lock(*session_);
    session_->offer(std::nullopt);
}

std::vector<host::Neighbour> AvahiNeighbours::found() {
    const Session::Lock lock(*session_);
    return session_->found();
}

} // namespace foyer::platform
