import { organisationsById } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import type { Complaint } from '../../domain/complaints/complaint.ts';
import type { Disclosure } from '../../domain/disclosures/disclosure.ts';
import { itemGroupFacts } from '../../domain/law/item-groups.ts';
import { legalPowerFacts } from '../../domain/law/legal-powers.ts';
import type {
  DataSubject,
  EndedRecord,
  HeldFact,
  KnownPerson,
  PersonalRecords,
} from '../../domain/rights/personal-records.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { answeredComplaints, complaintsFrom, deleteComplaints } from '../../store/complaints/complaints.ts';
import { disclosuresAbout } from '../../store/disclosures/disclosures.ts';
import { answeredRequests, deleteRequests, requestsOfSubject } from '../../store/rights/requests.ts';
import { deleteDisclosures, disclosuresDecided } from '../../store/retention/disclosures-decided.ts';

/** What was shared and not shared about somebody, what they asked of us, and what they complained of. */
export const sharingRecords: PersonalRecords<Ctx> = {
  room: 'sharing',
  classes: [
    {
      key: 'sharing.disclosure',
      title: 'What was shared, and what was not',
      holds: 'Every share and every decision not to share, with its ground, and what crossed on it.',
      triggers: [{ key: 'decided', words: 'the day on which it was decided' }],
      ofChildren: true,
      tables: ['sharing.disclosure', 'sharing.crossing', 'sharing.consent'],
    },
    {
      key: 'sharing.rights-request',
      title: 'Requests about what is held',
      holds:
        'Who asked what of what is held about them, how it was answered, and the answer until it is fetched.',
      triggers: [{ key: 'answered', words: 'the day on which it was answered' }],
      ofChildren: false,
      tables: [
        'sharing.rights_request',
        'sharing.rights_pause',
        'sharing.rights_subject',
        'sharing.gathered_fact',
        'sharing.gathered_span',
        'sharing.rights_signature',
        'sharing.rights_answer',
      ],
    },
    {
      key: 'sharing.complaint',
      title: 'Complaints',
      holds: 'What somebody was unhappy with, whom it is about, and our answer.',
      triggers: [{ key: 'answered', words: 'the day on which it was answered' }],
      ofChildren: false,
      tables: ['sharing.complaint', 'sharing.complaint_about'],
    },
    {
      key: 'sharing.retention-list',
      title: 'Holds and lists of what was deleted',
      holds: 'What is held back and why; of lists that were carried out only counts and digests.',
      triggers: [],
      ofChildren: false,
      tables: [
        'sharing.retention_hold',
        'sharing.disposal_item',
        'sharing.disposal_approval',
        'sharing.file_to_delete',
      ],
    },
  ],
  async peopleAround(ctx, subject) {
    const found = await disclosuresOf(ctx, subject);
    return found.flatMap(({ decidedByName, to }) =>
      [
        { name: decidedByName, who: 'whoever decided about sharing' },
        { name: to.person, who: 'whoever it was shared with' },
      ]
        .filter(({ name }) => name.trim() !== '')
        .map((person): KnownPerson => ({ ...person, alsoCalled: [], kind: 'professional' })),
    );
  },
  async gather(ctx, subject) {
    const disclosures = await disclosuresOf(ctx, subject);
    const names = await bodies(ctx, disclosures);
    const requests = await requestsOfSubject(ctx, subject);
    const complaints =
      subject.kind === 'child'
        ? []
        : await complaintsFrom(
            ctx,
            subject.kind === 'address' ? { email: subject.id } : { personId: subject.id },
          );
    return [
      ...disclosures.map((disclosure) => disclosureFact(disclosure, names)),
      ...requests.map(requestFact),
      ...complaints.map(complaintFact),
    ];
  },
  async ended(ctx, { class: recordClass, onOrBefore }) {
    if (recordClass === 'sharing.rights-request')
      return (await answeredRequests(ctx, onOrBefore)).flatMap(endedRequest);
    if (recordClass === 'sharing.complaint')
      return (await answeredComplaints(ctx, onOrBefore)).flatMap(endedComplaint);
    return recordClass === 'sharing.disclosure' ? disclosuresDecided(ctx, onOrBefore) : [];
  },
  async dispose(ctx, { class: recordClass, ids }) {
    const remove =
      recordClass === 'sharing.rights-request'
        ? deleteRequests
        : recordClass === 'sharing.complaint'
          ? deleteComplaints
          : deleteDisclosures;
    return { records: ids.length, rows: await remove(ctx, ids), files: [] };
  },
};

async function disclosuresOf(ctx: Ctx, { kind, id }: DataSubject): Promise<Disclosure[]> {
  return kind === 'address' ? [] : disclosuresAbout(ctx, id);
}

async function bodies(ctx: Ctx, disclosures: readonly Disclosure[]): Promise<ReadonlyMap<string, string>> {
  const ids = disclosures.flatMap(({ from, to }) => [
    from,
    ...(to.organisationId ? [to.organisationId] : []),
  ]);
  const found = await organisationsById(ctx, [...new Set(ids)]);
  return new Map(found.map(({ id, name }) => [id, name]));
}

