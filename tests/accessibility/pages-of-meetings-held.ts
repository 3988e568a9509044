import type { PageState } from './page-state.ts';

/** Pages of agendas, minutes and decisions, as the invented county has them. */
export function ofMeetingsHeld(): readonly PageState[] {
  const from = lastSeptember(new Date());
  const held = `/meetings/board-${from}-09`;
  const next = `/meetings/board-${from + 1}-01`;
  return [
    { name: 'agenda', reader: 'visitor', path: `${held}/agenda`, chosen: 'every-run' },
    { name: 'agenda-being-made', reader: 'manager', path: `${next}/agenda`, chosen: 'every-run' },
    { name: 'agenda-item', reader: 'manager', path: `${next}/agenda/items/new` },
    {
      name: 'agenda-item-wrong',
      reader: 'manager',
      path: `${next}/agenda/items/new`,
      sends: { button: 'Add it', answers: { title: '', minutes: 'ten' } },
    },
    { name: 'minutes', reader: 'manager', path: `${held}/minutes`, chosen: 'every-run' },
    { name: 'minutes-read', reader: 'analyst', path: `${held}/minutes` },
    { name: 'minutes-deciding', reader: 'manager', path: `${held}/minutes?decide=none`, chosen: 'every-run' },
    {
      name: 'minutes-deciding-wrong',
      reader: 'manager',
      path: `${held}/minutes?decide=none`,
      sends: { button: 'Write it down', answers: { title: '', words: '' } },
    },
    { name: 'decisions', reader: 'visitor', path: '/decisions', chosen: 'every-run' },
    { name: 'decisions-none-found', reader: 'visitor', path: '/decisions?year=1999' },
    { name: 'decision', reader: 'visitor', path: '/decisions/1', chosen: 'every-run' },
    { name: 'decision-manager', reader: 'manager', path: '/decisions/2' },
    { name: 'redesigns', reader: 'visitor', path: '/decisions/redesigns' },
  ];
}

/** The year of the last September in which the board of the invented county met. */
function lastSeptember(today: Date): number {
  return today.getUTCMonth() >= 9 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
}
