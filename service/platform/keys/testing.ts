import { unkeptKeys } from './key-files.ts';
import { keysOf, type Keys } from './keys.ts';

/** Keys of a test's own, kept nowhere. */
export function testKeys(): Keys {
  return keysOf(unkeptKeys());
}
