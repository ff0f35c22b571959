import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { canonicalJson } from '../../shared/base/canonical-json';
import { buildUuidV7 } from '../../shared/base/ids';
import { toLocalDay, type LocalDay } from '../../shared/base/time';
import {
  findKnownAction,
  subjectKey,
  type Action,
  type KnownKind,
  type PayloadOf,
  type Subject,
} from '../../shared/domain/actions/action';
import { formatOfficialCode } from '../../shared/domain/dossier-code';
import { findUnitInCharge } from '../../shared/domain/unit-succession';
import type { Tables } from '../database/tables';
import type { Device } from '../devices';
import { takeServerNumber } from '../leases';
import type { ServerContext } from '../server-context';
import { acceptItem, SERVER_DEVICE_ID } from './accept-item';
import type { SoundItem } from './push-item';
import type { PushWork } from './push-work';
import { needsOfficialCode, serverSequenceRow } from './unit-locks';

/** The server in the place of a device that acts for one unit. */
export function serverDevice(unitId: string): Device {
  return {
    deviceId: SERVER_DEVICE_ID,
    unitId,
    counterId: '',
    scope: new Set([unitId]),
    roles: [],
    jwk: {},
    revoked: false,
  };
}

/** What the server wants to record. */
export interface ServerAct<K extends KnownKind> {
  readonly subject: Subject;
  readonly kind: K;
  readonly payload: PayloadOf<K>;
  readonly base: number;
  readonly seq: number;
  /** Practice data only: the officer in whose place the server writes. */
  readonly officerId?: string;
}

/** Stamps an act of the server as a device's main would. Throws on a payload that does not fit its kind. */
export function buildServerItem<K extends KnownKind>(context: ServerContext, act: ServerAct<K>): SoundItem {
  const at = context.now();
  const { officerId = SERVER_DEVICE_ID, ...said } = act;
  const action: Action = {
    ...said,
    id: buildUuidV7(at, context.randomBytes(10)),
    at,
    happenedAt: at,
    deviceId: SERVER_DEVICE_ID,
    incarnation: context.serverEpoch,
    officerId,
  };
  const known = findKnownAction(action);
  if (!known) throw new Error(`server action of kind ${act.kind} does not fit its schema`);
  const json = canonicalJson(action);
  const hash = createHash('sha256').update(json, 'utf8').digest('hex');
  return {
    sound: true,
    name: { actionId: action.id, subjectKey: subjectKey(action.subject), hash },
    json,
    action,
    known,
  };
}

/** Next number of the server's own sequence, from the counter row that this transaction holds. */
export function takeServerSeq(context: ServerContext, work: PushWork): number {
  const row = serverSequenceRow(context.serverEpoch);
  const seq = (work.feedHeads.get(row) ?? 0) + 1;
  work.feedHeads.set(row, seq);
  return seq;
}

function decideCodeDay(context: ServerContext, action: Action, reason: 'noLease' | 'clockDoubt'): LocalDay {
  // The device itself doubted its clock: only the server's day can be trusted then.
  return toLocalDay(reason === 'clockDoubt' ? context.now() : action.happenedAt);
}

/**
 * Pairs an official code with the temporary number of a reception just accepted. Does nothing when the dossier already has
 * one, or when the server's own block of that day is used up: the temporary number then stays valid.
 */
export async function assignOfficialCode(
  context: ServerContext,
  db: Transaction<Tables>,
  place: { work: PushWork; item: SoundItem },
): Promise<void> {
  const { work, item } = place;
  const { known, action } = item;
  const subject = work.subjects.get(item.name.subjectKey);
  if (
    !needsOfficialCode(item) ||
    known?.kind !== 'DossierReceived' ||
    known.payload.code.kind !== 'temporary' ||
    !subject
  ) {
    return;
  }
  if (subject.actions.some((other) => other.kind === 'OfficialCodeAssigned')) return;
  const { code, receivingUnitId } = known.payload;
  const day = decideCodeDay(context, action, code.reason);
  const agencyId = findUnitInCharge(context.shelf.unitsOn(day), receivingUnitId, day);
  const number = await takeServerNumber(db, context.given, { agencyId, day });
  if (number === undefined) return;
  const payload: PayloadOf<'OfficialCodeAssigned'> = {
    v: 1,
    code: formatOfficialCode({ agencyId, day, number }),
    replaces: code.value,
  };
  const act = {
    subject: action.subject,
    kind: 'OfficialCodeAssigned' as const,
    payload,
    base: subject.lastPos,
    seq: takeServerSeq(context, work),
  };
  acceptItem(context, { ...work, device: serverDevice(agencyId) }, buildServerItem(context, act));
}
