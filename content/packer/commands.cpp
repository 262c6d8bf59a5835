// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/commands.h"

#include "content/packer/diff.h"
#include "content/packer/export_html.h"
#include "content/packer/inspect.h"
#include "content/packer/json_report.h"

#include <ostream>

namespace foyer::packer {

namespace {

template <class T> Exit print(const Result<T>& report, Format format, const Streams& streams) {
    if (!report) {
        streams.err << "foyer-pack: " << report.error().what << '\n';
        return Exit::problems;
    }
    streams.out << (format == Format::json ? to_json(*report) : to_text(*report)) << std::flush;
    return streams.out.good() ? Exit::good : Exit::problems;
}

Result<Inspection> inspected(const std::string& path) {
    store::Pack pack = TRY(store::Pack::open(path));
    return inspect(pack);
}

Result<Difference> compared(const std::string& before, const std::string& now) {
    store::Pack old_pack = TRY(store::Pack::open(before));
    store::Pack new_pack = TRY(store::Pack::open(now));
    return difference(old_pack, new_pack);
}

Result<Exported> exported(const std::string& path, const std::string& words,
                          const std::string& folder, const Progress& progress) {
    store::Pack pack = TRY(store::Pack::open(path));
    return export_html(pack, words, folder, progress);
}

Result<ExportedPdf> printed(const std::string& path, const std::string& words, const PdfJob& job,
                            host::Printer& printer) {
    store::Pack pack = TRY(store::Pack::open(path));
    return export_pdf(pack, words, job, printer);
}

} // namespace

Exit inspect_command(const std::string& pack, Format format, const Streams& streams) {
    return print(inspected(pack), format, streams);
}

Exit diff_command(const std::string& before, const std::string& now, Format format,
                  const Streams& streams) {
    return print(compared(before, now), format, streams);
}

Exit export_command(const std::string& pack, const std::string& words, const std::string& folder,
                    const Streams& streams) {
    const Result<Exported> done =
        exported(pack, words, folder, progress_on(streams, "writing page"));
    if (!done) {
        streams.err << "foyer-pack: " << done.error().what << '\n';
        return Exit::problems;
    }
    streams.out << folder << "/index.html: " << counted(done->documents, "document") << ", "
                << counted(done->figures, "figure") << "\n";
    return Exit::good;
}

Exit export_command(const std::string& pack, const std::string& words, const PdfJob& job,
                    host::Printer& printer, const Streams& streams) {
    const Result<ExportedPdf> done = printed(pack, words, job, printer);
    if (!done) {
        streams.err << "foyer-pack: " << done.error().what << '\n';
        return Exit::problems;
    }
    if (done->language != done->wanted) {
        streams.err << "foyer-pack: " << job.id << " is not there in \"" << done->wanted
                    << "\"; it was written in \"" << done->language << "\"\n";
    }
    streams.out << done->file << ": " << (done->bytes + 1023) / 1024 << " KB\n";
    return Exit::good;
}

} // namespace foyer::packer
