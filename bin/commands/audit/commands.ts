import type { Command } from '../../command-line/command.ts';

/** Taking the audit away, signing where it ends, and verifying it. */
export const auditCommands: readonly Command[] = [
  {
    name: 'audit export',
    says: 'write every entry of the audit into a file',
    more: [
      'One line of JSON for each entry, chain by chain; packed with gzip where the name ends in .gz. It holds who, when and why, and no word of what was read or written. The export itself is written into the audit.',
    ],
    arguments: [],
    options: [
      { name: 'out', takes: 'FILE', says: 'where to write it; audit.ndjson.gz where nothing is said' },
    ],
    open: async () => (await import('./export.ts')).auditExport,
  },
  {
    name: 'audit heads',
    says: 'sign where every chain of the audit ends now, and put that where it is kept',
    more: ['A running service does this every day by itself. GOLDENTHREAD_AUDIT_HEADS names the folder.'],
    arguments: [],
    options: [],
    open: async () => (await import('./heads.ts')).auditHeads,
  },
  {
    name: 'audit verify',
    says: 'hold an export of the audit, or the database, against its seals and the signed ends',
    more: [
      'Finds entries that were changed, left out, put in, moved or cut off, and says which. The exit code is 0 where all is as it was written, and 1 otherwise. Verifying a file needs neither the service nor its database: service/platform/audit/verify-audit.ts is one file that does the same on any machine that has Node.',
    ],
    arguments: [{ name: 'FILE', says: 'an export, packed with gzip or not', many: true, mayBeLeftOut: true }],
    options: [
      { name: 'database', says: 'verify what stands in the database, in the place of a file' },
      { name: 'heads', takes: 'FOLDER', says: 'the signed ends to hold a file against' },
      { name: 'key', takes: 'FILE', says: 'the public key (PEM) that must have signed them' },
    ],
    open: async () => (await import('./verify.ts')).auditVerify,
  },
];
