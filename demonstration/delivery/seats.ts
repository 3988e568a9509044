import type { SeatWords } from '#modules/delivery/index.ts';

/** A seat on a body: somebody to sign in as by their key, or an invented name. */
export type InventedSeat = {
  body: string;
  person: string;
  organisation: string;
  part: SeatWords['part'];
  /** how many days ago they left, where they have */
  left?: number;
};

const board = 'partnership-board';

export const seats: readonly InventedSeat[] = [
  seat(board, 'folasade-adeyemi', ['integrated-care-board', 'co-chair']),
  seat(board, 'tam-hallowes', ['young-brackens', 'co-chair']),
  seat(board, 'malgorzata-wilk', ['council-leadership', 'secretary']),
  seat(board, 'priya-ramanathan', ['council-leadership', 'adviser']),
  seat(board, 'Ingrid Oyelaran-Shaw', ['childrens-social-care', 'member']),
  seat(board, 'Dafydd Pemberton-Rao', ['education-and-inclusion', 'member']),
  seat(board, 'Dr Leila Castellan', ['public-health', 'member']),
  seat(board, 'Superintendent Joss Akande', ['police', 'member']),
  seat(board, 'samuel-eketone-price', ['lantern-families', 'member']),
  seat(board, 'catherine-ballantyne', ['gullhaven-high', 'member']),
  seat(board, 'Marguerite Vance-Adeola', ['hearth-and-harbour', 'member']),
  seat(board, 'Piotr Greenhalgh', ['gullhaven-youth-trust', 'member']),
  { ...seat(board, 'Aurelia Stockwood', ['hospital-trust', 'member']), left: 120 },
  seat(board, 'Nkechi Farrow', ['hospital-trust', 'deputy']),

  seat('young-partnership', 'tam-hallowes', ['young-brackens', 'chair']),
  seat('young-partnership', 'Wren Abiola', ['young-brackens', 'member']),
  seat('young-partnership', 'Casimir Doyle', ['kite-club', 'member']),
  seat('young-partnership', 'Sunniva Patel', ['young-brackens', 'member']),
  seat('young-partnership', 'zainab-hussain-carter', ['early-help', 'secretary']),

  seat('beginning-group', 'Dr Leila Castellan', ['public-health', 'chair']),
  seat('beginning-group', 'Bettina Osei-Lund', ['bramblecote-nursery', 'member']),
  seat('beginning-group', 'rosie-mbeki-lane', ['early-help', 'member']),
  seat('beginning-group', 'Corin Yeo', ['community-health-trust', 'member']),

  seat('growing-group', 'Dafydd Pemberton-Rao', ['education-and-inclusion', 'chair']),
  seat('growing-group', 'catherine-ballantyne', ['gullhaven-high', 'member']),
  seat('growing-group', 'Thandiwe Marlow', ['alderwick-primary', 'member']),
  seat('growing-group', 'Hedda Quaye', ['saturday-barn', 'member']),

  seat('launching-group', 'samuel-eketone-price', ['lantern-families', 'chair']),
  seat('launching-group', 'Idris Fennimore', ['coppermouth-college', 'member']),
  seat('launching-group', 'Lowri Achebe', ['youth-justice-service', 'member']),
  seat('launching-group', 'Gideon Marsh-Rao', ['employers-circle', 'member']),

  seat('safeguarding-partners', 'Ingrid Oyelaran-Shaw', ['childrens-social-care', 'member']),
  seat('safeguarding-partners', 'folasade-adeyemi', ['integrated-care-board', 'member']),
  seat('safeguarding-partners', 'Superintendent Joss Akande', ['police', 'chair']),
];

function seat(body: string, person: string, [organisation, part]: [string, SeatWords['part']]): InventedSeat {
  return { body, person, organisation, part };
}
