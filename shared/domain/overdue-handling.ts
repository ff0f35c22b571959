import type { Instant } from '../base/time';
import { workingTimeBetween } from './deadline-clock';
import { decideLegalDates } from './legal-dates';
import { findEndEntry, findReceptionEntry, type HandlingCase } from './overdue-case';
import { findCatalogueDate } from './overdue-catalogue';
import type { EvidenceFact, LateStretch, OverdueCause } from './overdue-causes';
import { findHolders, isOwnUnit, type HeldStretch, type HolderGroup } from './overdue-holders';
import {
  buildEvidence,
  buildStretch,
  earliestTime,
  hasMissingActs,
  isTimeDoubted,
  latestTime,
} from './overdue-records';

/** Folders go to the handling unit within the working day (NĐ 61/2018 art. 18; domain notes §5.2; provisional). */
const HAND_OVER_MS = 8 * 3_600_000;

const causeOf: Readonly<Record<HolderGroup, OverdueCause>> = {
  own: 'staff',
  otherUnit: 'waitingOtherUnit',
  tax: 'waitingTax',
  citizen: 'waitingCitizen',
};
const groups = ['tax', 'otherUnit', 'citizen', 'own'] as const;

type ByGroup = Readonly<Record<HolderGroup, number>>;

/** A legally late dossier; `due` is the legal date. */
export interface LateCase extends HandlingCase {
  readonly due: Instant;
}

/**
 * Whether lateness may come from a wrong clock alone: it vanishes when the doubted times are taken as favourable as the
 * province's receipts allow.
 */
function findClockFact(late: LateCase): { readonly fact: EvidenceFact; readonly actionId: string } | null {
  const { state, history, rules, until } = late;
  const reception = findReceptionEntry(late);
  const end = findEndEntry(late);
  const receivedAt = reception && isTimeDoubted(reception) ? latestTime(reception) : null;
  const endAt = end ? earliestTime(state, end) : until;
  if (receivedAt === null && endAt === until) return null;
  const doubted = receivedAt === null ? end : reception;
  if (!doubted) return null;
  const found = { fact: { kind: 'clockDoubt', actKind: doubted.action.kind } as const, actionId: doubted.action.id };
  if (receivedAt === Infinity) return found;
  const best = receivedAt === null ? history : { ...history, receivedAt, firstDue: null };
  const { legalDue } = decideLegalDates(best, rules);
  return legalDue !== null && endAt <= legalDue ? found : null;
}

/** Where the present count began: reception, the end of a posting before it, the last restart, the second stage. */
function findCountStart({ receivedAt, dates }: LateCase): Instant {
  let start = receivedAt;
  for (const step of dates.trace) {
    if (step.kind === 'posting') start = Math.max(start, step.until);
    if (step.kind === 'countedAnew' || step.kind === 'secondStage') start = Math.max(start, step.at);
  }
  return start;
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

function without(spans: readonly Span[], cut: Span): Span[] {
  return spans.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, cut.from) },
      { from: Math.max(from, cut.to), to },
    ].filter((span) => span.from < span.to),
  );
}

/** Held time that counts into the limit: without the pauses that moved the date. */
function findCounted(late: LateCase): readonly HeldStretch[] {
  const { due, until, dates, rules } = late;
  const { calendar } = rules;
  const held = findHolders({ ...late, calendar }, { from: Math.min(findCountStart(late), until), to: until });
  const pauses = dates.pauses.filter((pause) => pause.from <= due);
  return held.flatMap((stretch) => {
    const live = pauses.reduce<readonly Span[]>(
      (spans, pause) => without(spans, { from: pause.from, to: pause.to ?? Infinity }),
      [stretch],
    );
    return live.map(({ from, to }) => ({ ...stretch, from, to, ms: workingTimeBetween(calendar, from, to) }));
  });
}

function sumMs(stretches: readonly HeldStretch[], group: HolderGroup): number {
  return stretches.filter(({ holder }) => holder.group === group).reduce((sum, { ms }) => sum + ms, 0);
}

/**
 * Part of the limit each side may use: by the internal steps where the catalogue has them, else all of it for the handling
 * unit, less the working day in which the folder has to leave the counter. Waiting for tax or citizen has no part of its own.
 */
