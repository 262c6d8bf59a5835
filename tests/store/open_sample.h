// SPDX-License-Identifier: EUPL-1.2
// A pack of some content, written to a file that goes with the object.
#pragma once

#include "kiosk/store/pack.h"
#include "kiosk/store/pack_writer.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>

namespace foyer::test {

struct OpenSample {
    explicit OpenSample(model::PackContent given = sample_content())
        : content(std::move(given)), file("sample.pack") {
        REQUIRE(store::write_pack(content, file.path()));
    }
    store::Pack pack() {
        Result<store::Pack> opened = store::Pack::open(file.path());
        REQUIRE(opened);
        return *std::move(opened);
    }
    model::PackContent content;
    TemporaryFile file;
};

} // namespace foyer::test
