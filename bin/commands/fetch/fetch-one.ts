import { z } from 'zod';
import {
  askedFrom,
  fetchAsked,
  fetchRefusals,
  fetchSource,
  sourcesToFetch,
} from '#modules/indicators/index.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import { Refused, WrongUse, type Call, type Deed } from '../../command-line/command.ts';
import { commandLine } from '../../ground/command-line-actor.ts';
import { groundWork } from '../../ground/ground-work.ts';
import { answerOf, fetchReport, reportOf } from './fetching.ts';

const asked = z.object({
  kind: z.enum([
    'fingertips-indicator',
    'fingertips-group',
    'fingertips-profile',
    'ees-data-set',
    'ees-publication',
  ]),
  identifier: z.string(),
  areaType: z.string(),
  keptAs: z.string().optional(),
});

type Asked = z.infer<typeof asked>;
const how = { dryRun: z.boolean(), again: z.boolean() };

const work = groundWork({
  name: 'fetch fingertips',
  payload: z.object({ asked, ...how }),
  result: z.object({ fetched: z.array(fetchReport) }),
  async act(ground, given, { tell, signal }) {
    const { publishers } = ground;
    const who = commandLine(ground);
    const act: Parameters<typeof fetchSource>[0] = (access, deed) =>
      ground.transactions.inTransaction(who, access, deed);
    const { identifier } = given.asked;
    const say = (says: string): void => tell({ says });
    const there = (await act('read', sourcesToFetch)).find(
      ({ kind, areaType, ...source }) =>
        kind === given.asked.kind && areaType === given.asked.areaType && source.identifier === identifier,
    );
    // what is set to be fetched says what came of it there too
    if (there && !given.dryRun && !given.again) {
      const came = await fetchSource(act, { publishers, id: there.id, how: 'confirmed', signal, tell: say });
      if (!came.done) throw new Refused(came.refusal.reason, wordsOf(fetchRefusals, came.refusal));
      return { fetched: [reportOf(there.title, came.value)] };
    }
    const fetched = await fetchAsked({
      act,
      publishers,
      asked: given.asked,
      remembered: {},
      how: given.dryRun ? 'looked-at' : 'confirmed',
      signal,
      tell: say,
    });
    return { fetched: [reportOf(identifier, fetched)] };
  },
});

const askedWords: WordsFor<Extract<ReturnType<typeof askedFrom>, { done: false }>['refusal']> = {
  'not-an-identifier': ({ kind }) => identifierWords[kind],
  'not-an-area-type': () => '--area-type takes a number, as 502',
  'not-a-file-name': () => '--as takes letters, numbers, - and _',
};

const identifierWords: { readonly [Kind in Asked['kind']]: string } = {
  'fingertips-indicator': '--indicator takes a number, or several with a comma between them: 90284,90285',
  'fingertips-group': '--group takes a number',
  'fingertips-profile': '--profile takes a number',
  'ees-data-set': '--data-set takes the long number of a data set, or the address of its page',
  'ees-publication': '--publication takes the last part of its address: children-looked-after-in-england',
};

/** Exactly one of the options says what is fetched. */
function askedIn(call: Call, ways: Readonly<Record<string, Asked['kind']>>): Asked {
  const given = Object.entries(ways).flatMap(([option, kind]) => {
    const identifier = call.valueOf(option);
    return identifier === undefined ? [] : [{ kind, identifier }];
  });
  const [one, ...others] = given;
  const names = Object.keys(ways).map((option) => `--${option}`);
  if (!one || others.length > 0) throw new WrongUse(`Say what is fetched with one of ${names.join(', ')}`);
  const areaType = call.valueOf('area-type');
  const read = askedFrom({ ...one, areaType, keptAs: call.valueOf('as') });
  if (!read.done) throw new WrongUse(wordsOf(askedWords, read.refusal));
  return read.value;
}

function fetchBy(ways: Readonly<Record<string, Asked['kind']>>): Deed {
  return {
    inService: work.inService,
    async run(call) {
      const payload = { asked: askedIn(call, ways), dryRun: call.has('dry-run'), again: call.has('again') };
      return answerOf((await work.do(call, payload)).fetched);
    },
  };
}

/** Fetches indicators, a group or a profile of Fingertips. */
export const fetchFingertips = fetchBy({
  indicator: 'fingertips-indicator',
  group: 'fingertips-group',
  profile: 'fingertips-profile',
});

/** Fetches a data set or a publication of Explore Education Statistics. */
export const fetchEes = fetchBy({ 'data-set': 'ees-data-set', publication: 'ees-publication' });
