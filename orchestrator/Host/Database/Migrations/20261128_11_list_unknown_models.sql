-- What was kept until now held every fact of a phone, personal ones among them, under a code that anybody could compute.
delete from unknown_model;
alter table unknown_model add column identity text not null;
alter table unknown_model add column last_asked_at timestamptz not null;
alter table unknown_model add column handled_by text;
alter table unknown_model add column handled_at timestamptz;
alter table unknown_model add constraint unknown_model_identity_uq unique (identity);
alter table unknown_model add constraint unknown_model_handled_whole check ((handled_by is null) = (handled_at is null));
create index unknown_model_asked_ix on unknown_model (last_asked_at desc, code desc);
comment on table unknown_model is
    'What phones of a model that nobody knows say of it: allow-listed facts of model, chip and lock, under a random code that people can read out.';
comment on column unknown_model.identity is 'The facts that tell the model, as one text: the same model has one row.';
alter table phone add column unknown_model text;
alter table phone add constraint phone_unknown_model_fk foreign key (unknown_model) references unknown_model (code) on delete set null;
create index phone_unknown_model_ix on phone (unknown_model) where unknown_model is not null;
comment on column phone.unknown_model is 'The code under which its facts are kept, from a time when nobody knew its model.';
alter table port add column unknown_model text;
alter table port add constraint port_unknown_model_fk foreign key (unknown_model) references unknown_model (code) on delete set null;
comment on column port.unknown_model is 'The same of the phone that is plugged in, also where nobody knows which phone it is.';
