/** A measure whose next figure is late. */
export type LateFigure = {
  /** as people read it */
  title: string;
  /** the page where it is put right */
  path: string;
  /** who keeps it, as it was written; may be empty */
  owner: string;
  /** "expected on 3 September 2026" */
  since: string;
};

type Reachable = { name: string; email?: string | undefined; roles: readonly string[] };

/**
 * Who is told of what: the person whose name stands as the owner; where that is nobody who can be reached, every analyst.
 * One entry for an address, whatever is late.
 */
export function whomToTell(
  late: readonly LateFigure[],
  people: readonly Reachable[],
): ReadonlyMap<string, readonly LateFigure[]> {
  const told = new Map<string, LateFigure[]>();
  const analysts = people.filter(({ roles, email }) => email !== undefined && roles.includes('analyst'));
  for (const figure of late) {
    const owner = people.find(
      ({ name, email }) => email !== undefined && plain(name) === plain(figure.owner),
    );
    for (const { email } of owner ? [owner] : analysts)
      if (email !== undefined) told.set(email, [...(told.get(email) ?? []), figure]);
  }
  return told;
}

function plain(name: string): string {
  return name.trim().toLocaleLowerCase('en-GB').replaceAll(/\s+/g, ' ');
}
