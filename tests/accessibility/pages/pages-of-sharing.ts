import type { PageState } from '../page-state.ts';
import type { Prepared } from '../prepared-states.ts';

/** Agreements, the ledger, people's rights, complaints, and how records end. */
export function ofSharing({ sharing }: Prepared): readonly PageState[] {
  return [
    ...ofLedger(sharing),
    ...ofRights(sharing),
    ...ofRightsDesk(sharing),
    ...ofComplaints(sharing),
    ...ofRetention(sharing),
  ];
}

type Made = Prepared['sharing'];

const governance = 'governance-lead';

function ofLedger({ entry, agreement, ownerOfRecord }: Made): readonly PageState[] {
  const reader = governance;
  return [
    { name: 'sharing-register', reader: 'visitor', path: '/sharing', chosen: 'every-run' },
    { name: 'sharing-ledger', reader, path: '/sharing/ledger' },
    { name: 'sharing-ledger-practitioner', reader: 'practitioner', path: '/sharing/ledger' },
    { name: 'sharing-ledger-front-door', reader: 'front-door', path: '/sharing/ledger' },
    { name: 'sharing-entry', reader, path: entry },
    { name: 'sharing-agreements', reader, path: '/sharing/agreements' },
    { name: 'sharing-agreement', reader, path: agreement },
    { name: 'sharing-agreement-new', reader, path: '/sharing/agreements/new' },
    { name: 'sharing-agreement-new-wrong', reader, path: '/sharing/agreements/new?step=2', status: 422 },
    { name: 'sharing-agreement-change', reader, path: `${agreement}/change` },
    {
      name: 'sharing-agreement-change-wrong',
      reader,
      path: `${agreement}/change`,
      sends: { button: /^Save/, answers: { title: '', 'why-changed': '' } },
    },
    {
      name: 'sharing-agreement-conflict',
      reader,
      path: `${agreement}/change`,
      sends: { button: /^Save/, answers: { seen: '0', 'why-changed': 'Mine' } },
    },
    { name: 'sharing-record', reader: 'practitioner', path: '/sharing/record' },
    { name: 'sharing-now', reader: 'practitioner', path: '/sharing/now' },
    {
      name: 'sharing-now-wrong',
      reader: 'practitioner',
      path: '/sharing/now',
      sends: { button: /./, answers: {} },
    },
    { name: 'sharing-purposes', reader, path: '/sharing/purposes' },
    { name: 'sharing-owners', reader, path: '/sharing/owners' },
    { name: 'sharing-owner', reader, path: ownerOfRecord },
    { name: 'sharing-duty', reader, path: '/sharing/duty' },
  ];
}

function ofRights({ ownAnswer }: Made): readonly PageState[] {
  const send = 'Send it';
  return [
    { name: 'rights', reader: 'visitor', path: '/rights' },
    { name: 'rights-easy', reader: 'visitor', path: '/rights/easy-read' },
    { name: 'rights-ask-young', reader: 'visitor', path: '/rights/ask/young', chosen: 'every-run' },
    {
      name: 'rights-ask-young-wrong',
      reader: 'young-person',
      path: '/rights/ask/young',
      sends: { button: send, answers: { name: '', 'born-day': '40' } },
    },
    { name: 'rights-ask', reader: 'visitor', path: '/rights/ask' },
    {
      name: 'rights-ask-wrong',
      reader: 'visitor',
      path: '/rights/ask',
      sends: { button: send, answers: { name: '' } },
    },
    { name: 'rights-asked', reader: 'visitor', path: '/rights/asked?kind=correct' },
    { name: 'rights-mine', reader: 'parent', path: '/rights/mine' },
    { name: 'rights-mine-empty', reader: 'young-person', path: '/rights/mine' },
    { name: 'rights-mine-before', reader: 'parent', path: ownAnswer },
    {
      name: 'rights-mine-read',
      reader: 'parent',
      path: ownAnswer,
      status: 200,
      sends: { button: 'Read it here', answers: { form: 'here' } },
    },
  ];
}

function ofRightsDesk({ request, signedOnce, answered }: Made): readonly PageState[] {
  const reader = governance;
  return [
    { name: 'rights-desk', reader, path: '/rights/requests' },
    { name: 'rights-desk-answered', reader, path: '/rights/requests?which=answered' },
    { name: 'rights-write-down', reader, path: '/rights/requests/new' },
    { name: 'rights-request', reader, path: request, chosen: 'every-run' },
    {
      name: 'rights-request-wrong',
      reader,
      path: request,
      sends: { button: /^Save/, answers: { harmWords: '' } },
    },
    {
      name: 'rights-request-conflict',
      reader,
      path: request,
      sends: { button: /^Save/, answers: { seen: '1', found: 'none', harmWords: 'Mine' } },
    },
    { name: 'rights-words', reader, path: `${request}/words` },
    { name: 'rights-preview', reader, path: `${request}/preview` },
    { name: 'rights-second', reader: 'supervisor', path: signedOnce },
    { name: 'rights-second-words', reader: 'supervisor', path: `${signedOnce}/words` },
    { name: 'rights-request-answered', reader, path: answered },
    { name: 'rights-how-long', reader: 'visitor', path: '/rights/how-long' },
  ];
}

function ofComplaints({ complaint }: Made): readonly PageState[] {
  const reader = governance;
  return [
    { name: 'complaints', reader: 'visitor', path: '/complaints' },
    { name: 'complaints-young', reader: 'young-person', path: '/complaints/tell/young' },
    {
      name: 'complaints-young-wrong',
      reader: 'visitor',
      path: '/complaints/tell/young',
      sends: { button: 'Send it', answers: { words: '' } },
    },
    { name: 'complaints-tell', reader: 'visitor', path: '/complaints/tell' },
    { name: 'complaints-sent', reader: 'visitor', path: '/complaints/sent' },
    { name: 'complaints-desk', reader, path: '/complaints/desk' },
    { name: 'complaints-desk-answered', reader: 'manager', path: '/complaints/desk?which=answered' },
    { name: 'complaints-write-down', reader, path: '/complaints/desk/new' },
    { name: 'complaint', reader, path: complaint },
    {
      name: 'complaint-wrong',
      reader,
      path: complaint,
      sends: { button: 'They know that it came', answers: { how: '' } },
    },
  ];
}

function ofRetention({ list }: Made): readonly PageState[] {
  const reader = governance;
  const rule = '/retention/classes/sharing.disclosure';
  return [
    { name: 'retention', reader, path: '/retention' },
    { name: 'retention-signer', reader: 'supervisor', path: '/retention' },
    { name: 'retention-rule', reader, path: rule },
    {
      name: 'retention-rule-wrong',
      reader,
      path: rule,
      sends: { button: 'Adopt this rule', answers: { years: 'x', owner: '' } },
    },
    { name: 'retention-holds', reader, path: '/retention/holds' },
    {
      name: 'retention-holds-wrong',
      reader,
      path: '/retention/holds',
      sends: { button: /./, answers: { title: '' } },
    },
    { name: 'retention-list', reader, path: list },
    {
      name: 'retention-list-wrong',
      reader,
      path: list,
      sends: { button: 'Turn it back', answers: { why: '' } },
    },
  ];
}
