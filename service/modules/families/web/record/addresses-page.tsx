import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { choice, many, optionalText, ticked, version } from '#platform/forms/fields.ts';
import { ChoiceField, TicksField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { keepAddress, type KeepAddressRefusal } from '../../actions/record/keep-addresses.ts';
import { helpChildren } from '../../domain/permissions.ts';
import { addressKinds, type Address } from '../../domain/record/address.ts';
import { addressesToKeep, type AddressesToKeep } from '../../queries/record/addresses-to-keep.ts';
import { familyPlaces } from '../places.ts';
import { addressWords } from './where-to-reach.tsx';

const path = familyPlaces.addresses(':id');

/** Where a child can be reached: added, changed, and kept safe where nobody may know. */
export const addressRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: helpChildren,
    answer: async (request) => {
      const ground = await groundOf(request);
      if (!ground) return notFound();
      const before = ground.addresses.find(({ id }) => id === request.query.get('address'));
      return page(addressesPage(request, { ground, before, answers: { errors: [] } }));
    },
  },
  { method: 'POST', path, policy: helpChildren, answer: keep },
];

function groundOf(request: PageRequest): Promise<AddressesToKeep | undefined> {
  return request.look((ctx) => addressesToKeep(ctx, request.params['id'] ?? ''));
}

const form = z.object({
  address: optionalText(60),
  kind: choice('what it is', addressKinds),
  words: optionalText(1000),
  isSafe: ticked(),
  named: many(),
  seen: version(),
});

const words: WordsFor<KeepAddressRefusal> = {
  'not-allowed': () => '',
  'record-missing': () => '',
  'address-missing': () => '',
  'words-missing': () => 'Write the address or the number',
  'changed-meanwhile': ({ theirs }) =>
    `Somebody saved another one meanwhile: ${theirs.words}. Yours is still below.`,
};

async function keep(request: PageRequest): Promise<Answer> {
  const childId = request.params['id'] ?? '';
  const read = readForm(form, request.posted);
  const addressId = request.posted['address']?.[0];
  const again = async (errors: readonly FieldError[], theirs?: Address) => {
    const ground = await groundOf(request);
    if (!ground) return notFound();
    const before = theirs ?? ground.addresses.find(({ id }) => id === addressId);
    return pageToMend(
      addressesPage(request, { ground, before, answers: { posted: request.posted, errors } }),
    );
  };
  if (!read.done) return again(read.refusal.errors);
  const { address, seen, words: said = '', ...rest } = read.value;
  const given = { childId, addressId: address, seen, words: { ...rest, words: said } };
  const kept = await request.write((ctx) => keepAddress(ctx, given));
  if (kept.done) return redirectTo(familyPlaces.one(childId), 'Saved.');
  const { refusal } = kept;
  const message = wordsOf(words, refusal);
  if (message === '') return notFound();
  return again(
    [{ field: 'words', message }],
    refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined,
  );
}

type Shown = { ground: AddressesToKeep; before: Address | undefined; answers: Answers };

function addressesPage(request: PageRequest, { ground, before, answers }: Shown): PageContent {
  const { reach, title: child, addresses } = ground;
  return {
    title: `Where to reach ${child}`,
    breadcrumbs: [
      { text: 'Children you help', href: familyPlaces.all },
      { text: child, href: familyPlaces.one(reach.childId) },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1 dir="auto">Where to reach {child}</h1>
        {addresses.length === 0 ? null : (
          <ul class="around">
            {addresses.map((address) => (
              <li key={address.id}>
                <a href={`${familyPlaces.addresses(reach.childId)}?address=${address.id}`}>
                  Change {addressWords[address.kind].toLowerCase()}
                </a>
                : <span dir="auto">{address.words}</span>
                {address.isSafe ? ' (safe: tell nobody)' : ''}
              </li>
            ))}
          </ul>
        )}
        <AddressForm ground={ground} before={before} answers={answers} csrf={request.csrf} />
      </>
    ),
  };
}

function AddressForm({ ground, before, answers, csrf }: Shown & { csrf: string }) {
  const { reach } = ground;
  return (
    <form method="post" action={familyPlaces.addresses(reach.childId)} noValidate class="edit">
      <h2>{before ? 'Change it' : 'Add one'}</h2>
      <CsrfField csrf={csrf} />
      <input type="hidden" name="address" value={before?.id ?? ''} />
      <input type="hidden" name="seen" value={String(before?.version ?? 0)} />
      <ChoiceField
        answers={answers}
        name="kind"
        label="What is it?"
        options={addressKinds.map((kind) => ({ value: kind, text: addressWords[kind] }))}
        {...(before ? { before: before.kind } : {})}
      />
      <WordsField
        answers={answers}
        name="words"
        label="The address or number"
        rows={3}
        before={before?.words}
      />
      <WhoMayKnow ground={ground} before={before} answers={answers} />
      <Button text="Save" preventDoubleClick />
    </form>
  );
}

function WhoMayKnow({ ground: { workers }, before, answers }: Shown) {
  return (
    <>
      <TicksField
        answers={answers}
        name="isSafe"
        label="Could somebody do harm if they knew it?"
        hint="Then it is safe: it is in no letter, no copy, no search, and the family does not read it here."
        options={[{ value: 'yes', text: 'Yes: only those whom I name may read it' }]}
        before={before?.isSafe ? ['yes'] : []}
      />
      <TicksField
        answers={answers}
        name="named"
        label="Who may read it, where it is safe?"
        hint="You always may."
        options={workers.map(({ standing, name, job }) => ({
          value: standing.personId,
          text: name,
          hint: job,
        }))}
        before={before?.named ?? []}
      />
    </>
  );
}
