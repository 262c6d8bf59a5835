// SPDX-License-Identifier: EUPL-1.2
#include "platform/pdf/confined_printer.h"

#include "platform/linux/fd.h"
#include "platform/pdf/figures.h"
#include "platform/pdf/pdf_printer.h"
#include "platform/pictures/sandbox.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace foyer::platform {

namespace {

constexpr std::size_t max_answer_bytes = 512u << 20;

Error system_error(const char* what) {
    return {Errc::unreadable, std::string(what) + ": " + std::strerror(errno)};
}

Result<std::string> printed(const host::Document& document, const std::string& fonts) {
    const auto layouter = TRY(PangoLayouter::create(fonts));
    // Drawings find their fonts by this, and font_places() the file.
    setenv("FONTCONFIG_FILE", std::filesystem::absolute(fonts).c_str(), 1);
    TRY(lock_down(font_places()));
    pdf::Figures figures;
    return PdfPrinter(*layouter, &figures).pdf(document);
}

bool write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t done = write(to, bytes.data(), bytes.size());
        if (done < 0 && errno != EINTR) return false;
        if (done > 0) bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}

/// The answer is one byte, 0 or the code of the error and 1, and then the file or the reason.
[[noreturn]] void work(int to, const host::Document& document, const std::string& fonts) {
    const Result<std::string> done = printed(document, fonts);
    const char first = done ? '\0' : static_cast<char>(static_cast<int>(done.error().code) + 1);
    const bool told = write_all(to, {&first, 1}) && write_all(to, done ? *done : done.error().what);
    _exit(told ? 0 : 1); // no destructors: they are the parent's
}

Result<std::string> read_all(int from) {
    std::string out;
    std::array<char, 65536> room{};
    while (out.size() < max_answer_bytes) {
        const ssize_t got = read(from, room.data(), room.size());
        if (got == 0) return out;
        if (got < 0 && errno != EINTR) return system_error("the printing child");
        if (got > 0) out.append(room.data(), static_cast<std::size_t>(got));
    }
    return {Errc::too_large, "the file is too large"};
}

} // namespace

Result<std::string> ConfinedPrinter::pdf(const host::Document& document) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return system_error("pipe");
    const Fd ours(ends[0]);
    Fd theirs(ends[1]);
    const pid_t child = fork();
    if (child < 0) return system_error("fork");
    if (child == 0) work(theirs.get(), document, fonts_);
    theirs = Fd();
    const Result<std::string> answer = read_all(ours.get());
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!answer) return answer;
    if (answer->empty() || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return {Errc::damaged, "the child that prints did not live to the end"};
    const int code = static_cast<unsigned char>(answer->front()) - 1;
    if (code < 0) return answer->substr(1);
    return {static_cast<Errc>(code), answer->substr(1)};
}

} // namespace foyer::platform
