// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/json_report.h"

#include <nlohmann/json.hpp>

namespace foyer::packer {

namespace {

using Json = nlohmann::ordered_json;

Json pages_of(const std::vector<NamedPage>& pages) {
    Json out = Json::array();
    for (const NamedPage& page : pages) out.push_back({{"id", page.id}, {"title", page.title}});
    return out;
}

Json counts_of(const Coverage& of) {
    return {{"pages", of.pages},        {"terms", of.terms}, {"events", of.events},
            {"guides", of.guides},      {"tours", of.tours}, {"courses", of.courses},
            {"questions", of.questions}};
}

std::string printed(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string to_json(const Inspection& of) {
    const model::Catalogue& pack = of.catalogue;
    Json out = {{"id", pack.id},         {"version", pack.version},     {"date", pack.date},
                {"title", pack.title},   {"publisher", pack.publisher}, {"licence", of.licence},
                {"terms", of.terms},     {"figures", of.figures},       {"charts", of.charts},
                {"events", of.events},   {"guides", of.guides},         {"tours", of.tours},
                {"courses", of.courses}, {"questions", of.questions}};
    out["languages"] = Json::array();
    for (const model::Language& language : pack.languages) {
        const auto pages = of.pages_in.find(language.tag);
        out["languages"].push_back(
            {{"tag", language.tag},
             {"name", language.name},
             {"pages", pages == of.pages_in.end() ? std::size_t{0} : pages->second}});
    }
    out["topics"] = Json::array();
    for (const model::Topic& topic : pack.topics) {
        out["topics"].push_back({{"id", topic.id}, {"title", topic.title}});
    }
    out["pages"] = Json::array();
    for (const InspectedPage& page : of.pages) {
        out["pages"].push_back({{"id", page.id},
                                {"kind", page.kind},
                                {"topic", page.topic},
                                {"title", page.title},
                                {"updated", page.updated},
                                {"minutes", page.minutes},
                                {"new", page.is_new},
                                {"languages", page.languages}});
    }
    return printed(out);
}

std::string to_json(const Difference& of) {
    Json out = {{"before", {{"id", of.id_before}, {"version", of.version_before}}},
                {"now", {{"id", of.id_now}, {"version", of.version_now}}},
                {"pack", of.pack},
                {"added", pages_of(of.added)},
                {"removed", pages_of(of.removed)},
                {"changed", Json::array()}};
    for (const PageChange& page : of.changed) {
        Json texts = Json::array();
        for (const TextChange& text : page.texts) {
            texts.push_back({{"language", text.language}, {"changes", text.what}});
        }
        out["changed"].push_back({{"id", page.id}, {"title", page.title}, {"texts", texts}});
    }
    out["terms"] = {
        {"added", of.terms_added}, {"removed", of.terms_removed}, {"changed", of.terms_changed}};
    return printed(out);
}

std::string to_json(const Report& of) {
    Json out = counts_of(of.all);
    out["facts"] = of.facts;
    out["languages"] = Json::array();
    for (const auto& [tag, has] : of.languages) {
        Json language = {{"tag", tag}};
        language.update(counts_of(has));
        out["languages"].push_back(std::move(language));
    }
    for (const ToDos& kind : of.kinds) {
        Json all = Json::array();
        for (const ToDo& one : kind.all) {
            all.push_back({{"where", one.where}, {"what", one.what}});
        }
        out["to_do"][kind.kind] = std::move(all);
    }
    return printed(out);
}

} // namespace foyer::packer
