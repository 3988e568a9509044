import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type {
  SummaryListCardTitle,
  SummaryListRowActionsItem,
} from '../../generated/content/summary-list.ts';

type ActionLinkProps = Readonly<{
  action: SummaryListRowActionsItem;
  card: SummaryListCardTitle | undefined;
}>;

/** “Change” with the words that tell it, for those who hear it alone, from the other “Change” links of the page. */
export function ActionLink({ action, card }: ActionLinkProps): JSX.Element {
  return (
    <a class={classNames('govuk-link', action.classes)} href={action.href} {...attributes(action.attributes)}>
      {contentOf(action)}
      {(action.visuallyHiddenText || card) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
          {card && <> ({contentOf(card)})</>}
        </span>
      )}
    </a>
  );
}
