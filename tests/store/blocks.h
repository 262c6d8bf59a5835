// SPDX-License-Identifier: EUPL-1.2
// Texts and blocks in a word, and the part of the sample that has tours, courses and questions.
#pragma once

#include "kiosk/model/pack_content.h"

#include <string>
#include <utility>

namespace foyer::test {

inline model::Run plain_run(std::string text) {
    model::Run run;
    run.text = std::move(text);
    return run;
}

inline model::Run bold(std::string text) {
    model::Run run = plain_run(std::move(text));
    run.bold = true;
    return run;
}

inline model::Run term(std::string text, std::string id) {
    model::Run run = plain_run(std::move(text));
    run.term = std::move(id);
    return run;
}

inline model::Run page_link(std::string text, std::string id) {
    model::Run run = plain_run(std::move(text));
    run.page = std::move(id);
    return run;
}

inline model::Run source(int number) {
    model::Run run = plain_run(std::to_string(number));
    run.source = number;
    return run;
}

inline model::Block block(model::BlockKind kind, model::Inline text, int level = 0,
                          int number = 0) {
    model::Block out;
    out.kind = kind;
    out.text = std::move(text);
    out.level = level;
    out.number = number;
    return out;
}

void add_tours_and_courses(model::PackContent& to);

} // namespace foyer::test
