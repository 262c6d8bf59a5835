// SPDX-License-Identifier: EUPL-1.2
// Rows go in in a fixed order, and VACUUM at the end lays the file out anew: that makes it
// reproducible.
#include "kiosk/store/pack_writer.h"

#include "kiosk/base/text.h"
#include "kiosk/store/course_writer.h"
#include "kiosk/store/database.h"
#include "kiosk/store/guide_writer.h"
#include "kiosk/store/insert.h"
#include "kiosk/store/page_writer.h"
#include "kiosk/store/schema.h"
#include "kiosk/store/search_index.h"
#include "kiosk/store/tour_writer.h"
#include "kiosk/store/words.h"

#include <filesystem>
#include <map>

namespace foyer::store {

namespace {

constexpr const char* insert_pack = "INSERT INTO pack VALUES(?, ?, ?, ?, ?)";
constexpr const char* insert_language = "INSERT INTO language VALUES(?, ?, ?, ?)";
constexpr const char* insert_pack_text = "INSERT INTO pack_text VALUES(?, ?, ?)";
constexpr const char* insert_topic = "INSERT INTO topic VALUES(?, ?, ?, ?)";
constexpr const char* insert_topic_text = "INSERT INTO topic_text VALUES(?, ?, ?, ?)";
constexpr const char* insert_source = "INSERT INTO source VALUES(?, ?, ?, ?, ?, ?, ?)";
constexpr const char* insert_term = "INSERT INTO term VALUES(?)";
constexpr const char* insert_term_text = "INSERT INTO term_text VALUES(?, ?, ?, ?)";
constexpr const char* insert_term_form = "INSERT INTO term_form VALUES(?, ?, ?, ?)";
constexpr const char* insert_media = "INSERT INTO media VALUES(?, ?, ?, ?, ?, ?, ?, ?)";

/// A file under another name that vanishes unless it was put in its place.
class Staged {
  public:
    explicit Staged(const std::string& path) : path_(path), temporary_(path + ".part") { remove(); }
    ~Staged() { remove(); }
    Staged(const Staged&) = delete;
    Staged& operator=(const Staged&) = delete;

    const std::string& name() const { return temporary_; }

    Result<void> commit() {
        std::error_code failed;
        std::filesystem::rename(temporary_, path_, failed);
        if (failed) return Error{Errc::unreadable, "cannot rename to " + path_};
        return {};
    }

  private:
    void remove() {
        std::error_code ignored;
        std::filesystem::remove(temporary_, ignored);
        std::filesystem::remove(temporary_ + "-journal", ignored);
    }

