import { isBorne, namesComparedIn, type NamesInUse } from '../../linking/names-in-use.ts';
import { keyOf } from '../../model/expression.ts';
import type { Expression } from '../../model/model.ts';
import type { Held, Tally } from './held.ts';

/** How the records of a store bear their forenames, always as it stands. */
export function namesHeld(held: Held): NamesInUse | undefined {
  const compared = namesComparedIn(held.shape.model);
  if (!compared) return undefined;
  const keys = held.shape.expressions.map(keyOf);
  const tallyOf = (of: Expression): Tally | undefined =>
    held.tallies.find(({ slot }) => slot === keys.indexOf(keyOf(of)));
  const [forenames, surnames] = [tallyOf(compared.forenameOf), tallyOf(compared.surnameOf)];
  if (!forenames || !surnames) return undefined;
  const textOf = (record: number): number => held.rows.at(record * held.stride + forenames.slot);
  const bearers = ({ counts }: Tally, text: number): number =>
    text >= 0 && text < counts.size ? counts.at(text) : 0;
  return {
    isOwn: (record) => isBorne(bearers(forenames, textOf(record)), forenames.known),
    isRatherSurname: (record) => bearers(surnames, textOf(record)) > bearers(forenames, textOf(record)),
  };
}
