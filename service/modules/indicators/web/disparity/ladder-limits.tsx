import { sureSteps } from '../../domain/disparity/say-ladder.ts';
import type { LadderCard, LadderShown } from '../../queries/disparity/ladder-card.ts';

/** What people could ask next, from where groups part. */
export function QuestionsToAsk({ shown }: { shown: LadderShown }) {
  const sure = shown.rows.flatMap((row) => sureSteps(row));
  const atDoor = sure.some(({ judged }) => judged.taken.of === undefined);
  const later = sure.some(({ judged }) => judged.taken.of !== undefined);
  return (
    <section>
      <h2>Questions to ask next</h2>
      <ul>
        {atDoor ? (
          <li>
            Who refers these children, and for what? Would the same worry about another child be referred?
          </li>
        ) : null}
        {later ? (
          <li>
            Read a handful of files from both sides of the step together, without names: was the same need
            judged alike?
          </li>
        ) : null}
        <li>
          How did families and children find this step? Ask them, and say what became of what they said.
        </li>
        <li>Is the group written down in the same way at every step, and how often is it left empty?</li>
        <li>
          Where few go on: was help offered, and did it suit them? Fewer can mean shut out as well as kept
          safe.
        </li>
      </ul>
    </section>
  );
}

/** What these figures cannot say. */
export function CannotShow({ card }: { card: LadderCard }) {
  const rough = [...(card.shown?.rows ?? []), ...(card.shown?.otherBase ?? [])].some(({ steps }) =>
    steps.some(({ judged }) => judged.known && judged.standing === 'rough'),
  );
  return (
    <section>
      <h2>What this can and cannot show</h2>
      <ul>
        <li>It can show at which decision groups part, and whether chance alone could make it so.</li>
        <li>It cannot show a cause. Needs may differ between groups, and so may poverty, place and age.</li>
        <li>Being more likely to go on is neither good nor bad in itself: it can mean help, or intrusion.</li>
        <li>
          How a group is written down differs: families say it in a census, workers often write it in a
          return, and the groups are not always the same ones.
        </li>
        <li>
          Children at one step in a year are not always those of the step before: some were referred the year
          before.
        </li>
        {rough ? (
          <li>
            Where no table tells children by group, people of all ages are taken instead. Groups with many
            children then look more likely than they are, so nothing is tested and it is called rough.
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** The steps of which nothing is known here, and where figures could come from. */
export function MissingSteps({ card }: { card: LadderCard }) {
  const { ladder, shown } = card;
  const told = new Set(shown?.rows.flatMap(({ steps }) => steps.map(({ step }) => step.key)));
  const missing = ladder.steps.filter(({ key }) => !told.has(key));
  if (missing.length === 0) return null;
  return (
    <section>
      <h2>Not known, and why</h2>
      <dl class="ladder-words">
        {missing.map(({ key, name, published }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{published}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        A table of our own fills a step: one row for each area, year, step and group. Bring it in, say that
        the publication is “Steps of decisions”, and which column names the step:{' '}
        {[ladder.population.name, ...missing.map(({ name }) => name.toLowerCase())].join(', ')}.
      </p>
    </section>
  );
}
