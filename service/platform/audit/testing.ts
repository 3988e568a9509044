import { createSecretKey } from 'node:crypto';
import { auditWriter } from './write-audit.ts';

/** The key under the digests of a test, that everybody knows. */
export const testDigestKey = createSecretKey(Buffer.alloc(32, 7));

/** Writes the audit of a test. */
export const testAudit = auditWriter({ key: () => testDigestKey });
