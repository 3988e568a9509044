import { charts } from './described/charts.ts';
import { estimates } from './described/estimates.ts';
import { places } from './described/places.ts';
import { verdicts } from './described/verdicts.ts';
import type { Method } from './method.ts';

/** Every method of `goldenthread stats`. What computes is loaded only when it is wanted. */
export const methods: readonly Method[] = [...estimates, ...places, ...verdicts, ...charts];
