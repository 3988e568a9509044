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

/** A number as a link that rings it on a telephone; its groups of figures stay on one line. */
export function Ring({ number, class: look = 'ring' }: { number: string; class?: string }) {
  return (
    <a href={ringAt(number)} class={look}>
      {number.replaceAll(' ', '\u00A0')}
    </a>
  );
}

/** The numbers in one list, each to be rung by a tap. It asks nothing of the database. */
export function NumbersInShort({ numbers }: { numbers: readonly NumberToRing[] }) {
  return (
    <ul class="numbers-in-short">
      {numbers.map(({ name, number, when }) => (
        <li key={`${name} ${number}`}>
          {name} <Ring number={number} />
          {when === '' ? null : <span class="quiet"> {when}</span>}
        </li>
      ))}
    </ul>
  );
}
