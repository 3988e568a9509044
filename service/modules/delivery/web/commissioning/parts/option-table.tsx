import type { ComponentChildren } from 'preact';
import type { CommissionOption } from '../../../domain/commissioning/commission.ts';
import { sayRange, sayWholePounds } from '../../../domain/commissioning/say-range.ts';

type Line = { head: string; say: (option: CommissionOption) => ComponentChildren };

const pounds = (amount: number | undefined, per = '') =>
  amount === undefined ? 'Not known yet' : `${sayWholePounds(amount)}${per}`;

const lines: readonly Line[] = [
  { head: 'What it is', say: ({ words }) => words || '–' },
  { head: 'Cost once', say: ({ oneOffPounds }) => pounds(oneOffPounds) },
  { head: 'Cost each year', say: ({ yearlyPounds }) => pounds(yearlyPounds) },
  { head: 'What it may bring', say: (option) => <Benefit option={option} /> },
  { head: 'What could go wrong', say: ({ risks }) => risks || 'Nobody has said yet' },
  {
    head: 'What children say',
    say: ({ whatChildrenSay }) => whatChildrenSay || 'Nobody has asked them yet',
  },
];

type Props = {
  options: readonly CommissionOption[];
  edit: ((option: CommissionOption) => string) | undefined;
};

/** The options side by side; the one that was chosen says so in words. `edit`: the way to change one. */
export function OptionTable(props: Props) {
  const { options, edit } = props;
  return (
    // a wide table scrolls in its own box, which the keyboard must reach
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="table-scroll" tabIndex={0} role="region" aria-label="The options side by side">
      <table class="table option-table">
        <caption>The options side by side</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="govuk-visually-hidden">What is compared</span>
            </th>
            {options.map((option) => (
              <Head key={option.id} option={option} edit={edit} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ head, say }) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {options.map((option) => (
                <td key={option.id} dir="auto">
                  {say(option)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A benefit in words, its range, where it comes from and on what it rests. */
function Benefit({ option }: { option: CommissionOption }) {
  const { words, low, high, source, assumptions } = option.benefit;
  return (
    <>
      {words || 'Nobody has said yet'}
      {low === undefined || high === undefined ? null : (
        <>
          <br />
          <strong>In money: {sayRange({ low, high })} a year.</strong>
          <br />
          <span class="quiet">
            From: {source}. Rests on: {assumptions}
          </span>
        </>
      )}
    </>
  );
}

function Head({ option, edit }: { option: CommissionOption; edit: Props['edit'] }) {
  return (
    <th scope="col" dir="auto">
      {option.title}
      {option.chosen ? (
        <>
          {' '}
          <span class="tag">Chosen</span>
        </>
      ) : null}
      {edit ? (
        <a class="own-made light" href={edit(option)}>
          Change<span class="govuk-visually-hidden"> {option.title}</span>
        </a>
      ) : null}
    </th>
  );
}
