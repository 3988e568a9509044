-- What a case for money says beside its sums: what would happen anyway, what is asked, on what a benefit rests.
alter table delivery.commission
  add column anyway text not null default '',
  add column ask text not null default '';

alter table delivery.commission_option
  add column benefit_assumptions text not null default '';
