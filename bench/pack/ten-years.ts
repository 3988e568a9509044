import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';

const words =
  'Families told us that they ring three numbers before somebody they know answers. Where one person holds the thread they ring once, and come back half as often.';

/**
 * Ten years of meetings of the board with what they talked about and decided, 2,000 actions, 500 members, and forty
 * meetings to come; the first of those has enough before it for a pack of thirty pages.
 */
export async function tenYears(ctx: Ctx): Promise<void> {
  await sql`select setseed(0.5)`.execute(ctx.db);
  await members(ctx);
  await meetings(ctx);
  await agendas(ctx);
  await decisions(ctx);
  await actions(ctx);
}

const board = sql`(select id from delivery.body where key = 'partnership-board')`;

async function members({ db, partnershipId }: Ctx): Promise<void> {
  await sql`insert into delivery.membership
      (id, partnership_id, body_id, person_id, name, organisation_key, part, votes, email, from_on, until_on)
    select gen_random_uuid(), ${partnershipId}, ${board}, null, 'Invented Member ' || n, 'open-gate-' || n % 60,
      'member', true, '', date '2016-09-01' + (n * 7), date '2016-09-01' + (n * 7 + 900)
    from generate_series(1, 500) n`.execute(db);
}

async function meetings({ db, partnershipId, now }: Ctx): Promise<void> {
  await sql`insert into delivery.meeting
      (id, partnership_id, body_id, cycle_id, key, kind, title, theme, framework_slug, element_key, meets_on, starts_at,
       minutes, place, joining, state, cancelled_because, sequence, version, changed_at, changed_by_name)
    select gen_random_uuid(), ${partnershipId}, ${board}, null, 'bench-' || n, 'ordinary', 'Meeting ' || n, '', '', '',
      date '2016-01-05' + n * 60, time '14:00', 120, 'The Corn Hall', '',
      case when n <= 60 then 'held' else 'planned' end, '', 0, 1, ${now}, 'bench'
    from generate_series(1, 100) n`.execute(db);
  // the forty to come lie after every other meeting
  await sql`update delivery.meeting set meets_on = date '2040-01-03' + (substr(key, 7)::integer - 60) * 7
    where key like 'bench-%' and state = 'planned'`.execute(db);
  await sql`update delivery.meeting set meets_on = date '2039-12-01' where key = 'bench-60'`.execute(db);
}

async function agendas({ db, partnershipId }: Ctx): Promise<void> {
  await sql`insert into delivery.agenda_item
      (id, partnership_id, meeting_id, place, title, words, asks, minutes, lead_name, origin, subject_kind, subject_id, version)
    select gen_random_uuid(), ${partnershipId}, meeting.id, n, 'Something to talk about, number ' || n,
      repeat(${`${words} `}::text, case when meeting.key = 'bench-61' then 5 else 1 end) || e'\n- Begin in spring\n- Wait a year',
      case when n % 3 = 0 then 'to-decide' else 'to-talk' end, 10, 'Invented Member 7', 'hand', '', '', 1
    from delivery.meeting, generate_series(1, 24) n
    where meeting.key like 'bench-%' and (n <= 8 or meeting.key = 'bench-61')`.execute(db);
}

async function decisions({ db, partnershipId, now }: Ctx): Promise<void> {
  await sql`insert into delivery.decision
      (id, partnership_id, number, body_id, meeting_id, item_id, title, words, reason, dissent, evidence, owner_name,
       owner_organisation, due_on, decided_on, equality_note, child_impact_note, becomes, framework_slug, element_key,
       measure_id, came_of_it, came_on, replaces, publish, ground, version, changed_at, changed_by_name)
    select gen_random_uuid(), ${partnershipId}, 10000 + row_number() over (), meeting.body_id, meeting.id, null,
      'A decision of ' || meeting.title || ', number ' || n, ${words}, '', '', '', 'Invented Member 9', 'open-gate-3',
      meeting.meets_on + 90, meeting.meets_on, '', '', 'action', 'brackenshire', 'gentle-start', '',
      case when n % 2 = 0 then ${words} else '' end, null, null, 'publish', '', 1, ${now}, 'bench'
    from delivery.meeting, generate_series(1, 12) n where meeting.key like 'bench-%' and state = 'held'`.execute(
    db,
  );
}

async function actions({ db, partnershipId, now }: Ctx): Promise<void> {
  await sql`insert into delivery.action
      (id, partnership_id, number, plan_id, priority_id, framework_slug, element_key, title, what, owner_person_id,
       owner_name, owner_email, owner_organisation, start_on, due_on, state, reason, done_on, measure_id, expected_for,
       expected_effect, one_off_pounds, yearly_pounds, resources, equality_note, child_impact_note, poverty_note,
       decision_id, finding_id, carried_from, their_plan_title, their_plan_link, version, changed_at, changed_by_name)
    select gen_random_uuid(), ${partnershipId}, 10000 + n, null, null, 'brackenshire', 'gentle-start',
      'Ring every family in the first fortnight, street ' || n, '', null, 'Invented Member ' || n % 500 + 1, '',
      'open-gate-' || n % 60, null, date '2026-01-01' + n % 300,
      case when n % 20 = 0 then 'late' else 'done' end, case when n % 20 = 0 then ${words} else '' end,
      case when n % 20 = 0 then null else date '2026-01-01' + n % 300 end, '', '', '', null, null, '', '', '', '',
      decided.id, null, null, '', '', 1, ${now}, 'bench'
    from generate_series(1, 2000) n
    join (select id, row_number() over (order by number desc) as place from delivery.decision where number > 10000) decided
      on decided.place = n % 700 + 1`.execute(db);
}
