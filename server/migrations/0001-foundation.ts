/** First shape of the provincial database: devices, actions with receipts, feeds, code ranges, quarantine. */
export const foundation = {
  name: '0001-foundation',
  statements: [
    `create table server_state (name text primary key, value text not null)`,
    `create table unit_counters (unit_id text primary key, feed_n bigint not null default 0)`,
    `create table devices (
      device_id text primary key, name text not null, unit_id text not null, counter_id text not null,
      receives_for text not null, roles text not null, jwk text not null, thumbprint text not null unique,
      enrolled_at bigint not null, revoked_at bigint)`,
    `create table enrol_codes (
      code_hash text primary key, unit_id text not null, counter_id text, receives_for text not null, roles text not null,
      expires_at bigint not null, device_id text references devices)`,
    `create table officers (officer_id text primary key, delegation_id text, officer_json text not null)`,
    `create index officers_by_delegation on officers (delegation_id)`,
    `create table subjects (
      subject_key text primary key, home_unit text not null, last_pos bigint not null, received boolean not null)`,
    `create table subject_units (
      subject_key text not null references subjects, unit_id text not null references unit_counters,
      primary key (subject_key, unit_id))`,
    `create table actions (
      action_id text primary key, subject_key text not null references subjects, pos bigint not null check (pos > 0),
      kind text not null, device_id text not null, incarnation text not null, seq bigint not null check (seq > 0),
      action_hash text not null, action_json text not null, verdict text not null, receipt_json text not null,
      received_at bigint not null, unique (subject_key, pos), unique (device_id, incarnation, seq))`,
    `create table feed (
      unit_id text not null references unit_counters, n bigint not null, subject_key text not null, pos bigint not null,
      primary key (unit_id, n), unique (unit_id, subject_key, pos),
      foreign key (subject_key, pos) references actions (subject_key, pos))`,
    `create table quarantine (
      device_id text not null, item_hash text not null, action_id text not null, incarnation text, seq bigint,
      cause text not null, item_json text not null, receipt_json text not null, received_at bigint not null,
      primary key (device_id, item_hash))`,
    `create table dossier_codes (
      code text primary key, subject_key text not null, action_id text not null, agency_id text, day text, number bigint,
      state text not null)`,
    `create index dossier_codes_by_day on dossier_codes (agency_id, day)`,
    `create table lease_counters (
      agency_id text not null, day text not null, next_no bigint not null default 1, next_server_no bigint not null,
      primary key (agency_id, day))`,
    `create table leases (
      lease_id text primary key, device_id text not null references devices, agency_id text not null, day text not null,
      from_no bigint not null check (from_no > 0), to_no bigint not null, granted_at bigint not null,
      check (from_no <= to_no), unique (agency_id, day, from_no))`,
    `create index leases_by_device on leases (device_id, agency_id, day)`,
  ],
} as const;
