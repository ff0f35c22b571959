/** What else becomes of leased numbers: given back by a device, or printed on the slips of a paper kit. */
export const codeFates = {
  name: '0002-code-fates',
  statements: [
    `create table lease_returns (
      lease_id text not null references leases, from_no bigint not null check (from_no > 0), to_no bigint not null,
      returned_at bigint not null, primary key (lease_id, from_no), check (from_no <= to_no))`,
    `create table kit_codes (
      code text primary key, kit_id text not null, action_id text not null, agency_id text, day text, number bigint)`,
    `create index kit_codes_by_day on kit_codes (agency_id, day)`,
  ],
} as const;
