import { counted, escaped, page, percent, scrolling, signed } from './page.ts';

/** What joining every pair of at least this weight would mean. */
export type ThresholdRow = {
  readonly weight: number;
  readonly probability: number;
  /** pairs of at least this weight */
  readonly pairs: number;
  /** shares of 1, where the truth is known */
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
};

/**
 * A page for choosing a threshold: for each weight how many pairs would be joined and, where the truth is known, how
 * many of them rightly (precision), and how many of all true pairs they are (recall). One file of HTML and SVG without
 * scripts; the picture's figures stand in the table.
 */
export function thresholdPage(
  rows: readonly ThresholdRow[],
  options: { readonly title?: string } = {},
): string {
  return page(options.title ?? 'From which weight on are two records joined?', thresholdSection(rows));
}

/** The same as a part of a page. */
export function thresholdSection(rows: readonly ThresholdRow[]): string {
  const ordered = [...rows].sort((one, other) => one.weight - other.weight);
  if (ordered.length === 0) return '<p>No pairs were scored, so there is nothing to choose from.</p>';
  const judged = ordered.some(({ precision, recall }) => precision !== undefined && recall !== undefined);
  return `<p>${escaped(bestInWords(ordered))}</p>
<figure>
${scrolling('Thresholds as a picture', judged ? sharesPicture(ordered) : pairsPicture(ordered))}
<figcaption>${judged ? 'Precision (solid): how many joined pairs are right. Recall (dashed): how many right pairs are joined.' : 'Pairs of at least each weight.'} The table below gives the figures.</figcaption>
</figure>
${table(ordered, judged)}`;
}

function bestInWords(rows: readonly ThresholdRow[]): string {
  const judged = rows.filter(({ f1 }) => f1 !== undefined);
  const [first] = judged;
  if (first === undefined)
    return 'The truth is not known here: the table says how many pairs each threshold would join, not how many rightly.';
  const best = judged.reduce((best, row) => ((row.f1 ?? 0) > (best.f1 ?? 0) ? row : best), first);
  const right = best.precision === undefined ? '' : `, ${percent(best.precision)} of them rightly`;
  const found =
    best.recall === undefined ? '' : `, and ${percent(best.recall)} of all true pairs are among them`;
  return `Precision and recall together (F1) are best at ${signed(best.weight)}: ${counted(best.pairs)} pairs would be joined${right}${found}.`;
}

const [width, height, left, top] = [760, 320, 56, 16];
const [right, bottom] = [width - 90, height - 44];

function frame(
  rows: readonly ThresholdRow[],
  ticks: readonly (readonly [number, string])[],
  drawn: string,
): string {
  const x = across(rows);
  const [first, last] = [rows[0]?.weight ?? 0, rows.at(-1)?.weight ?? 0];
  const lines = ticks.map(([share, label]) => {
    const y = down(share).toFixed(1);
    return `<line class="line" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/><text class="quiet" x="${left - 8}" y="${(down(share) + 4).toFixed(1)}" text-anchor="end">${label}</text>`;
  });
  const marks = [...new Set([first, (first + last) / 2, last])].map(
    (weight) =>
      `<text class="quiet" x="${x(weight).toFixed(1)}" y="${bottom + 20}" text-anchor="middle">${signed(weight)}</text>`,
  );
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="thresholds-title">
<title id="thresholds-title">What each threshold would mean, from weight ${signed(first)} to ${signed(last)}; figures in the table</title>
${lines.join('\n')}
${marks.join('\n')}
<text class="quiet" x="${(left + right) / 2}" y="${height - 4}" text-anchor="middle">weight from which pairs are joined</text>
${drawn}
</svg>`;
}

function across(rows: readonly ThresholdRow[]): (weight: number) => number {
  const [first, last] = [rows[0]?.weight ?? 0, rows.at(-1)?.weight ?? 1];
  return (weight) => left + ((weight - first) / (last - first || 1)) * (right - left);
}

function down(share: number): number {
  return bottom - share * (bottom - top);
}

function course(rows: readonly ThresholdRow[], share: (row: ThresholdRow) => number | undefined): string {
  const x = across(rows);
  return rows
    .flatMap((row) => {
      const value = share(row);
      return value === undefined ? [] : [`${x(row.weight).toFixed(1)},${down(value).toFixed(1)}`];
    })
    .join(' ');
}

function sharesPicture(rows: readonly ThresholdRow[]): string {
  const last = rows.findLast(({ precision, recall }) => precision !== undefined && recall !== undefined);
  const apart = Math.abs((last?.precision ?? 0) - (last?.recall ?? 0)) * (bottom - top);
  const lift = apart < 16 ? 16 : 0;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => [share, `${share * 100}%`] as const);
  return frame(
    rows,
    ticks,
    `<polyline class="course" points="${course(rows, (row) => row.precision)}"/>
<polyline class="course second" points="${course(rows, (row) => row.recall)}"/>
<text x="${right + 6}" y="${(down(last?.precision ?? 0) + 4).toFixed(1)}">precision</text>
<text x="${right + 6}" y="${(down(last?.recall ?? 0) + 4 + lift).toFixed(1)}">recall</text>`,
  );
}

function pairsPicture(rows: readonly ThresholdRow[]): string {
  const most = Math.max(1, ...rows.map(({ pairs }) => pairs));
  const ticks = [0, 0.5, 1].map((share) => [share, counted(Math.round(share * most))] as const);
  return frame(
    rows,
    ticks,
    `<polyline class="course" points="${course(rows, ({ pairs }) => pairs / most)}"/>`,
  );
}

function table(rows: readonly ThresholdRow[], judged: boolean): string {
  const heads = [
    'From weight',
    'Probability',
    'Pairs joined',
    ...(judged ? ['Precision', 'Recall', 'F1'] : []),
  ];
  const share = (value: number | undefined) => (value === undefined ? 'not known' : percent(value));
  const lines = rows.map((row) => {
    const cells = [percent(row.probability), counted(row.pairs)];
    if (judged) cells.push(share(row.precision), share(row.recall), share(row.f1));
    return `<tr><th scope="row" class="number">${signed(row.weight)}</th>${cells.map((cell) => `<td class="number">${cell}</td>`).join('')}</tr>`;
  });
  return scrolling(
    'Thresholds as a table',
    `<table>
<caption>Threshold by threshold</caption>
<thead><tr>${heads.map((head) => `<th scope="col" class="number">${head}</th>`).join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>`,
  );
}
