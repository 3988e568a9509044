-- Who asked or complained from their own account and wants to read the answer there. Empty where they did not say so:
-- nothing is tied to an account by being signed in alone.
alter table sharing.rights_request add column asked_by uuid;
alter table sharing.complaint add column made_by uuid;

create index rights_request_own on sharing.rights_request (partnership_id, asked_by) where asked_by is not null;
create index complaint_own on sharing.complaint (partnership_id, made_by) where made_by is not null;
