/** Text that stands for itself in HTML. */
export function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** A number as people read it, its sign in front: +3.2, −1.0. */
export function signed(value: number): string {
  const rounded = Math.abs(value).toFixed(1);
  if (Number(rounded) === 0) return '0.0';
  return `${value < 0 ? '−' : '+'}${rounded}`;
}

/** A share of one as a percentage; never 0% or 100% unless it is. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return 'under 0.1%';
  if (share < 1 && share > 0.999) return 'over 99.9%';
  return `${(share * 100).toFixed(1)}%`;
}

/** What may be wider than the page: it scrolls by itself, by keyboard too. */
export function scrolling(label: string, inner: string): string {
  return `<div class="scroll" role="region" aria-label="${escaped(label)}" tabindex="0">\n${inner}\n</div>`;
}

/** A count with a comma between thousands. */
export function counted(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A whole page of HTML, with nothing that it has to fetch and no script; light or dark as the reader has it. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --ink: #1b1d21; --quiet: #50555e; --paper: #fff; --line: #c9cdd4; --for: #1d6f62; --against: #a0400e; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef1; --quiet: #b3b9c3; --paper: #16181c; --line: #454b56; --for: #5cc4b2; --against: #f0965c; } }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
main { max-inline-size: 60rem; margin-inline: auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
figure { margin: 1.5rem 0; }
figcaption { color: var(--quiet); margin-block-start: .5rem; }
svg { display: block; inline-size: 100%; min-inline-size: 34rem; block-size: auto; }
svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
svg .quiet { fill: var(--quiet); }
svg .line { stroke: var(--line); stroke-width: 1; }
svg .for { fill: var(--for); }
svg .against { fill: var(--against); }
svg .total { fill: var(--ink); }
svg .course { fill: none; stroke: var(--for); stroke-width: 2.5; }
svg .course.second { stroke: var(--against); stroke-dasharray: 7 4; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; }
caption { text-align: start; font-weight: 600; padding-block-end: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0; border-block-end: 1px solid var(--line); }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
@media (max-width: 40rem) { .number { white-space: normal; } }
@media (forced-colors: active) { svg .for, svg .against, svg .total { fill: CanvasText; } svg .course { stroke: CanvasText; } svg text { fill: CanvasText; } }
@media print { main { max-inline-size: none; } }
`;
