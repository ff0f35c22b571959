import { toLocalDay } from '../../shared/base/time';
import type { KnownAction } from '../../shared/domain/actions/action';
import { parseDossierCode } from '../../shared/domain/dossier-code';
import { isLeaseVoid } from '../../shared/domain/unit-succession';
import type { Receipt, Verdict, VerdictCause } from '../../shared/domain/verdict';
import { toFaultFields } from '../log';
import { newErrorId } from '../error-id';
import type { ServerContext } from '../server-context';
import { findActors } from './actors';
import { findCodeFault, noteCode } from './code-book';
import { foldCounterDays } from './counter-days';
import { decideHomeUnit, findNewUnits, findReceivingUnit, isInScope } from './home-unit';
import { judgeDossierAction } from './judge-dossier-action';
import type { CodeFault } from './judge-input';
import { judgeUnitDayAction } from './judge-unit-day-action';
import type { PushItem, SoundItem } from './push-item';
import type { PushWork } from './push-work';
import { writeReceipt } from './receipt-writer';
import { openNewSubject, type SubjectWork } from './subject-work';
import { buildVerdict } from './verdict-words';

/** Kinds that only the server writes; from a device they are forged. */
const serverKinds: ReadonlySet<string> = new Set(['OnlineSubmissionArrived', 'OfficialCodeAssigned']);

/** Device id under which the server writes its own actions. */
export const SERVER_DEVICE_ID = 'server';

/** Puts an item aside, whole, outside every dossier. */
export function quarantineItem(
  context: ServerContext,
  work: PushWork,
  { item, cause }: { readonly item: PushItem; readonly cause: VerdictCause },
): Receipt {
  const { actionId, subjectKey, hash } = item.name;
  const receipt = writeReceipt(context, {
    actionId,
    subjectKey,
    actionHash: hash,
    pos: null,
    verdict: buildVerdict('quarantined', cause),
  });
  work.quarantined.set(hash, receipt);
  const place = item.sound
    ? { incarnation: item.action.incarnation, seq: item.action.seq }
    : { incarnation: null, seq: null };
  work.newQuarantine.push({
    ...{ device_id: work.device.deviceId, item_hash: hash, action_id: actionId, ...place, cause },
    ...{ item_json: item.json, receipt_json: JSON.stringify(receipt), received_at: receipt.at },
  });
  return receipt;
}

/** A sound item and the subject it is about. */
interface Placed {
  readonly item: SoundItem;
  readonly subject: SubjectWork;
}

/** Why an action must stay outside the dossier; `undefined` when it may enter. */
function findQuarantineCause(work: PushWork, placed: Placed): VerdictCause | undefined {
  const { device } = work;
  const { item } = placed;
  const { id, incarnation, seq, kind } = item.action;
  if (device.revoked) return 'deviceRevoked';
  if (serverKinds.has(kind) && device.deviceId !== SERVER_DEVICE_ID) return 'permission';
  // Same id with other content, or a sequence number used twice: one of the two is not what the device once wrote.
  if (work.byId.has(id) || work.bySeq.has(`${incarnation}:${String(seq)}`)) return 'conflict';
  return isInScope(placed, device, work.offices) ? undefined : 'foreignUnit';
}

function judge(context: ServerContext, work: PushWork, { item, subject }: Placed): Verdict {
  const { known } = item;
  if (!known) return buildVerdict('acceptedWithIssue', 'unknownKind');
  // The server's own acts are not judged by the rules of a counter.
  if (work.device.deviceId === SERVER_DEVICE_ID) return { type: 'accepted' };
  const input = {
    action: known,
    subject,
    actors: findActors(known, work.device, work.officers),
    codeFault: findCodeFault(known, subject.key, work.codes) ?? findEndedAgency(context, known),
    procedureCodes: context.shelf.procedureCodes,
    calendar: context.shelf.calendar,
    rules: context.shelf.actRulesOn(toLocalDay(known.at)),
    counterDays: foldCounterDays(work.subjects, known, { device: work.device, units: work.offices.units }),
    now: context.now(),
  };
  return known.subject.type === 'dossier' ? judgeDossierAction(input) : judgeUnitDayAction(input);
}

