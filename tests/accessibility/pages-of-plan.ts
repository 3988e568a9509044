import type { PageState } from './page-state.ts';

/** Pages of the plan of the year and its actions, as the invented county has them. */
export function ofThePlan(today = new Date()): readonly PageState[] {
  const year = today.getUTCMonth() >= 3 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
  const plan = `/plans/${year}-${String(year + 1).slice(2)}`;
  return [
    { name: 'plan', reader: 'visitor', path: plan },
    { name: 'plan-manager', reader: 'manager', path: plan, chosen: 'every-run' },
    { name: 'plan-late-only', reader: 'visitor', path: `${plan}?state=late` },
    { name: 'plan-edit', reader: 'manager', path: `${plan}/edit` },
    { name: 'plan-new', reader: 'manager', path: '/plans/new' },
    {
      name: 'plan-new-wrong',
      reader: 'manager',
      path: '/plans/new',
      sends: { button: 'Save', answers: { title: '' } },
    },
    { name: 'priority-new', reader: 'manager', path: `${plan}/priorities/new` },
    { name: 'plan-together', reader: 'visitor', path: `${plan}/together` },
    { name: 'plan-together-manager', reader: 'manager', path: `${plan}/together` },
    { name: 'impact-new', reader: 'manager', path: `${plan}/together/new` },
    {
      name: 'impact-new-wrong',
      reader: 'manager',
      path: `${plan}/together/new`,
      sends: { button: 'Save', answers: { families: '' } },
    },
    ...ofActions(),
  ];
}

function ofActions(): readonly PageState[] {
  return [
    { name: 'action', reader: 'visitor', path: '/actions/5' },
    { name: 'action-manager', reader: 'manager', path: '/actions/6' },
    { name: 'action-new', reader: 'manager', path: '/actions/new' },
    {
      name: 'action-new-wrong',
      reader: 'manager',
      path: '/actions/new',
      sends: { button: 'Add it', answers: { title: '' } },
    },
    { name: 'action-edit', reader: 'manager', path: '/actions/5/edit' },
    { name: 'action-say', reader: 'manager', path: '/actions/5/say', chosen: 'every-run' },
    {
      name: 'action-say-wrong',
      reader: 'manager',
      path: '/actions/5/say',
      sends: { button: 'Say it', answers: { words: '' } },
    },
    { name: 'action-around', reader: 'manager', path: '/actions/5/around' },
  ];
}
