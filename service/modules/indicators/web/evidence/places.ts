import { subjectText, type EvidenceSubject } from '../../domain/evidence/about.ts';
import { withQuery } from '../reading.ts';

const all = '/evidence';
const about = (path: string) => (subject: EvidenceSubject) =>
  withQuery(path, { about: subjectText(subject) });

/** Where the pages of evidence beside numbers stand. */
export const evidencePlaces = {
  all,
  aboutPath: `${all}/about`,
  about: about(`${all}/about`),
  addPath: { finding: `${all}/findings/new`, voice: `${all}/voices/new` },
  addFinding: about(`${all}/findings/new`),
  addVoice: about(`${all}/voices/new`),
  changePath: `${all}/entries/:id`,
  change: (id: string) => `${all}/entries/${id}`,
  judgePath: `${all}/judge`,
  judge: about(`${all}/judge`),
} as const;
