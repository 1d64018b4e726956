create table unlock_code (
    phone_id uuid not null,
    sealed bytea not null,
    given_by text not null,
    given_at timestamptz not null,
    constraint unlock_code_pk primary key (phone_id),
    constraint unlock_code_phone_fk foreign key (phone_id) references phone (phone_id)
);
comment on table unlock_code is 'What a maker gave to unlock one phone, sealed with a key that is never in this database. Gone once the phone was written, has refused it, or is handed back.';
