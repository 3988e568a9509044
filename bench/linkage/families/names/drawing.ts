import type { Random } from '../random.ts';

/** Names in order of how common they are, with what share of people bear one of the first so many. */
export type Frequencies = { readonly names: readonly string[]; readonly upTo: Float64Array };

/** How names thin out: the nth weighs 1 / (n + flat) to the power of steep (the curve of Zipf and Mandelbrot). */
export type Thinning = { readonly flat: number; readonly steep: number };

/** Frequencies of names that are written most common first. */
export function frequenciesOf(names: readonly string[], { flat, steep }: Thinning): Frequencies {
  const upTo = new Float64Array(names.length);
  let sum = 0;
  for (let rank = 0; rank < names.length; rank += 1) {
    sum += 1 / (rank + 1 + flat) ** steep;
    upTo[rank] = sum;
  }
  return { names, upTo: upTo.map((value) => value / sum) };
}

/** A name, as often as it is common. */
export function nameFrom({ names, upTo }: Frequencies, random: Random): string {
  const share = random.share();
  let low = 0;
  let high = names.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 1) > share) high = middle;
    else low = middle + 1;
  }
  return names[low] ?? '';
}

/** Every beginning with every ending, the two taken in turns so that no beginning stands together. */
export function joined(beginnings: string, endings: string): string[] {
  const first = beginnings.split(' ');
  const last = endings.split(' ');
  return Array.from({ length: first.length * last.length }, (_, place) => {
    const turn = Math.floor(place / first.length);
    return `${first[place % first.length] ?? ''}${last[(place + turn) % last.length] ?? ''}`;
  });
}
