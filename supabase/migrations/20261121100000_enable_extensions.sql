-- A hosted project has the schema; the embedded one makes it at bootstrap.
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists pgcrypto with schema extensions;
