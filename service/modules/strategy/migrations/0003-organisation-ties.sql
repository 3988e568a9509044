-- Organisations hang on the thread as measures do. The ties of every document that is already here are drawn once;
-- whenever a document changes they are drawn again with it. Strategies of the library name other places' organisations.
insert into strategy.tie
  (id, partnership_id, framework_id, element_key, subject_kind, subject_id, role, origin, made_at)
select
  gen_random_uuid(), framework.partnership_id, framework.id, element.said ->> 'key', 'organisation', organisation.key,
  'contributes', 'document', framework.changed_at
from strategy.framework
cross join lateral (values (framework.document), (framework.published)) as kept (document)
cross join lateral jsonb_array_elements(kept.document -> 'elements') as element (said)
cross join lateral jsonb_array_elements_text(element.said -> 'organisations') as organisation (key)
where framework.partnership_id <> platform.library()
on conflict do nothing;
