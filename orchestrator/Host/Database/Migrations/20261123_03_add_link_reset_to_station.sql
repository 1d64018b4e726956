alter table station add column link_reset_by text, add column link_reset_at timestamptz;
alter table station add constraint station_link_reset_whole check ((link_reset_by is null) = (link_reset_at is null));
comment on column station.link_reset_by is 'Who last let another machine take this name: they answer for it.';
