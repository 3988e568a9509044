import type { AddressKind } from '../../domain/record/address.ts';
import type { ChildRecord } from '../../queries/record/child-record.ts';
import { familyPlaces } from '../places.ts';

export const addressWords: Readonly<Record<AddressKind, string>> = {
  home: 'Home',
  'second-home': 'Other home',
  staying: 'Staying at the moment',
  telephone: 'Telephone',
};

/** Where a child can be reached: a safe address is marked, and only those named on it read it at all. */
export function WhereToReach({ record }: { record: ChildRecord }) {
  const { access, childId } = record.reach;
  if (access.contact === 'hidden' || (record.addresses.length === 0 && access.contact !== 'write'))
    return null;
  return (
    <section class="part">
      <h2>Where to reach them</h2>
      {record.addresses.length === 0 ? (
        <p class="empty">Nobody has written down where to reach them.</p>
      ) : (
        <dl class="reach">
          {record.addresses.map((address) => (
            <div key={address.id} class="fact">
              <dt>
                {addressWords[address.kind]}
                {address.isSafe ? (
                  <>
                    {' '}
                    <strong class="tag tag-waiting">Safe: tell nobody</strong>
                  </>
                ) : null}
              </dt>
              <dd dir="auto">{address.words}</dd>
            </div>
          ))}
        </dl>
      )}
      {access.contact === 'write' ? (
        <p>
          <a href={familyPlaces.addresses(childId)}>Add or change where to reach them</a>
        </p>
      ) : null}
    </section>
  );
}
