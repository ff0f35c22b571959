import fc from 'fast-check';
import type { Instant } from '../../shared/base/time';
import type { Channel } from '../../shared/domain/channel';
import { emptyHistory, type DeadlineHistory, type EndKind } from '../../shared/domain/deadline-history';
import { foldDossier } from '../../shared/domain/dossier-state';
import type { MoneyAct } from '../../shared/domain/money-acts';
import type { DossierDetail } from '../../shared/reports/dossier-detail';
import type { JudgeRules } from '../../shared/reports/fact-standing';
import { buildReportFact, type FactRules, type ReportFact } from '../../shared/reports/report-fact';
import type { ReportFrame } from '../../shared/reports/report-frame';
import { boundsOf, periodOfDays, type PeriodBounds } from '../../shared/reports/report-period';
import { at, buildDeadlineRules, days } from './deadline-kit';
import { sampleUnit } from './form-samples';
import { historyArbitrary } from './history-arbitrary';

export const judgeRules: JudgeRules = { early: 'earlierDay', endedWithoutResult: 'byDate' };

/** Five working days by the official calendar; pauses add working time. */
export const fiveDays = buildDeadlineRules();

/** The March period of the default rule, made long after it: 15/02/2026 to 14/03/2026. */
export const march: PeriodBounds = boundsOf(periodOfDays('2026-02-15', '2026-03-14'), at('2026-12-01T08:00'));

export const frame: ReportFrame = {
  unit: sampleUnit(),
  practice: false,
  counters: [{ counterId: 'quay-1', name: 'Quầy 1', dataUntil: at('2026-03-14T16:00') }],
  madeAt: at('2026-12-01T08:00'),
  madeBy: 'Phạm Đức Bình',
};

const names: Readonly<Record<string, { readonly name: string; readonly fieldName: string }>> = {
  '1.001193': { name: 'Đăng ký khai sinh', fieldName: 'Hộ tịch' },
  '2.000815': { name: 'Chứng thực bản sao', fieldName: 'Chứng thực' },
  '1.004873': { name: 'Xác nhận tình trạng hôn nhân', fieldName: 'Hộ tịch' },
};
export const procedureOf = (code: string) => names[code];

/** A dossier of the counter nothing has happened to; not even received. */
export function buildFact(changes: Partial<ReportFact> & { readonly dossierId: string }): ReportFact {
  return {
    procedureCode: '1.001193',
    unitId: 'H41.26',
    handlingUnit: 'UBND xã Thanh Bình',
    channel: 'counter',
    returnMethod: 'counter',
    submittedAt: null,
    acceptanceDue: null,
    answeredAt: null,
    receivedAt: null,
    receivedBy: null,
    byDelegation: false,
    receptionSynced: true,
    consignedAt: null,
    history: emptyHistory,
    rules: fiveDays,
    guidedAt: [],
    refusedAt: [],
    supplementsAt: [],
    readyAt: null,
    outcomeForm: null,
    hasOutcomeFile: false,
    returnedAt: null,
    sentBackAt: null,
    withdrawnAt: null,
    dispatches: [],
    papers: { submitted: 1, digitised: 0, reused: 0, fromNationalStore: 0 },
    stateFeeDue: 0,
    paidOnline: false,
    surveys: [],
    ...changes,
  };
}

/** Life of a dossier in wall times: received, due, ended. */
export interface Life {
  readonly received: string;
  readonly due?: string;
  readonly ended?: string;
  readonly how?: EndKind;
  readonly supplements?: DeadlineHistory['supplements'];
}

/** A received dossier; `due` is the date on its slip, and what is counted by the rules never comes earlier. */
export function buildReceived(
  dossierId: string,
  { received, due, ended, how = 'done', supplements = [] }: Life,
  changes: Partial<ReportFact> = {},
): ReportFact {
  const receivedAt = at(received);
  const endedAt = ended === undefined ? null : at(ended);
  const channel = changes.channel ?? 'counter';
  return buildFact({
    dossierId,
    receivedAt,
    history: {
      ...emptyHistory,
      receivedAt,
      channel,
      limit: due === undefined ? { unit: 'none' } : days(5),
      firstDue: due === undefined ? null : at(due),
      supplements,
      end: endedAt === null ? null : { at: endedAt, kind: how },
    },
    readyAt: how === 'done' ? endedAt : null,
    returnedAt: how === 'returned' ? endedAt : null,
    withdrawnAt: how === 'withdrawn' ? endedAt : null,
    sentBackAt: how === 'stopped' || how === 'refused' ? endedAt : null,
    ...changes,
  });
}

