// SPDX-License-Identifier: EUPL-1.2
#include "platform/pdf/canvas.h"

#include "kiosk/base/text.h"
#include "platform/pdf/finishing.h"
#include "platform/pdf/line_writer.h"
#include "platform/text/pango_block.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <cstdio>
#include <numbers>
#include <string_view>
#include <utility>

namespace foyer::platform::pdf {

namespace {

/// Height of an H of Inter in em: centres capitals in their line.
constexpr float cap_height = 0.727f;

cairo_status_t keep(void* to, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const host::Document& document) {
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
        const std::string words = text::without_soft_hyphens(text);
        if (!words.empty()) cairo_pdf_surface_set_metadata(surface, what, words.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, document.title);
    set(CAIRO_PDF_METADATA_AUTHOR, document.author);
    set(CAIRO_PDF_METADATA_SUBJECT, document.subject);
    set(CAIRO_PDF_METADATA_KEYWORDS, document.keywords);
    set(CAIRO_PDF_METADATA_CREATOR, "Foyer");
    // Without a date Cairo would ask the clock, and no two files would be equal.
    const std::string date = document.date.size() == 10 ? document.date : "2000-01-01";
    set(CAIRO_PDF_METADATA_CREATE_DATE, date + "T00:00:00Z");
}

/// For the attributes of a tag, which are text with quotes of its own. Cairo 1.16 writes an address
/// as it is, so whatever means something to the format is written as the web does.
std::string quoted(const std::string& address) {
    std::string out;
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte > ' ' && byte < 0x7F &&
                           std::string_view("'\\()<>\"").find(c) == std::string_view::npos;
        char code[4] = {c, '\0'};
        if (!plain) std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned>(byte));
        out += code;
    }
    return "'" + out + "'";
}

std::string number(float value) { return std::to_string(static_cast<int>(value)); }

} // namespace

Canvas::Canvas(const host::Document& document)
    : mirrored_(document.direction == host::Direction::right_to_left),
      language_(document.language),
      surface_(cairo_pdf_surface_create_for_stream(keep, &bytes_, paper_width, paper_height)),
      cr_(cairo_create(surface_)) {
    cairo_pdf_surface_restrict_to_version(surface_, CAIRO_PDF_VERSION_1_4);
    describe(surface_, document);
}

Canvas::~Canvas() {
    cairo_destroy(cr_);
    cairo_surface_destroy(surface_);
}

Rect Canvas::on_paper(Rect rect) const {
    const float x = margin_start + rect.x;
    return {mirrored_ ? paper_width - x - rect.w : x, rect.y, rect.w, rect.h};
}

void Canvas::begin(const char* tag) {
    if (!silent_) cairo_tag_begin(cr_, tag, nullptr);
}

void Canvas::end(const char* tag) {
    if (!silent_) cairo_tag_end(cr_, tag);
}

void Canvas::text(const PangoBlock& block, std::size_t line, Point at, const Type& type,
                  const char* tag) {
    const float width = block.lines()[line].rect.w;
    const Rect box = on_paper({at.x, at.y, width, type.line_pt()});
    const auto middle = static_cast<double>(box.y + (box.h + cap_height * type.em) / 2);
    begin(tag);
    cairo_set_source_rgb(cr_, type.colour.r, type.colour.g, type.colour.b);
    write_line(cr_, block.pango_line(line), static_cast<double>(box.x), middle);
    end(tag);
}

void Canvas::link(const PangoBlock& block, std::size_t line, Point at, const Type& type,
                  const std::string& address) {
    if (silent_) return text(block, line, at, type, CAIRO_TAG_LINK);
    cairo_tag_begin(cr_, CAIRO_TAG_LINK, ("uri=" + quoted(address)).c_str());
    const bool silent = std::exchange(silent_, true);
    text(block, line, at, type, CAIRO_TAG_LINK);
    silent_ = silent;
    cairo_tag_end(cr_, CAIRO_TAG_LINK);
}

