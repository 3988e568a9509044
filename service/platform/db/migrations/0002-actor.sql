-- Of what kind whoever acts is: visitor, person or service; null, and so equal to nothing, where none is set.
create function platform.actor() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.actor', true), '') $$;
