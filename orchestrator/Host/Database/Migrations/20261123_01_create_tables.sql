-- People and places ---------------------------------------------------------------------------------------------------

create table site (
    site_id text not null,
    created_at timestamptz not null,
    constraint site_pk primary key (site_id),
    constraint site_id_shape check (site_id ~ '^[a-z0-9][a-z0-9-]{0,62}$')
);
comment on table site is 'A partner''s place: a school, a repair café, a community house.';

create table station (
    station_id text not null,
    site_id text not null,
    link_token text,
    previous_link_token text,
    refused_token_at timestamptz,
    agent_version text not null,
    flash_slots integer not null,
    last_heard_at timestamptz not null,
    created_at timestamptz not null,
    constraint station_pk primary key (station_id),
    constraint station_site_fk foreign key (site_id) references site (site_id),
    constraint station_id_shape check (station_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    constraint station_flash_slots_range check (flash_slots between 1 and 64)
);
comment on table station is 'A small PC at a site. Its newest or previous link token replaces an older link at once; any other is refused.';
comment on column station.link_token is 'Null after a person reset it: the next station of this name that shows none is taken.';
comment on column station.refused_token_at is 'When somebody else last tried to link under this name; null once its own link is back.';

create table phone (
    phone_id uuid not null,
    model text,
    site_id text,
    marks_disagree boolean not null default false,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    constraint phone_pk primary key (phone_id),
    constraint phone_site_fk foreign key (site_id) references site (site_id)
);
comment on table phone is 'One physical device. Its id outlives jobs and sites.';
comment on column phone.model is 'Vendor and codename as the phone gives them; null while not known.';
comment on column phone.site_id is 'Where it was last plugged in.';

create table phone_mark (
    kind text not null,
    hash bytea not null,
    phone_id uuid not null,
    last_four text not null,
    first_seen_at timestamptz not null,
    constraint phone_mark_pk primary key (kind, hash),
    constraint phone_mark_phone_fk foreign key (phone_id) references phone (phone_id),
    constraint phone_mark_hash_length check (octet_length(hash) = 32),
    constraint phone_mark_last_four_length check (length(last_four) <= 4)
);
comment on table phone_mark is 'What tells a phone from every other: HMAC-SHA256 of a serial, IMEI or label under a key that is never in this database.';
create index phone_mark_phone_ix on phone_mark (phone_id);

create table port (
    station_id text not null,
    path text not null,
    number integer not null,
    phone_id uuid,
    mode text,
    obstacle text,
    facts jsonb not null default '{}',
    seen_at timestamptz not null,
    constraint port_pk primary key (station_id, path),
    constraint port_station_fk foreign key (station_id) references station (station_id),
    constraint port_phone_fk foreign key (phone_id) references phone (phone_id)
);
comment on table port is 'Which phone is plugged in where, as its station last said. A picture, not a log.';
comment on column port.mode is 'Null when nothing is plugged in.';
comment on column port.facts is 'What the phone says about itself, without serials and IMEIs.';
create index port_phone_ix on port (phone_id);

-- What can be installed -----------------------------------------------------------------------------------------------

create table build (
    build_id text not null,
    name text not null,
    version text not null,
    counter bigint not null,
    manifest bytea not null,
    added_at timestamptz not null,
    constraint build_pk primary key (build_id),
    constraint build_id_shape check (build_id ~ '^[0-9a-f]{64}$'),
    constraint build_counter_range check (counter >= 0)
);
comment on table build is 'One release of an operating system for some models; its id is the SHA-256 of its canonical manifest.';

create table build_file (
    build_id text not null,
    name text not null,
    sha256 text not null,
    size_bytes bigint not null,
    constraint build_file_pk primary key (build_id, name),
    constraint build_file_build_fk foreign key (build_id) references build (build_id),
    constraint build_file_sha256_shape check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table build_file is 'The files of a build. Their bytes are beside the database, named by hash.';

create table plan (
    plan_id text not null,
    build_id text not null,
    model text not null,
    recipe_name text not null,
    recipe_yaml text not null,
    bytes bytea not null,
    added_at timestamptz not null,
    constraint plan_pk primary key (plan_id),
    constraint plan_build_fk foreign key (build_id) references build (build_id),
    constraint plan_id_shape check (plan_id ~ '^[0-9a-f]{64}$')
);
comment on table plan is 'A recipe compiled for one build and one model: the exact bytes that stations get. Its id is their SHA-256.';
create index plan_build_model_ix on plan (build_id, model, added_at desc);

-- Permission ----------------------------------------------------------------------------------------------------------

create table release (
    release_id uuid not null,
    phone_id uuid not null,
    basis text not null,
    released_by text not null,
    data_saved boolean not null,
    sim_and_sd_out boolean not null,
    accounts_removed boolean not null,
    battery_not_swollen boolean not null,
    screen_readable boolean not null,
    released_at timestamptz not null,
    ended_at timestamptz,
    ended_because text,
    ended_by text,
    constraint release_pk primary key (release_id),
    constraint release_phone_fk foreign key (phone_id) references phone (phone_id),
    constraint release_basis_known check (basis in ('owner-present', 'donated-lot', 'blank')),
    constraint release_end_known check (ended_because in ('used', 'handed-back')),
    constraint release_end_whole check ((ended_at is null) = (ended_because is null))
);
comment on table release is 'A named person''s permission to erase one phone. Used up by success, ended when the phone is handed back, never renewed.';
create unique index release_standing_uq on release (phone_id) where ended_at is null;

-- Work ----------------------------------------------------------------------------------------------------------------

create table job (
    job_id uuid not null,
    phone_id uuid not null,
    site_id text not null,
    build_id text not null,
    plan_id text not null,
    state text not null,
    waits_for text,
    epoch bigint not null default 0,
    station_id text,
    port_path text,
    release_id uuid,
    not_before timestamptz,
    asked text,
    asked_by text,
    asked_reason text,
    prepared_at timestamptz,
    refusals jsonb not null default '[]',
    failure_class text,
    proof text,
    alert text,
    submitted_by text not null,
    submit_key uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint job_pk primary key (job_id),
    constraint job_submit_key_uq unique (submit_key),
    constraint job_phone_fk foreign key (phone_id) references phone (phone_id),
    constraint job_site_fk foreign key (site_id) references site (site_id),
    constraint job_build_fk foreign key (build_id) references build (build_id),
    constraint job_plan_fk foreign key (plan_id) references plan (plan_id),
    constraint job_release_fk foreign key (release_id) references release (release_id),
    constraint job_state_known check
        (state in ('waiting', 'queued', 'offered', 'granted', 'interrupted', 'succeeded', 'written', 'failed', 'cancelled')),
    constraint job_waits_for_known check (waits_for in ('phone', 'release', 'date', 'hands')),
    constraint job_waiting_says_why check ((state = 'waiting') = (waits_for is not null)),
    constraint job_asked_known check (asked in ('cancel', 'inspect')),
    -- Nothing may be written to a phone that nobody released, whatever a program asks.
    constraint job_granted_has_release check (state not in ('granted', 'interrupted') or release_id is not null)
);
comment on table job is 'The wish "this phone gets this build", pinned to the hashes of build and plan.';
comment on column job.asked is 'What a person asked of the station that holds the attempt; a row, so that no restart forgets it.';
comment on column job.alert is 'Why a person must look although the job goes on.';
create unique index job_open_phone_uq on job (phone_id) where state in ('waiting', 'queued', 'offered', 'granted', 'interrupted');
create index job_open_site_ix on job (site_id, state) where state in ('waiting', 'queued');
create index job_held_station_ix on job (station_id) where state in ('offered', 'granted', 'interrupted');
create index job_changed_ix on job (changed_at desc, job_id);
create index job_phone_ix on job (phone_id, created_at desc);

create table job_event (
    job_event_id bigint generated always as identity,
    job_id uuid not null,
    epoch bigint not null,
    trigger text not null,
    from_state text,
    to_state text not null,
    waits_for text,
    by_whom text not null,
    reason text,
    at timestamptz not null,
    constraint job_event_pk primary key (job_event_id),
    constraint job_event_job_fk foreign key (job_id) references job (job_id)
);
comment on table job_event is 'Every move of every job, in the commit that moved it: played back, the events give the stored state.';
create index job_event_job_ix on job_event (job_id, job_event_id);

create table attempt (
    job_id uuid not null,
    epoch bigint not null,
    station_id text not null,
    port_path text not null,
    offered_at timestamptz,
    granted_at timestamptz,
    begun_at timestamptz,
    ended_at timestamptz,
    outcome text,
    proof text,
    failure_class text,
    step_id text,
    detail text,
    passed_point_of_no_return boolean,
    interrupted_because text,
    log_sha256 bytea,
    log_tail text,
    late boolean not null default false,
    constraint attempt_pk primary key (job_id, epoch),
    constraint attempt_job_fk foreign key (job_id) references job (job_id),
    constraint attempt_outcome_known check (outcome in ('succeeded', 'written', 'failed', 'cancelled'))
);
comment on table attempt is 'One try at a job at one station.';

create table attempt_step (
    job_id uuid not null,
    epoch bigint not null,
    sequence bigint not null,
    step_id text not null,
    result text not null,
    took interval not null,
    written_bytes bigint not null,
    constraint attempt_step_pk primary key (job_id, epoch, sequence)
);
comment on table attempt_step is 'What became of each step, in the order of the station''s journal.';

create table requeue (
    idempotency_key uuid not null,
    requeued_by text not null,
    reason text not null,
    at timestamptz not null,
    answer jsonb not null,
    constraint requeue_pk primary key (idempotency_key)
);
comment on table requeue is 'Each re-queuing and its answer, so that a repeated request starts nothing twice.';

-- The ledger ----------------------------------------------------------------------------------------------------------

create table journal (
    station_id text not null,
    journal_id text not null,
    recorded_sequence bigint not null,
    constraint journal_pk primary key (station_id, journal_id),
    constraint journal_recorded_range check (recorded_sequence >= 0)
);
comment on table journal is 'Per journal of a station: the highest sequence up to which every fact is committed.';

create table fact (
    station_id text not null,
    journal_id text not null,
    sequence bigint not null,
    kind text not null,
    job_id uuid,
    epoch bigint,
    body jsonb not null,
    late boolean not null,
    station_time timestamptz not null,
    boot_id text not null,
    monotonic_ms bigint not null,
    recorded_at timestamptz not null,
    constraint fact_pk primary key (station_id, journal_id, sequence),
    constraint fact_sequence_range check (sequence >= 1)
);
comment on table fact is 'Everything stations reported, once each. Late facts are kept and marked, never dropped.';
create index fact_job_ix on fact (job_id, epoch);

create table ledger (
    generation text not null,
    opened_at timestamptz not null,
    constraint ledger_pk primary key (generation)
);
comment on table ledger is 'One row: the generation, new after a restore, upon which stations send again all they keep.';
insert into ledger (generation, opened_at) values (gen_random_uuid()::text, now());
