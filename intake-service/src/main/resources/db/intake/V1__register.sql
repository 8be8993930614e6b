create table view_offset (
  view text not null,
  partition int not null,
  next_offset bigint not null,
  -- What stands before this was there when the view was begun: read to make the view, and no news.
  news_from bigint not null,
  primary key (view, partition)
);

create table case_state (
  case_id text primary key,
  state jsonb not null
);

create table case_register (
  case_id text primary key,
  platform text not null,
  external_id text not null,
  channel text not null,
  class_code text not null,
  status text not null,
  title text not null,
  description text not null,
  district text,
  unit text,
  units text[] not null,
  lon double precision,
  lat double precision,
  reported_at timestamptz not null,
  updated_at timestamptz not null,
  accepted_at timestamptz,
  building text,
  floor text,
  follows text,
  followers int not null,
  followable boolean not null,
  linkable boolean not null,
  since text not null
);
create index on case_register (reported_at desc, case_id desc);
create index on case_register (platform, reported_at desc);
create index on case_register (district, reported_at desc);
create index on case_register (status, reported_at desc);
create index on case_register (class_code, reported_at desc);
create index on case_register using gin (units);
create index on case_register (follows, reported_at desc) where follows is not null;
-- Where a case that reports the same thing is looked for.
create index case_register_near on case_register (class_code, lat) where followable;
create index case_register_indoors on case_register (class_code, building) where followable and building is not null;

create table case_timeline (
  case_id text not null,
  event_id text not null,
  log_time timestamptz not null,
  log_offset bigint not null,
  happened_at timestamptz not null,
  name text not null,
  source text not null,
  effect text not null,
  void_reason text,
  data jsonb not null,
  primary key (case_id, event_id)
);

create table reporter_contact (
  case_id text primary key,
  name text not null,
  phone text not null
);

-- Cases whose contact was erased on request; nothing personal.
create table erased_contact (
  case_id text primary key
);

-- Names one making of this schema; contacts are read anew by each.
create table schema_generation (
  id uuid not null default gen_random_uuid()
);
insert into schema_generation default values;
