import type { VNode } from 'preact';
import type { Answer, PageContent, PageRequest } from '../http/route.ts';
import type { Link } from './link.ts';

/**
 * A kind of task that a link can ask for, as the room that asks registers it in service/app.ts. Its pages are shown only
 * to a browser that gave the code.
 */
export type LinkPurpose = {
  /** as in `own-figures`: never renamed while links of it are out */
  kind: string;
  /** the task itself: what is asked, and the form, which posts to `request.path`; undefined where it is no more */
  show(request: PageRequest, link: Link): Promise<PageContent | undefined>;
  /**
   * What was posted. It calls `useLink` in the transaction in which it keeps what was said, and then redirects to
   * `request.path`, where `said` stands.
   */
  answer(request: PageRequest, link: Link): Promise<Answer>;
  /** after it was used: what was said with it, and what happens next */
  said(request: PageRequest, link: Link): Promise<VNode>;
  /** who asks, and how they are reached where a link can do no more: words for people */
  asker: string;
};