    std::string path_, temporary_;
};

bool is_language_tag(const std::string& tag) {
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
    return !tag.empty() && tag.size() <= 35 && tag.front() != '-' &&
           tag.find_first_not_of(allowed) == std::string::npos;
}

Result<void> write_pack_itself(Inserter& insert, const model::PackContent& content) {
    insert.about("pack");
    if (content.languages.empty()) return insert.error(Errc::invalid, "no language is named");
    const auto over = [](const auto& list, int most) {
        return list.size() > static_cast<std::size_t>(most);
    };
    if (over(content.languages, limits::languages) || over(content.topics, limits::topics) ||
        over(content.pages, limits::pages)) {
        return insert.error(Errc::too_large, "too many languages, topics or pages");
    }
    TRY(insert.row(insert_pack, content.id, content.version, content.date, content.licence,
                   content.base_url));
    for (int position = 1; const model::Language& language : content.languages) {
        if (!is_language_tag(language.tag)) {
            return insert.error(Errc::invalid, "no language tag: " + language.tag);
        }
        TRY(insert.row(insert_language, language.tag, position++, language.name,
                       primary(language.tag)));
    }
    for (const auto& [language, title] : content.titles) {
        const auto publisher = content.publishers.find(language);
        TRY(insert.row(insert_pack_text, language, title,
                       publisher == content.publishers.end() ? "" : publisher->second));
    }
    return {};
}

Result<void> write_topics(Inserter& insert, const model::PackContent& content) {
    std::map<std::string, int> pages;
    for (const model::PageContent& page : content.pages) ++pages[page.topic];
    for (int position = 1; const model::TopicContent& topic : content.topics) {
        insert.about("topic " + topic.id);
        if (topic.texts.empty()) return insert.error(Errc::invalid, "there is no text");
        TRY(insert.row(insert_topic, topic.id, position++, topic.icon, pages[topic.id]));
        for (const auto& [language, text] : topic.texts) {
            TRY(insert.row(insert_topic_text, topic.id, language, text.title, text.summary));
        }
    }
    return {};
}

Result<void> write_sources(Inserter& insert, const model::PackContent& content) {
    for (const model::Source& source : content.sources) {
        insert.about("source " + source.id);
        TRY(insert.row(insert_source, source.id, source.title, source.publisher, source.date,
                       source.url, source.language, std::string(1, source.reliability)));
    }
    return {};
}

Result<void> write_terms(Inserter& insert, const model::PackContent& content) {
    for (const model::TermContent& term : content.terms) {
        insert.about("term " + term.id);
        if (!is_id(term.id)) return insert.error(Errc::invalid, "the id is no id");
        if (term.texts.empty()) return insert.error(Errc::invalid, "there is no text");
        TRY(insert.row(insert_term, term.id));
        for (const auto& [language, text] : term.texts) {
            TRY(insert.row(insert_term_text, term.id, language, text.term, text.text));
            for (int position = 1; const std::string& form : text.forms) {
                TRY(insert.row(insert_term_form, term.id, language, position++, form));
            }
        }
    }
    return {};
}

Result<void> write_media(Inserter& insert, const model::PackContent& content) {
    for (int number = 1; const model::MediaContent& one : content.media) {
        insert.about("media " + one.media.id);
        if (one.media.id.empty()) return insert.error(Errc::invalid, "there is no id");
        if (one.media.bytes.size() > limits::media_bytes) {
            return insert.error(Errc::too_large, "over 16 MB");
        }
        TRY(insert.row(insert_media, number++, one.media.id, one.media.type, one.width, one.height,
                       one.author, one.licence, Blob{one.media.bytes}));
    }
    return {};
}

Result<void> write_rows(Database& database, const model::PackContent& content) {
    Inserter insert(database);
    TRY(write_pack_itself(insert, content));
    TRY(write_topics(insert, content));
    TRY(write_sources(insert, content));
    TRY(write_terms(insert, content));
    TRY(write_media(insert, content));
    TRY(write_pages(insert, content));
    TRY(write_events(insert, content));
    TRY(write_guides(insert, content));
    TRY(write_tours(insert, content));
    TRY(write_questions(insert, content));
    TRY(write_courses(insert, content));
    return write_search_index(database, content);
}

/// SQLite sees a row that points nowhere as CONSTRAINT, a wrong type as MISMATCH: both are the
/// content's fault. Damage would be ours.
Result<void> write_file(Database& database, const model::PackContent& content) {
    TRY(database.run(
        "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8';"
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;"
        "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;"));
    const std::string stamps = "PRAGMA application_id = " + std::to_string(schema::application_id) +
                               "; PRAGMA user_version = " + std::to_string(schema::version);
    TRY(database.run(stamps.c_str()));
    TRY(database.run("BEGIN"));
    TRY(schema::create(database));
    TRY(write_rows(database, content));
    TRY(database.run("COMMIT"));
    // The last word is synced: VACUUM commits the file as a whole.
    return database.run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; VACUUM");
}

} // namespace

Result<void> write_pack(const model::PackContent& content, const std::string& path) {
    Staged staged(path);
    {
        const std::unique_ptr<Database> database = TRY(Database::create(staged.name()));
        TRY(write_file(*database, content));
    }
    return staged.commit();
}

} // namespace foyer::store
