import type { Closed } from './close.ts';
import type { PrimaryReason } from './figure.ts';
import type { Figures } from './figures.ts';

/** One line of the log of a protection. It names counts' places, never the counts. For the owner alone. */
export type AuditLine =
  | {
      readonly kind: 'held-back';
      readonly key: string;
      readonly reason: PrimaryReason;
      /** the counts that stay possible */
      readonly range?: readonly [number, number];
    }
  | { readonly kind: 'held-back-for-another'; readonly key: string; readonly for: string }
  | {
      /** what a reader could have worked out, had nothing more been held back */
      readonly kind: 'was-open';
      readonly key: string;
      readonly verdict: 'recovered' | 'narrowed' | 'unproved';
      readonly lower?: number;
      readonly upper?: number;
    }
  | { readonly kind: 'revised-since'; readonly release: string; readonly keys: readonly string[] }
  | {
      readonly kind: 'proved';
      /** how many figures were aimed at */
      readonly figures: number;
      /** how many fillings, each checked exactly, show that they stay open to doubt */
      readonly fillings: number;
      /** how often the solver was asked on the way */
      readonly solved: number;
    };

/** The log: what was held back and why, what was open before, and what the proof rests on. */
export function auditOf(figures: Figures, closed: Closed): readonly AuditLine[] {
  const held = figures.all.flatMap((figure): AuditLine[] => {
    const { key, primary, range, secondaryFor, standing } = figure;
    if (primary) return [{ kind: 'held-back', key, reason: primary, ...(range ? { range } : {}) }];
    if (standing === 'hidden' && secondaryFor !== undefined)
      return [{ kind: 'held-back-for-another', key, for: secondaryFor }];
    return [];
  });
  const before = closed.before.flatMap(({ aim, verdict, lower, upper }): AuditLine[] => {
    const key = figures.all[aim.variable]?.key ?? '';
    if (verdict === 'closed') return [];
    return [
      {
        kind: 'was-open',
        key,
        verdict,
        ...(lower === undefined ? {} : { lower }),
        ...(upper === undefined ? {} : { upper }),
      },
    ];
  });
  const { findings, fillings } = closed.proof;
  return [
    ...held,
    ...before,
    { kind: 'proved', figures: findings.length, fillings: fillings.length, solved: closed.solved },
  ];
}
