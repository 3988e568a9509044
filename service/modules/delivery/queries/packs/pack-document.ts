import { people as accountPeople } from '#modules/accounts/index.ts';
import { exceptions } from '#modules/indicators/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays } from '#platform/kernel/day.ts';
import type { Body } from '../../domain/body.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { PackDocument, PackVersion } from '../../domain/packs/pack-document.ts';
import { publicVersion } from '../../domain/packs/public-version.ts';
import { lateAndHeldUp } from '../../domain/plan/waits-for.ts';
import { maySeeDecision } from '../../domain/who-sees.ts';
import { allActions } from '../../store/actions.ts';
import { agendaOf } from '../../store/agenda-items.ts';
import { bodyById } from '../../store/bodies.ts';
import { allFindings } from '../../store/findings.ts';
import { meetingByKey } from '../../store/meetings.ts';
import { papersOf } from '../../store/meetings/papers.ts';
import { membershipsOf } from '../../store/memberships.ts';
import { allWaits } from '../../store/plan/waits-for.ts';
import { lastTime } from '../meetings/last-time.ts';
import { mattersOfBody, type MattersOfBody } from '../meetings/matters-of-body.ts';
import { actionsSeen } from '../plan/actions-seen.ts';
import { elementsConcerned, elementsTold, type ElementsTold } from './elements-told.ts';
import { organisationNames, packActions, whoOf } from './pack-actions.ts';

/** More figures than these no meeting can talk about. */
const mostEyes = 8;

/**
 * The pack of a meeting out of what is known today, for those who read a board's papers and for everybody; undefined
 * where there is no such meeting. Kept as it comes from here, it is read the same for ever.
 */
export async function packDocument(ctx: Ctx, meetingKey: string): Promise<PackDocument | undefined> {
  const meeting = await meetingByKey(ctx, meetingKey);
  const body = meeting && (await bodyById(ctx, meeting.bodyId));
  if (!meeting || !body) return undefined;
  const ground = await groundOf(ctx, meeting, body);
  const told = await elementsTold(ctx, ground.concerned, ground.named);
  const members = await versionFor(ctx, ground, told);
  // what everybody may read is asked for as somebody who has not signed in
  const anybody: Ctx = { ...ctx, actor: { kind: 'visitor' } };
  const open = await versionFor(
    anybody,
    await seenGround(anybody, ground),
    await elementsTold(anybody, ground.concerned, ground.named),
  );
  return {
    format: 'goldenthread-pack/1',
    madeOn: ctx.today,
    isInvented: told.isInvented,
    members,
    public: publicVersion(open, ground.people),
  };
}

type Ground = Awaited<ReturnType<typeof groundOf>>;

/** What every part of a pack is made from. */
async function groundOf(ctx: Ctx, meeting: Meeting, body: Body) {
  const matters = await mattersOfBody(ctx, body, meeting.on);
  const before = await lastTime(ctx, meeting);
  const actions = await allActions(ctx);
  const findings = (await allFindings(ctx)).filter(({ element }) => matters.isFor(element));
  const waits = await allWaits(ctx);
  const late = lateAndHeldUp({ actions, waits, today: ctx.today }).filter(({ late: one }) =>
    matters.isFor(one.element),
  );
  const agenda = await agendaOf(ctx, meeting.id);
  const concerned = await elementsConcerned(ctx, {
    meeting,
    isFor: (element) => matters.isFor(element),
    others: [
      ...(before?.decisions.map(({ decision }) => decision.element) ?? []),
      ...late.map(({ late: one }) => one.element),
    ],
  });
  const named = await organisationNames(ctx, [
    ...actions.map(({ owner }) => owner.organisationKey),
    ...(before?.decisions.map(({ decision }) => decision.ownerOrganisation) ?? []),
    ...findings.map(({ owner }) => owner.organisationKey),
  ]);
  const people = [
    ...(await accountPeople(ctx)).map(({ name }) => name),
    ...(await membershipsOf(ctx, body.id)).map(({ name }) => name),
    ...actions.map(({ owner }) => owner.name),
    ...(before?.decisions.map(({ decision }) => decision.ownerName) ?? []),
    ...findings.map(({ owner }) => owner.name),
    ...agenda.map(({ leadName }) => leadName),
  ];
  return { meeting, body, matters, before, actions, waits, late, findings, agenda, concerned, named, people };
}

