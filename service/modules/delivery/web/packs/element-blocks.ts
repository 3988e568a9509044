import { formatInUnit } from '#packages/charts';
import { sayDay } from '#platform/kernel/day.ts';
import type { BesidePart, Block } from '#platform/sheet/sheet.ts';
import type { PackBeside, PackElement, PackNumber } from '../../domain/packs/pack-document.ts';

/** Each promise that the meeting has before it: plain words first, then number, finding and voice at equal size. */
export function elementBlocks(elements: readonly PackElement[]): Block[] {
  if (elements.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'What we promised, and how it stands' },
    {
      kind: 'words',
      look: 'quiet',
      text: 'A number, what a closer look found, and what people said count the same. Where one is missing, that is said.',
    },
    ...elements.flatMap((element): Block[] => [
      { kind: 'heading', level: 3, text: element.label },
      ...(element.words === '' ? [] : [{ kind: 'words', text: element.words } as const]),
      ...(element.why === '' ? [] : [{ kind: 'words', text: `Why this year: ${element.why}` } as const]),
      { kind: 'beside', parts: [numberPart(element), findingPart(element), voicePart(element)] },
    ]),
  ];
}

function numberPart({ number, otherNumbers }: PackElement): BesidePart {
  const others =
    otherNumbers.length === 0
      ? []
      : [
          `${otherNumbers.length} more ${otherNumbers.length === 1 ? 'measure speaks' : 'measures speak'} of it.`,
        ];
  return number
    ? {
        title: 'The number',
        paragraphs: [`${number.title}.`, number.sentences.join(' '), ...others],
        quote: '',
        whose: number.source,
      }
    : { title: 'The number', paragraphs: ['No number is published for this yet.'], quote: '', whose: '' };
}

function findingPart({ findings: [finding] }: PackElement): BesidePart {
  return finding
    ? besidePart('The finding', finding)
    : { title: 'The finding', paragraphs: ['Nobody has looked closely at this yet.'], quote: '', whose: '' };
}

function voicePart({ voices: [voice] }: PackElement): BesidePart {
  return voice
    ? besidePart('The voice', voice)
    : { title: 'The voice', paragraphs: ['Nobody has asked people about this yet.'], quote: '', whose: '' };
}

function besidePart(title: string, beside: PackBeside): BesidePart {
  return {
    title,
    paragraphs: [`${beside.title.replace(/\.$/, '')}.`, beside.words].filter(Boolean),
    quote: beside.quote,
    whose: [capital(beside.whose), sayDay(beside.on)].filter(Boolean).join('. '),
  };
}

/** The line of every number, with its values in words for whoever cannot see it. */
export function numbersOverTime(elements: readonly PackElement[]): Block[] {
  const drawn = drawnNumbers(elements);
  if (drawn.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'The numbers over time' },
    ...drawn.flatMap(({ key, number }): Block[] => [
      { kind: 'heading', level: 3, text: `${number.title}, ${number.place}` },
      {
        kind: 'picture',
        key,
        alt: `A line of ${number.title} in ${number.place}. ${number.finding}.`,
        values: valuesOf(number),
      },
    ]),
  ];
}

/** The numbers of which there is a line to draw, each once. */
export function drawnNumbers(elements: readonly PackElement[]): { key: string; number: PackNumber }[] {
  const found = new Map<string, PackNumber>();
  for (const { number } of elements)
    if (number && number.points.length > 1 && !found.has(number.link)) found.set(number.link, number);
  return [...found.values()].map((number, index) => ({ key: `number-${index + 1}`, number }));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valuesOf({ points, unit, source }: PackNumber): string {
  const values = points.map(
    ({ period, value }) =>
      `${period}: ${value.kind === 'number' ? formatInUnit(value.number, unit) : value.status}`,
  );
  return `${values.join('; ')}. ${source}.`;
}
