import { sayDay, type Day } from '#platform/kernel/day.ts';
import type { Block, Sheet } from '#platform/sheet/sheet.ts';
import { sayMinutes } from '../../domain/packs/front-part.ts';
import type { PackAction, PackVersion, PackWho } from '../../domain/packs/pack-document.ts';
import type { PackRead } from '../../queries/packs/pack-read.ts';
import { elementBlocks, numbersOverTime } from './element-blocks.ts';

const inventedMark = 'An invented county: every name and every figure is made up';

/** A pack as a document: what can be read out in five minutes first, then all that stands behind it. */
export function packSheet(read: PackRead, by: { name: string; invented: boolean }): Sheet {
  const { version, front, line, madeOn, readers } = read;
  const { meeting, body } = version;
  const edition = line.edition === 1 ? '' : `, edition ${line.edition}`;
  const isPublic = readers === 'public';
  return {
    title: meeting.title,
    over: `${body.name}. Pack${edition}${isPublic ? ', for everybody' : ', for members'}`,
    lines: [
      `${sayWeekday(meeting.on)} at ${meeting.at}${meeting.place === '' ? '' : `, ${meeting.place}`}`,
      `${sayMinutes(front.minutes)}: what came of last time, what you decide today, what needs eyes, what is late.`,
    ],
    mark: read.isInvented || by.invented ? inventedMark : '',
    foot: `${body.name}, ${sayDay(meeting.on)}. Made on ${sayDay(madeOn)}`,
    author: by.name,
    subject: `Pack for ${meeting.title} on ${sayDay(meeting.on)}`,
    madeAt: line.madeAt,
    blocks: [
      ...front.sections.flatMap(({ heading, sentences }): Block[] => [
        { kind: 'heading', level: 2, text: heading },
        ...said(sentences),
      ]),
      { kind: 'new-page' },
      ...agendaBlocks(version),
      ...elementBlocks(version.elements),
      ...eyesBlocks(version),
      ...lateBlocks(version, isPublic),
      ...findingBlocks(version, isPublic),
      ...lastTimeBlocks(version),
      ...paperBlocks(version),
      ...numbersOverTime(version.elements),
    ],
  };
}

/** One sentence leads, the others stand beneath it one by one. */
function said([first, ...others]: readonly string[]): Block[] {
  return [
    ...(first === undefined ? [] : [{ kind: 'words', text: first } as const]),
    ...(others.length === 0 ? [] : [{ kind: 'list', items: others } as const]),
  ];
}

function agendaBlocks({ agenda }: PackVersion): Block[] {
  const asks = { 'to-decide': 'To decide', 'to-talk': 'To talk about', 'to-know': 'To know' } as const;
  if (agenda.length === 0)
    return [heading('What we talk about'), quiet('Nothing stood on the agenda when this pack was made.')];
  const hasLeads = agenda.some(({ leadName }) => leadName !== '');
  return [
    heading('What we talk about'),
    {
      kind: 'table',
      caption: 'The agenda, in order',
      head: ['Item', 'What', 'We are asked', 'Minutes', ...(hasLeads ? ['Led by'] : [])],
      rows: agenda.map((item) => [
        String(item.place),
        item.title,
        asks[item.asks],
        String(item.minutes),
        ...(hasLeads ? [item.leadName] : []),
      ]),
      widths: [0.6, 4.2, 1.6, 1, ...(hasLeads ? [2] : [])],
    },
    ...agenda.filter(({ words, ground }) => words !== '' || ground !== '').flatMap(itemBlocks),
  ];
}

/** An item with its words; lines that begin alike with a dash are its options. */
function itemBlocks(item: PackVersion['agenda'][number]): Block[] {
  const lines = item.words
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean);
  const isOption = (each: string) => /^[-•*]\s+/.test(each);
  const options = lines.filter(isOption).map((each) => each.replace(/^[-•*]\s+/, ''));
  const ground = item.ground === '' ? [] : [quiet(`Not public. Ground: ${item.ground}`)];
  return [
    { kind: 'heading', level: 3, text: `Item ${item.place}: ${item.title}` },
    ...lines.filter((each) => !isOption(each)).map(words),
    ...(options.length === 0
      ? []
      : [quiet('What you can choose between:'), { kind: 'list', items: options } as const]),
    ...ground,
  ];
}

function eyesBlocks({ eyes }: PackVersion): Block[] {
  if (eyes.measures.length === 0) return [];
  return [
    heading('The numbers that need eyes'),
    ...(eyes.chance === '' ? [] : [words(eyes.chance)]),
    {
      kind: 'table',
      caption: 'The surest first',
      head: ['Measure', 'What it is', 'Why it stands here'],
      rows: eyes.measures.map(({ title, finding, reasons }) => [title, finding, reasons.join(' ')]),
      widths: [2.4, 3.4, 3.4],
    },
  ];
}

