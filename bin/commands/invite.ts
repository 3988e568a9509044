import { z } from 'zod';
import { firstRoles, inviteFirst, type InviteFirstRefusal } from '#modules/accounts/index.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { originOf } from '#platform/mail/post-for.ts';
import { Refused, WrongUse, type Deed } from '../command-line/command.ts';
import { commandLine } from '../ground/command-line-actor.ts';
import { groundWork } from '../ground/ground-work.ts';

const payload = z.object({
  email: z.string(),
  name: z.string(),
  role: z.enum(firstRoles),
  partnership: z.string().optional(),
  handedOver: z.boolean(),
});

const result = z.object({
  name: z.string(),
  role: z.enum(firstRoles),
  /** undefined where a letter carries it */
  link: z.string().optional(),
  letterTo: z.string().optional(),
  /** the last day on which it works */
  until: z.string(),
  instead: z.array(z.string()).readonly(),
});

const work = groundWork({
  name: 'invite',
  payload,
  result,
  async act(ground, { email, name, role, partnership, handedOver }) {
    const { config } = ground;
    const by = config.smtp && !handedOver ? 'letter' : 'link';
    const slug = config.partnership;
    const invited = await ground.transactions.inTransaction(commandLine(ground), 'write', (ctx) =>
      inviteFirst(ctx, { email, name, role, by, partnership: { slug, name: partnership ?? asName(slug) } }),
    );
    if (!invited.done) throw new Refused(invited.refusal.reason, wordsOf(refusals, invited.refusal));
    const { path, expiresAt, instead } = invited.value;
    return {
      ...{ name, role, instead },
      ...(path === undefined ? { letterTo: email } : { link: `${originOf(config)}${path}` }),
      until: sayDay(dayInEngland(expiresAt)),
    };
  },
});

/** Invites the first administrator, or the first information-governance lead. */
export const invite: Deed = {
  inService: work.inService,
  async run(call) {
    const [email = ''] = call.arguments;
    const name = call.valueOf('name')?.trim() ?? '';
    if (name === '' || name.length > 100)
      throw new WrongUse('Say what they are called: --name "Ada Bright".');
    const role = firstRoles.find((one) => one === (call.valueOf('role') ?? 'administrator'));
    if (!role) throw new WrongUse(`Say --role ${firstRoles.join(' or --role ')}.`);
    const partnership = call.valueOf('partnership');
    const document = await work.do(call, { email, name, role, partnership, handedOver: call.has('link') });
    return { exit: 0, document, out: say(document) };
  },
};

const roleWords = {
  administrator: 'administrator',
  'governance-lead': 'information governance lead',
} as const;

function say({ name, role, link, letterTo, until, instead }: z.infer<typeof result>): string {
  const before = instead.map((one) => `The invitation of ${one}, who never came, opens nothing any more.`);
  const carried =
    link === undefined
      ? [`A letter to ${letterTo ?? name} carries the link. It leaves as soon as the service runs.`]
      : [
          '',
          `  ${link}`,
          '',
          'Hand it over so that only they read it: whoever opens it first is taken for them.',
        ];
  return [
    ...before,
    `${name} is invited as ${roleWords[role]}. The link works once, until ${until}.`,
    ...carried,
  ].join('\n');
}

/** "our-county" says "Our County", until somebody gives it its name. */
function asName(slug: string): string {
  return slug
    .split('-')
    .map((word) => word.slice(0, 1).toLocaleUpperCase('en-GB') + word.slice(1))
    .join(' ');
}

const refusals: WordsFor<InviteFirstRefusal> = {
  'not-allowed': () => 'Only the machine that the service runs on can do this.',
  'no-address': () => 'That is no e-mail address. Write one such as ada@council.example.',
  'address-taken': () => 'Somebody here has this e-mail address already, with another role.',
  'there-already': ({ role, names }) =>
    role === 'administrator'
      ? `This partnership has an administrator: ${names.join(', ')}. Ask them: they invite whoever else comes in, at /people/invite.`
      : `This partnership has an information governance lead: ${names.join(', ')}. Ask an administrator to propose another.`,
};
