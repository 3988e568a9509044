/** All the ways in which a person signs in, as they see them. */
export type WaysIn = {
  identities: readonly {
    id: string;
    provider: string;
    issuer: string;
    linkedAt: Date;
    usedAt: Date | undefined;
  }[];
  passkeys: readonly {
    id: string;
    credentialId: string;
    name: string;
    madeAt: Date;
    usedAt: Date | undefined;
  }[];
  appCode: { madeAt: Date; usedAt: Date | undefined } | undefined;
  /** codes for a bad day that have not been used */
  recoveryCodes: number;
};

export type KindOfWay = 'identity' | 'passkey' | 'app-code';

/** How many ways in there are. Codes for a bad day are none: they run out. */
export function howManyWays({ identities, passkeys, appCode }: WaysIn): number {
  return identities.length + passkeys.length + (appCode ? 1 : 0);
}

/** No more passkeys than somebody can tell apart. */
export const mostPasskeys = 10;

/** What a person calls a passkey, tidied; a browser's kind where they say nothing. */
export function passkeyName(typed: string, browser: string): string {
  const name = typed.replaceAll(/\s+/g, ' ').trim().slice(0, 60);
  return name === '' ? browser : name;
}
