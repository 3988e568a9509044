import type { JSX } from 'preact';
import type { Status } from '../../series.ts';
import type { ClassLook } from './classes.ts';

/** Everything that an area can be filled with: a class, or a reason why it has no number. */
export type Look = ClassLook | 'missing' | 'withheld' | 'no-number';

/** The look of an area that has no number. */
export function lookOfStatus(status: Status): Look {
  if (status === 'suppressed') return 'withheld';
  return status === 'missing' ? 'missing' : 'no-number';
}

/** What lies over the colour of each look, on a square of eight: no two are alike without any colour. */
const marks: Readonly<Record<Look, string>> = {
  'step-1': '',
  'step-2': 'M1,2h1.6M5,6h1.6',
  'step-3': 'M-1,1L1,-1M-1,9L9,-1M7,9L9,7',
  'step-4': 'M0,0L8,8M0,8L8,0',
  'step-5': 'M0,2h8M0,6h8M2,0v8M6,0v8',
  better: 'M0,4h8',
  similar: '',
  worse: 'M4,0v8',
  higher: 'M0,8L4,4L8,8',
  lower: 'M0,0L4,4L8,0',
  'not-compared': 'M3,4h2',
  missing: 'M-1,9L9,-1',
  withheld: 'M0,0L8,8M0,4h8',
  'no-number': 'M3.5,4h1M0,0h1',
};

/** The reference by which a look fills a shape of the same drawing. */
export function fillOf(prefix: string, look: Look): string {
  return `url(#${prefix}-${look})`;
}

/** The patterns of the looks in use. They belong to one drawing: one that is not shown lends none. */
export function MapPatterns({ prefix, looks }: { prefix: string; looks: readonly Look[] }): JSX.Element {
  return (
    <defs>
      {[...new Set(looks)].map((look) => (
        <pattern id={`${prefix}-${look}`} width={8} height={8} patternUnits="userSpaceOnUse">
          <rect width={8} height={8} class={`chart-map-ground chart-map-ground--${look}`} />
          {marks[look] === '' ? null : (
            <path
              d={marks[look]}
              class={`chart-map-over chart-map-over--${look}`}
              fill="none"
              stroke-width={1.2}
            />
          )}
        </pattern>
      ))}
    </defs>
  );
}
