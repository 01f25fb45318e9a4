/**
 * What each version changes, from none to 1, from 1 to 2, …: the current version is their number.
 * One that was released is never edited. Documents are text of JSON: a key keeps its place, and
 * what a person wrote is kept letter by letter.
 */
export const migrations: readonly string[] = [
  `
  create table goalpost.documents (
    collection text not null,
    id text not null,
    place bigint generated always as identity,
    body json not null,
    primary key (collection, id)
  );
  create index documents_in_order on goalpost.documents (collection, place);

  create table goalpost.audit (
    place bigint generated always as identity primary key,
    change text not null unique,
    at text not null,
    who text not null,
    via text not null,
    edits json not null,
    outside boolean not null
  );

  create table goalpost.odds_told (
    key text primary key,
    place bigint generated always as identity,
    body json not null
  );
  create table goalpost.odds_came (key text primary key, reached boolean not null);

  create table goalpost.kept (name text primary key, body json not null);

  create table goalpost.seen (
    key text primary key,
    token text not null,
    at timestamptz not null default now()
  );
  create index seen_since on goalpost.seen (at);

  create table goalpost.turns (
    name text primary key,
    holder text not null,
    until timestamptz not null
  );
  `,
  // Of a moment's worth: after a crash, or on another server, they count anew, and no disk is waited for.
  `
  create unlogged table goalpost.quotas (
    key text primary key,
    free_at timestamptz not null,
    at timestamptz not null
  );
  `,
];
