create table unlock_account (
    account_id uuid not null,
    vendor text not null,
    name text not null,
    added_by text not null,
    added_at timestamptz not null,
    closed_by text,
    closed_at timestamptz,
    constraint unlock_account_pk primary key (account_id),
    constraint unlock_account_close_whole check ((closed_by is null) = (closed_at is null))
);
comment on table unlock_account is 'An account at a maker of phones, under a name that means something to the team; never its address or its password.';
create unique index unlock_account_open_uq on unlock_account (vendor, name) where closed_at is null;

create table unlock_request (
    request_id uuid not null,
    phone_id uuid not null,
    vendor text not null,
    account_id uuid,
    asked_by text not null,
    asked_at timestamptz not null,
    due_at timestamptz not null,
    outcome text,
    ended_by text,
    ended_at timestamptz,
    constraint unlock_request_pk primary key (request_id),
    constraint unlock_request_phone_fk foreign key (phone_id) references phone (phone_id),
    constraint unlock_request_account_fk foreign key (account_id) references unlock_account (account_id),
    constraint unlock_request_outcome_known check (outcome in ('given', 'refused')),
    constraint unlock_request_end_whole
        check ((outcome is null) = (ended_at is null) and (outcome is null) = (ended_by is null)),
    constraint unlock_request_due_after_asked check (due_at >= asked_at)
);
comment on table unlock_request is 'A maker was asked to let one phone be unlocked. It counts against its account''s quota whatever came of it.';
create unique index unlock_request_open_uq on unlock_request (phone_id) where ended_at is null;
create index unlock_request_account_ix on unlock_request (account_id, asked_at desc);
