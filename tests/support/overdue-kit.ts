import type { KnownKind, PayloadOf } from '../../shared/domain/actions/action';
import type { DossierState } from '../../shared/domain/dossier-shape';
import { foldDossier } from '../../shared/domain/dossier-state';
import type { OverdueInput } from '../../shared/domain/overdue-case';
import { embeddedRules } from '../../shared/domain/rule-set';
import type { Receipt, Verdict } from '../../shared/domain/verdict';
import { createBuilders, type ActionParts } from './builders';
import { at, buildDeadlineRules, days, pauseRules } from './deadline-kit';

/** Versions in force; the builders freeze the same ones. */
export const versionsInForce = {
  procedures: '2026.01.01',
  calendar: '2026.01.01',
  units: '2026.01.01',
  rules: 'embedded',
};

/** One act of a typed history. Times as `2026-03-09T09:00`. */
export interface TypedAct {
  readonly kind: KnownKind;
  readonly at: string;
  readonly payload?: Partial<PayloadOf<KnownKind>> | Record<string, unknown>;
  readonly parts?: ActionParts;
  /** When the province had it; `null`: not yet. Left out: at once. */
  readonly arrival?: string | null;
  readonly verdict?: Verdict;
  /** Position, where it is not simply the next. */
  readonly pos?: number;
  /** Name under which later acts point to it. */
  readonly name?: string;
  /** Field of the payload that names an earlier act, and that act's name. */
  readonly names?: readonly [field: string, name: string];
}

/** Folds typed acts to a dossier; their ids by name. */
export function typeHistory(acts: readonly TypedAct[]): { state: DossierState; ids: Readonly<Record<string, string>> } {
  const make = createBuilders(7);
  const dossierId = make.id();
  const ids: Record<string, string> = {};
  const receipts = new Map<string, Receipt>();
  let pos = 0;
  const actions = acts.map((act) => {
    const time = at(act.at);
    const named = act.names ? { [act.names[0]]: ids[act.names[1]] } : {};
    const payload = { ...act.payload, ...named } as Partial<PayloadOf<KnownKind>>;
    const parts = { subject: { type: 'dossier', id: dossierId } as const, at: time, happenedAt: time, ...act.parts };
    const action = make.action(act.kind, parts, payload);
    ids[act.name ?? act.kind] = action.id;
    if (act.arrival === null) return action;
    if (act.verdict?.type !== 'quarantined') pos = act.pos ?? pos + 1;
    const verdict = act.verdict ?? { type: 'accepted' };
    receipts.set(
      action.id,
      make.receipt(action, { pos, verdict, at: act.arrival === undefined ? time : at(act.arrival) }),
    );
    return action;
  });
  return { state: foldDossier({ dossierId, actions, receipts }), ids };
}

/** Slip of five working days of Monday 9 March 2026, 09:00: due on the 16th at 09:00. */
export const fiveDays = {
  limit: days(5),
  startsAt: at('2026-03-09T09:00'),
  legalDue: at('2026-03-16T09:00'),
  promisedAt: at('2026-03-16T09:00'),
  trace: [],
  provisional: false,
};

/** Received on Monday 9 March 2026 at 09:00, due on the 16th at 09:00; handled by the own unit. */
export const received: TypedAct = {
  kind: 'DossierReceived',
  at: '2026-03-09T09:00',
  payload: { appointment: fiveDays, handlingUnit: 'UBND xã Hoa Sơn' },
};

/** The same, under a catalogue older than the one in force. */
export const oldSlip: TypedAct = {
  ...received,
  payload: {
    ...received.payload,
    versions: { procedures: '2025.07.01', calendar: '2026.01.01', units: '2026.01.01', formSet: 'TT03-2025' },
  },
};

/** An act whose PC did not trust its clock. */
export function doubted(parts: Partial<TypedAct>, act: TypedAct): TypedAct {
  return { ...act, ...parts, parts: { clockDoubt: true, ...parts.parts } };
}

/** Names of the unit in these tests. */
export const ownUnits = ['UBND xã Hoa Sơn', 'Bộ phận hộ tịch'];

/** Everything but the history: five working days, pauses by law, eight-hour days. */
export function overdueInput(acts: readonly TypedAct[], changes: Partial<OverdueInput> = {}): OverdueInput {
  return {
    state: typeHistory(acts).state,
    rules: buildDeadlineRules({
      pauses: pauseRules('addWorkingTime').filter((rule) => rule.kind !== 'publicPosting'),
    }),
    acceptance: embeddedRules,
    versions: versionsInForce,
    ownUnits,
    asOf: at('2026-04-01T09:00'),
    ...changes,
  };
}
