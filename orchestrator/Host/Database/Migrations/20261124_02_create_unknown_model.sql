create table unknown_model (
    code text not null,
    facts jsonb not null,
    first_asked_at timestamptz not null,
    constraint unknown_model_pk primary key (code),
    constraint unknown_model_code_shape check (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$')
);
comment on table unknown_model is 'What phones of unknown models say of themselves, without serials and IMEIs, under a code that people can read out.';
