import type { Sum } from '#packages/disclosure-control';

/** One way in which an area is divided: its parts, and what each is made of, where that is known. */
export type Division = {
  readonly parts: readonly string[];
  readonly members: ReadonlyMap<string, readonly string[]>;
};

/** A part of a whole that no figure names; its name begins so, whatever it is the rest of. */
export const restName = '(the rest)';

/** Several parts taken together; their sum follows from them and is nobody's own figure. */
export const togetherName = '(together)';

/** Subsets grow fast; of more parts than this only pairs are laid together, and of far more only single ones. */
const partsToLayTogether = 8;
const mostTogether = 400;

/**
 * What follows from two divisions of one area that cross: some parts of the one, taken together, hold whole parts of the other, and
 * what is left over can be worked out by subtraction. Each such sum is named, so that what is left over is protected like
 * a figure of its own. Where nothing is left over, the sum says that the two are the same.
 * @returns sums in an order in which every part of a sum is known before it: unions first, then what they leave over
 */
export function crossingSums(divisions: readonly Division[]): readonly Sum[] {
  const sums = divisions.flatMap((one) =>
    divisions.filter((other) => other !== one).flatMap((other) => sumsBetween(one, other)),
  );
  const unions = sums.filter(({ whole, parts }) => whole.startsWith(togetherName) && parts.every(isPlace));
  const rest = sums.filter((sum) => !unions.includes(sum));
  return uniqueSums([...unions, ...rest]);
}

function isPlace(code: string): boolean {
  return !code.startsWith(restName) && !code.startsWith(togetherName);
}

function sumsBetween(one: Division, other: Division): Sum[] {
  return groupsOf(one, other).flatMap((group): Sum[] => {
    const inside = new Set(group.flatMap((part) => one.members.get(part) ?? []));
    const held = other.parts.filter((part) => isHeld(other.members.get(part) ?? [], inside));
    const joining =
      group.length === 1 || held.some((part) => spans(other.members.get(part) ?? [], group, one) > 1);
    if (held.length === 0 || !joining) return [];
    const covered = held.reduce((sum, part) => sum + (other.members.get(part)?.length ?? 0), 0);
    const isSame = group.length === 1 && held.length === 1 && covered === inside.size;
    if (isSame) return [];
    const whole = group.length === 1 ? (group[0] ?? '') : `${togetherName} ${group.join(' + ')}`;
    const over =
      covered === inside.size ? [] : [`${restName} of ${group.join(' + ')} without ${held.join(' + ')}`];
    const left = { whole, parts: [...held, ...over] };
    return group.length === 1 ? [left] : [{ whole, parts: group }, left];
  });
}

function isHeld(members: readonly string[], inside: ReadonlySet<string>): boolean {
  return members.length > 0 && members.every((member) => inside.has(member));
}

/** Over how many parts of a group some small areas lie. */
function spans(members: readonly string[], group: readonly string[], { members: of }: Division): number {
  return group.filter((part) => (of.get(part) ?? []).some((member) => members.includes(member))).length;
}

/** Groups of parts that parts of the other division hang together. */
function groupsOf(one: Division, other: Division): string[][] {
  const singles = one.parts.map((part) => [part]);
  const most = one.parts.length <= partsToLayTogether ? one.parts.length : 2;
  const found = [...singles];
  let last = singles;
  for (let size = 2; size <= most && found.length < mostTogether; size += 1) {
    const grown = new Map<string, string[]>();
    for (const group of last)
      for (const part of neighboursOf(group, one, other)) {
        const larger = [...group, part].toSorted();
        grown.set(larger.join(' '), larger);
      }
    last = [...grown.values()];
    found.push(...last);
  }
  return found;
}

function neighboursOf(group: readonly string[], one: Division, other: Division): string[] {
  const touching = other.parts.filter((part) => spans(other.members.get(part) ?? [], group, one) > 0);
  const reached = new Set(touching.flatMap((part) => other.members.get(part) ?? []));
  return one.parts.filter(
    (part) => !group.includes(part) && (one.members.get(part) ?? []).some((member) => reached.has(member)),
  );
}

function uniqueSums(sums: readonly Sum[]): Sum[] {
  return [...new Map(sums.map((sum) => [JSON.stringify(sum), sum])).values()];
}
