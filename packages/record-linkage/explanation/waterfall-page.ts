import type { Explanation, Step } from './explain-pair.ts';
import { escaped, page, percent, scrolling, signed } from './page.ts';
import { answerInWords, whyInWords } from './why-in-words.ts';

/** How a waterfall is shown. */
export type WaterfallOptions = {
  readonly title?: string;
  /** hidden: what the records hold is left out, so that the page names nobody */
  readonly values: 'shown' | 'hidden';
};

/**
 * A page for one pair: where it starts (two records picked at random), what each comparison adds or takes, and where
 * that ends, as a picture and as a table, with the reason in words. One file of HTML and SVG without scripts.
 */
export function waterfallPage(explanation: Explanation, options: WaterfallOptions): string {
  return page(
    options.title ?? 'Why these two records weigh what they weigh',
    waterfallSection(explanation, options),
  );
}

/** The same as a part of a page; `name` tells it from others on the page. */
export function waterfallSection(
  explanation: Explanation,
  options: WaterfallOptions & { readonly name?: string },
): string {
  const { weight, probability } = explanation;
  const { name = 'waterfall' } = options;
  const bars = barsOf(explanation);
  return `<p>${escaped(sentence(whyInWords(explanation)))}</p>
<p>Weight <strong>${signed(weight)}</strong>: the probability that both are of one person is <strong>${percent(probability)}</strong>, if the model is right. Each step of 1 doubles or halves the odds.</p>
<figure>
${scrolling(`The steps as a picture: ${name}`, picture(bars, name))}
<figcaption>From two records picked at random to this pair: bars to the right speak for one person, bars to the left against. The table below says the same.</figcaption>
</figure>
${table(bars, { ...options, name })}`;
}

type Bar = {
  readonly name: string;
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'step' | 'total';
  readonly step?: Step;
};

/** The prior, each comparison, each rarity that adds something, and the sum. */
function barsOf({ prior, steps, weight }: Explanation): readonly Bar[] {
  const start: Bar = {
    name: 'At the start',
    words: 'two records picked at random',
    from: 0,
    to: prior,
    kind: 'total',
  };
  const bars: Bar[] = [start];
  let sum = prior;
  for (const step of steps) {
    bars.push({
      name: step.comparison.name,
      words: answerInWords(step),
      from: sum,
      to: sum + step.weight,
      kind: 'step',
      step,
    });
    sum += step.weight;
    if (step.rarity === 0) continue;
    const words = step.rarity > 0 ? 'rarer than most values' : 'more common than most values';
    bars.push({
      name: `${step.comparison.name}: rarity`,
      words,
      from: sum,
      to: sum + step.rarity,
      kind: 'step',
    });
    sum += step.rarity;
  }
  return [...bars, { name: 'Together', words: 'the weight of the pair', from: 0, to: weight, kind: 'total' }];
}

const width = 760;
const labels = 190;
const row = 30;

function picture(bars: readonly Bar[], name: string): string {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const scale = (value: number) => labels + 55 + ((value - low) / (high - low || 1)) * (width - labels - 120);
  const height = bars.length * row + 12;
  const rows = bars.map((bar, at) => barSvg(bar, at * row + 6, scale)).join('\n');
  const zero = scale(0).toFixed(1);
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${name}-title ${name}-words">
<title id="${name}-title">Waterfall of the pair’s weight</title>
<desc id="${name}-words">${escaped(bars.map(({ name, from, to, kind }) => `${name} ${signed(kind === 'total' ? to : to - from)}`).join('; '))}</desc>
<line class="line" x1="${zero}" x2="${zero}" y1="0" y2="${height}"/>
${rows}
</svg>`;
}

function barSvg(bar: Bar, top: number, scale: (value: number) => number): string {
  const [left, right] = [Math.min(scale(bar.from), scale(bar.to)), Math.max(scale(bar.from), scale(bar.to))];
  const shown = bar.kind === 'total' ? bar.to : bar.to - bar.from;
  const look = bar.kind === 'total' ? 'total' : shown < 0 ? 'against' : 'for';
  const goesLeft = bar.to < bar.from;
  const place = goesLeft ? `x="${(left - 6).toFixed(1)}" text-anchor="end"` : `x="${(right + 6).toFixed(1)}"`;
  return `<text x="0" y="${top + 17}">${escaped(shortened(bar.name))}</text>
<rect class="${look}" x="${left.toFixed(1)}" y="${top + 3}" width="${Math.max(1.5, right - left).toFixed(1)}" height="18"/>
<text ${place} y="${top + 17}">${signed(shown)}</text>`;
}

function shortened(name: string): string {
  return name.length > 26 ? `${name.slice(0, 25)}…` : name;
}

function table(bars: readonly Bar[], { values, name }: WaterfallOptions & { readonly name: string }): string {
  const shown = (value: string | undefined) => {
    if (value === undefined) return 'none';
    return values === 'hidden' ? 'hidden' : escaped(value);
  };
  const rows = bars.map(({ name, words, from, to, kind, step }) => {
    const cells = [
      `<th scope="row">${escaped(name)}</th>`,
      `<td>${escaped(words)}</td>`,
      `<td>${step ? shown(step.left) : ''}</td>`,
      `<td>${step ? shown(step.right) : ''}</td>`,
      `<td class="number">${signed(kind === 'total' ? to : to - from)}</td>`,
      `<td class="number">${signed(to)}</td>`,
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  return scrolling(
    `The steps as a table: ${name}`,
    `<table>
<caption>Step by step</caption>
<thead><tr><th scope="col">Asked of</th><th scope="col">Answer</th><th scope="col">One record</th><th scope="col">The other</th><th scope="col" class="number">Adds</th><th scope="col" class="number">So far</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`,
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
