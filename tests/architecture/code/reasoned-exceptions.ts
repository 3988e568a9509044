/** Something that a rule finds and that we leave as it is: the beginning of the finding, and why. */
export type Exception = { what: string; because: string };

/** The findings that no exception names, and the exceptions that name nothing any more: both must be empty. */
export function beyond(found: readonly string[], exceptions: readonly Exception[]): string[] {
  const left = found.filter((finding) => !exceptions.some(({ what }) => names(what, finding)));
  const stale = exceptions
    .filter(({ what }) => !found.some((finding) => names(what, finding)))
    .map(({ what }) => `no longer needed as an exception: ${what}`);
  const bare = exceptions
    .filter(({ because }) => because.length < 20)
    .map(({ what }) => `an exception without a reason: ${what}`);
  return [...left, ...stale, ...bare];
}

function names(what: string, finding: string): boolean {
  const next = finding[what.length];
  return finding.startsWith(what) && (next === undefined || /[\s:]/.test(next));
}
