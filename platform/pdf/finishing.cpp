// SPDX-License-Identifier: EUPL-1.2
#include "platform/pdf/finishing.h"

#include "kiosk/base/text.h"

#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>

namespace foyer::platform::pdf {

namespace {

constexpr std::size_t entry_bytes = 20; ///< of the table of objects
constexpr std::string_view figure_mark = "/S /Figure", catalog_mark = "/Type /Catalog";

std::optional<std::size_t> number_at(std::string_view text, std::size_t at) {
    std::size_t value = 0;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
    const auto read = std::from_chars(text.data() + at, text.data() + text.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

std::optional<std::size_t> number_after(std::string_view text, std::string_view mark,
                                        std::size_t from) {
    const std::size_t at = text.find(mark, from);
    if (at == std::string_view::npos) return std::nullopt;
    return number_at(text, at + mark.size());
}

/// The table at the end of a file.
struct Table {
    std::size_t place = 0, count = 0, first_entry = 0, root = 0;
    std::string root_and_info; ///< as they stand in the trailer

    /// The object's text with its number, up to "endobj".
    std::string_view object(std::string_view pdf, std::size_t number) const {
        const auto offset = number_at(pdf, first_entry + number * entry_bytes);
        if (!offset || *offset >= pdf.size()) return {};
        const std::size_t end = pdf.find("endobj", *offset);
        return end == std::string_view::npos ? std::string_view()
                                             : pdf.substr(*offset, end - *offset);
    }
};

std::optional<Table> table_of(std::string_view pdf) {
    const std::size_t last = pdf.rfind("startxref");
    if (last == std::string_view::npos) return std::nullopt;
    const auto place = number_after(pdf, "startxref", last);
    constexpr std::string_view head = "xref\n0 ";
    if (!place || *place >= pdf.size() || pdf.substr(*place, head.size()) != head)
        return std::nullopt;
    Table table;
    table.place = *place;
    const auto count = number_at(pdf, *place + head.size());
    const std::size_t line = pdf.find('\n', *place + head.size());
    const std::size_t trailer = pdf.find("trailer", *place);
    const auto root = number_after(pdf, "/Root ", *place),
               info = number_after(pdf, "/Info ", *place);
    if (!count || !root || !info || trailer == std::string_view::npos) return std::nullopt;
    table.count = *count;
    table.first_entry = line + 1;
    if (table.first_entry + table.count * entry_bytes > trailer || *root >= *count)
        return std::nullopt;
    table.root = *root;
    table.root_and_info =
        "/Root " + std::to_string(*root) + " 0 R /Info " + std::to_string(*info) + " 0 R";
    return table;
}

/// UTF-16 in hexadecimal digits, as texts of the format may be written.
std::string hex(const std::string& words) {
    std::string out = "<FEFF";
    const auto add = [&](char32_t unit) {
        char digits[8];
        std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(unit));
        out += digits;
    };
    const std::string text = text::without_soft_hyphens(words);
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded d = text::decode(text, at);
        at += d.bytes;
        if (d.code < 0x10000) {
            add(d.code);
        } else {
            add(0xD800 + ((d.code - 0x10000) >> 10));
            add(0xDC00 + ((d.code - 0x10000) & 0x3FF));
        }
    }
    return out + ">";
}

/// Objects that replace those of the same number, and their table.
class Addition {
  public:
    explicit Addition(std::string& pdf) : pdf_(pdf) {}

    /// `object` with `words` behind `mark`.
    void replace(std::size_t number, std::string object, std::string_view mark,
                 const std::string& words) {
        object.insert(object.find(mark) + mark.size(), words);
        char entry[entry_bytes + 1];
        std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", pdf_.size());
        entries_ += std::to_string(number) + " 1\n" + entry;
        pdf_ += object + "endobj\n";
    }

    void close(const Table& before) {
        const std::size_t place = pdf_.size();
        pdf_ += "xref\n" + entries_ + "trailer\n<< /Size " + std::to_string(before.count) + " " +
                before.root_and_info + " /Prev " + std::to_string(before.place) +
                " >>\nstartxref\n" + std::to_string(place) + "\n%%EOF\n";
    }

  private:
    std::string& pdf_;
    std::string entries_;
};

} // namespace

std::string finished(std::string pdf, const std::string& language,
                     const std::vector<std::string>& figures) {
    const std::optional<Table> table = table_of(pdf);
    if (!table) return pdf;
    const std::string root(table->object(pdf, table->root));
    if (root.find(catalog_mark) == std::string::npos) return pdf;
    std::vector<std::size_t> elements;
    for (std::size_t i = 1; i < table->count; ++i) {
        const std::string_view object = table->object(pdf, i).substr(0, 200);
        const bool element = object.find("/Type /StructElem") != std::string_view::npos;
        if (element && object.find(figure_mark) != std::string_view::npos) elements.push_back(i);
    }
    // Cairo numbers its elements as they are drawn.
    if (elements.size() != figures.size()) return pdf;
    Addition addition(pdf);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (figures[i].empty()) continue;
        addition.replace(elements[i], std::string(table->object(pdf, elements[i])), figure_mark,
                         " /Alt " + hex(figures[i]));
    }
    const std::string tag = language.substr(0, language.find("-simple"));
    addition.replace(table->root, root, catalog_mark,
                     " /Lang " + hex(tag) + " /ViewerPreferences << /DisplayDocTitle true >>");
    addition.close(*table);
    return pdf;
}

} // namespace foyer::platform::pdf
