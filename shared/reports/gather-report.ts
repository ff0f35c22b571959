import { toLocalDay, type Instant } from '../base/time';
import { findKnownAction } from '../domain/actions/action';
import { isDecision } from '../domain/action-nature';
import { listAsks, type AskRecord } from '../domain/ask-report';
import type { CodeClaims } from '../domain/code-accounting';
import { collectCodeClaims } from '../domain/code-claims';
import type { DateRules } from '../domain/dossier-dates';
import type { DossierState } from '../domain/dossier-shape';
import { listMoneyActs, type MoneyAct } from '../domain/money-acts';
import type { SlipClaims } from '../domain/slip-accounting';
import { listMembers } from '../domain/unit-succession';
import { listWaivedFees, type WaivedFee } from '../domain/waiver-list';
import { createFactRules } from './fact-rules';
import { buildReportFact, type FactRules, type ReportFact } from './report-fact';
import type { TableReportId } from './report-data';
import { lastDayOf, type ReportOrder } from './report-order';

type Part = 'facts' | 'money' | 'waived' | 'asks' | 'codes' | 'certified';

const partsOf: Readonly<Record<TableReportId, readonly Part[]>> = {
  dailyStatistics: ['facts', 'money'],
  procedureResults: ['facts'],
  levelResults: ['facts'],
  lateToAccept: ['facts'],
  lateToProcess: ['facts'],
  postalList: ['facts'],
  postalPickUp: ['facts'],
  fees: ['money', 'waived'],
  cashSheets: ['money'],
  levelTotals: ['facts'],
  postalStaffing: ['facts'],
  serviceIndex: ['facts'],
  askedPapers: ['asks'],
  codeGaps: ['codes'],
  survey: ['facts'],
  certificationRegister: ['certified'],
};

/** Reports over many units, or over what this PC itself gave out or took in: no dossier is left out for its unit. */
const ofAllUnits: ReadonlySet<TableReportId> = new Set<TableReportId>([
  'levelResults',
  'levelTotals',
  'postalStaffing',
  'cashSheets',
  'codeGaps',
]);

/** Something known of a counter: its slip book and a time (device clock) at which its PC had told us. */
export interface HeardOf {
  readonly book: string;
  readonly at: Instant;
}

/** What a report is made from, drawn out of dossiers one by one; names of citizens only where the report is a book of them. */
export interface Gathered {
  readonly order: ReportOrder;
  readonly dates: DateRules;
  readonly facts: ReportFact[];
  readonly money: { readonly act: MoneyAct; readonly deviceId: string }[];
  readonly waived: WaivedFee[];
  readonly asks: AskRecord[];
  readonly used: CodeClaims['used'][number][];
  readonly slips: SlipClaims['used'][number][];
  readonly certified: DossierState[];
  /** Slip book of each PC that received a dossier. */
  readonly books: Map<string, string>;
  /** Latest act of each PC that received a dossier. */
  readonly heard: Map<string, Instant>;
  readonly factRules: FactRules;
  readonly members: ReadonlySet<string>;
}

/** Starts with nothing gathered. `dates`: the reference rows held here. */
export function startGathering(order: ReportOrder, dates: DateRules): Gathered {
  const members = listMembers(dates.now.units, order.unit.id, lastDayOf(order));
  return {
    order,
    dates,
    facts: [],
    money: [],
    waived: [],
    asks: [],
    used: [],
    slips: [],
    certified: [],
    books: new Map(),
    heard: new Map(),
    factRules: createFactRules(dates),
    // A package that does not know the unit must not empty its reports.
    members: new Set([order.unit.id, ...members]),
  };
}

function gatherMoney(gathered: Gathered, { timeline }: DossierState): void {
  const all = timeline.map(({ action }) => action);
  const counted = timeline
    .filter(({ action, effect }) => !isKeptApart(effect) || !isDecision(action, all))
    .map(({ action }) => action);
  const devices = new Map(counted.map(({ id, deviceId }) => [id, deviceId]));
  for (const act of listMoneyActs(counted)) {
    gathered.money.push({ act, deviceId: devices.get(act.actionId) ?? '' });
  }
}

function isKeptApart(effect: DossierState['timeline'][number]['effect']): boolean {
  return effect === 'refused' || effect === 'quarantined';
}

function gatherAsks({ asks, dates }: Gathered, state: DossierState): void {
  const { procedureCode, caseId, receivedAt } = state;
  if (procedureCode === null) return;
  const reference = (receivedAt === null ? undefined : dates.onDay(toLocalDay(receivedAt))) ?? dates.now;
  const procedure = reference.procedures.get(procedureCode);
  // Without the published list nobody can say what stands outside it.
  if (!procedure) return;
  const own = procedure.cases.find(({ id }) => id === caseId);
  const papers = own ? own.papers : procedure.cases.flatMap((one) => one.papers);
  asks.push(...listAsks(state, new Set(papers.map(({ id }) => id))));
}

function gatherCodes({ used, slips }: Gathered, { dossierId, timeline }: DossierState): void {
  const actions = timeline.map(({ action }) => action);
  used.push(...collectCodeClaims(actions).used);
  for (const action of actions) {
    const known = findKnownAction(action);
    if (known && 'slip' in known.payload) slips.push({ slip: known.payload.slip, subjectId: dossierId });
  }
}

function gatherPlace({ books, heard }: Gathered, { reception, timeline }: DossierState): void {
  if (reception === null) return;
  const { deviceId } = reception;
  books.set(deviceId, reception.slip.book);
  let latest = heard.get(deviceId) ?? 0;
  for (const { action } of timeline) if (action.deviceId === deviceId) latest = Math.max(latest, action.at);
  heard.set(deviceId, latest);
}

/** Takes what the report needs out of a folded dossier; the dossier itself may be forgotten then. */
export function gatherDossier(gathered: Gathered, state: DossierState): void {
  const { order, members, factRules, dates } = gathered;
  gatherPlace(gathered, state);
  const unitId = state.receivingUnitId ?? '';
  if (!ofAllUnits.has(order.id) && unitId !== '' && !members.has(unitId)) return;
  const parts = partsOf[order.id];
  if (parts.includes('facts')) gathered.facts.push(buildReportFact(state, factRules));
  if (parts.includes('money')) gatherMoney(gathered, state);
  if (parts.includes('waived')) gathered.waived.push(...listWaivedFees([state]));
  if (parts.includes('asks')) gatherAsks(gathered, state);
  if (parts.includes('codes')) gatherCodes(gathered, state);
  if (parts.includes('certified') && isCertification(dates, state)) gathered.certified.push(state);
}

/** Field whose results stand in the certification book. */
const CERTIFICATION_FIELD = 'chung-thuc';

function isCertification({ now }: DateRules, { procedureCode, outcome }: DossierState): boolean {
  return outcome !== null && now.procedures.get(procedureCode ?? '')?.field.code === CERTIFICATION_FIELD;
}

/** Until when the PCs behind the slip books were heard of. */
export function listHeardOf({ books, heard }: Pick<Gathered, 'books' | 'heard'>): readonly HeardOf[] {
  return [...heard].flatMap(([deviceId, at]) => {
    const book = books.get(deviceId);
    return book === undefined ? [] : [{ book, at }];
  });
}
