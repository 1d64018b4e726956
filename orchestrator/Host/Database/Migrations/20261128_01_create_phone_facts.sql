create table phone_facts (
    phone_id uuid not null,
    mode text not null,
    facts jsonb not null,
    unlocked boolean,
    seen_at timestamptz not null,
    constraint phone_facts_pk primary key (phone_id, mode),
    constraint phone_facts_phone_fk foreign key (phone_id) references phone (phone_id)
);
comment on table phone_facts is 'What a phone last said about itself in each mode, without serials and IMEIs. It outlives the unplugging.';
comment on column phone_facts.unlocked is 'Whether it said that its bootloader is open; null when it did not say.';

insert into phone_facts (phone_id, mode, facts, unlocked, seen_at)
select distinct on (phone_id, mode) phone_id, mode, facts,
    case
        when facts ->> 'getvar.unlocked' = 'yes' or facts ->> 'getprop.ro.boot.flash.locked' = '0' then true
        when facts ->> 'getvar.unlocked' = 'no' or facts ->> 'getprop.ro.boot.flash.locked' = '1' then false
    end,
    seen_at
from port
where phone_id is not null and mode is not null and facts <> '{}'
order by phone_id, mode, seen_at desc;
