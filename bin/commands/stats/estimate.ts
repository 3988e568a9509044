import type { Limits } from '#packages/statistics';
import type { Asked, Results } from './method.ts';

/** Value, limits at the levels that were asked for, and method, under the names that columns have. */
export function estimated(
  asked: Asked,
  of: {
    readonly value: number;
    readonly limits95: Limits;
    readonly limits998: Limits;
    readonly method: string;
    readonly multiplier: number;
  },
): Results {
  return { value: of.value, ...limitColumns(asked, of), method: of.method, multiplier: of.multiplier };
}

/** `lower95`, `upper95`, `lower99_8`, `upper99_8`, as far as asked for. */
export function limitColumns(
  asked: Asked,
  of: { readonly limits95: Limits; readonly limits998: Limits },
  before = '',
): Results {
  return Object.fromEntries(
    asked.levels.flatMap(({ limits, suffix }) => [
      [`${before}lower${suffix}`, of[limits].lower],
      [`${before}upper${suffix}`, of[limits].upper],
    ]),
  );
}
