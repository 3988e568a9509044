import type { Cell, ChartTable } from '#packages/charts';
import { sayFindingNumber } from '../../domain/finding.ts';
import { daysKnown, isLateFinding } from '../../domain/findings/finding-course.ts';
import type { FindingsList } from '../../queries/findings/findings-list.ts';
import type { Day } from '#platform/kernel/day.ts';
import { kindWords, stateTags } from './finding-words.ts';

const heads = [
  'Number',
  'Found by',
  'What was found',
  'Found on',
  'Days known',
  'State',
  'Late',
  'To be mended by',
  'Organisation that answers for it',
  'Who there',
  'Part of the strategy',
  'What shows that it is mended',
  'Closed on',
  'Closed by',
  'What became of it',
  'Source',
  'Where it can be read',
] as const;

/** The list as a table to take away: as this person sees it. */
export function findingsTable(list: FindingsList, today: Day): ChartTable {
  return {
    caption: 'Findings',
    rowHeads: 1,
    columns: heads.map((head) => ({ head, holds: 'notes' as const })),
    rows: list.chosen.map((finding) =>
      [
        sayFindingNumber(finding),
        `${kindWords[finding.kind]}${finding.foundBy === '' ? '' : `: ${finding.foundBy}`}`,
        finding.title,
        finding.foundOn,
        String(daysKnown(finding, today)),
        stateTags[finding.state],
        isLateFinding(finding, today) ? 'yes' : 'no',
        finding.due ?? '',
        list.organisations.get(finding.owner.organisationKey) ?? '',
        finding.owner.name,
        list.elements.get(finding.element.elementKey) ?? '',
        finding.evidence,
        finding.closed?.on ?? '',
        finding.closed?.byName ?? '',
        finding.closed?.words ?? '',
        finding.source.title,
        finding.source.link,
      ].map(textCell),
    ),
  };
}

function textCell(text: string): Cell {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}
