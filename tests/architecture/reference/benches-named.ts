import { ownFiles } from '../code/own-files.ts';

/** The benches by what they say of themselves; read, not imported, because importing one may open what it measures. */
export function benchesNamed(): { name: string; says: string }[] {
  return ownFiles('bench/*.ts').flatMap(({ text }) => {
    const [, name, says] =
      /export const bench: Bench = \{\s*name: '([^']+)',\s*says:\s*(?:'((?:[^'\\]|\\.)*)'|"[^"]*")/.exec(
        text,
      ) ?? [];
    return name && says ? [{ name, says }] : [];
  });
}
