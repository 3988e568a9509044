import type { Random } from '../random.ts';

const otherSpellings: readonly (readonly [RegExp, string])[] = [
  [/y$/, 'ie'],
  [/ie$/, 'y'],
  [/y$/, 'i'],
  [/a$/, 'ah'],
  [/ah$/, 'a'],
  [/^C(?=[aoul])/, 'K'],
  [/^K(?=[aoul])/, 'C'],
  [/ai/, 'ay'],
  [/ay/, 'ai'],
  [/ph/, 'f'],
  [/ll/, 'l'],
  [/l(?=[aeiy])/, 'll'],
  [/nn/, 'n'],
  [/n(?=[aei]$)/, 'nn'],
  [/i(?=[lnmr])/, 'y'],
  [/y(?=[lnmr])/, 'i'],
  [/s$/, 'z'],
  [/en$/, 'an'],
  [/on$/, 'en'],
  [/e$/, ''],
  [/ea/, 'ee'],
  [/ou/, 'u'],
  [/u(?=[sm])/, 'ou'],
  [/x/, 'ks'],
  [/v/, 'w'],
];

/** Names that came from another alphabet and are written in many ways. */
const transliterations: readonly (readonly [string, ...string[]])[] = [
  ['Muhammad', 'Mohammed', 'Mohammad', 'Mohamed', 'Muhammed', 'Muhammad'],
  ['Yusuf', 'Yousef', 'Youssef', 'Yousuf'],
  ['Hussain', 'Hussein', 'Husain', 'Hossain'],
  ['Ahmed', 'Ahmad', 'Ahmet'],
  ['Aisha', 'Ayesha', 'Aysha', 'Aaisha'],
  ['Fatima', 'Fatema', 'Fatimah', 'Fatemeh'],
  ['Maryam', 'Mariam', 'Maryan', 'Miriam'],
  ['Abdullah', 'Abdulla', 'Abdullahi'],
  ['Hassan', 'Hasan', 'Hassen'],
  ['Sofiia', 'Sofia', 'Sophia'],
  ['Oleksandr', 'Alexander', 'Aleksandr'],
  ['Andrei', 'Andrey', 'Andriy'],
  ['Nguyen', 'Nguyễn'],
  ['Chowdhury', 'Choudhury', 'Chaudhry', 'Choudhry'],
  ['Miah', 'Mia', 'Miya'],
  ['Khadija', 'Khadijah', 'Kadija'],
  ['Zainab', 'Zaynab', 'Zeinab'],
];

/** The same name in another spelling that is also borne; the name itself where none fits. */
export function respelt(name: string, random: Random): string {
  const ways = transliterations.find((spellings) => spellings.includes(name));
  if (ways) return random.one(ways);
  const fitting = otherSpellings.filter(([from]) => from.test(name));
  const [first, ...others] = fitting;
  if (!first) return name;
  const [from, to] = random.one([first, ...others]);
  const other = name.replace(from, to);
  return other.length > 2 ? other : name;
}
