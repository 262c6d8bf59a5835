// SPDX-License-Identifier: EUPL-1.2
// Linked into every program of a sanitizers' build: what libraries lose and we cannot give back.
// libhyphen: hnj_hyphen_load forgets a few strings of every dictionary.
// libfontconfig: patterns that Pango still caches when the program ends.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libhyphen\nleak:libfontconfig\n";
}
