import { toLocalDay } from '../base/time';
import { buildCashSheets, type CashSheets } from '../domain/cash-sheet';
import { accountForLease, type CodeClaims, type LeaseAccount } from '../domain/code-accounting';
import { canonicalCode } from '../domain/code-search';
import { accountForSlips, type SlipClaims } from '../domain/slip-accounting';
import { findUnitEnd } from '../domain/unit-succession';
import { buildUnitCalendar } from '../domain/working-calendar';
import { buildAskedReport } from './asked-report';
import { buildAverageTimes } from './average-times';
import { buildCashReport } from './cash-report';
import { buildCertificationReport } from './certification-report';
import { buildCodeGapReport, type NamedSlips } from './code-gap-report';
import { selectCounterMoney } from './counter-money';
import { buildDailyReport } from './daily-report';
import type { DetailOf } from './dossier-detail';
import type { JudgeRules } from './fact-standing';
import { buildFeeTable } from './fee-report';
import { groupBy } from './figure';
import type { Gathered } from './gather-report';
import { countIndexElements } from './index-elements';
import { buildIndexReport } from './index-report';
import { buildLateReport } from './late-report';
import { buildLevelReport } from './level-report';
import { buildPickUpReport, buildPostalReport } from './postal-report';
import { countWorkingDays } from './postal-staffing';
import type { ProcedureNames } from './procedure-results';
import type { TableReport } from './report-data';
import type { ReportFrame } from './report-frame';
import { lastDayOf } from './report-order';
import { boundsOf } from './report-period';
import { buildLevelResultsReport, buildResultsReport } from './results-report';
import { decideJudgeRules, findIndexRules } from './rules-in-force';
import { estimateIndex, simulateIndex } from './service-index';
import { buildStaffingReport } from './staffing-report';
import { buildSurveyReport } from './survey-report';
import { listUnitLevels } from './unit-levels';

/** What is known of single dossiers when a report is made: the first time nothing, so that it says whom it names. */
export interface Named {
  readonly detailOf: DetailOf;
  /** Cause of the lateness in words; null while nobody knows it. */
  readonly causeOf: (dossierId: string) => string | null;
}

interface Making extends Named {
  readonly gathered: Gathered;
  readonly frame: ReportFrame;
  readonly rules: JudgeRules;
  readonly procedureOf: ProcedureNames;
  readonly officerName: (officerId: string) => string;
}

/** Name and field of a procedure by the rows in force now. */
export function namesOfProcedures({ dates }: Pick<Gathered, 'dates'>): ProcedureNames {
  return (code) => {
    const found = dates.now.procedures.get(code);
    return found && { name: found.name, fieldName: found.field.name };
  };
}

/** Name of an officer, else the id. */
export function namesOfOfficers({ order }: Pick<Gathered, 'order'>): (officerId: string) => string {
  const names = new Map(order.officers);
  return (officerId) => names.get(officerId) ?? officerId;
}

function makeCash({ gathered, frame, officerName }: Making): TableReport {
  const { order, money, books } = gathered;
  const { day, unit, counterDays: days } = order;
  const placed = money.map(({ act, deviceId }) => ({ act, book: books.get(deviceId) ?? null }));
  const chosen = unit.counters.filter(({ id }) => order.counterId === null || order.counterId === id);
  const seen = new Set<string>();
  const ledgers = chosen.flatMap(({ id }): CashSheets[] => {
    const state = days.find(({ counterId }) => counterId === id)?.state;
    const acts = selectCounterMoney(placed, { day, counterId: id, counters: unit.counters, days });
    return (['stateFee', 'postalCharge'] as const).map((ledger) => {
      const found = state
        ? buildCashSheets(acts, state, ledger)
        : { sheets: [], unassigned: acts.filter((act) => act.ledger === ledger) };
      // Over all counters a movement nobody answers for is named once.
      const unassigned = found.unassigned.filter((act) => !seen.has(`${act.actionId} ${ledger}`));
      for (const act of unassigned) seen.add(`${act.actionId} ${ledger}`);
      return { ...found, unassigned };
    });
  });
  return buildCashReport(ledgers, { frame, day, officerName });
}

/** Agency and day of a code, which its lease has too. */
function blockOf(code: string): string {
  const canonical = canonicalCode(code);
  return canonical.slice(0, canonical.lastIndexOf('-'));
}

function accountLeases({ order, used, dates }: Gathered): readonly LeaseAccount[] {
  const days = order.counterDays.map(({ state }) => state);
  const usedIn = groupBy(used, ({ code }) => blockOf(code));
  const rest: Omit<CodeClaims, 'used'> = {
    voided: days.flatMap(({ voidedCodes }) => voidedCodes),
    kits: days.flatMap(({ paperKits }) => paperKits),
    returned: order.returned,
  };
  const today = toLocalDay(order.madeAt);
  return order.leases.map((lease) => {
    const block = blockOf(`${lease.agencyId}-${lease.day.slice(2).replaceAll('-', '')}-0001`);
    const around = { today, deviceLost: false, agencyEndedOn: findUnitEnd(dates.now.units, lease.agencyId) };
    return accountForLease(lease, { used: usedIn.get(block) ?? [], ...rest }, around);
  });
}

