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
-- Cases that new boundaries may move.
create index case_state_unsolved on case_state (case_id)
  where state -> 'state' ->> 'phase' in ('accepted', 'dispatched', 'acknowledged', 'returned', 'rework', 'reopened');

create table order_book (
  order_id text primary key,
  case_id text not null,
  role text not null,
  unit text not null,
  desk text not null,
  district text not null,
  case_district text,
  status text not null,
  escalated boolean not null,
  returnable boolean not null,
  answerable boolean not null,
  class_code text not null,
  cause text not null,
  lon double precision,
  lat double precision,
  address text,
  building text,
  floor text,
  cell_path text[] not null,
  decision jsonb not null,
  deadlines jsonb not null,
  acknowledge_due timestamptz,
  handle_due timestamptz,
  issued_at timestamptz not null,
  acknowledged_at timestamptz,
  answered_at timestamptz,
  answer text,
  reason_code text
);
create index on order_book (case_id);
create index on order_book (desk, status, order_id);
create index on order_book (unit, status, order_id);
create index on order_book (district, status, order_id);
create index on order_book (case_district, status, order_id);
create index on order_book (handle_due) where status in ('issued', 'acknowledged');