void Canvas::link(Rect place, const std::string& address) {
    if (silent_) return;
    const Rect box = on_paper(place);
    const std::string attributes = "uri=" + quoted(address) + " rect=[" + number(box.x) + " " +
                                   number(box.y) + " " + number(box.w) + " " + number(box.h) + "]";
    cairo_tag_begin(cr_, CAIRO_TAG_LINK, attributes.c_str());
    cairo_tag_end(cr_, CAIRO_TAG_LINK);
}

void Canvas::fill(Rect rect, Ink colour, float radius) {
    const Rect r = on_paper(rect);
    const auto x = static_cast<double>(r.x), y = static_cast<double>(r.y),
               w = static_cast<double>(r.w), h = static_cast<double>(r.h);
    const double round = std::min({static_cast<double>(radius), w / 2, h / 2});
    constexpr double quarter = std::numbers::pi / 2;
    cairo_set_source_rgb(cr_, colour.r, colour.g, colour.b);
    cairo_new_path(cr_);
    if (round > 0) {
        cairo_arc(cr_, x + w - round, y + round, round, -quarter, 0);
        cairo_arc(cr_, x + w - round, y + h - round, round, 0, quarter);
        cairo_arc(cr_, x + round, y + h - round, round, quarter, 2 * quarter);
        cairo_arc(cr_, x + round, y + round, round, 2 * quarter, 3 * quarter);
        cairo_close_path(cr_);
    } else {
        cairo_rectangle(cr_, x, y, w, h);
    }
    cairo_fill(cr_);
}

void Canvas::picture(cairo_surface_t* picture, Size own, Rect box, const std::string& words) {
    if (!silent_) figures_.push_back(words);
    const Rect r = on_paper(box);
    begin("Figure");
    cairo_save(cr_);
    cairo_translate(cr_, static_cast<double>(r.x), static_cast<double>(r.y));
    cairo_scale(cr_, static_cast<double>(r.w / own.w), static_cast<double>(r.h / own.h));
    cairo_set_source_surface(cr_, picture, 0, 0);
    cairo_rectangle(cr_, 0, 0, static_cast<double>(own.w), static_cast<double>(own.h));
    cairo_fill(cr_);
    cairo_restore(cr_);
    end("Figure");
}

void Canvas::squares(const host::DocumentCodeSquare& code, Rect box, const std::string& words) {
    if (!silent_) figures_.push_back(words);
    const Rect r = on_paper(box);
    const double module = static_cast<double>(r.w) / code.side;
    begin("Figure");
    cairo_set_source_rgb(cr_, 0, 0, 0);
    for (int y = 0; y < code.side; ++y) {
        const auto dark = [&](int x) {
            return x < code.side && code.dark[static_cast<std::size_t>(y * code.side + x)];
        };
        for (int x = 0; x < code.side; ++x) {
            const int from = x;
            while (dark(x)) ++x;
            if (x == from) continue;
            cairo_rectangle(cr_, static_cast<double>(r.x) + from * module,
                            static_cast<double>(r.y) + y * module, (x - from) * module, module);
        }
    }
    cairo_fill(cr_);
    end("Figure");
}

void Canvas::bookmark(int level, const std::string& text, float y) {
    const auto at = static_cast<std::size_t>(std::clamp(level, 1, 3));
    const std::string place = "page=" + std::to_string(page_) + " pos=[0 " + number(y) + "]";
    const int mark =
        cairo_pdf_surface_add_outline(surface_, parents_[at - 1], text.c_str(), place.c_str(),
                                      static_cast<cairo_pdf_outline_flags_t>(0));
    std::fill(parents_.begin() + static_cast<std::ptrdiff_t>(at), parents_.end(), mark);
}

void Canvas::next_page() {
    cairo_show_page(cr_);
    ++page_;
}

Result<std::string> Canvas::finish() {
    cairo_surface_finish(surface_);
    for (const cairo_status_t status : {cairo_status(cr_), cairo_surface_status(surface_)}) {
        if (status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_SURFACE_FINISHED)
            return {Errc::unreadable,
                    std::string("the file cannot be drawn: ") + cairo_status_to_string(status)};
    }
    return finished(std::move(bytes_), language_, figures_);
}

} // namespace foyer::platform::pdf
