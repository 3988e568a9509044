import type { english } from './english.ts';

/** The same keys as English, each a sentence of its own. */
export type Words = Widened<typeof english>;
type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]> };
