import type { Id } from '../kernel/id.ts';

/** One task for one address: it is opened by a token in a letter and a code sent apart, and answered once. */
export type Link = {
  id: Id<'link'>;
  /** the kind of task, as the part registered it: `own-figures` */
  purpose: string;
  /** of what: an id that the purpose knows */
  subjectId: string;
  /** what it asks, for its page and its letters; it names no person */
  title: string;
  /** for whom: the organisation to which the address belongs; '' where it is of one person alone */
  organisation: string;
  to: string;
  /** who is told where it goes wrong */
  askedBy: string | undefined;
  madeAt: Date;
  expiresAt: Date;
  ended: { at: Date; how: 'used' | 'withdrawn' | 'handed-on' | 'replaced' } | undefined;
};

export type LinkState = 'open' | 'expired' | 'used' | 'withdrawn' | 'handed-on' | 'replaced';

/** How a link stands at a moment. What somebody did to it counts before its time running out. */
export function stateOf({ ended, expiresAt }: Pick<Link, 'ended' | 'expiresAt'>, now: Date): LinkState {
  if (ended) return ended.how;
  return expiresAt <= now ? 'expired' : 'open';
}

/** The link of a task that counts: the one that is open, else the newest. */
export function currentLink(links: readonly Link[], now: Date): Link | undefined {
  return links.findLast((link) => stateOf(link, now) === 'open') ?? links.at(-1);
}

/** How many codes are sent, and how often each may be mistyped: together no more than a hundred guesses in a million. */
export const codeLimits = { minutes: 30, wrongTries: 5, anHour: 5, everForOneLink: 20 } as const;

/** How long a browser that gave the code need not give it again. */
export const passHours = 4;

/** How often a new link for the same task goes to the same address in a day. */
export const newLinksADay = 3;

/** Why a link does not do what was asked of it. */
export type LinkRefusal =
  | { reason: 'link-over'; how: Exclude<LinkState, 'open'>; at: Date }
  | { reason: 'not-opened' };

/** An address that shows whose it is without saying it whole: "s…@lantern.example". */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** An address as it is kept and compared; undefined where it cannot be one. */
export function addressFrom(typed: string): string | undefined {
  const address = typed.trim().toLowerCase();
  return address.length <= 254 && /^[^\s@<>"',;:()\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address)
    ? address
    : undefined;
}

/** Where everybody can have an address, or a whole health service has: the same domain proves nothing there. */
const sharedDomains = new Set([
  ...['aol.com', 'btinternet.com', 'gmail.com', 'googlemail.com', 'hotmail.co.uk', 'hotmail.com'],
  ...['icloud.com', 'live.co.uk', 'live.com', 'me.com', 'msn.com', 'nhs.net', 'outlook.com', 'proton.me'],
  ...['protonmail.com', 'sky.com', 'talktalk.net', 'virginmedia.com', 'yahoo.co.uk', 'yahoo.com'],
]);

/** Whether two addresses are of one organisation, as far as addresses can tell. */
export function ofOneOrganisation(one: string, other: string): boolean {
  const domain = domainOf(one);
  return domain === domainOf(other) && !sharedDomains.has(domain);
}

/** Whether a colleague could be told by the address at all. */
export function canBeHandedOn({ to }: Pick<Link, 'to'>): boolean {
  return !sharedDomains.has(domainOf(to));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
