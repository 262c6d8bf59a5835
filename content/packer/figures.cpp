// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/figures.h"

#include "content/packer/case_facts.h"
#include "content/packer/simple_language.h"
#include "content/packer/suggest.h"
#include "content/packer/svg_check.h"
#include "kiosk/base/text.h"

#include <utility>

namespace foyer::packer {

namespace {

const char* type_name(host::PictureType type) {
    switch (type) {
    case host::PictureType::svg: return "svg";
    case host::PictureType::png: return "png";
    case host::PictureType::jpeg: return "jpeg";
    }
    return "";
}

/// The file a table of the front matter names; reported when the folder has no such file.
std::string existing_file(Fields& fields, const std::set<std::string>& files) {
    const Placed file = fields.word("file", Need::needed);
    if (file.text.empty() || files.count(file.text) > 0) return file.text;
    fields.error(file.at, "there is no figure " + quoted(file.text) + " beside this file" +
                              suggestion(file.text, files));
    return {};
}

std::string plain_words(const Error& error, const std::string& shown) {
    const std::string what = without_place(error, shown);
    switch (error.code) {
    case Errc::too_large:
        return "this picture is too large: at most 16 MB and 32 megapixels are shown";
    case Errc::timeout: return "this picture takes too long to draw";
    default: return "this picture cannot be shown: " + what;
    }
}

} // namespace

std::map<std::string, std::string> read_figure_texts(Fields& front_matter,
                                                     const std::string& language,
                                                     const std::set<std::string>& files) {
    std::map<std::string, std::string> out;
    for (const TomlValue* table : front_matter.tables("figure_text")) {
        Fields fields(*table, front_matter.source(), front_matter.checking(), "the figure text");
        const std::string file = existing_file(fields, files);
        std::string text = fields.text("long", Need::needed, 3000);
        check_simple(text, "long", language, fields);
        text = in_lines(text, language);
        fields.finish();
        if (!file.empty() && !out.emplace(file, std::move(text)).second) {
            fields.error(fields.at("file"), "the figure " + quoted(file) + " is described twice");
        }
    }
    return out;
}

std::optional<host::PictureType> picture_type(std::string_view file) {
    if (file.ends_with(".svg")) return host::PictureType::svg;
    if (file.ends_with(".png")) return host::PictureType::png;
    if (file.ends_with(".jpg") || file.ends_with(".jpeg")) return host::PictureType::jpeg;
    return std::nullopt;
}

FigureShelf::FigureShelf(const Tree& tree, std::string page, std::set<std::string> files,
                         host::Pictures& pictures, Checking& checking)
    : tree_(tree),
      pictures_(pictures),
      checking_(checking),
      page_(std::move(page)),
      files_(std::move(files)) {}

void FigureShelf::read_notes(Fields& front_matter) {
    for (const TomlValue* table : front_matter.tables("figure")) {
        Fields fields(*table, front_matter.source(), front_matter.checking(), "the figure");
        const std::string file = existing_file(fields, files_);
        Note note;
        note.author = fields.text("author", Need::needed, 100);
        const Placed licence = fields.word("licence", Need::needed);
        check_licence(fields, licence);
        note.licence = licence.text;
        note.decorative = fields.flag("decorative");
        fields.finish();
        if (!file.empty() && !notes_.emplace(file, std::move(note)).second) {
            fields.error(fields.at("file"), "the figure " + quoted(file) + " is described twice");
        }
    }
}

void FigureShelf::complete(model::Figure& figure, const FigureUse& use,
                           const std::map<std::string, std::string>& long_texts, Fields& fields) {
    if (files_.count(use.file) == 0) {
        fields.error(use.at, "there is no figure " + quoted(use.file) + " beside this file" +
                                 suggestion(use.file, files_));
        return;
    }
    used_.insert(use.file);
    const auto note = notes_.find(use.file);
    if (note == notes_.end()) {
        fields.error(use.at, "the figure " + quoted(use.file) +
                                 " has no licence; add a [[figure]] with \"file\", \"author\" "
                                 "and \"licence\" to de.md");
    } else {
        figure.decorative = note->second.decorative;
    }
    const std::size_t letters = text::length(figure.alt);
    if (letters == 0 && !figure.decorative) {
        fields.error(use.at,
                     "the figure has no alternative text: ![what it shows](" + use.file + ")");
    } else if (letters > max_alt_letters) {
        fields.error(use.at, "the alternative text has " + std::to_string(letters) +
                                 " characters; at most " + std::to_string(max_alt_letters) +
                                 " are read out, the rest belongs in a [[figure_text]]");
    }
    if (const auto found = long_texts.find(use.file); found != long_texts.end()) {
        figure.long_text = found->second;
    }
    const model::MediaContent* media = medium(use.file);
    if (media == nullptr) return;
    figure.media = media->media.id;
    figure.width = media->width;
    figure.height = media->height;
}

void FigureShelf::report_unused() {
    for (const std::string& file : files_) {
        if (used_.count(file) > 0) continue;
        checking_.problems.warning(tree_.shown("pages/" + page_ + "/" + file), {},
                                   "this figure is not used by any text of the page");
    }
}

void FigureShelf::move_media(std::vector<model::MediaContent>& to) {
    for (auto& [file, media] : media_) {
        if (media) to.push_back(std::move(*media));
    }
    media_.clear();
}

const model::MediaContent* FigureShelf::medium(const std::string& file) {
    const auto [found, fresh] = media_.try_emplace(file);
    if (fresh) found->second = load(file);
    return found->second ? &*found->second : nullptr;
}

std::optional<model::MediaContent> FigureShelf::load(const std::string& file) {
    const std::string path = "pages/" + page_ + "/" + file;
    const auto report = [&](const Error& error) {
        checking_.problems.error(tree_.shown(path), {}, plain_words(error, tree_.shown(path)));
        return std::nullopt;
    };
    Result<std::string> bytes = tree_.read(path, host::max_picture_bytes);
    if (!bytes) return report(bytes.error());
    host::PictureJob job;
    job.type = *picture_type(file);
    job.bytes = std::move(*bytes);
    if (job.type == host::PictureType::svg) {
        const SourceText source(tree_.shown(path), job.bytes);
        if (!check_svg(source, checking_)) return std::nullopt;
    }
    const Result<host::Bitmap> bitmap = pictures_.decode(job);
    if (!bitmap) return report(bitmap.error());
    model::MediaContent out;
    out.media = {page_ + "/" + file, type_name(job.type), std::move(job.bytes)};
    out.width = bitmap->width;
    out.height = bitmap->height;
    if (const auto note = notes_.find(file); note != notes_.end()) {
        out.author = note->second.author;
        out.licence = note->second.licence;
    }
    return out;
}

} // namespace foyer::packer
