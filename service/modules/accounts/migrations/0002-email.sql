-- Where letters to a person go; null where nobody has said.
alter table accounts.person add column email text;
