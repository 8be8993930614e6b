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

create table sla_board (
  case_id text not null,
  clock text not null,
  kind text not null,
  order_id text,
  class_code text not null,
  district text,
  unit text,
  desk text,
  state text not null,
  level text,
  due timestamptz not null,
  started_at timestamptz not null,
  warn_at timestamptz,
  deadline timestamptz,
  left_ms bigint,
  suspended_until timestamptz,
  warned_at timestamptz,
  breached_at timestamptz,
  stopped_at timestamptz,
  primary key (case_id, clock)
);
-- A question asks each of the states it means by itself, in the order of what is due first: see SlaQuery.
create index on sla_board (state, due, case_id, clock);
create index on sla_board (district, state, due, case_id, clock);
create index on sla_board (class_code, state, due, case_id, clock);
create index on sla_board (desk, state, due, case_id, clock);
create index on sla_board (unit, state, due, case_id, clock) where unit <> desk;
-- Counted every ten seconds: those that nobody has answered, without a look at the many that were.
create index on sla_board (district, kind, state) where state in ('running', 'warned', 'suspended', 'breached');

create table supervised_case (
  case_id text primary key,
  class_code text not null,
  district text,
  status text not null,
  listed boolean not null,
  since timestamptz not null,
  times int not null,
  last timestamptz not null,
  reason text not null,
  follow_up_at timestamptz
);
create index on supervised_case (since, case_id) where listed;
create index on supervised_case (district, since, case_id) where listed;

create table operating_mode (
  event_id text not null,
  number int not null,
  planned boolean not null,
  place text not null,
  mode text not null,
  from_at timestamptz,
  until_at timestamptz,
  reason text not null,
  actor text not null,
  said_at timestamptz not null,
  primary key (event_id, number)
);

create table plan_of_modes (
  one boolean primary key,
  event_id text not null,
  said_at timestamptz not null
);
