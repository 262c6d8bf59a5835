// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/text_file.h"

#include <utility>

namespace foyer::packer {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool check_lines(const SourceText& source, Problems& problems) {
    const std::string_view bytes = source.bytes();
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        if (end - begin > max_line_bytes) {
            problems.error(source.file(), source.position(begin),
                           "this line has " + std::to_string(end - begin) + " bytes; at most " +
                               std::to_string(max_line_bytes) + " are read: break it");
            return false;
        }
        begin = end + 1;
    }
    return true;
}

} // namespace

std::optional<SourceText> load_text(const Tree& tree, std::string_view path, Problems& problems) {
    Result<std::string> bytes = tree.read(path, max_text_file_bytes);
    if (!bytes) {
        if (bytes.error().code != Errc::not_found) {
            problems.error(tree.shown(path), {}, without_place(bytes.error(), tree.shown(path)));
        }
        return std::nullopt;
    }
    if (bytes->starts_with(byte_order_mark)) bytes->erase(0, byte_order_mark.size());
    SourceText source(tree.shown(path), std::move(*bytes));
    if (!check_lines(source, problems) || !check_encoding(source, problems)) return std::nullopt;
    return source;
}

std::optional<TomlFile> load_toml(const Tree& tree, std::string_view path, Problems& problems) {
    std::optional<SourceText> source = load_text(tree, path, problems);
    if (!source) return std::nullopt;
    std::optional<TomlValue> root = parse_toml(*source, 0, source->bytes().size(), problems);
    if (!root) return std::nullopt;
    return TomlFile{std::move(*source), std::move(*root)};
}

} // namespace foyer::packer
