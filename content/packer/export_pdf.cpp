// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/export_pdf.h"

#include "content/packer/suggest.h"
#include "content/packer/words.h"
#include "kiosk/print/course.h"
#include "kiosk/print/page.h"
#include "kiosk/print/tour.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>
#include <set>

namespace foyer::packer {

namespace {

template <class Cards> std::vector<std::string> ids_of(const Cards& cards) {
    std::vector<std::string> out;
    for (const auto& card : cards) out.push_back(card.id);
    return out;
}

Result<std::vector<std::string>> ids(store::Pack& pack, const PdfJob& job) {
    if (job.kind == "page") return pack.page_ids();
    if (job.kind == "tour") return ids_of(TRY(pack.tours(job.language)));
    if (job.kind == "course") return ids_of(TRY(pack.courses(job.language)));
    return {Errc::invalid, "--pdf takes page, tour or course, and an id; not \"" + job.kind + "\""};
}

/// An id that is not there is answered with those that are.
Result<void> must_be_there(store::Pack& pack, const PdfJob& job) {
    const std::vector<std::string> known = TRY(ids(pack, job));
    if (std::find(known.begin(), known.end(), job.id) != known.end()) return {};
    const std::string none = "there is no " + job.kind + " \"" + job.id + "\" in this pack";
    if (known.empty()) return {Errc::not_found, none + "; it has no " + job.kind + "s"};
    std::string all;
    for (const std::string& id : known) all += (all.empty() ? "" : ", ") + id;
    return {Errc::not_found,
            none + suggestion(job.id, {known.begin(), known.end()}) + "\nthere are: " + all};
}

/// The document and the language it is in.
class Writer {
  public:
    Writer(store::Pack& pack, const std::string& words, const PdfJob& job)
        : pack_(pack), words_folder_(words), job_(job) {}

    Result<host::Document> write() {
        if (job_.kind == "tour") {
            const model::Tour tour = TRY(pack_.tour(job_.id, job_.language));
            return document(tour.card.language,
                            [&](const auto& with) { return print::tour_document(with, tour); });
        }
        if (job_.kind == "course") {
            const model::Course course = TRY(pack_.course(job_.id, job_.language));
            return document(course.card.language,
                            [&](const auto& with) { return print::course_document(with, course); });
        }
        const model::Page page = TRY(pack_.page(job_.id, job_.language));
        return document(page.card.language,
                        [&](const auto& with) { return print::page_document(with, page); });
    }

  private:
    using Make = std::function<host::Document(const print::Edition&)>;

    /// With the words and the pack's own texts in the language of what is printed.
    Result<host::Document> document(const std::string& language, const Make& make) {
        const Words own = TRY(Words::load(words_folder_, language));
        const print::WordsOf<Words> words(own);
        const model::Catalogue catalogue = TRY(pack_.catalogue(language));
        const std::string licence = TRY(pack_.licence());
        return make({words, catalogue, licence, [this](const std::string& id) {
                         Result<model::Media> media = pack_.media(id);
                         return media ? std::optional(std::move(media).value()) : std::nullopt;
                     }});
    }

    store::Pack& pack_;
    const std::string& words_folder_;
    const PdfJob& job_;
};

Result<void> write_file(const std::string& path, const std::string& bytes) {
    errno = 0;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file) return {};
    const Errc code = errno == ENOSPC ? Errc::no_space : Errc::unreadable;
    return {code, path + " cannot be written: " + std::strerror(errno)};
}

} // namespace

Result<ExportedPdf> export_pdf(store::Pack& pack, const std::string& words, const PdfJob& job,
                               host::Printer& printer) {
    PdfJob own = job;
    if (own.language.empty()) {
        const model::Catalogue catalogue = TRY(pack.catalogue("de"));
        own.language = catalogue.languages.empty() ? "de" : catalogue.languages.front().tag;
    }
    TRY(must_be_there(pack, own));
    const host::Document document = TRY(Writer(pack, words, own).write());
    const std::string bytes = TRY(printer.pdf(document));
    ExportedPdf out{own.output, own.language, document.language, bytes.size()};
    if (out.file.empty()) out.file = own.id + "-" + document.language + ".pdf";
    TRY(write_file(out.file, bytes));
    return out;
}

} // namespace foyer::packer
