import type { Purpose } from '#platform/access/purposes.ts';
import type { Basis } from './bases.ts';
import type { BodyKind } from './body-kinds.ts';

/**
 * Whether a body of this kind may rest on a basis: why, where that stands, and whether a partnership's own data
 * protection officer has to look first, because the law is new or the case decides.
 */
export type MayUse = { may: boolean; because: string; source: string; check: boolean };

type Row = Readonly<Record<BodyKind, MayUse>>;

const article6 = 'UK GDPR Article 6(1)';
const notForTasks = 'UK GDPR Article 6(1), last sentence, as the Data (Use and Access) Act 2025 left it';

/** Every kind of body with every basis, as read in November 2026. */
const basisTable: Readonly<Record<Basis, Row>> = {
  consent: {
    'public-body-in-its-tasks': yes(
      'Seldom the right one: a family that needs help can hardly say no freely.',
      'UK GDPR Article 7 and recital 43',
      'check',
    ),
    'public-body-otherwise': yes('If it can be refused without harm.', 'UK GDPR Article 7'),
    'provider-of-a-public-task': yes(
      'Seldom the right one, as for the body that pays.',
      'UK GDPR Article 7 and recital 43',
      'check',
    ),
    charity: yes('If it can be refused without harm, and taken back as easily.', 'UK GDPR Article 7'),
    company: yes('If it can be refused without harm, and taken back as easily.', 'UK GDPR Article 7'),
  },
  contract: {
    'public-body-in-its-tasks': no(
      'Its work for a child comes from law and not from a contract with them.',
      `${article6}(b)`,
      'check',
    ),
    'public-body-otherwise': yes('With the person themselves.', `${article6}(b)`),
    'provider-of-a-public-task': no(
      'Its contract is with the body that pays, not with the child or family.',
      `${article6}(b)`,
      'check',
    ),
    charity: yes('With the person themselves.', `${article6}(b)`),
    company: yes('With the person themselves.', `${article6}(b)`),
  },
  'legal-obligation': everybody('Where a law says must, not may.', `${article6}(c)`),
  'vital-interests': everybody('Where a life is at stake.', `${article6}(d)`),
  'public-task': {
    'public-body-in-its-tasks': yes('The usual one.', `${article6}(e); Data Protection Act 2018, section 8`),
    'public-body-otherwise': no('It is for public tasks.', `${article6}(e)`),
    'provider-of-a-public-task': yes(
      'If the task itself is laid down by law.',
      `${article6}(e) and (3); Data Protection Act 2018, section 8`,
      'check',
    ),
    charity: no('Its own work is not laid down by law.', `${article6}(3)`, 'check'),
    company: no('Its own work is not laid down by law.', `${article6}(3)`, 'check'),
  },
  'recognised-legitimate-interest': {
    'public-body-in-its-tasks': no('It is closed to public bodies in their tasks.', notForTasks, 'check'),
    'public-body-otherwise': yes('Only for what the law lists.', `${article6}(ea) and Annex 1`, 'check'),
    'provider-of-a-public-task': no('It stands in for a public body in its tasks.', notForTasks, 'check'),
    charity: yes('Only for what the law lists, such as keeping a child safe.', `${article6}(ea) and Annex 1`),
    company: yes('Only for what the law lists, such as keeping a child safe.', `${article6}(ea) and Annex 1`),
  },
  'legitimate-interests': {
    'public-body-in-its-tasks': no('It is closed to public bodies in their tasks.', notForTasks),
    'public-body-otherwise': yes('After weighing it against the child’s interests.', `${article6}(f)`),
    'provider-of-a-public-task': no('It stands in for a public body in its tasks.', notForTasks, 'check'),
    charity: yes('After weighing it against the child’s interests.', `${article6}(f)`),
    company: yes('After weighing it against the child’s interests.', `${article6}(f)`),
  },
};

/** Purposes that Annex 1 of the UK GDPR lists, and so the only ones for a recognised legitimate interest. */
const recognisedPurposes: readonly Purpose[] = ['safeguarding', 'compelled-by-law'];

/** Whether a body of this kind may rest on this basis for this purpose. */
export function mayUseBasis(kind: BodyKind, basis: Basis, purpose: Purpose): MayUse {
  const cell = basisTable[basis][kind];
  if (basis === 'recognised-legitimate-interest' && !recognisedPurposes.includes(purpose))
    return no('The law’s list does not name this purpose.', 'UK GDPR Annex 1', 'check');
  return cell;
}

function yes(because: string, source: string, check?: 'check'): MayUse {
  return { may: true, because, source, check: check !== undefined };
}

function no(because: string, source: string, check?: 'check'): MayUse {
  return { may: false, because, source, check: check !== undefined };
}

function everybody(because: string, source: string): Row {
  const cell = yes(because, source);
  return {
    'public-body-in-its-tasks': cell,
    'public-body-otherwise': cell,
    'provider-of-a-public-task': cell,
    charity: cell,
    company: cell,
  };
}
