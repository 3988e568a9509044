import type { PageState } from '../page-state.ts';
import type { Prepared } from '../prepared-states.ts';

/** Somebody is not safe: whom to ring, telling it, the receipt, and the desk where it is read. */
export function ofDanger({ families: made }: Prepared): readonly PageState[] {
  const { receipt } = made;
  return [
    { name: 'danger', reader: 'visitor', path: '/danger', chosen: 'every-run' },
    { name: 'danger-work', reader: 'report-only', path: '/danger' },
    { name: 'danger-young-person', reader: 'young-person', path: '/danger' },
    ...['tell', 'tell/child', 'tell/at-work'].flatMap((way): PageState[] => {
      const [name, path] = [`danger-${way.replace('/', '-')}`, `/danger/${way}`];
      const reader = way === 'tell/at-work' ? 'report-only' : 'visitor';
      return [
        { name, reader, path },
        { name: `${name}-wrong`, reader, path, sends: { button: 'Send', answers: {} } },
        {
          name: `${name}-sent`,
          reader,
          path,
          status: 200,
          sends: { button: 'Send', answers: { happened: 'Words for a check of pages, about nobody.' } },
        },
      ];
    }),
    { name: 'danger-receipt', reader: 'visitor', path: '/danger/receipt' },
    {
      name: 'danger-receipt-wrong',
      reader: 'visitor',
      path: '/danger/receipt',
      sends: { button: 'See it', answers: { receipt: 'not five words' } },
    },
    {
      name: 'danger-receipt-seen',
      reader: 'visitor',
      path: '/danger/receipt',
      status: 200,
      sends: { button: 'See it', answers: { receipt } },
    },
    ...ofTheDesk(made),
  ];
}

function ofTheDesk({ concern, otherConcern }: Prepared['families']): readonly PageState[] {
  return [
    { name: 'concerns', reader: 'front-door', path: '/concerns' },
    { name: 'concerns-count', reader: 'governance-lead', path: '/concerns' },
    { name: 'concerns-none', reader: 'setting-lead', path: '/concerns' },
    { name: 'concern', reader: 'front-door', path: concern },
    { name: 'concern-other', reader: 'front-door', path: otherConcern },
    {
      name: 'concern-wrong',
      reader: 'front-door',
      path: otherConcern,
      sends: { button: 'Write it down', answers: { words: '' } },
    },
    { name: 'front-door-kept', reader: 'manager', path: '/concerns/front-door' },
    {
      name: 'front-door-kept-wrong',
      reader: 'manager',
      path: '/concerns/front-door',
      sends: { button: 'Save', answers: { opens: 'early' } },
    },
  ];
}
