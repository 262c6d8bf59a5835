// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/build.h"

#include "content/packer/fresh.h"
#include "content/packer/json_report.h"
#include "content/packer/report.h"
#include "content/packer/typeset.h"
#include "kiosk/store/pack_writer.h"

#include <ostream>
#include <utility>

namespace foyer::packer {

namespace {

void print(const Problems& problems, std::ostream& to) {
    const std::vector<Problem> all = problems.sorted();
    for (const Problem& problem : all) to << to_string(problem) << '\n';
    if (problems.errors() + problems.warnings() > Problems::max_kept) {
        to << "more than " << Problems::max_kept << " problems; the rest is not shown\n";
    }
}

Exit fail(const Error& error, const Streams& streams) {
    streams.err << "foyer-pack: " << error.what << '\n';
    return Exit::problems;
}

Result<Draft> read(const std::vector<std::string>& folders, const Means& means,
                   const Streams& streams) {
    return read_content(folders, means.fonts, means.pictures, progress_on(streams, "reading page"));
}

Result<void> write(const BuildJob& job, const Means& means, model::PackContent& content) {
    typeset(content, means.hyphenation);
    if (!job.previous.empty()) {
        std::vector<std::string> fresh = TRY(fresh_pages(content, job.previous, job.output));
        content.fresh = std::move(fresh);
    }
    return store::write_pack(content, job.output);
}

} // namespace

Progress progress_on(const Streams& streams, const char* doing) {
    if (!streams.show_progress) return {};
    return [&err = streams.err, doing](std::size_t done, std::size_t all) {
        err << '\r' << doing << ' ' << done << " of " << all << (done == all ? "\n" : "")
            << std::flush;
    };
}

Exit build(const BuildJob& job, const Means& means, const Streams& streams) {
    Result<Draft> draft = read(job.folders, means, streams);
    if (!draft) return fail(draft.error(), streams);
    print(draft->problems, streams.err);
    if (draft->problems.errors() > 0) {
        streams.err << job.output
                    << " is not written: " << counted(draft->problems.errors(), "error") << '\n';
        return Exit::problems;
    }
    const Result<void> written = write(job, means, draft->content);
    if (!written) return fail(written.error(), streams);
    streams.out << job.output << ": " << counted(draft->content.pages.size(), "page") << ", "
                << counted(draft->content.terms.size(), "term") << ", "
                << counted(draft->content.media.size(), "figure") << ", "
                << counted(draft->content.events.size(), "event") << ", "
                << counted(draft->content.guides.size(), "guide") << ", "
                << counted(draft->content.tours.size(), "tour") << ", "
                << counted(draft->content.courses.size(), "course") << ", "
                << counted(draft->content.questions.size(), "question") << '\n';
    return Exit::good;
}

Exit report(const std::vector<std::string>& folders, Format format, const Means& means,
            const Streams& streams) {
    const Result<Draft> draft = read(folders, means, streams);
    if (!draft) return fail(draft.error(), streams);
    const Report found = report_on(*draft);
    streams.out << (format == Format::json ? to_json(found) : to_text(found)) << std::flush;
    if (draft->problems.errors() > 0) {
        streams.err << counted(draft->problems.errors(), "error")
                    << "; foyer-pack check lists them\n";
    }
    return streams.out.good() ? Exit::good : Exit::problems;
}

Exit check(const std::vector<std::string>& folders, const Means& means, const Streams& streams) {
    const Result<Draft> draft = read(folders, means, streams);
    if (!draft) return fail(draft.error(), streams);
    print(draft->problems, streams.out);
    streams.err << counted(draft->problems.errors(), "error") << ", "
                << counted(draft->problems.warnings(), "warning") << " in "
                << counted(draft->content.pages.size(), "page") << '\n';
    return draft->problems.errors() > 0 ? Exit::problems : Exit::good;
}

} // namespace foyer::packer
