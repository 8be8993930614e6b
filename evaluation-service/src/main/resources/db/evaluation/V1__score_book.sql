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

create table score_book (
  case_id text primary key,
  platform text not null,
  class_code text not null,
  channel text not null,
  district text,
  unit text,
  status text not null,
  reported_at timestamptz not null,
  accepted_at timestamptz,
  declined_at timestamptz,
  dispatched_at timestamptz,
  acknowledged_at timestamptz,
  handled_at timestamptz,
  verified_at timestamptz,
  closed_at timestamptz,
  accept_breached boolean not null,
  acknowledge_breached boolean not null,
  handle_breached boolean not null,
  verify_breached boolean not null,
  overall_breached boolean not null,
  returns int not null,
  reworks int not null,
  escalations int not null,
  reopenings int not null,
  satisfaction int,
  resolved boolean
);
create index on score_book (reported_at);
create index on score_book (district, reported_at);
create index on score_book (unit, reported_at);

-- Who has returned what; a unit is charged with its own returns, whoever led the case in the end.
create table returned_order (
  order_id text primary key,
  case_id text not null,
  platform text not null,
  class_code text not null,
  channel text not null,
  district text,
  unit text not null,
  reason text not null,
  returned_at timestamptz not null,
  reported_at timestamptz not null,
  buck_passing boolean not null
);
create index on returned_order (reported_at);
create index on returned_order (district, reported_at);
create index on returned_order (unit, reported_at);
