import type { PageState } from './page-state.ts';

const talk = '/commissioning/somebody-to-talk-to-before-it-is-bad';

/** What others found, and what partners buy together. */
export function ofFindings(): readonly PageState[] {
  return [
    { name: 'findings', reader: 'visitor', path: '/findings' },
    { name: 'findings-none-like-that', reader: 'visitor', path: '/findings?kind=audit&state=late' },
    { name: 'findings-manager', reader: 'manager', path: '/findings' },
    { name: 'finding', reader: 'visitor', path: '/findings/1' },
    { name: 'finding-to-close', reader: 'manager', path: '/findings/3', chosen: 'every-run' },
    {
      name: 'finding-nothing-said',
      reader: 'manager',
      path: '/findings/2',
      sends: { button: 'It is mended', answers: { said: '' } },
    },
    { name: 'finding-new', reader: 'manager', path: '/findings/new' },
    {
      name: 'finding-new-wrong',
      reader: 'manager',
      path: '/findings/new',
      sends: { button: 'Save', answers: { title: '' } },
    },
    { name: 'finding-change', reader: 'manager', path: '/findings/2/edit' },
    { name: 'finding-missing', reader: 'visitor', path: '/findings/9999', status: 404 },
    ...ofBuying(),
  ];
}

function ofBuying(): readonly PageState[] {
  return [
    { name: 'commissioning', reader: 'analyst', path: '/commissioning' },
    { name: 'commission', reader: 'manager', path: talk },
    {
      name: 'commission-outcome',
      reader: 'analyst',
      path: '/commissioning/a-later-bus-home-from-two-schools',
    },
    { name: 'commission-case', reader: 'analyst', path: `${talk}/case`, sheet: 'sheet' },
    { name: 'commission-new', reader: 'analyst', path: '/commissioning/new' },
    {
      name: 'commission-new-wrong',
      reader: 'analyst',
      path: '/commissioning/new',
      sends: { button: 'Save', answers: { title: '' } },
    },
    { name: 'commission-change', reader: 'analyst', path: `${talk}/edit` },
    { name: 'commission-option-new', reader: 'analyst', path: `${talk}/options/new` },
    {
      name: 'commission-option-wrong',
      reader: 'analyst',
      path: `${talk}/options/new`,
      sends: { button: 'Save', answers: { title: 'One', high: '5' } },
    },
    { name: 'commission-step', reader: 'analyst', path: `${talk}/step` },
  ];
}