export function buildMoneyAct(changes: Partial<MoneyAct> & { readonly actionId: string }): MoneyAct {
  return {
    dossierId: 'd1',
    kind: 'collected',
    ledger: 'stateFee',
    method: 'cash',
    amount: 8_000,
    officerId: 'o1',
    at: at('2026-03-09T09:00'),
    late: false,
    reason: null,
    waiting: false,
    ...changes,
  };
}

export function buildDetail(changes: Partial<DossierDetail> = {}): DossierDetail {
  return {
    code: 'H41.26-260309-0007',
    procedureCode: '1.001193',
    procedureName: 'Đăng ký khai sinh',
    applicant: 'Nguyễn Thị Hồng Phượng',
    identity: '********0123',
    address: 'Xóm 1, xã Thanh Bình',
    phone: '0912345678',
    status: 'Đang xử lý',
    receivedBy: 'Trần Thị Hằng',
    returnAddress: 'Xóm 1, xã Thanh Bình',
    waybill: '',
    postalChargeOpen: 0,
    originalsInCustody: 0,
    ...changes,
  };
}

const HOUR = 3_600_000;
const ends: readonly EndKind[] = ['done', 'returned', 'stopped', 'withdrawn', 'refused'];
const start = at('2026-01-05T08:00');

const drawnLife = fc.record({
  /** Hours after the start of the year, half a year wide. */
  receivedAt: fc.nat(24 * 180),
  /** Negative: a clock that was wrong. */
  endsAfter: fc.option(fc.integer({ min: -48, max: 24 * 90 }), { nil: null }),
  how: fc.constantFrom(...ends),
  hasLimit: fc.boolean(),
  hasRules: fc.boolean(),
  channel: fc.constantFrom<Channel>('counter', 'online', 'post'),
  code: fc.constantFrom('1.001193', '2.000815', '1.004873', '9.999999'),
  unitId: fc.constantFrom('H41.26', 'H41', '000.00.26.H41', 'X99', ''),
  pause: fc.option(fc.record({ after: fc.nat(200), lasts: fc.option(fc.nat(400), { nil: null }) }), { nil: null }),
  /** Received at all. */
  received: fc.boolean(),
  acceptedAfter: fc.option(fc.nat(100), { nil: null }),
});

/** Facts of dossiers with any life in half a year, also with clocks that were wrong. */
export const anyFacts: fc.Arbitrary<readonly ReportFact[]> = fc
  .array(drawnLife, { maxLength: 12 })
  .map((lives) => lives.map((life, index) => drawFact(life, `d${String(index)}`)));

type DrawnLife = typeof drawnLife extends fc.Arbitrary<infer L> ? L : never;

function drawFact(life: DrawnLife, dossierId: string): ReportFact {
  const { channel, code: procedureCode, unitId, pause } = life;
  const rules = life.hasRules ? fiveDays : null;
  const base = start + life.receivedAt * HOUR;
  const submitted: Partial<ReportFact> =
    channel === 'online'
      ? {
          submittedAt: base - 20 * HOUR,
          acceptanceDue: base - 4 * HOUR,
          answeredAt: life.acceptedAfter === null ? null : base + (life.acceptedAfter - 20) * HOUR,
        }
      : {};
  const common = { dossierId, channel, procedureCode, unitId, rules, ...submitted };
  if (!life.received) return buildFact(common);
  const endsAt: Instant | null = life.endsAfter === null ? null : base + life.endsAfter * HOUR;
  const requestedAt = base + (pause?.after ?? 0) * HOUR;
  const supplements =
    pause === null ? [] : [{ requestedAt, receivedAt: pause.lasts === null ? null : requestedAt + pause.lasts * HOUR }];
  const history: DeadlineHistory = {
    ...emptyHistory,
    receivedAt: base,
    channel,
    limit: life.hasLimit ? days(5) : { unit: 'none' },
    firstDue: life.hasLimit ? base + 7 * 24 * HOUR : null,
    supplements,
    end: endsAt === null ? null : { at: endsAt, kind: life.how },
  };
  return buildFact({ ...common, receivedAt: base, history });
}

export const anyFactRules: FactRules = {
  rulesOf: () => fiveDays,
  acceptanceDueOf: (submittedAt) => submittedAt + 8 * HOUR,
};

/** Facts of dossiers folded out of any acts, with the acts spread over weeks. */
export const foldedFacts: fc.Arbitrary<readonly ReportFact[]> = fc
  .array(fc.tuple(historyArbitrary('DossierReceived'), fc.nat(24 * 60), fc.nat(72)), { maxLength: 3 })
  .map((drawn) =>
    drawn.map(([history, offset, step]) => {
      const actions = history.actions.map((action, index) => {
        const moved = action.at + (offset + index * step) * HOUR;
        return { ...action, at: moved, happenedAt: moved };
      });
      return buildReportFact(foldDossier({ ...history, actions }), anyFactRules);
    }),
  );
