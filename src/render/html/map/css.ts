const light = `
  --map-paper: #ffffff; --map-ink: #1f2328; --map-soft: #57606a; --map-box: #ffffff; --map-box-line: #6e7781;
  --map-fail: #b3001b; --map-unknown: #8a5a00; --map-pass: #1a6b36; --map-none: #6e7781; --map-sign: #ffffff;
  --map-path: #0550ae; --map-glow: #9fcbff;
  --map-eea: #e9f0fb; --map-eea-line: #2a5fb0; --map-adequate: #e6f4f3; --map-adequate-line: #1d7a74;
  --map-third: #f7efe6; --map-third-line: #9a5b1c; --map-world: #f3ebf9; --map-world-line: #7a3fa5;
  --map-nowhere: #efefef; --map-nowhere-line: #5c5c5c;`

const dark = `
  --map-paper: #0d1117; --map-ink: #e6edf3; --map-soft: #a9b4c0; --map-box: #161b22; --map-box-line: #8b949e;
  --map-fail: #ff7b84; --map-unknown: #e3b341; --map-pass: #56d364; --map-none: #8b949e; --map-sign: #0d1117;
  --map-path: #79c0ff; --map-glow: #1f4f8a;
  --map-eea: #111d31; --map-eea-line: #5b8fe0; --map-adequate: #0d2323; --map-adequate-line: #3fb8ae;
  --map-third: #271c10; --map-third-line: #d08f4e; --map-world: #21152c; --map-world-line: #b583dd;
  --map-nowhere: #1d1f22; --map-nowhere-line: #9a9a9a;`

/** What the map looks like: light, dark by preference or by `data-theme` on the root, and on paper. */
export const mapCss = `
.data-map {${light}
  margin: 0; color: var(--map-ink); font-family: Helvetica, Arial, "Liberation Sans", "Nimbus Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) .data-map {${dark} } }
:root[data-theme="dark"] .data-map {${dark} }
.data-map-view { overflow: auto; border: 1px solid var(--map-box-line); border-radius: 6px; background: var(--map-paper); }
.data-map-svg { display: block; margin: 0 auto; height: auto; }
.data-map-svg:not(.map-large) { max-width: 100%; }
.data-map-svg text { fill: var(--map-ink); }
.data-map-svg .map-title { font-size: 13px; font-weight: 700; }
.data-map-svg .map-detail, .data-map-svg .map-label { font-size: 11px; }
.data-map-svg .map-detail { fill: var(--map-soft); }
.data-map-svg .map-transfer-words { font-size: 11px; font-weight: 700; }
.data-map-svg .map-region { font-size: 14px; font-weight: 700; }
.data-map-svg .map-region-title text { paint-order: stroke; stroke-width: 5px; stroke-linejoin: round; }
.data-map .map-area { stroke-width: 2; }
.data-map .map-region-title.map-in-eea { stroke: var(--map-eea); }
.data-map .map-in-eea .map-area { fill: var(--map-eea); stroke: var(--map-eea-line); }
.data-map .map-region-title.map-in-adequate { stroke: var(--map-adequate); }
.data-map .map-in-adequate .map-area { fill: var(--map-adequate); stroke: var(--map-adequate-line); }
.data-map .map-region-title.map-in-third-country { stroke: var(--map-third); }
.data-map .map-in-third-country .map-area { fill: var(--map-third); stroke: var(--map-third-line); }
.data-map .map-region-title.map-in-worldwide { stroke: var(--map-world); }
.data-map .map-in-worldwide .map-area { fill: var(--map-world); stroke: var(--map-world-line); }
.data-map .map-region-title.map-in-unknown { stroke: var(--map-nowhere); }
.data-map .map-in-unknown .map-area { fill: var(--map-nowhere); stroke: var(--map-nowhere-line); stroke-dasharray: 8 5; }
.data-map .map-box { fill: var(--map-box); stroke: var(--map-box-line); stroke-width: 1.25; }
.data-map .map-fail { color: var(--map-fail); }
.data-map .map-unknown { color: var(--map-unknown); }
.data-map .map-pass { color: var(--map-pass); }
.data-map .map-none { color: var(--map-none); }
.data-map .map-line { fill: none; stroke: currentColor; stroke-width: 1.75; }
.data-map .map-fail > .map-line { stroke-width: 3; }
.data-map .map-unknown > .map-line { stroke-width: 2.25; stroke-dasharray: 8 4; }
.data-map .map-none:not(.map-plain) > .map-line { stroke-dasharray: 2 4; }
.data-map .map-halo { fill: none; stroke: none; stroke-width: 7; }
.data-map .map-head { fill: currentColor; stroke: currentColor; stroke-width: 1.5; stroke-linejoin: round; }
.data-map .map-access > .map-head, .data-map .map-socket { fill: var(--map-paper); stroke: currentColor; stroke-width: 1.75; }
.data-map .map-gate { stroke: currentColor; stroke-width: 5; stroke-linecap: round; }
.data-map .map-shape { fill: currentColor; stroke: var(--map-paper); stroke-width: 1.5; }
.data-map .map-sign { fill: none; stroke: var(--map-sign); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.data-map .map-label-box { fill: var(--map-paper); fill-opacity: .85; }
.data-map .map-label text { fill: var(--map-ink); }
.data-map .map-fail > .map-label text.map-transfer-words { fill: var(--map-fail); }
.data-map .has-path .map-node:not(.on-path), .data-map .has-path .map-edge:not(.on-path) { opacity: .2; }
.data-map .on-path > .map-halo { stroke: var(--map-glow); stroke-width: 12; stroke-linecap: round; stroke-linejoin: round; }
.data-map .on-path > .map-box { stroke: var(--map-path); stroke-width: 3; }
.data-map .map-node:focus-visible .map-box { stroke: var(--map-path); stroke-width: 3; }
.data-map figcaption { margin: 0 0 8px; font-size: 1rem; }
.data-map-legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 10px 0; padding: 0; list-style: none; font-size: .85rem; }
.data-map-legend li { display: flex; align-items: center; gap: 8px; max-width: 26rem; }
.data-map-legend svg { flex: none; }
.data-map-scroll { overflow-x: auto; }
.data-map-table table { border-collapse: collapse; font-size: .85rem; }
.data-map-table th, .data-map-table td { padding: 4px 10px; border: 1px solid var(--map-box-line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.data-map-empty { padding: 16px; border: 1px dashed var(--map-box-line); border-radius: 6px; }
@media print {
  .data-map {${light} }
  .data-map-view { overflow: visible; max-height: none; border: 0; }
  .data-map-svg, .data-map-svg.map-large { max-width: 100%; max-height: 90vh; }
  .data-map * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
