import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/base/canonical-json';
import { buildUuidV7, uuidV7Schema } from '../../shared/base/ids';
import { fromLocal } from '../../shared/base/time';
import {
  actionSchema,
  findKnownAction,
  payloadSchemas,
  subjectKey,
  subjectSchema,
  type Action,
  type KnownAction,
} from '../../shared/domain/actions/action';
import { isDossierKind } from '../../shared/domain/transition-table';
import type { VerdictCause } from '../../shared/domain/verdict';

/** How a receipt names an item, also one that is no action. */
export interface ItemName {
  readonly actionId: string;
  readonly subjectKey: string;
  /** SHA-256 (hex) of the canonical JSON as received. */
  readonly hash: string;
}

/** A well-formed action of the device that sent it. `known` is absent for a kind or version newer than this server. */
export interface SoundItem {
  readonly sound: true;
  readonly name: ItemName;
  readonly json: string;
  readonly action: Action;
  readonly known: KnownAction | undefined;
}

/** An item for quarantine. */
export interface UnsoundItem {
  readonly sound: false;
  readonly name: ItemName;
  readonly json: string;
  readonly cause: VerdictCause;
}

/** One item of a push after reading. */
export type PushItem = SoundItem | UnsoundItem;

/** Deeper than any action of ours by far; a guard of the recursive writer of canonical JSON. */
const DEPTH_MAX = 64;

/**
 * Whether an item can be hashed, stored and given back unchanged: not too deep, only finite numbers, no `__proto__` key
 * (some reader would lose or obey it). Works without recursion, since depth is what it guards against.
 */
function isStorable(raw: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: raw, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'number' && !Number.isFinite(value)) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEPTH_MAX || Object.hasOwn(value, '__proto__')) return false;
    for (const member of Object.values(value)) open.push({ value: member, depth: depth + 1 });
  }
  return true;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

function readMember(raw: unknown, name: string): unknown {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, name)
    ? (raw as Record<string, unknown>)[name]
    : undefined;
}

/** Ids are the sender's where they can be read, else made from the content, so that a repeat gets the same receipt. */
function nameItem(raw: unknown, hash: Buffer): ItemName {
  const id = uuidV7Schema.safeParse(readMember(raw, 'id'));
  const subject = subjectSchema.safeParse(readMember(raw, 'subject'));
  return {
    actionId: id.success ? id.data : buildUuidV7(0, hash),
    subjectKey: subject.success ? cleanText(subjectKey(subject.data)) : 'unknown',
    hash: hash.toString('hex'),
  };
}

/** PostgreSQL text cannot hold U+0000. */
function cleanText(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}

/** Beyond, a date has no four-digit year and no calendar of ours can place it. */
const LAST_INSTANT = fromLocal('9999-12-31', '00:00');

function isUnplaceable(action: Action): boolean {
  return action.at > LAST_INSTANT || action.happenedAt > LAST_INSTANT;
}

function hasNul(action: Action): boolean {
  return [action.kind, action.deviceId, action.incarnation, subjectKey(action.subject)].some((text) =>
    text.includes('\0'),
  );
}

/**
 * A kind of this version about the wrong sort of subject, or with a payload of this version that does not fit its schema.
 * A higher payload version is merely newer.
 */
function isMalformedKind(action: Action, known: KnownAction | undefined): boolean {
  if (!Object.hasOwn(payloadSchemas, action.kind)) return false;
  if (isDossierKind(action.kind) !== (action.subject.type === 'dossier')) return true;
  return known === undefined && action.payload.v === 1;
}

/** `fallback` names an item that cannot even be hashed (hash of the request and the item's place in it). */
function readUnstorable(raw: unknown, fallback: string): UnsoundItem {
  const name = nameItem(raw, sha256(`unstorable\n${fallback}`));
  return { sound: false, name, json: JSON.stringify({ unstorable: fallback }), cause: 'malformed' };
}

/**
 * Reads one item of a push. `fallback` must be the same whenever the same request is repeated. Never throws: whatever
 * came is either an action or goes to quarantine whole.
 */
export function readPushItem(raw: unknown, deviceId: string, fallback: string): PushItem {
  if (!isStorable(raw)) return readUnstorable(raw, fallback);
  const json = canonicalJson(raw);
  const name = nameItem(raw, sha256(json));
  const parsed = actionSchema.safeParse(raw);
  const unsound = (cause: VerdictCause): UnsoundItem => ({ sound: false, name, json, cause });
  // A stamp field this version does not know would be lost at every reader, and its hash would then fit nowhere.
  if (!parsed.success || canonicalJson(parsed.data) !== json) return unsound('malformed');
  if (parsed.data.deviceId !== deviceId) return unsound('malformed');
  if (hasNul(parsed.data) || isUnplaceable(parsed.data)) return unsound('malformed');
  const known = findKnownAction(parsed.data);
  if (isMalformedKind(parsed.data, known)) return unsound('malformed');
  return { sound: true, name, json, action: parsed.data, known };
}
