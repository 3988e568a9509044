-- What young people say of a year stands beside what adults say of it, at the same size.
alter table delivery.look_back
  add column who text not null default 'adults' check (who in ('adults', 'young-people'));