function accountSlips({ order, slips }: Gathered): readonly NamedSlips[] {
  const days = order.counterDays.map(({ state }) => state);
  const claims: SlipClaims = {
    used: slips,
    voided: days.flatMap(({ voidedSlips }) => voidedSlips),
    kits: days.flatMap(({ paperKits }) => paperKits),
  };
  const own = new Set(order.unit.counters.map(({ book }) => book));
  const series = groupBy(
    slips.map(({ slip }) => slip).filter(({ book }) => own.has(book)),
    ({ book, year }) => `${book}/${String(year)}`,
  );
  return [...series]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([book, [first]]) => (first ? [{ book, account: accountForSlips(first, claims, 0) }] : []));
}

function makeIndex({ gathered, frame, rules, procedureOf }: Making): TableReport {
  const { order, dates, facts } = gathered;
  const bounds = boundsOf(order.period, order.madeAt);
  const index = findIndexRules((dates.onDay(lastDayOf(order)) ?? dates.now).rules);
  // No package says yet what the unit offers on the portal: 3.2 stays unknown rather than guessed.
  const counts = countIndexElements(facts, bounds, { ...rules, catalogue: { onlineProcedures: [] }, index });
  const { assumptions, changes, period } = order;
  const estimate = estimateIndex(counts, assumptions, index);
  const whatIf = changes.length === 0 ? null : simulateIndex({ counts, assumptions, rules: index }, changes);
  const averages = buildAverageTimes(facts, bounds);
  return buildIndexReport({ estimate, averages, whatIf }, { frame, period, procedureOf });
}

function makeStaffing({ gathered, frame }: Making): TableReport {
  const { order, dates, facts } = gathered;
  const bounds = boundsOf(order.period, order.madeAt);
  const calendar = buildUnitCalendar(dates.now.calendar, dates.now.units.get(order.unit.id) ?? order.unit);
  const workingDays = countWorkingDays(calendar, bounds);
  return buildStaffingReport(order.moves, facts, { frame, period: order.period, workingDays });
}

function makeCertification({ gathered, frame }: Making): TableReport {
  const { order, certified } = gathered;
  const procedures = new Set(certified.flatMap(({ procedureCode }) => procedureCode ?? []));
  return buildCertificationReport(certified, { frame, period: order.period, procedures, masked: order.masked });
}

function makePeriodReport(making: Making): TableReport {
  const { gathered, frame, rules, procedureOf, detailOf, causeOf, officerName } = making;
  const { order, facts, money, waived, asks, dates } = gathered;
  const { id, period, day } = order;
  const levels = listUnitLevels(dates.now.units);
  const acts = money.map(({ act }) => act);
  switch (id) {
    case 'dailyStatistics':
      return buildDailyReport(facts, acts, { frame, day });
    case 'procedureResults':
      return buildResultsReport(facts, { frame, period, rules, procedureOf });
    case 'levelResults':
      return buildLevelResultsReport(facts, { frame, period, rules, levels });
    case 'levelTotals':
      return buildLevelReport(facts, { frame, period, rules, levels });
    case 'lateToAccept':
    case 'lateToProcess': {
      const unitName = (unitId: string) => dates.now.units.get(unitId)?.name ?? unitId;
      return buildLateReport(facts, id, { frame, period, rules, detailOf, unitName, causeOf });
    }
    case 'postalList':
      return buildPostalReport(facts, { frame, period, detailOf, procedureOf });
    case 'postalPickUp':
      return buildPickUpReport(facts, { frame, detailOf, asOf: order.madeAt });
    case 'fees':
      return buildFeeTable({ acts, waived }, { frame, period, detailOf, officerName });
    case 'survey':
      return buildSurveyReport(facts, { frame, period, procedureOf });
    case 'askedPapers':
      return buildAskedReport(asks, { frame, period, detailOf, officerName });
    case 'cashSheets':
      return makeCash(making);
    case 'codeGaps':
      return buildCodeGapReport({ leases: accountLeases(gathered), slips: accountSlips(gathered) }, frame);
    case 'serviceIndex':
      return makeIndex(making);
    case 'postalStaffing':
      return makeStaffing(making);
    case 'certificationRegister':
      return makeCertification(making);
  }
}

/** Makes the report out of what was gathered. `counters`: until when each counter's data is in it. */
export function makeReport(gathered: Gathered, counters: ReportFrame['counters'], named: Named): TableReport {
  const { order, dates } = gathered;
  const { unit, practice, madeAt, madeBy } = order;
  const inForce = dates.onDay(lastDayOf(order)) ?? dates.now;
  return makePeriodReport({
    ...named,
    gathered,
    frame: { unit, practice, counters, madeAt, madeBy },
    rules: decideJudgeRules(inForce.rules),
    procedureOf: namesOfProcedures(gathered),
    officerName: namesOfOfficers(gathered),
  });
}
