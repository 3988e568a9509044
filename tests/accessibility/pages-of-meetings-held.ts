import type { PageState } from './page-state.ts';

/** Pages of agendas, minutes and decisions, as the invented county has them. */
export function ofMeetingsHeld(): readonly PageState[] {
  const from = lastSeptember(new Date());
  const held = `/meetings/board-${from}-09`;
  const next = `/meetings/board-${from + 1}-01`;
  return [
    ...ofMinutes(held),
    { name: 'agenda', reader: 'visitor', path: `${held}/agenda` },
    { name: 'agenda-being-made', reader: 'manager', path: `${next}/agenda`, chosen: 'every-run' },
    { name: 'agenda-item', reader: 'manager', path: `${next}/agenda/items/new` },
    {
      name: 'agenda-item-wrong',
      reader: 'manager',
      path: `${next}/agenda/items/new`,
      sends: { button: 'Add it', answers: { title: '', minutes: 'ten' } },
    },
    { name: 'meeting-changed', reader: 'manager', path: `${next}/edit` },
    {
      name: 'meeting-changed-wrong',
      reader: 'manager',
      path: `${next}/edit`,
      sends: { button: 'Save it', answers: { title: '', minutes: 'long' } },
    },
    { name: 'decisions', reader: 'visitor', path: '/decisions' },
    { name: 'decisions-none-found', reader: 'visitor', path: '/decisions?year=1999' },
    { name: 'decision', reader: 'visitor', path: '/decisions/1', chosen: 'every-run' },
    { name: 'decision-manager', reader: 'manager', path: '/decisions/2' },
    { name: 'redesigns', reader: 'visitor', path: '/decisions/redesigns' },
  ];
}

/** Minutes as they are taken, agreed and published. */
function ofMinutes(held: string): readonly PageState[] {
  const [last = held, lastButOne = held] = meetingsHeld(new Date());
  return [
    { name: 'minutes', reader: 'manager', path: `${last}/minutes` },
    { name: 'minutes-read', reader: 'analyst', path: `${last}/minutes` },
    { name: 'minutes-deciding', reader: 'manager', path: `${last}/minutes?decide=none`, chosen: 'every-run' },
    {
      name: 'minutes-deciding-wrong',
      reader: 'manager',
      path: `${last}/minutes?decide=none`,
      sends: { button: 'Write it down', answers: { title: '', words: '' } },
    },
    { name: 'minutes-published', reader: 'visitor', path: `${lastButOne}/minutes` },
    { name: 'minutes-agreed', reader: 'analyst', path: `${lastButOne}/minutes` },
    { name: 'minutes-who-reads', reader: 'manager', path: `${lastButOne}/minutes/publish` },
    {
      name: 'minutes-who-reads-wrong',
      reader: 'manager',
      path: `${lastButOne}/minutes/publish`,
      sends: { button: 'Save it', answers: { reason: '' } },
    },
  ];
}

/** The year of the last September in which the board of the invented county met. */
function lastSeptember(today: Date): number {
  return today.getUTCMonth() >= 9 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
}

/** Where the board's last meetings stand, the newest first: on second Mondays, six times a year. */
function meetingsHeld(today: Date): string[] {
  const months = Array.from(
    { length: 8 },
    (_, back) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1)),
  );
  return months
    .filter((first) => [0, 2, 4, 6, 8, 10].includes(first.getUTCMonth()) && secondMonday(first) < today)
    .map((first) => `/meetings/board-${first.toISOString().slice(0, 7)}`);
}

function secondMonday(first: Date): Date {
  const day = 8 + ((8 - first.getUTCDay()) % 7);
  // a day that has only begun is not past
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), day + 1) - 1);
}
