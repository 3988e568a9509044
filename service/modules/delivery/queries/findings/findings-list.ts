import { organisations, people, type Person } from '#modules/accounts/index.ts';
import { measureSubjects } from '#modules/indicators/index.ts';
import { framework, frameworksNamed, ownFrameworks } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { ElementName } from '#platform/kernel/subject.ts';
import { elementChoices, elementsOf, type Choice } from '../plan/form-choices.ts';
import { organisationNames } from '../plan/standing.ts';
import type { Finding } from '../../domain/finding.ts';
import { chooseFindings, type FindingsAsked } from '../../domain/findings/choose-findings.ts';
import { findingAsSeen } from '../../domain/findings/finding-as-seen.ts';
import { isLateFinding } from '../../domain/findings/finding-course.ts';
import { allFindings } from '../../store/findings.ts';

/** The findings asked for, what could be asked for, and how all of them stand. */
export type FindingsList = {
  chosen: readonly Finding[];
  /** of all, whatever was asked for */
  counts: { all: number; open: number; late: number; ready: number; closed: number };
  organisations: ReadonlyMap<string, string>;
  /** the elements that findings hang on, by key */
  elements: ReadonlyMap<string, string>;
};

export async function findingsList(ctx: Ctx, asked: FindingsAsked): Promise<FindingsList> {
  const all = (await allFindings(ctx)).map((finding) => findingAsSeen(ctx.actor, finding));
  const count = (state: Finding['state']) => all.filter((finding) => finding.state === state).length;
  return {
    chosen: chooseFindings(all, asked, ctx.today),
    counts: {
      all: all.length,
      open: count('open'),
      late: all.filter((finding) => isLateFinding(finding, ctx.today)).length,
      ready: count('ready'),
      closed: count('closed'),
    },
    organisations: await organisationNames(
      ctx,
      all.map(({ owner }) => owner.organisationKey),
    ),
    elements: await labelsOf(ctx, all),
  };
}

async function labelsOf(ctx: Ctx, findings: readonly Finding[]): Promise<ReadonlyMap<string, string>> {
  const slugs = new Set(findings.map(({ element }) => element.frameworkSlug).filter((slug) => slug !== ''));
  const used = new Set(findings.map(({ element }) => element.elementKey));
  const labels = new Map<string, string>();
  for (const view of await frameworksNamed(ctx, [...slugs]))
    for (const { value, text } of elementsOf(view)) if (used.has(value)) labels.set(value, text);
  return labels;
}

/** What the form of a finding or of a joint purchase offers. */
export type WritingChoices = {
  frameworkSlug: string;
  elements: readonly Choice[];
  organisations: readonly Choice[];
  people: readonly Person[];
  measures: readonly Choice[];
};

/** What something that is changed names: its form offers it, whatever became of it. */
export type NamedBefore = {
  element: ElementName;
  /** keys of organisations */
  organisations: readonly string[];
  measures: readonly string[];
};

/** The elements of the strategy it hangs on, or of our own, with who may answer for something. */
export async function writingChoices(ctx: Ctx, before: NamedBefore | undefined): Promise<WritingChoices> {
  const frameworkSlug = before?.element.frameworkSlug || ((await ownFrameworks(ctx))[0]?.stored.slug ?? '');
  const standing = (await organisations(ctx)).map(({ key, name }) => ({ value: key, text: name }));
  const names = await organisationNames(ctx, before?.organisations ?? []);
  return {
    frameworkSlug,
    elements: withGone(
      await elementChoices(ctx, frameworkSlug),
      before ? [before.element.elementKey] : [],
      () => 'What was taken out of the strategy',
    ),
    organisations: withGone(
      standing,
      before?.organisations ?? [],
      (key) => `${names.get(key) ?? key}, which is no more`,
    ),
    people: await people(ctx),
    measures: withGone(await measureChoices(ctx, frameworkSlug), before?.measures ?? [], (id) => id),
  };
}

/** What is named still and nobody offers any more can be kept, and says what it is. */
function withGone(
  choices: readonly Choice[],
  named: readonly string[],
  say: (value: string) => string,
): readonly Choice[] {
  const gone = named.filter((name) => name !== '' && !choices.some(({ value }) => value === name));
  return [...new Set(gone)].map((value) => ({ value, text: say(value) })).concat(choices);
}

/** The measures that a strategy names, by title. */
async function measureChoices(ctx: Ctx, frameworkSlug: string): Promise<Choice[]> {
  const view = await framework(ctx, frameworkSlug);
  const ids = new Set((view?.document.measures ?? []).map(({ source, code }) => `${source}:${code}`));
  const found = ids.size === 0 ? [] : await measureSubjects.find(ctx, [...ids]);
  return found
    .map(({ id, title }) => ({ value: id, text: title }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'));
}