/** What of it is for somebody to know of: nothing that stands in the draft of a plan. */
async function seenGround(ctx: Ctx, ground: Ground): Promise<Ground> {
  const actions = await actionsSeen(ctx, ground.actions);
  const known = new Set(actions.map(({ id }) => id));
  const { before } = ground;
  const decisions = before?.decisions.map((one) => ({
    ...one,
    actions: one.actions.filter(({ id }) => known.has(id)),
  }));
  return {
    ...ground,
    actions,
    late: ground.late.filter(({ late }) => known.has(late.id)),
    before: before && { ...before, decisions: decisions ?? [] },
  };
}

/** What one of the two kinds of reader has before them, asked for as such a one. */
async function versionFor(ctx: Ctx, ground: Ground, told: ElementsTold): Promise<PackVersion> {
  const { meeting, body, late, named } = ground;
  return {
    body: { key: body.key, name: body.name },
    meeting: {
      key: meeting.key,
      title: meeting.title,
      theme: meeting.theme,
      on: meeting.on,
      at: meeting.at,
      minutes: meeting.minutes,
      place: meeting.place,
    },
    lastTime: lastTimeOf(ctx, ground),
    agenda: ground.agenda.map((item, index) => ({
      place: index + 1,
      title: item.title,
      words: item.words,
      asks: item.asks,
      minutes: item.minutes,
      leadName: item.leadName,
      ground: item.publishing.ground,
    })),
    elements: told.elements,
    eyes: await eyesOf(ctx, ground.matters),
    late: packActions(
      late.map((one) => one.late),
      { ...ground, today: ctx.today, named },
    ),
    findingsDue: findingsDueOf(ground),
    papers: (await papersOf(ctx, meeting.id))
      .filter(({ withdrawn }) => withdrawn === undefined)
      .map(({ id, title, publishing }) => ({ id, title, ground: publishing.ground })),
  };
}

function lastTimeOf(ctx: Ctx, ground: Ground): PackVersion['lastTime'] {
  const { before, named } = ground;
  if (!before) return undefined;
  return {
    title: before.meeting.title,
    on: before.meeting.on,
    notPublic: [],
    decisions: before.decisions.map(({ decision, actions, replacedBy }) => ({
      number: decision.number,
      title: decision.title,
      words: decision.words,
      dissent: decision.dissent,
      owner: whoOf({ name: decision.ownerName, organisationKey: decision.ownerOrganisation }, named),
      due: decision.due,
      cameOfIt:
        replacedBy && maySeeDecision(ctx.actor, replacedBy)
          ? `Decision ${replacedBy.number} took its place: ${replacedBy.title}`
          : decision.cameOfIt,
      cameOn: decision.cameOn,
      ground: decision.publishing.ground,
      actions: packActions(actions, { ...ground, today: ctx.today, named }),
    })),
  };
}

function findingsDueOf({ findings, meeting, named }: Ground): PackVersion['findingsDue'] {
  return findings
    .filter(({ state, due }) => state !== 'closed' && due !== undefined && compareDays(due, meeting.on) <= 0)
    .map((finding) => ({
      number: finding.number,
      title: finding.title,
      foundBy: finding.foundBy,
      owner: whoOf(finding.owner, named),
      due: finding.due,
      state: finding.state === 'ready' ? 'said to be mended, and not closed yet' : 'open',
    }));
}

async function eyesOf(ctx: Ctx, { figures }: MattersOfBody): Promise<PackVersion['eyes']> {
  const found = new Map<string, PackVersion['eyes']['measures'][number]>();
  let chance = '';
  for (const asked of figures) {
    const came = await exceptions(ctx, asked);
    chance ||= came?.chance ?? '';
    for (const one of came?.measures ?? [])
      if (one.kind !== 'late' && !found.has(one.measure))
        found.set(one.measure, {
          title: one.title,
          link: one.link,
          finding: one.finding,
          reasons: [...one.reasons],
        });
  }
  return { chance, measures: [...found.values()].slice(0, mostEyes) };
}
