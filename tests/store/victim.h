// SPDX-License-Identifier: EUPL-1.2
// A sound pack that a test breaks in one way.
#pragma once

#include "kiosk/store/pack.h"
#include "kiosk/store/pack_writer.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

#include <string>

namespace foyer::test {

class Victim {
  public:
    Victim() : file_("victim.pack") {
        REQUIRE(store::write_pack(sample_content(), file_.path()));
        bytes = read_file(file_.path());
    }

    /// Changes the pack from within, with everything allowed.
    void run(const std::string& sql) {
        sqlite3* handle = nullptr;
        REQUIRE(sqlite3_open(file_.path().c_str(), &handle) == SQLITE_OK);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        char* error = nullptr;
        const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &error);
        INFO(sql << ": " << (error == nullptr ? "" : error));
        CHECK(code == SQLITE_OK);
        sqlite3_free(error);
        sqlite3_close(handle);
    }

    Result<store::Pack> open_bytes() {
        write_file(file_.path(), bytes);
        return store::Pack::open(file_.path());
    }

    Result<store::Pack> open() { return store::Pack::open(file_.path()); }

    Errc refusal() {
        const Result<store::Pack> opened = open();
        REQUIRE_FALSE(opened);
        return opened.error().code;
    }

    Errc refusal_of_bytes() {
        const Result<store::Pack> opened = open_bytes();
        REQUIRE_FALSE(opened);
        return opened.error().code;
    }

    std::string bytes;

  private:
    TemporaryFile file_;
};

} // namespace foyer::test