function disclosureFact(disclosure: Disclosure, names: ReadonlyMap<string, string>): HeldFact {
  const { to, items, legalPower } = disclosure;
  const whom = (to.organisationId && names.get(to.organisationId)) ?? to.body;
  const what = items.map((item) => itemGroupFacts[item].words.toLowerCase()).join(', ');
  const shared = disclosure.outcome === 'shared';
  const lines = [
    shared
      ? `${names.get(disclosure.from) ?? 'We'} shared this with ${whom}: ${what || 'what is said below'}.`
      : `${whom} asked for, or could have had, this, and it was decided not to share it: ${what || 'what is said below'}.`,
    disclosure.extent === '' ? '' : `How far: ${disclosure.extent}.`,
    to.person === '' ? '' : `It went to ${to.person}.`,
    legalPower ? `By what power: ${legalPowerFacts[legalPower].words}.` : '',
    disclosure.refusalWords === '' ? '' : `Why not: ${disclosure.refusalWords}.`,
    disclosure.toldWords === '' ? '' : `Whether the family was told: ${disclosure.toldWords}.`,
    disclosure.plainWords,
    disclosure.manner === 'emergency' ? 'It was an emergency.' : '',
    disclosure.manner === 'compelled' ? 'A court or a law demanded it.' : '',
    disclosure.demandReference === '' ? '' : `Its reference: ${disclosure.demandReference}.`,
    disclosure.singleGround,
    disclosure.duty.relevance,
    disclosure.duty.whoseFunction,
    disclosure.duty.howFar,
  ];
  return {
    id: disclosure.id,
    class: 'sharing.disclosure',
    title: shared ? 'Something was shared' : 'It was decided not to share',
    text: lines.filter((line) => line.trim() !== '').join(' '),
    whose: disclosure.decidedByName,
    source: 'the ledger of what is shared',
    on: disclosure.decidedOn ?? dayInEngland(disclosure.sharedAt),
    fieldGroup: 'With whom it was shared',
    spans: [],
  };
}

function requestFact(request: RightsRequest): HeldFact {
  const { who, answer } = request;
  const lines = [
    `You asked (${request.reference})${request.words === '' ? '' : `: ${request.words}`}.`,
    `Your name was given as ${who.name}${who.aboutName === who.name ? '' : `, about ${who.aboutName}`}.`,
    who.bornOn ? `Born on ${sayDay(who.bornOn)}.` : '',
    who.email === '' ? '' : `To be reached at ${who.email}.`,
    who.otherWay === '' ? '' : `To be reached otherwise: ${who.otherWay}.`,
    who.support === '' ? '' : `What would help: ${who.support}.`,
    ...request.pauses.map(({ words, fromOn }) => `On ${sayDay(fromOn)} we asked you: ${words}.`),
    request.extended ? `More time was taken: ${request.extended.reason}.` : '',
    answer && answer.words !== '' ? `We answered on ${sayDay(answer.on)}: ${answer.words}` : '',
  ];
  return {
    id: request.id,
    class: 'sharing.rights-request',
    title: 'What you asked about what is held',
    text: lines.filter(Boolean).join(' '),
    whose: 'you, and whoever answered',
    source: 'what you asked',
    on: request.receivedOn,
    fieldGroup: 'What you asked of us',
    spans: [],
  };
}

function complaintFact(complaint: Complaint): HeldFact {
  const lines = [
    `You told us (${complaint.reference}): ${complaint.words}`,
    complaint.wish === '' ? '' : `What you would like: ${complaint.wish}`,
    complaint.name === '' ? '' : `Your name was given as ${complaint.name}.`,
    complaint.otherWay === '' ? '' : `To be reached: ${complaint.otherWay}.`,
    complaint.acknowledged ? `You heard that it came: ${complaint.acknowledged.how}.` : '',
    complaint.progress === '' ? '' : `How it went: ${complaint.progress}`,
    complaint.answer ? `We answered on ${sayDay(complaint.answer.on)}: ${complaint.answer.words}` : '',
  ];
  return {
    id: complaint.id,
    class: 'sharing.complaint',
    title: 'Something you were unhappy with',
    text: lines.filter(Boolean).join(' '),
    whose: 'you, and whoever answered',
    source: 'your complaint',
    on: complaint.receivedOn,
    fieldGroup: 'Your complaints',
    spans: [],
  };
}

function endedRequest({ id, answer, reference, who, subjects }: RightsRequest): EndedRecord[] {
  if (!answer) return [];
  const [whom] = subjects;
  const subject =
    whom?.subject ?? (who.email === '' ? { kind: 'rights-request', id } : { kind: 'address', id: who.email });
  return [{ id, subject, title: `Request ${reference}`, triggeredOn: answer.on }];
}

function endedComplaint({ id, answer, reference, email }: Complaint): EndedRecord[] {
  if (!answer) return [];
  const subject = email === '' ? { kind: 'complaint', id } : { kind: 'address', id: email };
  return [{ id, subject, title: `Complaint ${reference}`, triggeredOn: answer.on }];
}