function planParts(late: LateCase, total: number): ByGroup {
  const { rules, state, ownUnits } = late;
  const hours = rules.steps.reduce((sum, step) => sum + step.hours, 0);
  if (hours > 0) {
    const own = rules.steps.reduce((sum, step) => sum + (isOwnUnit(step.unit, ownUnits) ? step.hours : 0), 0);
    return { own: (total * own) / hours, otherUnit: (total * (hours - own)) / hours, tax: 0, citizen: 0 };
  }
  const own = isOwnUnit(state.handlingUnit, ownUnits) ? total : Math.min(total, HAND_OVER_MS);
  return { own, otherUnit: total - own, tax: 0, citizen: 0 };
}

/** Why nobody may be judged, although the own unit had the folder. */
function findBlindness({ state, history, dates }: LateCase): EvidenceFact | null {
  if (hasMissingActs(state)) return { kind: 'actsMissing' };
  if (history.end?.kind === 'returned') return { kind: 'noReadyTime' };
  return dates.trace.some((step) => step.kind === 'yearMissing') ? { kind: 'yearMissing' } : null;
}

/** Of several desks of the own unit the one that had it longest; of equal ones no person. */
function findOfficer(stretches: readonly HeldStretch[]): string | null {
  const byDesk = new Map<string, { readonly officerId: string | null; readonly ms: number }>();
  for (const { holder, ms } of stretches) {
    const known = byDesk.get(holder.actionId);
    byDesk.set(holder.actionId, { officerId: holder.officerId, ms: (known?.ms ?? 0) + ms });
  }
  const [longest] = [...byDesk.values()].sort(
    (a, b) => b.ms - a.ms || Number(a.officerId !== null) - Number(b.officerId !== null),
  );
  return longest?.officerId ?? null;
}

interface Part {
  readonly group: HolderGroup;
  readonly ms: number;
  readonly held: readonly HeldStretch[];
}

function explainPart(late: LateCase, { group, ms, held }: Part): LateStretch {
  const { calendar } = late.rules;
  const own = held.filter(({ holder }) => holder.group === group);
  const blind = group === 'own' ? findBlindness(late) : null;
  const cause = blind ? 'unknown' : causeOf[group];
  const evidence = own.map(({ holder, from, to }) =>
    buildEvidence(calendar, { cause, fact: holder.fact, actionId: holder.actionId, from, to }),
  );
  if (!blind) return { cause, ms, officerId: group === 'own' ? findOfficer(own) : null, evidence };
  const why = buildEvidence(calendar, { cause, fact: blind, actionId: null, from: late.due, to: late.until });
  return { cause, ms, officerId: null, evidence: [why, ...evidence] };
}

/** Divides the lateness behind an instant over those who used more than their part of the limit. */
function divide(late: LateCase, from: Instant): readonly LateStretch[] {
  const { calendar } = late.rules;
  const held = findCounted(late);
  const inLimit = held.reduce((sum, stretch) => {
    const to = Math.min(stretch.to, from);
    return sum + (to > stretch.from ? workingTimeBetween(calendar, stretch.from, to) : 0);
  }, 0);
  const plan = planParts(late, inLimit);
  const overruns = groups.map((group) => ({ group, over: Math.max(0, sumMs(held, group) - plan[group]) }));
  const total = overruns.reduce((sum, { over }) => sum + over, 0);
  const lateMs = workingTimeBetween(calendar, from, late.until);
  if (total <= 0 || lateMs <= 0) {
    const group = held.at(-1)?.holder.group ?? 'own';
    return [explainPart(late, { group, ms: lateMs, held })];
  }
  return overruns
    .filter(({ over }) => over > 0)
    .map(({ group, over }) => explainPart(late, { group, ms: (lateMs * over) / total, held }));
}

/** Why a dossier is late by law: clock, else the catalogue's part, and the rest by who had the folder for how long. */
export function explainLegalLateness(late: LateCase): readonly LateStretch[] {
  const { due, until, rules, receivedAt } = late;
  const { calendar } = rules;
  const clock = findClockFact(late);
  if (clock) {
    const span = { from: due, to: until };
    return [buildStretch(calendar, span, { ...clock, ...span, cause: 'clock' })];
  }
  const catalogue = findCatalogueDate(late);
  if (catalogue === null || catalogue.due <= due) return divide(late, due);
  const to = Math.min(catalogue.due, until);
  const span = {
    cause: 'catalogue',
    fact: catalogue.fact,
    actionId: null,
    from: receivedAt,
    to: catalogue.due,
  } as const;
  const stretch = buildStretch(calendar, { from: due, to }, span);
  return catalogue.due >= until ? [stretch] : [stretch, ...divide(late, catalogue.due)];
}
