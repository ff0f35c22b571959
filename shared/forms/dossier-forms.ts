import { sayVi } from '../text/message';
import { describeLegalStep } from '../text/deadline-sentences';
import { describeTimeLeft } from '../text/worklist-sentences';
import type { Instant } from '../base/time';
import type { Ledger } from '../domain/actions/action-parts';
import type { DossierDates } from '../domain/dossier-dates';
import type { DossierState } from '../domain/dossier-shape';
import type { FormId } from '../domain/form-id';
import { planInternalSteps, type PlannedStep } from '../domain/internal-step';
import type { WorkingCalendar } from '../domain/working-calendar';
import { buildApology } from './apology';
import { buildAuthorisation, buildLostSlipDeclaration } from './citizen-papers';
import { buildConsignmentSlip } from './consignment-slip';
import { buildControlSheet } from './control-sheet';
import { buildFeeReceipt } from './fee-receipt';
import type { DossierAround } from './fill-parts';
import { buildFolderCover } from './folder-cover';
import type { FormFill } from './form-fill';
import {
  buildHandoverList,
  buildOutcomeHandover,
  buildPostalPickUpList,
  type DossierListAround,
} from './handover-papers';
import { buildHandlingReminder } from './letters';
import { buildOutcomeReceipt } from './outcome-receipt';
import { buildProcedureSheet, nationalPortal } from './procedure-sheet';
import { buildReceiptSlipData } from './receipt-slip-from-dossier';
import type { ReceiptSlip } from './receipt-slip-data';
import { buildRedatedSlip, findDateCause, type RedatedDate } from './redated-slip';
import { buildRefusal } from './refusal';
import { buildStopNotice } from './stop-notice';
import { buildSupplementRequest } from './supplement-request';

/** Papers about one dossier, in the order they are offered. */
export const dossierForms = [
  'receipt',
  'redatedSlip',
  'supplementRequest',
  'refusal',
  'apology',
  'stopNotice',
  'controlSheet',
  'feeReceipt',
  'outcomeReceipt',
  'folderCover',
  'consignmentSlip',
  'handoverList',
  'outcomeHandover',
  'postalPickUpList',
  'handlingReminder',
  'lostSlipDeclaration',
  'authorisation',
  'procedureSheet',
] as const satisfies readonly FormId[];
/** See {@link dossierForms}. */
export type DossierForm = (typeof dossierForms)[number];

/** What the papers of a dossier are made from beside the dossier; `at`: now. */
export interface FormsAround extends DossierAround {
  readonly dates: DossierDates;
  readonly calendar: WorkingCalendar;
  /** Who prints: hands over lists and reminders. */
  readonly printedBy: string;
}

/** Money a fee receipt is about; amount in đồng. */
export interface PaperMoney {
  readonly collectionId: string;
  readonly ledger: Ledger;
  readonly amount: number;
  readonly at: Instant;
}

/** What stands on a paper: main signs the receipt's own data, all other papers are filled. */
export type PaperContent =
  { readonly kind: 'receipt'; readonly slip: ReceiptSlip } | { readonly kind: 'form'; readonly fill: FormFill };

/** Content of each paper that can be made; several for money taken at several times. */
export interface MadePaper {
  readonly form: DossierForm;
  readonly content: PaperContent;
  readonly money?: PaperMoney;
}

type Maker = (state: DossierState, around: FormsAround) => FormFill | undefined;

/** Steps of the trace from the newest change of the date on. */
function readNewestSteps({ legal }: DossierDates): readonly string[] {
  if (legal === null) return [];
  const turns: readonly string[] = ['paused', 'countedAnew', 'secondStage', 'laterThanSlip'];
  const from = legal.trace.findLastIndex(({ kind }) => turns.includes(kind));
  return from < 0 ? [] : legal.trace.slice(from).map((step) => sayVi(describeLegalStep(step)));
}

/** The date a re-dated slip gives: of a decision to extend its own, else the one the rules count. */
export function decideRedatedDate(state: DossierState, dates: DossierDates): RedatedDate {
  const cause = findDateCause(state);
  const { legal } = dates;
  const redated = legal?.slip.kind === 'date' && legal.slip.redated;
  const provisional = legal?.provisional ?? false;
  if (cause?.kind === 'extended') return { newDate: cause.act.newPromise, provisional, redated, trace: [] };
  const newDate = legal?.slip.kind === 'date' ? legal.slip.at : null;
  return { newDate, provisional, redated, trace: readNewestSteps(dates) };
}

