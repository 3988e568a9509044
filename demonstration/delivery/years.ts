import { people as peopleOf } from '#modules/accounts/index.ts';
import {
  changePlan,
  closeYear,
  draftYearReport,
  editYearReport,
  publishYearReport,
  sayLookBack,
  turnLine,
  yearView,
} from '#modules/delivery/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { SeedGround } from '../../service/seed.ts';
import { yearBefore, yearOf } from './plan/years.ts';

const lookBacks = [
  {
    by: 'tam-hallowes',
    words: {
      who: 'young-people',
      saidFor: 'Young Brackens',
      judgement: 'must-get-better',
      words:
        'The swings came to Fernhythe and not to Dunmarsh. Nobody told us why until we asked twice. Say it sooner next time.',
      evidence: 'We went to all seven places on two Saturdays.',
    },
    priority: 'Play close to home',
  },
  {
    by: 'samuel-eketone-price',
    words: {
      who: 'adults',
      saidFor: 'Lantern Families',
      judgement: 'went-well',
      words:
        'Parents who had been helped came back to walk beside others. We had more who wanted to than we could train.',
      evidence: 'Twenty-six parents, and what they wrote at the end of each month.',
    },
    priority: 'Somebody to ring',
  },
  {
    by: 'priya-ramanathan',
    words: {
      who: 'adults',
      saidFor: 'The partnership’s office',
      judgement: 'learnt',
      words: 'We asked about insurance when the streets were chosen. Ask first, choose after.',
      evidence: '',
    },
    priority: '',
  },
] as const;

const turned = [
  { title: 'Somebody to ring', became: 'done', reason: 'All seven hubs answer, on Saturdays too.' },
  {
    title: 'Swings and a bench in Fernhythe and Dunmarsh',
    became: 'carried',
    reason: 'Fernhythe has its swings. Dunmarsh waits for dry ground.',
  },
  {
    title: 'Play close to home',
    became: 'stopped',
    reason: 'No longer one of the few that matter most: what is left goes on as one action.',
  },
] as const;

const inShort = `We said that every family would have somebody to ring, and that children could play close to home.

The first is so: seven hubs are open six days a week, and twenty-six parents walk beside others. The second is half so. Fernhythe has its swings. Dunmarsh does not, and children there had to ask twice to hear why. We are sorry. It is the first thing that we carry over.`;

/** Last year, looked back on by three, turned, told to everybody, and closed. */
export async function loadYears(ground: SeedGround): Promise<void> {
  const { transactions, partnershipId } = ground;
  const service = { actor: { kind: 'service' as const, name: 'demonstration' }, partnershipId };
  const known = await transactions.inTransaction(service, 'read', peopleOf);
  const as = <T>(key: string, work: (ctx: Ctx) => Promise<Outcome<T, { reason: string }>>) => {
    const found = known.find((person) => person.key === key);
    if (!found) throw new Error(`nobody is called ${key}`);
    const { id: personId, name, roles } = found;
    const who = { actor: { kind: 'person' as const, personId, name, roles }, partnershipId };
    return transactions.inTransaction(who, 'write', async (ctx) => must(await work(ctx)));
  };
  const priya = <T>(work: (ctx: Ctx) => Promise<Outcome<T, { reason: string }>>) =>
    as('priya-ramanathan', work);
  const view = await transactions.inTransaction(service, 'read', (ctx) =>
    yearView(ctx, yearBefore(yearOf(ctx.today)).key),
  );
  if (!view) throw new Error('there is no plan of last year');
  const { plan, lines } = view;
  const planKey = plan.key;
  await priya((ctx) =>
    changePlan(ctx, { key: planKey, seen: plan.version, words: { ...plan, state: 'agreed' } }),
  );
  for (const { by, words, priority } of lookBacks) {
    const priorityId = view.measures.find(({ priority: { title } }) => title === priority)?.priority.id;
    await as(by, (ctx) => sayLookBack(ctx, { planKey, words: { ...words, priorityId } }));
  }
  for (const { title, became, reason } of turned) {
    const found = lines
      .map(({ subject }) => (subject.kind === 'action' ? subject.action : subject.priority))
      .find((one) => one.title === title);
    await priya((ctx) => turnLine(ctx, { planKey, subjectId: found?.id ?? '', became, reason }));
  }
  await priya((ctx) => draftYearReport(ctx, planKey));
  await as('zainab-hussain-carter', (ctx) =>
    editYearReport(ctx, { planKey, kind: 'in-short', seen: 1, words: inShort }),
  );
  await priya((ctx) => publishYearReport(ctx, { planKey, reason: '' }));
  await priya((ctx) => closeYear(ctx, planKey));
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented year was refused: ${outcome.refusal.reason}`);
  return outcome.value;
}
