// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/patch.h"

#include "kiosk/update/page_filter.h"

#include <algorithm>
#include <bit>
#include <zstd.h>
#include <zstd_errors.h>

namespace foyer::update {

namespace {

/// A kiosk keeps this much of a whole pack in memory while it unpacks: 8 MiB.
constexpr int whole_window_log = 23;
/// Two tables of 256 MB: with the level's own, a pack of 60 MB overwrites what it has remembered of
/// its base, and patches are half as big again.
constexpr int max_table_log = 26;
constexpr std::uint64_t max_patch_bytes = std::uint64_t{1} << 31U;
/// How much is read between two reports of progress.
constexpr std::size_t step_bytes = std::size_t{1} << 20U;

struct FreeCompressor {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
using Compressor = std::unique_ptr<ZSTD_CCtx, FreeCompressor>;

Error zstd_error(const char* doing, std::size_t code) {
    const bool memory = ZSTD_getErrorCode(code) == ZSTD_error_memory_allocation;
    return {memory ? Errc::too_large : Errc::damaged,
            std::string(doing) + ": " + ZSTD_getErrorName(code)};
}

struct Parameter {
    ZSTD_cParameter name;
    int value;
};

Result<Compressor> compressor(std::initializer_list<Parameter> parameters) {
    Compressor context(ZSTD_createCCtx());
    if (!context) return Error{Errc::too_large, "no memory to compress"};
    for (const Parameter& parameter : parameters) {
        const std::size_t code =
            ZSTD_CCtx_setParameter(context.get(), parameter.name, parameter.value);
        if (ZSTD_isError(code)) return Error{Errc::invalid, ZSTD_getErrorName(code)};
    }
    return context;
}

Result<void> compress_all(ZSTD_CCtx* context, std::string_view bytes, const PatchSink& out,
                          const PatchProgress& progress) {
    std::size_t code = ZSTD_CCtx_setPledgedSrcSize(context, bytes.size());
    if (ZSTD_isError(code)) return zstd_error("compressing", code);
    std::string piece(ZSTD_CStreamOutSize(), '\0');
    std::size_t done = 0;
    while (true) {
        const std::size_t step = std::min(step_bytes, bytes.size() - done);
        ZSTD_inBuffer in{bytes.data() + done, step, 0};
        const bool last = done + step == bytes.size();
        do {
            ZSTD_outBuffer packed{piece.data(), piece.size(), 0};
            code = ZSTD_compressStream2(context, &packed, &in, last ? ZSTD_e_end : ZSTD_e_continue);
            if (ZSTD_isError(code)) return zstd_error("compressing", code);
            if (packed.pos > 0) TRY(out(std::string_view(piece).substr(0, packed.pos)));
        } while (last ? code != 0 : in.pos < in.size);
        done += step;
        if (progress) progress(done, bytes.size());
        if (last) return {};
    }
}

} // namespace

Result<void> make_patch(std::string_view base, std::string_view result, const PatchSink& out,
                        const PatchProgress& progress) {
    const std::uint64_t both = std::uint64_t{base.size()} + result.size();
    if (both >= max_patch_bytes) return {Errc::too_large, "no patches between packs so large"};
    std::string from(base), to(result);
    make_relative(to);
    std::string back = to;
    make_absolute(back);
    if (back != result) return {Errc::invalid, "a patch would not lead back to this pack"};
    make_relative(from);
    // Every byte of the base has to be in reach from the last one of the result.
    const int window_log = std::clamp(static_cast<int>(std::bit_width(both)), 10, 31);
    const int table_log = std::min(window_log, max_table_log);
    const Compressor context = TRY(compressor({{ZSTD_c_compressionLevel, patch_level},
                                               {ZSTD_c_windowLog, window_log},
                                               {ZSTD_c_hashLog, table_log},
                                               {ZSTD_c_chainLog, table_log},
                                               {ZSTD_c_enableLongDistanceMatching, 1},
                                               {ZSTD_c_checksumFlag, 1}}));
    const std::size_t code = ZSTD_CCtx_refPrefix(context.get(), from.data(), from.size());
    if (ZSTD_isError(code)) return zstd_error("making a patch", code);
    return compress_all(context.get(), to, out, progress);
}

Result<void> compress(std::string_view pack, int level, const PatchSink& out,
                      const PatchProgress& progress) {
    const Compressor context = TRY(compressor({{ZSTD_c_compressionLevel, level},
                                               {ZSTD_c_windowLog, whole_window_log},
                                               {ZSTD_c_checksumFlag, 1}}));
    return compress_all(context.get(), pack, out, progress);
}

Result<void> check_patch(std::string_view patch, std::uint64_t length) {
    const std::size_t frame = ZSTD_findFrameCompressedSize(patch.data(), patch.size());
    if (ZSTD_isError(frame)) return zstd_error("patch", frame);
    if (frame != patch.size()) return {Errc::damaged, "patch: something stands behind it"};
    const unsigned long long announced = ZSTD_getFrameContentSize(patch.data(), patch.size());
    if (announced != length) return {Errc::damaged, "patch: announces another length"};
    return {};
}

Result<void> apply_patch(std::string_view patch, std::span<char> base, std::span<char> result) {
    TRY(check_patch(patch, result.size()));
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                       &ZSTD_freeDCtx);
    if (!context) return {Errc::too_large, "no memory for a patch"};
    make_relative(base);
    std::size_t code = ZSTD_DCtx_refPrefix(context.get(), base.data(), base.size());
    if (ZSTD_isError(code)) return zstd_error("patch", code);
    // In one go: the window is the result itself, so none has to be kept.
    code = ZSTD_decompressDCtx(context.get(), result.data(), result.size(), patch.data(),
                               patch.size());
    if (ZSTD_isError(code)) return zstd_error("patch", code);
    if (code != result.size()) return {Errc::damaged, "patch: became too short"};
    make_absolute(result);
    return {};
}

void Unpacker::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

Unpacker::Unpacker(std::uint64_t length)
    : context_(ZSTD_createDCtx()), length_(length), piece_(ZSTD_DStreamOutSize(), '\0') {
    if (context_) {
        ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, whole_window_log);
    }
}

Result<void> Unpacker::add(std::string_view packed, const PatchSink& out) {
    if (!context_) return {Errc::too_large, "no memory to unpack"};
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    bool full = false;
    // As long as the last piece was full, more may wait inside.
    while (in.pos < in.size || full) {
        if (ended_) return {Errc::damaged, "packed file: something stands behind it"};
        ZSTD_outBuffer unpacked{piece_.data(), piece_.size(), 0};
        const std::size_t code = ZSTD_decompressStream(context_.get(), &unpacked, &in);
        if (ZSTD_isError(code)) return zstd_error("packed file", code);
        done_ += unpacked.pos;
        if (done_ > length_) return {Errc::damaged, "packed file: becomes too long"};
        if (unpacked.pos > 0) TRY(out(std::string_view(piece_).substr(0, unpacked.pos)));
        ended_ = code == 0;
        full = !ended_ && unpacked.pos == unpacked.size;
    }
    return {};
}

Result<void> Unpacker::finish() {
    if (!ended_) return {Errc::damaged, "packed file: ends too early"};
    if (done_ != length_) return {Errc::damaged, "packed file: became too short"};
    return {};
}

} // namespace foyer::update
