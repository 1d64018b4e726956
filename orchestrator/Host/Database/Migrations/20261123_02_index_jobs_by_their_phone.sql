-- A look of Dispatch passes over jobs that wait for a phone nobody has plugged in, however many there are.
create index job_unsettled_site_ix on job (site_id) where state in ('waiting', 'queued') and waits_for is distinct from 'phone';
create index station_site_ix on station (site_id);
