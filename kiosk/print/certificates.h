// SPDX-License-Identifier: EUPL-1.2
// Certificates of attendance: pages with an empty line for the name, since the kiosk knows none.
#pragma once

#include "kiosk/model/course.h"
#include "kiosk/print/paper.h"

namespace foyer::print {

constexpr int max_certificates = 500;

/// `town`: who holds the course; `date`: YYYY-MM-DD, or empty for a line to write it on; `count`
/// pages, from 1 to max_certificates.
host::Document certificates(const Edition& edition, const model::Course& course,
                            const std::string& town, const std::string& date, int count);

} // namespace foyer::print
