-- A statement ends before the request that waits for it does (lib/platform/deadlines.ts): the person is told to try
-- again, and no connection works on for an answer that nobody takes. 57014 is what they get.
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '5s';
alter role service_role set statement_timeout = '6s';
