// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/update_file.h"

#include <nlohmann/json.hpp>

namespace foyer::store {

namespace {

using nlohmann::json;
using namespace model;

/// The value of an enum by its name, looked for from the first value on until `last`.
template <class Enum> std::optional<Enum> value_of(const std::string& wanted, Enum last) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (wanted == name(static_cast<Enum>(i))) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

/// Reads fields of one object; what has another type makes the whole file wrong.
class Fields {
  public:
    explicit Fields(const json& object) : object_(object), good_(object.is_object()) {}

    void read(const char* key, std::string& to) {
        if (const json* value = find(key, json::value_t::string)) to = value->get<std::string>();
    }
    void read(const char* key, bool& to) {
        if (const json* value = find(key, json::value_t::boolean)) to = value->get<bool>();
    }
    void read(const char* key, std::uint64_t& to) {
        if (const json* value = find(key, json::value_t::number_unsigned))
            to = value->get<std::uint64_t>();
    }
    void read(const char* key, int& to) {
        std::uint64_t number = static_cast<std::uint64_t>(to);
        read(key, number);
        if (number > 1'000'000'000) good_ = false;
        if (good_) to = static_cast<int>(number);
    }
    void read(const char* key, std::optional<int>& to) {
        if (object_.is_object() && object_.contains(key)) read(key, to.emplace());
    }
    template <class Enum> void read(const char* key, Enum& to, Enum last) {
        std::string text = name(to);
        read(key, text);
        const std::optional<Enum> value = value_of(text, last);
        if (value) to = *value;
        good_ = good_ && value.has_value();
    }
    bool good() const { return good_; }

  private:
    const json* find(const char* key, json::value_t type) {
        if (!good_) return nullptr;
        const auto found = object_.find(key);
        if (found == object_.end()) return nullptr;
        if (found->type() != type) good_ = false;
        return good_ ? &*found : nullptr;
    }

    const json& object_;
    bool good_;
};

json status_json(const UpdateStatus& status) {
    json out = {{"phase", name(status.phase)},
                {"channel", name(status.channel)},
                {"source", status.source},
                {"refusal", name(status.refusal)},
                {"code", refusal_code(status.refusal)},
                {"detail", status.detail},
                {"publisher", status.publisher},
                {"title", status.title},
                {"version", status.version},
                {"new_pages", status.new_pages},
                {"changed_pages", status.changed_pages},
                {"pages_known", status.pages_known},
                {"done_bytes", status.done_bytes},
                {"total_bytes", status.total_bytes},
                {"at", status.at}};
    if (status.seconds_left) out["seconds_left"] = *status.seconds_left;
    return out;
}

bool read_status(const json& object, UpdateStatus& status) {
    Fields fields(object);
    fields.read("phase", status.phase, UpdatePhase::refused);
    fields.read("channel", status.channel, Channel::neighbour);
    fields.read("source", status.source);
    fields.read("refusal", status.refusal, Refusal::store);
    fields.read("detail", status.detail);
    fields.read("publisher", status.publisher);
    fields.read("title", status.title);
    fields.read("version", status.version);
    fields.read("new_pages", status.new_pages);
    fields.read("changed_pages", status.changed_pages);
    fields.read("pages_known", status.pages_known);
    fields.read("done_bytes", status.done_bytes);
    fields.read("total_bytes", status.total_bytes);
    fields.read("seconds_left", status.seconds_left);
    fields.read("at", status.at);
    return fields.good();
}

json freshness_json(const Freshness& freshness) {
    return {{"fresh_at", freshness.fresh_at},
            {"clock_known", freshness.clock_known},
            {"last_source", freshness.last_source},
            {"last_success", freshness.last_success},
            {"last_refusal", name(freshness.last_refusal)},
            {"last_refusal_code", refusal_code(freshness.last_refusal)},
            {"last_refusal_at", freshness.last_refusal_at},
            {"last_refusal_detail", freshness.last_refusal_detail}};
}

bool read_freshness(const json& object, Freshness& freshness) {
    Fields fields(object);
    fields.read("fresh_at", freshness.fresh_at);
    fields.read("clock_known", freshness.clock_known);
    fields.read("last_source", freshness.last_source);
    fields.read("last_success", freshness.last_success);
    fields.read("last_refusal", freshness.last_refusal, Refusal::store);
    fields.read("last_refusal_at", freshness.last_refusal_at);
    fields.read("last_refusal_detail", freshness.last_refusal_detail);
    return fields.good();
}

} // namespace

std::string update_path(const std::string& store) { return store + "/update.json"; }

std::string to_json(const UpdateFile& file) {
    const json out = {{"format", 1},
                      {"status", status_json(file.status)},
                      {"freshness", freshness_json(file.freshness)}};
    return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::optional<UpdateFile> parse_update_file(std::string_view text) {
    if (text.size() > max_update_file_bytes) return std::nullopt;
    const json parsed = json::parse(text, nullptr, false);
    UpdateFile file;
    std::uint64_t format = 0;
    Fields head(parsed);
    head.read("format", format);
    if (!head.good() || format != 1 || !parsed.contains("status") ||
        !parsed.contains("freshness") || !read_status(parsed["status"], file.status) ||
        !read_freshness(parsed["freshness"], file.freshness)) {
        return std::nullopt;
    }
    return file;
}

} // namespace foyer::store
