import type { Series } from '../series.ts';

/** How a mark looks: who it stands for, and for groups which pattern, so that no meaning hangs on colour alone. */
export type Tone =
  | 'own'
  | 'benchmark'
  | 'neighbour'
  | 'other-1'
  | 'other-2'
  | 'other-3'
  | 'other-4'
  | 'other-5';

const patterns = ['other-1', 'other-2', 'other-3', 'other-4', 'other-5'] as const;

/** The tone of each series by its key: groups take the patterns in turn. */
export function tonesOf(all: readonly Pick<Series, 'key' | 'role'>[]): ReadonlyMap<string, Tone> {
  const tones = new Map<string, Tone>();
  let groups = 0;
  for (const { key, role } of all) {
    if (role === 'other') {
      tones.set(key, patterns[groups % patterns.length] ?? 'other-1');
      groups += 1;
    } else {
      tones.set(key, role);
    }
  }
  return tones;
}

/** How a line of each tone is stroked, in units of the drawing. */
export const strokes: Readonly<Record<Tone, { width: number; dash?: string }>> = {
  own: { width: 3 },
  benchmark: { width: 1.75, dash: '5 4' },
  neighbour: { width: 1.5 },
  'other-1': { width: 2.5 },
  'other-2': { width: 2.5, dash: '10 4' },
  'other-3': { width: 2.5, dash: '2 4' },
  'other-4': { width: 2.5, dash: '10 4 2 4' },
  'other-5': { width: 2.5, dash: '5 2' },
};
