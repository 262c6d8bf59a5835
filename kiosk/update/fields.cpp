// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/fields.h"

#include "kiosk/update/metadata.h"

#include <utility>

namespace foyer::update {

using nlohmann::json;

Fields::Fields(const json& object, std::string where)
    : object_(&object), where_(std::move(where)) {}

Error Fields::wrong(const std::string& name, const std::string& problem) const {
    return {Errc::damaged, where_ + ": " + name.substr(0, 80) + " " + problem};
}

Result<Fields> Fields::of(const json& value, const std::string& where) {
    if (!value.is_object()) return Error{Errc::damaged, where + " is no object"};
    return Fields(value, where);
}

Result<const json*> Fields::value(const char* name) const {
    const auto found = object_->find(name);
    if (found == object_->end()) return wrong(name, "is missing");
    return &*found;
}

Result<Fields> Fields::object(const char* name) const {
    const json* found = TRY(value(name));
    return of(*found, where_ + "." + name);
}

const json::object_t& Fields::all() const { return object_->get_ref<const json::object_t&>(); }

Result<const json::array_t*> Fields::array(const char* name) const {
    const json* found = TRY(value(name));
    if (!found->is_array()) return wrong(name, "is no array");
    return &found->get_ref<const json::array_t&>();
}

Result<std::string> Fields::string(const char* name) const {
    const json* found = TRY(value(name));
    if (!found->is_string()) return wrong(name, "is no text");
    return found->get_ref<const std::string&>();
}

Result<std::vector<std::string>> Fields::strings(const char* name) const {
    const json::array_t* found = TRY(array(name));
    std::vector<std::string> texts;
    for (const json& part : *found) {
        if (!part.is_string()) return wrong(name, "has something else than texts");
        texts.push_back(part.get_ref<const std::string&>());
    }
    return texts;
}

Result<std::uint64_t> Fields::number(const char* name, std::uint64_t least) const {
    const json* found = TRY(value(name));
    if (!found->is_number_unsigned()) return wrong(name, "is no whole number from 0 on");
    const auto number = found->get<std::uint64_t>();
    if (number < least || number > max_number) return wrong(name, "is out of range");
    return number;
}

Result<bool> Fields::boolean(const char* name) const {
    const json* found = TRY(value(name));
    if (!found->is_boolean()) return wrong(name, "is neither true nor false");
    return found->get<bool>();
}

} // namespace foyer::update
