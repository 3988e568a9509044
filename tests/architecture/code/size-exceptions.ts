import type { Exception } from './reasoned-exceptions.ts';

/** What is longer than we like, and why it is left so. */
export const sizeExceptions: readonly Exception[] = [];
