import { evidenceOf, measuresTold, type EvidenceOf, type MeasureTold } from '#modules/indicators/index.ts';
import { framework, type FrameworkDocument } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { ElementName } from '#platform/kernel/subject.ts';
import type { Finding } from '../../domain/finding.ts';
import { findingAsSeen } from '../../domain/findings/finding-as-seen.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { PackBeside, PackElement, PackNumber } from '../../domain/packs/pack-document.ts';
import { findingsUnder } from '../../store/findings.ts';
import { prioritiesOf } from '../../store/plans.ts';
import { thePlan } from '../plan/plans-in-force.ts';
import type { Named } from './pack-actions.ts';

/** An element that a meeting has before it, and why it is a priority of this year; '' where it is none. */
export type Concerned = { element: ElementName; why: string };

export type ElementsTold = { elements: PackElement[]; isInvented: boolean };

const mostElements = 14;
const mostBeside = 2;

/** What a meeting is about first, then the priorities of the year, then what it decided on or waits for. */
export async function elementsConcerned(
  ctx: Ctx,
  asked: { meeting: Meeting; isFor(element: ElementName): boolean; others: readonly ElementName[] },
): Promise<Concerned[]> {
  const plan = await thePlan(ctx);
  const priorities = plan ? await prioritiesOf(ctx, plan.id) : [];
  const all: Concerned[] = [
    { element: asked.meeting.element, why: '' },
    ...priorities.map(({ elementKey, why }) => ({
      element: { frameworkSlug: plan?.frameworkSlug ?? '', elementKey },
      why,
    })),
    ...asked.others.map((element) => ({ element, why: '' })),
  ].filter(({ element }) => element.elementKey !== '' && asked.isFor(element));
  const byName = new Map<string, Concerned>();
  for (const one of all) {
    const name = nameOf(one.element);
    byName.set(name, { ...one, why: byName.get(name)?.why || one.why });
  }
  return [...byName.values()].slice(0, mostElements);
}

/** Each element in plain words, then its number, what was found and what was said; an element that is no more is left out. */
export async function elementsTold(
  ctx: Ctx,
  concerned: readonly Concerned[],
  named: Named,
): Promise<ElementsTold> {
  const documents = await documentsOf(ctx, concerned);
  const tied = (one: Concerned) =>
    (documents.get(one.element.frameworkSlug)?.measures ?? [])
      .filter(({ element }) => element === one.element.elementKey)
      .map(({ source, code }) => `${source}:${code}`);
  const numbers = await measuresTold(ctx, concerned.flatMap(tied));
  const known = await evidenceOf(ctx, [
    ...concerned.map(({ element }) => ({ kind: 'element', id: nameOf(element) }) as const),
    ...[...new Set(concerned.flatMap(tied))].map((id) => ({ kind: 'measure', id }) as const),
  ]);
  const elements: PackElement[] = [];
  for (const one of concerned) {
    const element = documents
      .get(one.element.frameworkSlug)
      ?.elements.find(({ key }) => key === one.element.elementKey);
    if (!element) continue;
    const measures = tied(one).flatMap((id) => numbers.get(id) ?? []);
    const beside = [`element:${nameOf(one.element)}`, ...tied(one).map((id) => `measure:${id}`)].flatMap(
      (key) => known.get(key) ?? [],
    );
    elements.push({
      slug: one.element.frameworkSlug,
      key: element.key,
      label: element.label,
      words: element.statement ?? '',
      why: one.why,
      ...numberOf(measures),
      ...besideOf(beside, await findingsSeen(ctx, one.element), named),
    });
  }
  return { elements, isInvented: [...numbers.values()].some((number) => number.isInvented) };
}

async function findingsSeen(ctx: Ctx, element: ElementName): Promise<Finding[]> {
  return (await findingsUnder(ctx, element)).map((finding) => findingAsSeen(ctx.actor, finding));
}

/** What was published of each strategy: a draft is nobody's to read in a pack. */
async function documentsOf(
  ctx: Ctx,
  concerned: readonly Concerned[],
): Promise<ReadonlyMap<string, FrameworkDocument>> {
  const found = new Map<string, FrameworkDocument>();
  for (const slug of new Set(concerned.map(({ element }) => element.frameworkSlug))) {
    const published = (await framework(ctx, slug))?.stored.published;
    if (published) found.set(slug, published);
  }
  return found;
}

/** The measure that says most: one that stands out, else the first with a number. */
function numberOf(measures: readonly MeasureTold[]): Pick<PackElement, 'number' | 'otherNumbers'> {
  const withNumber = measures.filter(({ hasNumber }) => hasNumber);
  const shown = withNumber.find(({ standsOut }) => standsOut) ?? withNumber[0];
  const otherNumbers = withNumber.filter((measure) => measure !== shown).map(({ title }) => title);
  return { otherNumbers, ...(shown ? { number: numberToKeep(shown) } : {}) };
}

function numberToKeep(told: MeasureTold): PackNumber {
  const { title, link, finding, place, source, unit } = told;
  return {
    title,
    link,
    sentences: [...told.sentences],
    finding,
    place,
    source,
    unit: { ...unit },
    points: told.points.map((point) => ({ ...point })),
  };
}

function besideOf(
  known: readonly EvidenceOf[],
  found: readonly Finding[],
  named: Named,
): Pick<PackElement, 'findings' | 'voices'> {
  const findings = known.flatMap((one) => one.findings).map(ofCloserLook);
  const voices = known.flatMap((one) => one.voices).map(ofVoice);
  const outside = found.filter(({ state }) => state !== 'closed');
  const byChildren = outside.filter(({ kind }) => kind === 'children').map((one) => ofFinding(one, named));
  const byOthers = outside.filter(({ kind }) => kind !== 'children').map((one) => ofFinding(one, named));
  return { findings: newest([...findings, ...byOthers]), voices: newest([...voices, ...byChildren]) };
}

function ofCloserLook({ said, day }: EvidenceOf['findings'][number]): PackBeside {
  const words = [said.strong, said.mustGetBetter].filter(Boolean).join(' ');
  const whose = `${said.byWhom} looked at ${said.howMany} ${said.lookedAt}`;
  return { title: said.title, words, quote: '', whose, on: day };
}

function ofVoice({ said, day }: EvidenceOf['voices'][number]): PackBeside {
  const whose = `${said.answered} of ${said.asked} asked: ${said.whoWasAsked}`;
  return { title: said.title, words: said.said, quote: said.quote, whose, on: day };
}

function ofFinding(finding: Finding, named: Named): PackBeside {
  const mends = named.get(finding.owner.organisationKey);
  const words = [finding.words, mends === undefined ? '' : `${mends} answers for mending it.`]
    .filter(Boolean)
    .join(' ');
  return { title: finding.title, words, quote: '', whose: finding.foundBy, on: finding.foundOn };
}

function newest(beside: readonly PackBeside[]): PackBeside[] {
  return beside.toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, mostBeside);
}

function nameOf({ frameworkSlug, elementKey }: ElementName): string {
  return `${frameworkSlug}/${elementKey}`;
}
