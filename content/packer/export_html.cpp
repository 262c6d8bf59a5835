// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/export_html.h"

#include "content/packer/html_page.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <utility>

namespace foyer::packer {

namespace {

namespace fs = std::filesystem;

/// One name of a path. A pack from elsewhere must not write outside of the folder.
bool is_plain_name(std::string_view name) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.';
    };
    return !name.empty() && name.front() != '.' && name.size() <= 100 &&
           std::all_of(name.begin(), name.end(), plain);
}

class Export {
  public:
    Export(store::Pack& pack, const std::string& words, std::string folder,
           const Progress& progress)
        : pack_(pack), words_folder_(words), folder_(std::move(folder)), progress_(progress) {}

    Result<Exported> run() {
        const model::Catalogue catalogue = TRY(pack_.catalogue("de"));
        languages_ = catalogue.languages;
        licence_ = TRY(pack_.licence());
        pages_ = TRY(pack_.page_ids());
        all_ = languages_.size() * pages_.size();
        std::map<std::string, std::string> titles;
        for (const model::Language& language : languages_) {
            const model::Catalogue own = TRY(pack_.catalogue(language.tag));
            titles[language.tag] = own.title;
            TRY(write_language(language.tag, own));
        }
        TRY(write("style.css", style_sheet()));
        TRY(write("index.html", start_document(languages_, titles)));
        TRY(write_media());
        return exported_;
    }

  private:
    Result<void> write_language(const std::string& language, const model::Catalogue& catalogue) {
        const Words words = TRY(Words::load(words_folder_, language));
        const std::vector<model::Event> events = TRY(pack_.events(language));
        const Site site{catalogue, words, language, licence_, !events.empty()};
        TRY(write_document(language, "index.html",
                           home_document(site, elsewhere("index.html", ""))));
        for (const model::Topic& topic : catalogue.topics) {
            const std::string file = "topics/" + topic.id + ".html";
            const std::vector<model::Card> cards = TRY(pack_.topic(topic.id, language));
            TRY(write_document(language, file,
                               topic_document(site, topic, cards, elsewhere(file, "../"))));
        }
        std::map<std::string, CitedSource> sources;
        for (const std::string& id : pages_) {
            TRY(write_page(site, id, sources));
            if (progress_) progress_(++done_, all_);
        }
        for (const model::Event& event : events) {
            for (const model::Source& source : event.sources) sources[source.id].source = source;
        }
        if (site.timeline) {
            TRY(write_document(language, "timeline.html",
                               timeline_document(site, events, elsewhere("timeline.html", ""))));
        }
        TRY(write_glossary(site));
        std::vector<CitedSource> sorted;
        for (auto& [id, source] : sources) sorted.push_back(std::move(source));
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
            return a.source.title < b.source.title;
        });
        return write_document(language, "sources.html",
                              sources_document(site, sorted, elsewhere("sources.html", "")));
    }

    Result<void> write_page(const Site& site, const std::string& id,
                            std::map<std::string, CitedSource>& sources) {
        const model::Page page = TRY(pack_.page(id, site.language));
        for (const model::Source& source : page.sources) {
            CitedSource& cited = sources[source.id];
            cited.source = source;
            cited.pages.push_back(page.card);
        }
        const std::string file = "pages/" + id + ".html";
        return write_document(site.language, file,
                              page_document(site, page, elsewhere(file, "../")));
    }

    Result<void> write_glossary(const Site& site) {
        const std::vector<std::string> ids = TRY(pack_.term_ids());
        std::vector<model::Term> terms;
        for (const std::string& id : ids) {
            model::Term term = TRY(pack_.term(id, site.language));
            terms.push_back(std::move(term));
        }
        return write_document(site.language, "glossary.html",
                              glossary_document(site, terms, elsewhere("glossary.html", "")));
    }

    Result<void> write_media() {
        const std::vector<std::string> ids = TRY(pack_.media_ids());
        for (const std::string& id : ids) {
            const model::Media media = TRY(pack_.media(id));
            TRY(write("media/" + id, media.bytes));
            ++exported_.figures;
        }
        return {};
    }

    /// The same document in every language. `up` leads to the folder of the language.
    std::vector<Elsewhere> elsewhere(const std::string& file, const std::string& up) const {
        std::vector<Elsewhere> out;
        for (const model::Language& language : languages_) {
            out.push_back({language.tag, language.name, up + "../" + language.tag + "/" + file});
        }
        return out;
    }

    Result<void> write_document(const std::string& language, const std::string& file,
                                const std::string& html) {
        ++exported_.documents;
        return write(language + "/" + file, html);
    }

    Result<void> write(const std::string& path, const std::string& bytes) {
        fs::path to = folder_;
        for (const std::string_view step : text::split(path, '/')) {
            if (!is_plain_name(step)) return {Errc::refused, "not a file name: " + path};
            to /= step;
        }
        std::error_code failed;
        fs::create_directories(to.parent_path(), failed);
        if (failed) return {Errc::unreadable, to.string() + ": " + failed.message()};
        errno = 0;
        std::ofstream file(to, std::ios::binary | std::ios::trunc);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (file) return {};
        const Errc code = errno == ENOSPC ? Errc::no_space : Errc::unreadable;
        return {code, to.string() + " cannot be written: " + std::strerror(errno)};
    }

    store::Pack& pack_;
    const std::string& words_folder_;
    std::string folder_, licence_;
    const Progress& progress_;
    std::vector<model::Language> languages_;
    std::vector<std::string> pages_;
    Exported exported_;
    std::size_t done_ = 0, all_ = 0;
};

} // namespace

Result<Exported> export_html(store::Pack& pack, const std::string& words, const std::string& folder,
                             const Progress& progress) {
    return Export(pack, words, folder, progress).run();
}

} // namespace foyer::packer
