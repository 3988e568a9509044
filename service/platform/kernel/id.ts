// The casts in this file are the only way to make a branded value: each is an id's constructor.
/* oxlint-disable typescript/no-unsafe-type-assertion */

declare const kind: unique symbol;

/** An identifier of one kind of thing: a UUID, version 7, made in the application. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Reads an id from the outside (an address, a form, a row); undefined where it is not a UUID. */
export function idFrom<Kind extends string>(text: string): Id<Kind> | undefined {
  const lower = text.toLowerCase();
  return uuid.test(lower) ? (lower as Id<Kind>) : undefined;
}

/** An id that the database handed back, which was checked when it was written. */
export function storedId<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>;
}

/**
 * Makes a UUID, version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that ids sort by when they were made.
 * @param at the instant, passed in as all time is
 * @param random 10 random bytes
 */
export function idAt<Kind extends string>(at: Date, random: Uint8Array): Id<Kind> {
  const bytes = new Uint8Array(16);
  let milliseconds = at.getTime();
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = milliseconds % 256;
    milliseconds = Math.floor(milliseconds / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Buffer.from(bytes).toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-') as Id<Kind>;
}