/** A code of an agency that no longer existed on the day of the code: its leases were void (counter reality §1.14). */
function findEndedAgency({ shelf }: ServerContext, action: KnownAction): CodeFault | undefined {
  if (action.kind !== 'DossierReceived' || action.payload.code.kind !== 'official') return undefined;
  const code = parseDossierCode(action.payload.code.value);
  if (!code.ok || code.value.kind !== 'official') return undefined;
  return isLeaseVoid(shelf.unitsOn(code.value.day), code.value) ? 'codeOutsideLease' : undefined;
}

/** Content on which the rules themselves fail must not stop the items behind it for ever. */
function judgeSafely(context: ServerContext, work: PushWork, placed: Placed): Verdict {
  try {
    return judge(context, work, placed);
  } catch (error) {
    context.log.fault(toFaultFields(error, newErrorId(context.randomBytes)));
    return buildVerdict('quarantined', 'malformed');
  }
}

/** A unit that sees the subject for the first time gets what was accepted before, then all that follows. */
function shareWith(work: PushWork, subject: SubjectWork, unitId: string): void {
  if (subject.units.has(unitId)) return;
  subject.units.add(unitId);
  for (let pos = 1; pos <= subject.lastPos; pos += 1) work.newFeed.push({ unitId, subjectKey: subject.key, pos });
}

/** Enters an action into its subject at the next position and into the feed of every unit that may see it. */
function enterAction(
  context: ServerContext,
  work: PushWork,
  entry: { item: SoundItem; subject: SubjectWork; verdict: Verdict },
): Receipt {
  const { item, subject, verdict } = entry;
  const receiving = findReceivingUnit(item);
  if (receiving !== undefined && !subject.received) {
    subject.homeUnit = receiving;
    subject.received = true;
  }
  for (const unitId of findNewUnits(item, work.device, work.offices)) shareWith(work, subject, unitId);
  subject.lastPos += 1;
  const pos = subject.lastPos;
  const receipt = writeReceipt(context, {
    actionId: item.action.id,
    subjectKey: subject.key,
    actionHash: item.name.hash,
    pos,
    verdict,
  });
  for (const unitId of subject.units) work.newFeed.push({ unitId, subjectKey: subject.key, pos });
  subject.actions.push(item.action);
  subject.receipts.set(item.action.id, receipt);
  work.subjects.set(subject.key, subject);
  work.byId.set(item.action.id, { hash: item.name.hash, receipt });
  work.bySeq.set(`${item.action.incarnation}:${String(item.action.seq)}`, item.action.id);
  work.newActions.push({ item, receipt, pos });
  if (item.known) noteCode(item.known, subject.key, work.codes);
  return receipt;
}

/** The receipt of one item: that of an earlier time, a place in its subject, or quarantine. Changes `work` only. */
export function acceptItem(context: ServerContext, work: PushWork, item: PushItem): Receipt {
  const earlier = work.quarantined.get(item.name.hash);
  if (earlier) return earlier;
  if (!item.sound) return quarantineItem(context, work, { item, cause: item.cause });
  const known = work.byId.get(item.action.id);
  if (known?.hash === item.name.hash) return known.receipt;
  const subject =
    work.subjects.get(item.name.subjectKey) ?? openNewSubject(item.action.subject, decideHomeUnit(item, work.device));
  const cause = findQuarantineCause(work, { item, subject });
  if (cause !== undefined) return quarantineItem(context, work, { item, cause });
  const verdict = judgeSafely(context, work, { item, subject });
  if (verdict.type === 'quarantined') return quarantineItem(context, work, { item, cause: verdict.cause });
  return enterAction(context, work, { item, subject, verdict });
}