function planSteps(state: DossierState, { procedure, calendar, dates }: FormsAround): readonly PlannedStep[] {
  const steps = procedure?.cases.find(({ id }) => id === state.caseId)?.steps ?? [];
  if (state.receivedAt === null) return [];
  return planInternalSteps({ steps, startsAt: state.receivedAt, legalDue: dates.legalDue, calendar });
}

function listAround(around: FormsAround, at: Instant): DossierListAround {
  const findProcedure = (code: string | null) => (code === around.procedure?.code ? around.procedure : undefined);
  return { unit: around.unit, practice: around.practice, at, findProcedure, officerName: around.printedBy };
}

function remind(state: DossierState, around: FormsAround): FormFill | undefined {
  const { procedure, dates, calendar, at, unit, practice } = around;
  if (state.handover === null || state.endedAt !== null || !state.isOpen) return undefined;
  const { tone, message } = describeTimeLeft(calendar, at, dates.legalDue);
  const reminded = { state, procedure, legalDue: dates.legalDue, left: sayVi(message), overdue: tone === 'danger' };
  const handlingUnit = state.handlingUnit === '' ? state.handover.to : state.handlingUnit;
  return buildHandlingReminder([reminded], { unit, practice, at, handlingUnit, leaderName: '' });
}

const makers: Readonly<Record<Exclude<DossierForm, 'receipt' | 'feeReceipt'>, Maker>> = {
  redatedSlip: (state, around) => buildRedatedSlip(state, around, decideRedatedDate(state, around.dates)),
  supplementRequest: buildSupplementRequest,
  refusal: buildRefusal,
  apology: (state, around) => buildApology(state, around),
  stopNotice: buildStopNotice,
  controlSheet: (state, around) => buildControlSheet(state, { ...around, steps: planSteps(state, around) }),
  outcomeReceipt: buildOutcomeReceipt,
  folderCover: buildFolderCover,
  consignmentSlip: buildConsignmentSlip,
  handoverList: (state, around) =>
    state.handover === null
      ? undefined
      : buildHandoverList([state], state.handover.to, listAround(around, state.handover.at)),
  outcomeHandover: (state, around) =>
    state.outcome === null || state.handover === null
      ? undefined
      : buildOutcomeHandover([state], state.outcome.agency ?? state.handover.to, listAround(around, state.outcome.at)),
  postalPickUpList: (state, around) => {
    const sent = state.dispatches.at(-1);
    return sent === undefined ? undefined : buildPostalPickUpList([state], '', listAround(around, sent.at));
  },
  handlingReminder: remind,
  lostSlipDeclaration: (state, around) =>
    state.receivedAt === null ? undefined : buildLostSlipDeclaration(state, around),
  authorisation: (state, around) => {
    const code = state.code ?? state.temporaryCode ?? '';
    return code === '' ? undefined : buildAuthorisation(around, { procedureName: around.procedure?.name ?? '', code });
  },
  procedureSheet: ({ caseId }, { procedure, ...around }) =>
    procedure === undefined || caseId === null
      ? undefined
      : buildProcedureSheet(procedure, { caseId, address: nationalPortal }, around),
};

function makeReceipt(state: DossierState, around: FormsAround): readonly MadePaper[] {
  const { unit, procedure, practice } = around;
  if (procedure === undefined) return [];
  const officerName = around.officerName(state.receivedBy ?? '');
  const slip = buildReceiptSlipData(state, { unit, procedure, practice, officerName });
  return slip === undefined ? [] : [{ form: 'receipt', content: { kind: 'receipt', slip } }];
}

function makeFeeReceipts(state: DossierState, around: FormsAround): readonly MadePaper[] {
  const ledgers = ['stateFee', 'postalCharge'] as const;
  const kept = state.collections.filter((collection) => collection.state !== 'cancelled');
  return kept.flatMap(({ actionId: collectionId, lines, at }) =>
    ledgers.flatMap((ledger): MadePaper[] => {
      const fill = buildFeeReceipt(state, { collectionId, ledger }, around);
      const own = lines.filter((line) => line.ledger === ledger);
      const amount = own.reduce((sum, line) => sum + line.amount, 0);
      const money = { collectionId, ledger, amount, at };
      return fill === undefined ? [] : [{ form: 'feeReceipt', content: { kind: 'form', fill }, money }];
    }),
  );
}

/** Makes the papers of one form; empty when the dossier gives none now. Of a stub nothing but blank papers is known. */
export function makeDossierPapers(form: DossierForm, state: DossierState, around: FormsAround): readonly MadePaper[] {
  if (form === 'receipt') return state.stub ? [] : makeReceipt(state, around);
  if (form === 'feeReceipt') return makeFeeReceipts(state, around);
  const fill = makers[form](state, around);
  return fill === undefined ? [] : [{ form, content: { kind: 'form', fill } }];
}
