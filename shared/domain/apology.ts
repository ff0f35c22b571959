import { toLocalDay, type Instant } from '../base/time';
import { decideAppointment } from './appointment';
import { workingTimeBetween } from './deadline-clock';
import { buildDeadlineHistory, cutHistory } from './deadline-history';
import type { DeadlineRules } from './deadline-rules';
import type { ApologyRecord } from './dossier-records';
import type { DossierState } from './dossier-shape';
import { decideLegalDates } from './legal-dates';
import { findHolder, isOwnUnit, type HolderGroup } from './overdue-holders';
import type { TimeLimit } from './procedure-limit';
import type { RuleSet } from './rule-set';
import { runWorkingTime } from './time-limit';
import { findWorkingStart, workingStretches, type WorkingCalendar } from './working-calendar';
import { addDays, atTimeOfDay } from './working-calendar-days';

/** Further time a draft proposes; leaders edit it. No text read so far names a length (domain notes §5.5; provisional). */
export const proposedExtension: TimeLimit = { unit: 'workingDays', amount: 3 };

/** What the apology of a dossier is decided from, as it stood at `now`. */
export interface ApologyInput {
  readonly state: DossierState;
  readonly rules: DeadlineRules;
  readonly ruleSet: Pick<RuleSet, 'extensionsAllowed'>;
  /** Names by which the own unit and its desks go. */
  readonly ownUnits: readonly string[];
  readonly now: Instant;
  /** Left out: {@link proposedExtension}. */
  readonly extension?: TimeLimit;
}

/**
 * A draft, never stored. `letter`: the own unit handles, its head signs and apologises. `reminder`: another unit handles, so
 * only its head may apologise (domain notes §2.6); the own unit reminds it and asks for the letter.
 */
export interface ApologyDraft {
  readonly dossierId: string;
  readonly kind: 'letter' | 'reminder';
  /** Its head signs the letter. */
  readonly handlingUnit: string;
  readonly due: Instant;
  /** Who has the folder now: the reason proposed. */
  readonly reason: { readonly group: HolderGroup; readonly who: string };
  readonly proposedPromise: Instant | null;
  /** The promise would be a second one: it needs an approver who is there (NĐ 61/2018 art. 19; provisional). */
  readonly needsApprover: boolean;
}

/**
 * Where the apology of a dossier stands. It counts only when delivered. `lateWithoutApology`: the date has passed and the
 * citizen has none; `reached` tells how far it came, `draft` is null once handling has ended or while it is paused.
 */
export type ApologyStanding =
  | { readonly kind: 'notNeeded'; readonly why: 'notReceived' | 'noDate' | 'notYet' | 'paused' | 'endedInTime' }
  | { readonly kind: 'dueToDraft'; readonly draft: ApologyDraft }
  | { readonly kind: 'drafted'; readonly draft: ApologyDraft; readonly printedAt: Instant }
  | { readonly kind: 'signed'; readonly due: Instant; readonly apology: ApologyRecord }
  | {
      readonly kind: 'delivered';
      readonly due: Instant;
      readonly apology: ApologyRecord;
      readonly deliveredAt: Instant;
      /** The citizen had it before the date passed. */
      readonly beforeDue: boolean;
      /** The new promise has passed as well, and handling has not ended. */
      readonly promiseBroken: boolean;
    }
  | {
      readonly kind: 'lateWithoutApology';
      readonly due: Instant;
      readonly reached: 'nothing' | 'drafted' | 'signed';
      readonly draft: ApologyDraft | null;
      readonly apology: ApologyRecord | null;
    };

/** Longest run of days off that is looked back over. */
const MAX_DAYS_BACK = 60;

/**
 * From when on a draft lies ready: the opening of the working day before the due day (rule of practice: one working day
 * ahead; features 35). A limit too short for that: from half of its working time on.
 */
export function draftFrom(due: Instant, receivedAt: Instant, calendar: WorkingCalendar): Instant {
  const begin = findWorkingStart(calendar, receivedAt).at;
  let day = addDays(toLocalDay(due), -1);
  for (let back = 1; back < MAX_DAYS_BACK && workingStretches(calendar, day).length === 0; back += 1) {
    day = addDays(day, -1);
  }
  const opening = atTimeOfDay(day, workingStretches(calendar, day)[0]?.from ?? 0);
  if (opening > begin) return opening;
  const half = Math.max(0, workingTimeBetween(calendar, begin, due)) / 2;
  return runWorkingTime({ startsAt: begin, calendar }, half).due;
}

