/** The style sheet of the HTML report: one column for reading, tables beside it, light, dark and on paper. */

export const style = `
:root {
  color-scheme: light dark;
  --paper: #fff; --desk: #f6f4ef; --ink: #1e2225; --soft: #565d63; --line: #e3dfd6; --strong: #87837a;
  --direct: #0072b2; --carried: #4f86a8; --open: #8a5a00; --uncited: #b3261e; --uncited-tint: #fbeceb;
  --error: #b3261e; --warning: #8a5a00; --info: #0068a3;
  --serif: "Source Serif 4", "Source Serif 4 Variable", Charter, "Bitstream Charter", Georgia, serif;
  --sans: "Source Sans 3", "Source Sans 3 Variable", system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181b; --desk: #0e1113; --ink: #e9e6df; --soft: #a6aeb4; --line: #2b3238; --strong: #79838b;
    --direct: #6cb2e8; --carried: #9fb0b8; --open: #f0a860; --uncited: #ff8a65; --uncited-tint: #35201b;
    --error: #ff8a65; --warning: #f0a860; --info: #6cb2e8;
  }
}
* { box-sizing: border-box; }
html { background: var(--desk); }
body {
  margin: 0 auto; padding: 3rem clamp(1rem, 5vw, 4rem) 4rem; max-width: 64rem;
  background: var(--paper); color: var(--ink); font: 400 1rem/1.5 var(--sans);
  overflow-wrap: break-word;
}
h1 { margin: 0 0 .75rem; font: 600 1.9rem/1.2 var(--serif); text-wrap: balance; }
h2 { margin: 3rem 0 .75rem; padding-top: .5rem; border-top: 1px solid var(--strong); font: 600 1.35rem/1.3 var(--serif); }
h3 { margin: 1.75rem 0 .5rem; font: 600 1.05rem/1.35 var(--sans); }
p { margin: 0 0 .75rem; }
a { color: inherit; text-decoration-color: var(--strong); text-underline-offset: .15em; }
a:hover { text-decoration-color: currentColor; }
.over { margin: 0 0 .25rem; color: var(--soft); font-size: .875rem; letter-spacing: .02em; }
.soft, .facts, caption, figcaption, footer { color: var(--soft); font-size: .875rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: 0 0 1.5rem; }
.facts dt { margin: 0; } .facts dd { margin: 0; color: var(--ink); overflow-wrap: anywhere; }
.tally { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1.5rem 0 1rem; padding: 0; list-style: none; }
.tally b { display: block; font: 600 1.6rem/1.1 var(--serif); font-variant-numeric: lining-nums; }
.bar { display: flex; height: .75rem; margin: 0 0 .5rem; overflow: hidden; border-radius: 3px; background: var(--line); }
.bar i { display: block; min-width: 2px; border-right: 1px solid var(--paper); print-color-adjust: exact; }
.bar .direct { background: var(--direct); }
.bar .carried { background: repeating-linear-gradient(90deg, var(--carried) 0 5px, transparent 5px 8px); }
.bar .open { background: repeating-linear-gradient(135deg, var(--open) 0 3px, transparent 3px 6px); }
.bar .uncited { background: var(--uncited); }
.bar .own { background: var(--carried); opacity: .35; }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 0 1rem; padding: 0; list-style: none; font-size: .875rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1.5rem 0 0; padding: 0; list-style: none; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th { text-align: left; font-weight: 600; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { border-bottom-color: var(--strong); color: var(--soft); font-size: .8125rem; }
tbody th { font-weight: 400; }
td.n, th.n { padding-right: 1.25rem; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.label { color: var(--soft); font: 600 .75rem/1 var(--sans); font-variant-numeric: tabular-nums; text-decoration: none; }
figure { margin: 0; }
figure svg { display: block; width: 100%; max-height: 70rem; height: auto; padding: .5rem; border: 1px solid var(--line); border-radius: 3px; background: #fff; }
figure svg[data-small] { width: auto; max-width: 100%; margin: 0 auto; }
figcaption { margin-top: .5rem; }
.text { max-width: 42rem; font: 400 1.0625rem/1.65 var(--serif); }
.text h3 { font: 600 1.15rem/1.35 var(--serif); }
.text .chrome { color: var(--soft); font: 400 .8125rem/1.4 var(--sans); }
.text .note { padding-left: 1.25rem; font-size: .9375rem; line-height: 1.5; text-indent: -1.25rem; }
.text .item { padding-left: 1.25rem; }
.text .row { font: 400 .9rem/1.4 var(--sans); }
.claim { text-decoration: underline 2px; text-underline-offset: .22em; text-decoration-skip-ink: none; unicode-bidi: isolate; }
.claim.direct { text-decoration-color: var(--direct); }
.claim.carried { text-decoration-color: var(--carried); text-decoration-style: dashed; }
.claim.open { text-decoration-color: var(--open); text-decoration-style: dotted; }
.claim.own { text-decoration-color: var(--carried); text-decoration-style: dotted; text-decoration-thickness: 1px; }
.claim.uncited { text-decoration-color: var(--uncited); text-decoration-style: double; background: var(--uncited-tint); print-color-adjust: exact; }
.claim:target, .note :target, tr:target, li:target { outline: 2px solid var(--info); outline-offset: 3px; }
.marker { font-family: var(--sans); font-size: .85em; text-decoration: none; color: var(--direct); }
.marker.raised { margin-left: .05em; font-size: .7em; line-height: 0; vertical-align: .45em; }
a.f { display: inline-block; margin-left: .25em; padding: 0 .3em; border: 1px solid; border-radius: 3px; font: 600 .6875rem/1.35 var(--sans); text-decoration: none; vertical-align: .15em; white-space: nowrap; text-indent: 0; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
.stands { color: var(--soft); font: 400 .8125rem/1.4 var(--sans); text-indent: 0; }
.none { color: var(--uncited); font-weight: 600; }
.rule { margin: 0 0 1.75rem; break-inside: auto; }
.rule > p { max-width: 42rem; margin: 0 0 .4rem; }
.rule code { color: var(--soft); font: 400 .85rem/1.3 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
.rule ol { margin: .5rem 0 0; padding: 0; list-style: none; }
.rule li { display: grid; grid-template-columns: 2.75rem 1fr; gap: 0 .5rem; padding: .4rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
.rule li > .label { padding-top: .3rem; text-align: right; }
.rule q { display: block; color: var(--soft); font-family: var(--serif); quotes: "“" "”"; }
.rule .place { margin: 0; color: var(--soft); font-size: .875rem; }
.sources li { margin: 0 0 .9rem; max-width: 46rem; break-inside: avoid; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--strong); overflow-wrap: anywhere; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --desk: #fff; --ink: #000; --soft: #444; --line: #ccc; --strong: #777;
    --direct: #0072b2; --carried: #4f86a8; --open: #8a5a00; --uncited: #b3261e; --uncited-tint: #fff;
    --error: #b3261e; --warning: #8a5a00; --info: #0068a3;
  }
  @page { margin: 18mm 16mm; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  h2, h3, thead, .rule > h3, .rule > p { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  p { orphans: 3; widows: 3; }
  a { text-decoration: none; }
}
`;
