// SPDX-License-Identifier: EUPL-1.2
// The look of the website: the kiosk's light theme (assets/theme.toml), one column of at most 70
// characters, nothing that needs a network.
#include "content/packer/html_page.h"

namespace foyer::packer {

std::string style_sheet() {
    return R"css(/* SPDX-License-Identifier: EUPL-1.2 */
:root {
  --ink: #16202c; --muted: #3d4a58; --paper: #fbfaf7; --soft: #eeece5; --line: #6f7780;
  --accent: #0b4f5c; --on-accent: #ffffff; --warm: #b3491d; --focus: #1a1a1a;
}
* { box-sizing: border-box; }
html { font-size: 118.75%; }
body {
  margin: 0; color: var(--ink); background: var(--paper);
  font-family: Inter, "Noto Sans", "Noto Sans Arabic", sans-serif; line-height: 1.5; hyphens: manual;
}
body.simple { font-size: 1.25em; line-height: 1.6; }
header, main, footer { padding: 1rem max(1.2rem, calc(50vw - 34rem)); }
header {
  display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center; justify-content: space-between;
  border-bottom: 1px solid var(--soft);
}
header .pack { margin: 0; font-weight: 600; }
header .pack a { color: var(--ink); text-decoration: none; }
nav ul { display: flex; flex-wrap: wrap; gap: .4rem; margin: 0; padding: 0; list-style: none; }
nav li a {
  display: block; padding: .45rem .9rem; border: 1px solid var(--line); border-radius: .6rem;
  color: var(--ink); text-decoration: none;
}
nav li a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, .table:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
.skip { position: absolute; inset-inline-start: -100rem; }
.skip:focus { inset-inline-start: 1rem; background: var(--paper); padding: .5rem; }
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; margin: 2em 0 .5em; }
h1 { font-size: 2.3em; letter-spacing: -.02em; margin-top: .4em; }
h2 { font-size: 1.5em; }
h3 { font-size: 1.2em; }
h4 { font-size: 1em; }
article > p, article > ul, article > ol, article > blockquote, .sources, .glossary { max-width: 36em; }
.trail { font-weight: 500; }
.meta, small, figcaption { color: var(--muted); font-size: .85em; }
.summary { font-size: 1.25em; line-height: 1.45; max-width: 36em; }
.notice { border-inline-start: .3rem solid var(--warm); padding: .3rem 1rem; max-width: 36em; }
.key-point {
  background: var(--soft); border-inline-start: .4rem solid var(--accent); border-radius: .3rem;
  padding: 1rem 1.2rem; font-size: 1.15em; font-weight: 500;
}
blockquote { margin: 1.5em 0; padding-inline-start: 1.2rem; border-inline-start: .3rem solid var(--line); }
blockquote p { margin: 0; font-style: italic; }
li { margin: .35em 0; }
sup { line-height: 0; }
sup a { text-decoration: none; font-weight: 600; padding-inline: .1em; }
a.term { color: inherit; text-decoration: underline dotted var(--accent) .12em; text-underline-offset: .2em; }
figure { margin: 2rem 0; }
figure img { display: block; width: 100%; max-width: 52rem; height: auto; border-radius: .6rem; }
figcaption { margin-top: .6rem; max-width: 36em; }
details { margin-top: .4rem; max-width: 36em; }
summary { cursor: pointer; color: var(--accent); }
.chart table { width: 100%; max-width: 52rem; }
.chart caption { text-align: start; font-weight: 600; padding-bottom: .6rem; }
.chart th { border-bottom: 1px solid var(--soft); font-weight: 400; width: 35%; }
.chart .value { text-align: end; white-space: nowrap; font-weight: 600; }
.chart .bar { width: 50%; }
.chart i { display: block; height: 1.1em; background: var(--accent); border-radius: .2rem; }
.table { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; min-width: 60%; }
th, td { text-align: start; vertical-align: top; padding: .55rem 1rem; border-bottom: 1px solid var(--soft); }
th { border-bottom: 2px solid var(--line); }
pre { background: var(--soft); padding: 1rem; overflow-x: auto; border-radius: .4rem; }
code { font-family: "Noto Sans Mono", monospace; font-size: .92em; }
.facts { background: var(--soft); border-radius: .9rem; padding: 1.2rem 1.6rem; margin: 2rem 0; }
.facts h2 { margin-top: 0; font-size: 1.2em; }
.facts h3 { margin: 1.4em 0 .3em; font-size: 1em; }
.facts dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .8rem 2rem; margin: 0; }
.facts dt { color: var(--muted); font-size: .85em; }
.facts dd { margin: 0; font-weight: 500; }
.cards { list-style: none; margin: 1.5rem 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); }
.cards li { margin: 0; }
.cards a {
  display: flex; flex-direction: column; gap: .5rem; height: 100%; padding: 1.3rem 1.4rem; border-radius: .9rem;
  background: var(--soft); color: var(--ink); text-decoration: none;
}
.cards strong { font-size: 1.2rem; line-height: 1.25; color: var(--accent); }
.cards small { margin-top: auto; }
.sources { font-size: .85em; overflow-wrap: anywhere; }
.all-sources { overflow-wrap: anywhere; }
.all-sources li { margin: 1rem 0; }
cite { font-style: normal; font-weight: 500; }
.timeline { max-width: 36em; padding: 0; list-style: none; border-inline-start: .2rem solid var(--line); }
.timeline li { margin: 0; padding: .4rem 1.2rem; }
.timeline h2 { font-size: 1.2em; margin: .2em 0; }
.timeline p { margin: .2em 0; }
.glossary div { padding: .8rem 0; border-bottom: 1px solid var(--soft); }
.glossary dt { font-weight: 600; color: var(--accent); }
.glossary dd { margin: .2rem 0 0; }
div:target, li:target { background: var(--soft); }
footer { margin-top: 3rem; border-top: 1px solid var(--soft); color: var(--muted); font-size: .85em; }
@media print { header nav, footer nav, .skip { display: none; } }
)css";
}

} // namespace foyer::packer
