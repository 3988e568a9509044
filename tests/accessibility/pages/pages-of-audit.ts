import type { PageState } from '../page-state.ts';

/** Who did what, and whether anybody has changed it. */
export function ofAudit(): readonly PageState[] {
  const reader = 'governance-lead';
  return [
    { name: 'audit', reader, path: '/audit' },
    { name: 'audit-nothing-found', reader, path: '/audit?way=deleted&period=7&act=nothing.like-this' },
    { name: 'audit-subject', reader, path: '/audit/subject' },
    {
      name: 'audit-subject-wrong',
      reader,
      path: '/audit/subject',
      sends: { button: 'Show who looked', answers: { record: 'nobody' } },
    },
    { name: 'audit-unusual', reader, path: '/audit/unusual' },
    { name: 'audit-heads', reader, path: '/audit/heads' },
  ];
}
