create table view_offset (
  view text not null,
  partition int not null,
  next_offset bigint not null,
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
  started_at timestamptz not null,
  warn_at timestamptz not null,
  deadline timestamptz not null,
  warned_at timestamptz,
  breached_at timestamptz,
  stopped_at timestamptz,
  primary key (case_id, clock)
);
create index on sla_board (deadline, case_id, clock) where stopped_at is null;
create index on sla_board (state, deadline);
create index on sla_board (desk, deadline);
create index on sla_board (unit, deadline);
