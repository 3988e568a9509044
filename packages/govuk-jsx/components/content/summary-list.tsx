import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf, present } from '../../content.ts';
import type {
  SummaryListCard,
  SummaryListCardTitle,
  SummaryListProps,
  SummaryListRow,
  SummaryListRowActions,
} from '../../generated/content/summary-list.ts';
import { ActionLink } from './action-link.tsx';
import { Heading } from './heading.tsx';

/** Facts about one thing, name and value, with what can be done about each; on a card where `card` is given. */
export function SummaryList(props: SummaryListProps): JSX.Element {
  const rows = present(props.rows);
  const anyActions = rows.some((row) => Boolean(row.actions?.items?.length));
  const list = (
    <dl class={classNames('govuk-summary-list', props.classes)} {...attributes(props.attributes)}>
      {rows.map((row) => (
        <Row row={row} anyActions={anyActions} card={props.card?.title} />
      ))}
    </dl>
  );
  return props.card ? <Card card={props.card}>{list}</Card> : list;
}

type RowProps = Readonly<{
  row: SummaryListRow;
  anyActions: boolean;
  card: SummaryListCardTitle | undefined;
}>;

function Row({ row, anyActions, card }: RowProps): JSX.Element {
  const withoutActions = anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions';
  return (
    <div class={classNames('govuk-summary-list__row', withoutActions, row.classes)}>
      <dt class={classNames('govuk-summary-list__key', row.key?.classes)}>{contentOf(row.key)}</dt>
      <dd class={classNames('govuk-summary-list__value', row.value?.classes)}>{contentOf(row.value)}</dd>
      {row.actions && <RowActions actions={row.actions} card={card} />}
    </div>
  );
}

type ActionsProps = Readonly<{ actions: SummaryListRowActions; card: SummaryListCardTitle | undefined }>;

function RowActions({ actions, card }: ActionsProps): JSX.Element | null {
  const items = present(actions.items);
  const [first] = items;
  if (!first) return null;
  return (
    <dd class={classNames('govuk-summary-list__actions', actions.classes)}>
      {items.length === 1 ? (
        <ActionLink action={first} card={card} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} card={card} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

function Card({ card, children }: Readonly<{ card: SummaryListCard; children: JSX.Element }>): JSX.Element {
  const { title } = card;
  return (
    <div class={classNames('govuk-summary-card', card.classes)} {...attributes(card.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {title && (
          <Heading level={title.headingLevel} class={classNames('govuk-summary-card__title', title.classes)}>
            {contentOf(title)}
          </Heading>
        )}
        {card.actions && <CardActions actions={card.actions} card={title} />}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

function CardActions({ actions, card }: ActionsProps): JSX.Element | null {
  const items = present(actions.items);
  const [first] = items;
  if (!first) return null;
  const named = classNames('govuk-summary-card__actions', actions.classes);
  if (items.length === 1) {
    return (
      <div class={named}>
        <ActionLink action={first} card={card} />
      </div>
    );
  }
  return (
    <ul class={named}>
      {items.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} card={card} />
        </li>
      ))}
    </ul>
  );
}
