import type { PageState } from './page-state.ts';
import type { Prepared } from './prepared-states.ts';

/** Pages of figures that partners send by a link; the visitor has given its code. */
export function ofFiguresByLink(made: Prepared): readonly PageState[] {
  const sent = '/own-measures/families-still-walked-beside-after-six-months/suppliers';
  return [
    { name: 'suppliers', reader: 'analyst', path: sent },
    {
      name: 'suppliers-wrong',
      reader: 'analyst',
      path: sent,
      sends: { button: 'Ask them from now on', answers: { email: 'nobody' } },
    },
    { name: 'post', reader: 'manager', path: '/post' },
    { name: 'undelivered-none', reader: 'manager', path: '/undelivered' },
    { name: 'link-door', reader: 'manager', path: made.link, chosen: 'every-run' },
    { name: 'link-open', reader: 'visitor', path: made.link, chosen: 'every-run' },
    {
      name: 'link-open-wrong',
      reader: 'visitor',
      path: made.link,
      sends: { button: 'Send these figures', answers: { 'count-X20000001': 'some' } },
    },
    { name: 'link-hand-on', reader: 'visitor', path: `${made.link}/hand-on` },
    { name: 'link-unknown', reader: 'visitor', path: '/link/nothing', status: 404 },
  ];
}

/** Charts and rows inside other sites' pages: a frame has no frame of ours around it. */
export function ofFrames(): readonly PageState[] {
  return [
    {
      name: 'embedded-chart',
      reader: 'visitor',
      path: '/embed/measures/lait/PrevRegCPR?area=X10000001',
      sheet: 'sheet',
    },
    {
      name: 'embedded-row',
      reader: 'visitor',
      path: '/embed/scorecards/X10000001/lait/PrevRegCPR',
      sheet: 'sheet',
    },
  ];
}
