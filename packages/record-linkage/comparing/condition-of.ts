import type { Condition } from '../model/model.ts';
import type { RecordsRead } from '../records/records.ts';
import { fieldsOf } from './fields.ts';
import { yes } from './judge.ts';
import { judgeOf } from './judge-of.ts';

/** A condition asked of two records by their numbers; true where it holds, not where it does not or is unknown. */
export function conditionOf(
  records: RecordsRead,
  condition: Condition,
  counts: 'letters' | 'bytes' = 'letters',
): (left: number, right: number) => boolean {
  const fields = fieldsOf(records, { conditions: [condition], expressions: [] });
  const { full } = judgeOf(condition, { records, fields, counts, measures: new Map() });
  return (left, right) => full(left * fields.stride, right * fields.stride) === yes;
}
