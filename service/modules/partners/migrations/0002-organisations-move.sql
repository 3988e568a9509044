-- The list of bodies moves to accounts, where people and teams belong to them. The ids stay.
insert into accounts.organisation (id, partnership_id, key, name, kind, from_on, until_on)
select id, partnership_id, key, name, kind, from_on, until_on
from partners.organisation;

-- People who were set up with the name of a body belong to it from now on.
update accounts.person
set organisation_id = body.id
from accounts.organisation as body
where body.partnership_id = accounts.person.partnership_id
  and body.name = accounts.person.organisation
  and (select count(*) from accounts.organisation as same
       where same.partnership_id = body.partnership_id and same.name = body.name) = 1;

drop table partners.organisation;
