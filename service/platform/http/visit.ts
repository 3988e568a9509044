import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../db/database.ts';
import type { Transactions } from '../db/transactions.ts';
import type { Actor } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import type { Brand } from '../page/brand.ts';
import type { NumberToRing } from '../page/numbers-to-ring.tsx';
import type { NavigationEntry } from '../page/frame.tsx';
import type { SentForms } from '../together/sent-forms.ts';
import type { Browser } from './browser.ts';
import type { KeptPages } from './kept-pages.ts';
import type { Answer, PageRequest, Route } from './route.ts';

/** What the pages stand on, put together once at the start. */
export type Ground = {
  transactions: Transactions;
  partnership: { id: Id<'partnership'>; brand: Brand };
  navigation: readonly NavigationEntry[];
  /** the person of a session as an actor, with the roles held now; undefined where they may no longer come in */
  identify: (ctx: Ctx, personId: Id<'person'>) => Promise<Actor | undefined>;
  clock: () => Date;
  secure: boolean;
  /** where the service is reached, as its operator says; undefined where nobody has said */
  origin?: string | undefined;
  uploadFolder: string;
  /** whom to ring when a child is not safe, as last known: it stands on every error page */
  numbersToRing?: (() => readonly NumberToRing[]) | undefined;
  kept: KeptPages;
  sent: SentForms<Answer>;
};

/** All that is known of one request before the page's own code runs. */
export type Visit = {
  ground: Ground;
  route: Route;
  request: FastifyRequest;
  reply: FastifyReply;
  browser: Browser;
  actor: Actor;
  page: PageRequest;
};
