alter table job drop constraint job_waits_for_known;
alter table job add constraint job_waits_for_known check (waits_for in ('phone', 'release', 'date', 'hands', 'maker'));
alter table job drop constraint job_asked_known;
alter table job add constraint job_asked_known check (asked in ('cancel', 'inspect', 'postpone'));
create index job_refused_ix on job (site_id) where state in ('waiting', 'queued') and refusals <> '[]';
create index job_locked_ix on job (site_id, changed_at) where state = 'failed' and failure_class in ('bootloader-locked', 'vendor-token-needed');

alter table unlock_request add column procedure text not null default '';
update unlock_request set procedure = vendor;
comment on column unlock_request.procedure is 'In which of the maker''s ways it was asked: a quota may count only some.';
create index unlock_request_phone_ix on unlock_request (phone_id);
