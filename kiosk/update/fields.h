// SPDX-License-Identifier: EUPL-1.2
// Fields: a JSON object that is read field by field, each with the type it must have. Every error
// is `damaged` and says where. Only for the parsers of this folder.
#pragma once

#include "kiosk/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::update {

/// Refers to the document, which has to outlive it.
class Fields {
  public:
    /// Fails if `value` is no object.
    static Result<Fields> of(const nlohmann::json& value, const std::string& where);

    bool has(const char* name) const { return object_->contains(name); }
    Result<Fields> object(const char* name) const;
    /// The object's own fields, each of which has a name nobody knows beforehand.
    const nlohmann::json::object_t& all() const;
    Result<const nlohmann::json::array_t*> array(const char* name) const;
    Result<std::string> string(const char* name) const;
    Result<std::vector<std::string>> strings(const char* name) const;
    /// Fails outside of `least` to max_number.
    Result<std::uint64_t> number(const char* name, std::uint64_t least) const;
    Result<bool> boolean(const char* name) const;
    Result<const nlohmann::json*> value(const char* name) const;

    const std::string& where() const { return where_; }
    Error wrong(const std::string& name, const std::string& problem) const;

  private:
    Fields(const nlohmann::json& object, std::string where);
    const nlohmann::json* object_;
    std::string where_;
};

} // namespace foyer::update
