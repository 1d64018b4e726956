create table hands (
    job_id uuid not null,
    epoch bigint not null,
    ask_id text not null,
    sentence_code text,
    picture_key text,
    needs text[],
    not_before timestamptz,
    parked_until timestamptz,
    said_by text,
    said_at timestamptz,
    done_at timestamptz,
    seen_by text,
    constraint hands_pk primary key (job_id, epoch, ask_id),
    constraint hands_job_fk foreign key (job_id) references job (job_id),
    constraint hands_said_whole check ((said_by is null) = (said_at is null))
);
comment on table hands is 'What a person is asked to do with a phone in the middle of an attempt, and when it was done.';
comment on column hands.parked_until is 'By this database''s clock. Until then the attempt holds no lease timer and no flash slot.';
comment on column hands.said_by is 'Who says that it is done, for requests that the phone itself cannot show to be done.';
comment on column hands.seen_by is 'Whose word the station took; null when the phone itself showed it.';
create index hands_open_ix on hands (job_id) where done_at is null;
