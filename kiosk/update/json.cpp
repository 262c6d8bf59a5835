// SPDX-License-Identifier: EUPL-1.2
// JSON, strictly. nlohmann's reader checks the grammar, UTF-8 and surrogates; what it would let
// pass (duplicate keys, fractions, depth) is refused here while it reads.
#include "kiosk/update/json.h"

#include <nlohmann/json.hpp>

#include <exception>
#include <utility>
#include <vector>

namespace foyer::update {
namespace {

using nlohmann::json;

class StrictReader final : public nlohmann::json_sax<json> {
  public:
    json take() { return std::move(root_); }
    const std::string& problem() const { return problem_; }

    bool null() override { return add(nullptr) != nullptr; }
    bool boolean(bool value) override { return add(value) != nullptr; }
    bool number_integer(number_integer_t value) override { return add(value) != nullptr; }
    bool number_unsigned(number_unsigned_t value) override { return add(value) != nullptr; }
    /// Also called for whole numbers that do not fit into 64 bits.
    bool number_float(number_float_t, const string_t& text) override {
        return fail("the number " + text.substr(0, 40) + " is not whole or too big");
    }
    bool string(string_t& value) override { return add(std::move(value)) != nullptr; }
    bool binary(binary_t&) override { return fail("binary"); }

    bool start_object(std::size_t) override { return descend(add(json::object())); }
    bool start_array(std::size_t) override { return descend(add(json::array())); }
    bool end_object() override { return ascend(); }
    bool end_array() override { return ascend(); }

    bool key(string_t& name) override {
        auto& object = open_.back()->get_ref<json::object_t&>();
        const auto [place, is_new] = object.emplace(name, nullptr);
        if (!is_new) return fail("the key " + name.substr(0, 80) + " stands there twice");
        place_ = &place->second;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
        return fail("no JSON from byte " + std::to_string(position) + " on");
    }

  private:
    json* add(json value) {
        if (++values_ > max_json_values) {
            fail("more than " + std::to_string(max_json_values) + " values");
            return nullptr;
        }
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        if (open_.back()->is_object()) {
            *place_ = std::move(value);
            return place_;
        }
        auto& array = open_.back()->get_ref<json::array_t&>();
        array.push_back(std::move(value));
        return &array.back();
    }

    /// A container that is being filled does not move: its own container grows only afterwards.
    bool descend(json* container) {
        if (container == nullptr) return false;
        open_.push_back(container);
        if (open_.size() <= max_json_depth) return true;
        return fail("more than " + std::to_string(max_json_depth) + " levels");
    }

    bool ascend() {
        open_.pop_back();
        return true;
    }

    bool fail(std::string problem) {
        problem_ = std::move(problem);
        return false;
    }

    json root_;
    std::vector<json*> open_;
    json* place_ = nullptr; ///< of the key that was read last
    std::size_t values_ = 0;
    std::string problem_;
};

void append_quoted(std::string& out, const std::string& text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    out += '"';
}

void append(std::string& out, const json& value) {
    if (value.is_string()) {
        append_quoted(out, value.get_ref<const std::string&>());
    } else if (value.is_object()) {
        char before = '{';
        for (const auto& [name, part] : value.get_ref<const json::object_t&>()) {
            out += std::exchange(before, ',');
            append_quoted(out, name);
            out += ':';
            append(out, part);
        }
        out += before == '{' ? "{}" : "}";
    } else if (value.is_array()) {
        char before = '[';
        for (const json& part : value) {
            out += std::exchange(before, ',');
            append(out, part);
        }
        out += before == '[' ? "[]" : "]";
    } else {
        out += value.dump(); // null, booleans and whole numbers have one form only
    }
}

} // namespace

Result<json> parse_json(std::string_view text) {
    // nlohmann passes over a byte order mark and ends at a zero byte; other readers do neither.
    if (text.substr(0, 3) == "\xEF\xBB\xBF" || text.find('\0') != std::string_view::npos) {
        return Error{Errc::damaged, "JSON with a byte order mark or a zero byte"};
    }
    StrictReader reader;
    try {
        if (json::sax_parse(text.begin(), text.end(), &reader)) return reader.take();
    } catch (const std::exception& thrown) {
        return Error{Errc::damaged, std::string("JSON: ") + thrown.what()};
    }
    return Error{Errc::damaged, "JSON: " + reader.problem()};
}

std::string canonical(const json& value) {
    std::string out;
    append(out, value);
    return out;
}

} // namespace foyer::update
