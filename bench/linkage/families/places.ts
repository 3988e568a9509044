import type { Random } from './random.ts';

/** Where a household lives. */
export type Home = { readonly address: string; readonly postcode: string };

const areas = ['AD', 'DB', 'FB', 'GA', 'HB', 'KB', 'RB', 'YB'] as const;
const letters = 'ABDEFGHJLNPQRSTUWXYZ';
const streets =
  'Aldersyke Bramblewick Coldharbour Dovecote Elmbank Fellgate Gorsebeck Hawthorn Ivybridge Juniper Kestrel Larkfield Marlpit Nettlecombe Orchard Priory Quarry Rowan Saddler Tannery Underhill Vicarage Whinfell Yarrow Station Church Mill Victoria Albert Queen King Park Chapel Meadow School Bridge Canal'.split(
    ' ',
  );
const kinds = ['Road', 'Street', 'Lane', 'Avenue', 'Close', 'Drive', 'Way', 'Court', 'Place'] as const;

/**
 * An invented county: areas that are no British postcode area, about 3,000 households in an outward code,
 * more in a town than in the country, about four in a postcode. A street runs through its postcode.
 */
export class Places {
  readonly #outcodes: number;

  constructor(households: number) {
    this.#outcodes = Math.max(4, Math.round(households / 3000));
  }

  /** Some home; `near` makes it one of the same outward code. */
  home(random: Random, near?: Home): Home {
    const outcode = near ? (near.postcode.split(' ')[0] ?? '') : this.#outcode(random);
    const sector = random.whole(6);
    const unit = (random.whole(120) * 7) % 400;
    const postcode = `${outcode} ${sector}${letters[Math.floor(unit / 20)] ?? 'A'}${letters[unit % 20] ?? 'A'}`;
    return { address: addressIn(postcode, random), postcode };
  }

  #outcode(random: Random): string {
    const place = Math.floor(random.share() ** 1.6 * this.#outcodes);
    return `${areas[place % areas.length] ?? 'AD'}${1 + Math.floor(place / areas.length)}`;
  }
}

function addressIn(postcode: string, random: Random): string {
  let mix = 7;
  for (let place = 0; place < postcode.length; place += 1)
    mix = (mix * 31 + postcode.charCodeAt(place)) % 9973;
  const street = `${streets[mix % streets.length] ?? 'Mill'} ${kinds[mix % kinds.length] ?? 'Road'}`;
  const number = 1 + (mix % 60) + random.whole(30) * 2;
  return random.chance(0.12) ? `Flat ${1 + random.whole(12)}, ${number} ${street}` : `${number} ${street}`;
}

/** A refuge, a hostel or a children's home: many families, or children of none, at one address. */
export function sharedHome(places: Places, random: Random): Home {
  const home = places.home(random);
  return { address: `Fairhaven House, ${home.address.replace(/^Flat \d+, /, '')}`, postcode: home.postcode };
}
