import { formAt, type Expectation } from './expectation.ts';

/** Who did what to personal data: for whoever answers for how information is used, and nobody else. */
export const auditMayCome: readonly Expectation[] = [
  {
    errand: 'see who did what to whose record, and why',
    who: ['governance-lead'],
    addresses: ['GET /audit', 'GET /audit/days.csv', 'GET /audit/unusual', ...formAt('/audit/subject')],
  },
  {
    errand: 'see that nobody has changed the audit, and take away what proves it',
    who: ['governance-lead'],
    addresses: [
      'GET /audit/heads',
      'GET /audit/heads/:id/file',
      'POST /audit/heads/verify',
      'POST /audit/heads/export',
    ],
  },
];
