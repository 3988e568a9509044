/** Under which name and job somebody's word is shown. */
export type Speaker = { name: string; job: string };

/** "Owen Tregarth, performance analyst" */
export function saySpeaker({ name, job }: Speaker): string {
  return `${name}${job === '' ? '' : `, ${lowered(job)}`}`;
}

function lowered(job: string): string {
  // "IT analyst" keeps its capitals; "Performance analyst" stands inside a sentence
  return /^\p{Lu}\p{Ll}/u.test(job) ? job.slice(0, 1).toLowerCase() + job.slice(1) : job;
}
