const forenames =
  'Ada Bilal Carys Dewi Elsie Farah Gwen Hamza Isla Jonah Kemi Leo Mina Noor Owen Petra'.split(' ');
const surnames =
  'Ashgrove Brightwater Coldwell Dunmere Eastholm Fernley Greystoke Hollowby Ivesham Jarrow'.split(' ');

/** Numbers without order, the same ones each time. */
function drawn(person: number, what: number, of: number): number {
  return (Math.imul(Math.imul(person + 1, 2_654_435_761) ^ (what * 40_503_007), 2_246_822_519) >>> 9) % of;
}

/** The records that two agencies hold of invented people; health misses the first forty, and writes some names wrongly. */
export function inventedPeople(people: number): { readonly school: string; readonly health: string } {
  const head = 'id,forename,surname,date_of_birth,sex,whose\n';
  const rows = Array.from({ length: people }, (_, person) => person);
  return {
    school: `${head}${rows.map((person) => rowOf(person, 's')).join('')}`,
    health: `${head}${rows
      .slice(40)
      .map((person) => rowOf(person, 'h'))
      .join('')}`,
  };
}

function rowOf(person: number, agency: 's' | 'h'): string {
  const name = surnames[drawn(person, 2, surnames.length)] ?? '';
  const surname = agency === 'h' && person % 9 === 0 ? `${name.slice(0, -1)}x` : name;
  const two = (number: number): string => String(number).padStart(2, '0');
  const born = `20${10 + drawn(person, 3, 9)}-${two(1 + drawn(person, 4, 12))}-${two(1 + drawn(person, 5, 28))}`;
  const sex = drawn(person, 6, 2) === 0 ? 'F' : 'M';
  return `${agency}-${person},${forenames[drawn(person, 1, forenames.length)] ?? ''},${surname},${born},${sex},p${person}\n`;
}
