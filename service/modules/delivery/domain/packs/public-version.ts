import { versionShape, type PackAction, type PackVersion, type PackWho } from './pack-document.ts';

/**
 * A pack as everybody may read it: what is exempt says only that it is, and on which ground; a person's name stands
 * nowhere, not in free words either; what was said along the way, and which group found something, are for the board.
 * `people` are the names that are known.
 */
export function publicVersion(pack: PackVersion, people: readonly string[]): PackVersion {
  return namesOut(exemptOut(pack), people);
}

function exemptOut(pack: PackVersion): PackVersion {
  const { lastTime } = pack;
  const exempt = lastTime?.decisions.filter(({ ground }) => ground !== '') ?? [];
  return {
    ...pack,
    lastTime: lastTime && {
      ...lastTime,
      decisions: lastTime.decisions.filter(({ ground }) => ground === ''),
      notPublic: exempt.map(({ ground }) => ground),
    },
    agenda: pack.agenda.map((item) =>
      item.ground === '' ? item : { ...item, title: 'An item that is not public', words: '' },
    ),
    papers: pack.papers.map((paper) =>
      paper.ground === '' ? paper : { ...paper, id: '', title: 'A paper that is not public' },
    ),
  };
}

function namesOut(pack: PackVersion, people: readonly string[]): PackVersion {
  const nobody = ({ organisation }: PackWho): PackWho => ({ name: '', organisation });
  const action = (one: PackAction): PackAction => ({ ...one, reason: '', owner: nobody(one.owner) });
  const { lastTime } = pack;
  const decisions = lastTime?.decisions.map((decision) => ({
    ...decision,
    owner: nobody(decision.owner),
    actions: decision.actions.map(action),
  }));
  const unowned = {
    ...pack,
    lastTime: lastTime && { ...lastTime, decisions },
    agenda: pack.agenda.map((item) => ({ ...item, leadName: '' })),
    late: pack.late.map(action),
    findingsDue: pack.findingsDue.map((finding) => ({
      ...finding,
      // a group of children may be so small that its name tells who
      foundBy: '',
      owner: nobody(finding.owner),
    })),
  };
  return versionShape.parse(inEveryText(unowned, withoutNames(people)));
}

/** The same things with every text in them changed. */
function inEveryText(thing: unknown, change: (text: string) => string): unknown {
  if (typeof thing === 'string') return change(thing);
  if (Array.isArray(thing)) return thing.map((each) => inEveryText(each, change));
  if (typeof thing !== 'object' || thing === null) return thing;
  return Object.fromEntries(Object.entries(thing).map(([name, each]) => [name, inEveryText(each, change)]));
}

/** Takes every known name out of some words, the longest names first. */
export function withoutNames(people: readonly string[]): (words: string) => string {
  const names = [...new Set(people.map((name) => name.trim()))]
    .filter((name) => name.includes(' '))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  if (names.length === 0) return (words) => words;
  const any = new RegExp(names.join('|'), 'gi');
  return (words) => words.replaceAll(any, 'a named person');
}
