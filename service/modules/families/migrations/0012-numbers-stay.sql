-- The numbers that everybody rings in danger are changed and taken away by people who keep them, never by a visitor.
create policy changed_by_people on families.front_door_number as restrictive for update to goldenthread_app
  using (families.as_owner() or platform.actor() <> 'visitor');
create policy removed_by_people on families.front_door_number as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() <> 'visitor');
create policy removed_by_people on families.front_door as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() <> 'visitor');