function lateBlocks({ late }: PackVersion, isPublic: boolean): Block[] {
  if (late.length === 0) return [];
  return [
    heading('Late actions, and what they hold up'),
    {
      kind: 'table',
      caption: 'The longest overdue first',
      head: ['Action', 'Who answers', 'Was due', ...(isPublic ? [] : ['Why']), 'Holds up'],
      rows: late.map((action) => [
        `A${action.number}. ${action.title}`,
        sayWho(action.owner),
        sayDue(action.due),
        ...(isPublic ? [] : [action.reason || 'Nobody has said why']),
        action.holdsUp.join('; '),
      ]),
      widths: [3, 2, 1.5, ...(isPublic ? [] : [2.6]), 2.2],
    },
  ];
}

function findingBlocks({ findingsDue }: PackVersion, isPublic: boolean): Block[] {
  if (findingsDue.length === 0) return [];
  return [
    heading('Findings that are due'),
    {
      kind: 'table',
      caption: 'What others found, to be mended by the day of this meeting',
      head: ['Finding', ...(isPublic ? [] : ['Found by']), 'Who answers', 'Due', 'How it stands'],
      rows: findingsDue.map((finding) => [
        `F${finding.number}. ${finding.title}`,
        ...(isPublic ? [] : [finding.foundBy]),
        sayWho(finding.owner),
        sayDue(finding.due),
        finding.state,
      ]),
      widths: [3, ...(isPublic ? [] : [2]), 2, 1.5, 1.6],
    },
  ];
}

function lastTimeBlocks({ lastTime }: PackVersion): Block[] {
  if (!lastTime) return [];
  const { decisions, notPublic } = lastTime;
  return [
    heading(`What was decided on ${sayDay(lastTime.on)}, in full`),
    ...(decisions.length === 0 ? [quiet('No decision of that day is told here.')] : []),
    ...decisions.flatMap((decision): Block[] => [
      { kind: 'heading', level: 3, text: `D${decision.number}. ${decision.title}` },
      ...(decision.words === '' ? [] : [words(decision.words)]),
      ...(decision.dissent === '' ? [] : [words(`Not all agreed: ${decision.dissent}`)]),
      words(
        decision.cameOfIt === ''
          ? 'What came of it has not been told yet.'
          : `What came of it: ${decision.cameOfIt}`,
      ),
      ...(decision.ground === '' ? [] : [quiet(`Not public. Ground: ${decision.ground}`)]),
      ...(decision.actions.length === 0 ? [] : [actionTable(decision.actions)]),
    ]),
    ...notPublic.map((ground) => quiet(`One more decision is not public. Ground: ${ground}`)),
  ];
}

function actionTable(actions: readonly PackAction[]): Block {
  return {
    kind: 'table',
    caption: 'Its actions, as they stood when this pack was made',
    head: ['Action', 'Who answers', 'How it stands'],
    rows: actions.map((action) => [
      `A${action.number}. ${action.title}`,
      sayWho(action.owner),
      sayState(action),
    ]),
    widths: [4, 2.6, 3],
  };
}

function sayState({ state, isLate, due, doneOn, reason }: PackAction): string {
  if (doneOn !== undefined) return `Done on ${sayDay(doneOn)}`;
  const how = isLate && state !== 'late' ? `${state}, and past its day` : state;
  const by = due === undefined ? '' : `, by ${sayDay(due)}`;
  return `${how.charAt(0).toUpperCase()}${how.slice(1)}${by}.${reason === '' ? '' : ` ${reason}`}`;
}

function paperBlocks({ papers }: PackVersion): Block[] {
  if (papers.length === 0) return [];
  return [
    heading('Papers'),
    {
      kind: 'list',
      items: papers.map(({ title, ground }) =>
        ground === '' ? title : `${title}. Not public; ground: ${ground}`,
      ),
    },
  ];
}

function sayWho({ name, organisation }: PackWho): string {
  return [name, organisation].filter(Boolean).join(', ') || 'Nobody yet';
}

function sayDue(due: Day | undefined): string {
  return due === undefined ? 'No day' : sayDay(due);
}

function sayWeekday(day: Day): string {
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' });
  return `${weekday.format(new Date(`${day}T00:00:00Z`))} ${sayDay(day)}`;
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

function words(text: string): Block {
  return { kind: 'words', text };
}

function quiet(text: string): Block {
  return { kind: 'words', text, look: 'quiet' };
}
