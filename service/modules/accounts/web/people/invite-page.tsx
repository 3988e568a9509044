import { ChoiceField, LineField, PickField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { redirectTo, type PageRequest } from '#platform/http/route.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { inviteColleague, type InviteRefusal } from '../../actions/people/invite.ts';
import { invitationDays } from '../../domain/people/invitation.ts';
import { keepPeople } from '../../domain/permissions.ts';
import { organisations } from '../../queries/organisations/organisations.ts';
import { roleChoices } from '../../queries/people/person-view.ts';
import { formContent, formRoutes, said, wrong, type Handled } from './form-page.tsx';
import { peopleRefusals } from './people-words.ts';
import { roleOptions } from './person-forms.tsx';
import { peoplePlaces } from './places.ts';

async function show(request: PageRequest, answers: Answers) {
  const [bodies, { own }] = await request.read(async (ctx) => [
    await organisations(ctx),
    await roleChoices(ctx),
  ]);
  return formContent({
    title: 'Invite a colleague',
    lead: `They get a letter with a link that is for them alone. It works for ${invitationDays} days.`,
    above: [{ text: 'Who comes in', href: peoplePlaces.all }],
    ...{ request, answers, submit: 'Send the invitation', back: peoplePlaces.all },
    fields: <Fields answers={answers} bodies={bodies} own={own} />,
  });
}

type Choices = {
  bodies: Awaited<ReturnType<typeof organisations>>;
  own: Awaited<ReturnType<typeof roleChoices>>['own'];
};

function Fields({ answers, bodies, own }: Choices & { answers: Answers }) {
  return (
    <>
      <LineField answers={answers} name="name" label="Their name" />
      <LineField answers={answers} name="job" label="What they do" />
      <LineField
        answers={answers}
        name="email"
        label="Their e-mail address at work"
        hint="One that only they read: no shared mailbox."
      />
      <PickField
        answers={answers}
        name="body"
        label="Which body they come from"
        options={[
          { value: '', text: 'Choose one' },
          ...bodies.map(({ key, name }) => ({ value: key, text: name })),
        ]}
      />
      <ChoiceField
        answers={answers}
        name="role"
        label="Their first role"
        hint="Give what they need for their work, and no more. A powerful role waits until another person says yes."
        options={[{ value: 'none', text: 'None yet' }, ...roleOptions(own)]}
        before="none"
      />
      <WordsField
        answers={answers}
        name="why"
        label="Why they need it"
        hint="Whoever has to say yes reads this. Name no child and no family."
        rows={2}
      />
    </>
  );
}

async function invite(request: PageRequest): Promise<Handled> {
  const name = said(request, 'name');
  if (name === '') return wrong('name', 'Enter their name');
  const role = said(request, 'role');
  const outcome = await request.write((ctx) =>
    inviteColleague(ctx, {
      name,
      job: said(request, 'job'),
      email: said(request, 'email'),
      organisationKey: said(request, 'body'),
      role: role === 'none' ? '' : role,
      why: said(request, 'why', 1000),
    }),
  );
  if (!outcome.done) return wrong(fieldOf(outcome.refusal), wordsOf(peopleRefusals, outcome.refusal));
  const { personId, waits } = outcome.value;
  return redirectTo(
    peoplePlaces.person(personId),
    waits
      ? 'The letter is on its way. Their role waits until another person says yes.'
      : 'The letter is on its way.',
  );
}

function fieldOf({ reason }: InviteRefusal): string {
  if (reason === 'no-address' || reason === 'address-taken') return 'email';
  return reason === 'body-missing' ? 'body' : 'role';
}

/** A colleague is invited. */
export const inviteForms = formRoutes({
  path: peoplePlaces.invite,
  policy: keepPeople,
  freshProof: true,
  show,
  handle: invite,
});
