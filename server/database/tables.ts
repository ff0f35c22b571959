import type { Generated } from 'kysely';

/** Facts of the server itself that outlive a run, by name (`serverEpoch`). */
export interface ServerStateTable {
  name: string;
  value: string;
}

/** One row per unit: `feed_n` is the last number of its feed. Locking the row orders everything written for the unit. */
export interface UnitCountersTable {
  unit_id: string;
  feed_n: Generated<number>;
}

/** An enrolled device. `receives_for` and `roles` are JSON lists, `jwk` the public key (JSON). Times are Unix ms. */
export interface DevicesTable {
  device_id: string;
  name: string;
  unit_id: string;
  counter_id: string;
  receives_for: string;
  roles: string;
  jwk: string;
  thumbprint: string;
  enrolled_at: number;
  revoked_at: number | null;
}

/** One-time enrolment codes, kept as SHA-256 only. `device_id` is the device that used the code up. */
export interface EnrolCodesTable {
  code_hash: string;
  unit_id: string;
  counter_id: string | null;
  receives_for: string;
  roles: string;
  expires_at: number;
  device_id: string | null;
}

/** Officers the province knows; `officer_json` follows `officerSchema` of shared/domain. */
export interface OfficersTable {
  officer_id: string;
  delegation_id: string | null;
  officer_json: string;
}

/** A dossier or unit day. `home_unit` gives the positions; `received` says whether a reception was accepted. */
export interface SubjectsTable {
  subject_key: string;
  home_unit: string;
  last_pos: number;
  received: boolean;
}

/** Units that may see a subject; each gets a feed row for every accepted action of it. */
export interface SubjectUnitsTable {
  subject_key: string;
  unit_id: string;
}

/** Accepted and refused actions as received (`action_json`: canonical JSON), with the receipt that was answered. */
export interface ActionsTable {
  action_id: string;
  subject_key: string;
  pos: number;
  kind: string;
  device_id: string;
  incarnation: string;
  seq: number;
  action_hash: string;
  action_json: string;
  verdict: string;
  receipt_json: string;
  received_at: number;
}

/** What a unit may pull, in the order of commit: `n` = 1, 2, 3 … per unit. */
export interface FeedTable {
  unit_id: string;
  n: number;
  subject_key: string;
  pos: number;
}

/** Items outside every dossier: malformed, forged, of a foreign unit or from a revoked device. Kept whole. */
export interface QuarantineTable {
  device_id: string;
  item_hash: string;
  action_id: string;
  incarnation: string | null;
  seq: number | null;
  cause: string;
  item_json: string;
  receipt_json: string;
  received_at: number;
}

/**
 * Codes seen on dossiers or voided; the first user of a code keeps it. `agency_id`, `day`, `number` take an official code
 * apart and are null where a text is no such code.
 */
export interface DossierCodesTable {
  code: string;
  subject_key: string;
  action_id: string;
  agency_id: string | null;
  day: string | null;
  number: number | null;
  state: 'used' | 'void';
}

/** Next free numbers of an agency and day: `next_no` for leases, `next_server_no` for codes the server assigns itself. */
export interface LeaseCountersTable {
  agency_id: string;
  day: string;
  next_no: Generated<number>;
  next_server_no: number;
}

/** Granted code ranges; ranges of one agency and day never overlap. */
export interface LeasesTable {
  lease_id: string;
  device_id: string;
  agency_id: string;
  day: string;
  from_no: number;
  to_no: number;
  granted_at: number;
}

/** Ranges of a lease that its device gave back: never free again. */
export interface LeaseReturnsTable {
  lease_id: string;
  from_no: number;
  to_no: number;
  returned_at: number;
}

/** Codes printed on the slips of paper kits: spent, though no dossier has them yet. Parts as in `dossier_codes`. */
export interface KitCodesTable {
  code: string;
  kit_id: string;
  action_id: string;
  agency_id: string | null;
  day: string | null;
  number: number | null;
}

/** All tables of the server, for Kysely. Whole numbers are JavaScript numbers (below 2^53). */
export interface Tables {
  server_state: ServerStateTable;
  unit_counters: UnitCountersTable;
  devices: DevicesTable;
  enrol_codes: EnrolCodesTable;
  officers: OfficersTable;
  subjects: SubjectsTable;
  subject_units: SubjectUnitsTable;
  actions: ActionsTable;
  feed: FeedTable;
  quarantine: QuarantineTable;
  dossier_codes: DossierCodesTable;
  lease_counters: LeaseCountersTable;
  leases: LeasesTable;
  lease_returns: LeaseReturnsTable;
  kit_codes: KitCodesTable;
}
