alter table release add column printed_model text not null default '';
alter table release add constraint release_printed_model_length check (length(printed_model) <= 80);
comment on column release.printed_model is 'The model as the person who released the phone has read it off; empty when not said.';
