import type { VNode } from 'preact';
import type { Policy } from '../access/policy.ts';
import type { Ctx } from '../db/database.ts';
import type { Posted } from '../forms/fields.ts';
import type { Actor } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import type { Brand } from '../page/brand.ts';
import type { Language } from '../page/words/language.ts';
import type { RequestSession } from './session/request-session.ts';

/** A file that came with a form: kept on disk under a name of ours until the request is answered. */
export type Upload = {
  field: string;
  fileName: string;
  path: string;
  /** how many came, even where they were too many to keep */
  bytes: number;
  sha256: string;
  /** of a file larger than its page takes only the beginning lies at the path */
  kept?: 'beginning';
};

/** One request, as a page sees it: read, checked, and tied to the person who asks. */
export type PageRequest = {
  /** the parts of the address named in the route's path */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** what was posted; empty for GET */
  posted: Posted;
  uploads: readonly Upload[];
  actor: Actor;
  partnershipId: Id<'partnership'>;
  brand: Brand;
  language: Language;
  /** the path asked for, without the query */
  path: string;
  /** where this service is reached, for addresses that other sites use: `https://thread.example.org` */
  origin: string;
  /** must stand in every form that posts: see CsrfField */
  csrf: string;
  /** tells this browser from every other, and opens nothing by itself */
  readonly browser: string;
  now: Date;
  read<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** whether `read` asks a copy of the database, which may be a moment old */
  readonly readsCopy: boolean;
  write<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** reads personal data: what is read and why is written into the audit in the same transaction */
  look<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** how this browser is signed in, and what its person may do about that */
  session: RequestSession;
};

/** What stands on a page, inside the frame. */
export type PageContent = {
  /** the page's own name, first in the window's title and said first by a screen reader */
  title: string;
  body: VNode;
  /** from the top down to the page above this one */
  breadcrumbs?: readonly { text: string; href: string }[];
  /** a wide page for tables and maps; text stays within its own measure */
  wide?: boolean;
  /** scripts that only enhance, by file name in page/scripts */
  scripts?: readonly string[];
  /** a sheet to print: no navigation round it */
  sheet?: boolean;
};

export type Answer =
  | { kind: 'page'; status: number; content: PageContent }
  | { kind: 'made-once'; key: string; make: () => Promise<PageContent> }
  | { kind: 'redirect'; to: string; notice: string | undefined; cookie?: { name: string; value: string } }
  | { kind: 'file'; type: string; name: string | undefined; body: FileBody; tag?: string | undefined }
  | { kind: 'open'; status: number; type: string; body: string | Uint8Array }
  | { kind: 'embedded'; content: EmbeddedContent }
  | { kind: 'not-found' };

/** A small page that stands inside somebody else's: without our frame, without scripts, the same for everybody. */
export type EmbeddedContent = { title: string; body: VNode };

export type FileBody = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** One address of the service: who may come, and what it answers. */
export type Route = {
  method: 'GET' | 'POST';
  path: string;
  policy: Policy;
  /** whether its form may bring files */
  uploads?: boolean;
  /** of a file larger than this no more is kept, and its page says so with every other answer still in the form */
  mostFileBytes?: number;
  /**
   * The same press works anew each time it comes, because its answer holds only for the moment: signing in, say. Every
   * other form happens once, however often it is sent.
   */
  eachTime?: boolean;
  /**
   * It is for everybody, changes nothing and holds nothing personal: for a visitor it may be read from a copy of the
   * database that is a moment old. Whole rooms are marked in service/app.ts, by `lagging`.
   */
  mayLag?: boolean;
  /** answered alike for everybody: whoever asks is taken for a visitor, and no session is read */
  openly?: boolean;
  /**
   * Its address opens something by itself. So the page is kept nowhere, no other page is told where the reader came from,
   * none of its links holds the address, and it is asked for only a twentieth as often as other pages.
   */
  secretAddress?: boolean;
  /**
   * Must answer whatever else is down, and whoever asks: where no session can be read, or a form's token no longer
   * holds, whoever sends it is taken for a visitor and nothing of what they wrote is turned away. Long texts reach the
   * page, which says what is too long. No browser keeps it, and no other page is told where the reader came from.
   */
  standsAlone?: boolean;
  /** It is where somebody could guess: it is asked for only a twentieth as often as other pages. */
  guessable?: boolean;
  /**
   * Whoever comes has to have proved lately that it is they (platform/access/proof.ts), and is asked to before the page
   * is shown; where the form then stood open for too long, what was typed is shown, to be taken along.
   */
  freshProof?: boolean;
  /** of a press that has no page of its own: the page on which it stands, to which whoever showed that it is they comes back */
  standsOn?: (params: Readonly<Record<string, string>>) => string;
  answer(request: PageRequest): Promise<Answer>;
};

/** The same routes, of which those for everybody may be read from a copy of the database: see `mayLag`. */
export function lagging(routes: readonly Route[]): readonly Route[] {
  return routes.map((route) => {
    const fits = route.method === 'GET' && route.policy === 'everyone';
    return fits && !route.secretAddress && !route.standsAlone ? { ...route, mayLag: true } : route;
  });
}

/** Shows a page. */
export function page(content: PageContent, status = 200): Answer {
  return { kind: 'page', status, content };
}

/**
 * Shows a page that is the same for everyone until its data change: made once for a key and kept.
 * The key must name everything that the page depends on, such as the area and the data's version.
 */
export function pageMadeOnce(key: string, make: () => Promise<PageContent>): Answer {
  return { kind: 'made-once', key, make };
}

/** Shows the page again with what is wrong; the answers are still in the form. */
export function pageToMend(content: PageContent): Answer {
  return page({ ...content, title: `Error: ${content.title}` }, 422);
}

/** Sends the browser on after something was done; the notice is shown once on the next page. */
export function redirectTo(to: string, notice?: string): Answer {
  return { kind: 'redirect', to, notice };
}

/** Sends a file: shown where it has no name, saved where it has one. */
export function file(type: string, body: FileBody, name?: string): Answer {
  return { kind: 'file', type, name, body };
}

/** Sends a file that a program asks for again and again: nothing but "not changed" where it has the one of this tag. */
export function fileWithTag(type: string, body: string, tag: string): Answer {
  return { kind: 'file', type, name: undefined, body, tag };
}

/**
 * Sends what is the same for everybody and may be read from any other site: never tied to who asks, kept by whoever likes
 * until its content changes.
 */
export function openly(type: string, body: string | Uint8Array, status = 200): Answer {
  return { kind: 'open', status, type, body };
}

/** Says to a program why it does not get what it asked for: RFC 9457, with words that a person can read too. */
export function problem(status: number, title: string, detail: string): Answer {
  return openly(problemType, problemText(status, title, detail), status);
}

export const problemType = 'application/problem+json; charset=utf-8';

/** The body of a problem. */
export function problemText(status: number, title: string, detail: string): string {
  return JSON.stringify({ type: 'about:blank', title, status, detail });
}

/** Shows a small page that other sites may put inside theirs. */
export function embedded(content: EmbeddedContent): Answer {
  return { kind: 'embedded', content };
}

/** Nothing is here, or nothing that this person may know of: the two look alike. */
export function notFound(): Answer {
  return { kind: 'not-found' };
}
