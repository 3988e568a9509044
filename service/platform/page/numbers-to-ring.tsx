/** A number that somebody can ring when a child is not safe. */
export type NumberToRing = {
  /** whose it is: "Childline" */
  name: string;
  /** as people read it: "0800 1111" */
  number: string;
  /** when it is answered, in a few words; '' where that goes without saying */
  when: string;
};

/** The address that rings a number on a telephone. */
export function ringAt(number: string): string {
  return `tel:${number.replaceAll(/[^\d+]/g, '')}`;
}

/** The numbers in one list, each to be rung by a tap. It asks nothing of the database. */
export function NumbersInShort({ numbers }: { numbers: readonly NumberToRing[] }) {
  return (
    <ul class="numbers-in-short">
      {numbers.map(({ name, number, when }) => (
        <li key={`${name} ${number}`}>
          {name}{' '}
          <a href={ringAt(number)} class="ring">
            {number}
          </a>
          {when === '' ? null : <span class="quiet"> {when}</span>}
        </li>
      ))}
    </ul>
  );
}
