// SPDX-License-Identifier: EUPL-1.2
// The reports of inspect and diff for programs.
#pragma once

#include "content/packer/diff.h"
#include "content/packer/inspect.h"
#include "content/packer/report.h"

#include <string>

namespace foyer::packer {

std::string to_json(const Inspection& inspection);
std::string to_json(const Difference& difference);
std::string to_json(const Report& report);

} // namespace foyer::packer
