import type { PackVersion, PackWho } from './pack-document.ts';

/**
 * A pack as everybody may read it: what is exempt says only that it is, and on which ground; a person's name stands
 * nowhere, not in free words either. `people` are the names that are known.
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
    papers: pack.papers.map((paper) => (paper.ground === '' ? paper : { ...paper, id: '' })),
  };
}

function namesOut(pack: PackVersion, people: readonly string[]): PackVersion {
  const clean = cleaner(people);
  const nobody = ({ organisation }: PackWho): PackWho => ({ name: '', organisation });
  const action = (one: PackVersion['late'][number]) => ({
    ...one,
    title: clean(one.title),
    reason: clean(one.reason),
    owner: nobody(one.owner),
    holdsUp: one.holdsUp.map(clean),
  });
  return {
    ...pack,
    lastTime: pack.lastTime && {
      ...pack.lastTime,
      decisions: pack.lastTime.decisions.map((decision) => ({
        ...decision,
        title: clean(decision.title),
        words: clean(decision.words),
        dissent: clean(decision.dissent),
        cameOfIt: clean(decision.cameOfIt),
        owner: nobody(decision.owner),
        actions: decision.actions.map(action),
      })),
    },
    agenda: pack.agenda.map((item) => ({
      ...item,
      title: clean(item.title),
      words: clean(item.words),
      leadName: '',
    })),
    late: pack.late.map(action),
    findingsDue: pack.findingsDue.map((finding) => ({
      ...finding,
      title: clean(finding.title),
      owner: nobody(finding.owner),
    })),
    papers: pack.papers.map((paper) => ({ ...paper, title: clean(paper.title) })),
  };
}

/** Takes every known name out of some words, the longest names first. */
function cleaner(people: readonly string[]): (words: string) => string {
  const names = [...new Set(people.map((name) => name.trim()))]
    .filter((name) => name.includes(' '))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  if (names.length === 0) return (words) => words;
  const any = new RegExp(names.join('|'), 'gi');
  return (words) => words.replaceAll(any, 'a named person');
}