function deliveredBy(state: DossierState, now: Instant): readonly ApologyRecord[] {
  return state.apologies.filter((apology) => apology.delivered !== null && apology.delivered.at <= now);
}

/** The draft for a dossier that is or will be late. */
function buildDraft(input: ApologyInput, due: Instant): ApologyDraft {
  const { state, rules, ruleSet, ownUnits, now, extension = proposedExtension } = input;
  const { calendar } = rules;
  const holder = findHolder({ state, ownUnits, calendar }, now);
  const { fact } = holder;
  const from = Math.max(due, now);
  return {
    dossierId: state.dossierId,
    kind: kindOf(input),
    handlingUnit: state.handlingUnit,
    due,
    reason: { group: holder.group, who: 'who' in fact ? fact.who : '' },
    proposedPromise: decideAppointment({ limit: extension, receivedAt: from, calendar, rules }).promisedAt,
    needsApprover: state.extensions.filter((one) => one.at <= now).length >= ruleSet.extensionsAllowed,
  };
}

interface Dated extends ApologyInput {
  readonly due: Instant;
  readonly endedAt: Instant | null;
  /** The limit stands still since then; null when it runs. */
  readonly pausedSince: Instant | null;
  readonly receivedAt: Instant;
}

function kindOf({ state, ownUnits }: ApologyInput): ApologyDraft['kind'] {
  return isOwnUnit(state.handlingUnit, ownUnits) ? 'letter' : 'reminder';
}

/** When letter or reminder was printed last. */
function findPrinted(input: ApologyInput): Instant | null {
  const { state, now } = input;
  const form = kindOf(input) === 'letter' ? 'apology' : 'handlingReminder';
  return state.prints.findLast((print) => print.form === form && print.at <= now)?.at ?? null;
}

function standDelivered({ due, endedAt, now }: Dated, apology: ApologyRecord, deliveredAt: Instant): ApologyStanding {
  const promiseBroken = endedAt === null && now > apology.newPromise;
  return { kind: 'delivered', due, apology, deliveredAt, beforeDue: deliveredAt <= due, promiseBroken };
}

function standLate(dated: Dated, signed: ApologyRecord | null): ApologyStanding {
  const { due, endedAt, pausedSince } = dated;
  const draft = endedAt === null && pausedSince === null ? buildDraft(dated, due) : null;
  const reached = signed ? 'signed' : findPrinted(dated) === null ? 'nothing' : 'drafted';
  return { kind: 'lateWithoutApology', due, reached, draft, apology: signed };
}

function standDated(dated: Dated): ApologyStanding {
  const { state, now, due, endedAt, pausedSince, receivedAt, rules } = dated;
  const delivered = deliveredBy(state, now).at(-1);
  if (delivered?.delivered) return standDelivered(dated, delivered, delivered.delivered.at);
  const signed = state.apologies.findLast((apology) => apology.at <= now) ?? null;
  // What stopped the limit in time keeps it from passing.
  if ((endedAt ?? pausedSince ?? now) > due) return standLate(dated, signed);
  if (endedAt !== null) return { kind: 'notNeeded', why: 'endedInTime' };
  if (pausedSince !== null) return { kind: 'notNeeded', why: 'paused' };
  if (signed) return { kind: 'signed', due, apology: signed };
  const printedAt = findPrinted(dated);
  if (printedAt !== null) return { kind: 'drafted', draft: buildDraft(dated, due), printedAt };
  if (now < draftFrom(due, receivedAt, rules.calendar)) return { kind: 'notNeeded', why: 'notYet' };
  return { kind: 'dueToDraft', draft: buildDraft(dated, due) };
}

/**
 * Where the apology of one dossier stands (NĐ 61/2018 art. 12(5), 19(9), second-hand; domain notes §5.5): one per dossier
 * that will be late, drafted a working day ahead, none while the time is not the office's, none once handling ended in time.
 */
export function decideApology(input: ApologyInput): ApologyStanding {
  const { state, rules, now } = input;
  const history = cutHistory(buildDeadlineHistory(state), now);
  const { receivedAt } = history;
  if (receivedAt === null) return { kind: 'notNeeded', why: 'notReceived' };
  const { legalDue, waitingFor } = decideLegalDates(history, rules);
  if (legalDue === null) return { kind: 'notNeeded', why: 'noDate' };
  const endedAt = history.end?.at ?? null;
  return standDated({ ...input, due: legalDue, endedAt, pausedSince: waitingFor?.since ?? null, receivedAt });
}
