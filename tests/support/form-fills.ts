import { foldUnitDay } from '../../shared/domain/unit-day';
import { buildCashSheets } from '../../shared/domain/cash-sheet';
import { joinBags } from '../../shared/domain/bag-journey';
import { listMoneyActs } from '../../shared/domain/money-acts';
import type { Action, KnownKind, PayloadOf } from '../../shared/domain/actions/action';
import { buildApology } from '../../shared/forms/apology';
import { buildBagLabel, buildDiscrepancyMinutes } from '../../shared/forms/bag-papers';
import { buildCashSheetPaper } from '../../shared/forms/cash-sheet-paper';
import { buildCertificationRegister, listCertifications } from '../../shared/forms/certification-register';
import { buildAuthorisation, buildLostSlipDeclaration } from '../../shared/forms/citizen-papers';
import { buildConsignmentSlip } from '../../shared/forms/consignment-slip';
import { buildControlSheet } from '../../shared/forms/control-sheet';
import { buildDayClose } from '../../shared/forms/day-close';
import { buildFeeReceipt } from '../../shared/forms/fee-receipt';
import { buildFolderCover } from '../../shared/forms/folder-cover';
import type { DefinedForm } from '../../shared/forms/form-catalogue';
import type { FormFill } from '../../shared/forms/form-fill';
import { buildHandoverList, buildOutcomeHandover, buildPostalPickUpList } from '../../shared/forms/handover-papers';
import { buildExplanationLetter, buildHandlingReminder, type ExplainedRow } from '../../shared/forms/letters';
import { buildOutcomeReceipt } from '../../shared/forms/outcome-receipt';
import { buildPaperKitSheet, buildPaperKitSlip } from '../../shared/forms/paper-kit-slip';
import { buildProcedureSheet } from '../../shared/forms/procedure-sheet';
import { buildReceiptFill } from '../../shared/forms/receipt-slip';
import { buildReceiptSlipData } from '../../shared/forms/receipt-slip-from-dossier';
import { buildRecoveryLedger } from '../../shared/forms/recovery-ledger';
import { buildRedatedSlip } from '../../shared/forms/redated-slip';
import { buildRefusal } from '../../shared/forms/refusal';
import { buildSelfTest } from '../../shared/forms/self-test';
import { buildStopNotice } from '../../shared/forms/stop-notice';
import { buildSupplementRequest } from '../../shared/forms/supplement-request';
import type { DossierAround } from '../../shared/forms/fill-parts';
import { createBuilders } from './builders';
import {
  receptionOf,
  sampleCertification,
  sampleConsignment,
  sampleDossier,
  sampleProcedure,
  sampleReception,
  sampleRefusal,
  sampleStopped,
  sampleUnit,
  type SampleWish,
} from './form-samples';

/** Text of a signed slip's length: the symbol on the sample is as dense as a real one. */
export const SAMPLE_QR = `QMC1|H41.26-260309-0008|019cd1c0-0000-7000-8000-000000000008|1.013831|NTHP|202603190810|P|M01|${'A'.repeat(86)}`;

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what} in the sample`);
  return value;
}

export function aroundOf(wish: SampleWish): DossierAround {
  return {
    unit: sampleUnit(),
    procedure: sampleProcedure('1.013831'),
    practice: wish.practice ?? false,
    at: receptionOf(wish.formSet),
    officerName: () => 'Lê Thị Thu Hà',
  };
}

function circularForms(wish: SampleWish, around: DossierAround) {
  const dossier = sampleDossier(wish);
  const slip = buildReceiptSlipData(sampleReception(wish), {
    unit: around.unit,
    procedure: present(around.procedure, 'procedure'),
    officerName: 'Lê Thị Thu Hà',
    practice: around.practice,
  });
  const { at } = around;
  const steps = present(around.procedure?.cases[0]?.steps, 'steps').map((step, index) => ({
    step,
    due: at + (index + 1) * 86_400_000,
    cut: false,
  }));
  return {
    receipt: buildReceiptFill(present(slip, 'slip'), SAMPLE_QR),
    supplementRequest: buildSupplementRequest(dossier, { ...around, number: '07' }),
    refusal: buildRefusal(sampleRefusal(wish), around),
    apology: buildApology(dossier, around),
    stopNotice: buildStopNotice(sampleStopped(wish), { ...around, number: '03' }),
    controlSheet: buildControlSheet(dossier, { ...around, steps }),
    redatedSlip: buildRedatedSlip(dossier, around, {
      newDate: at + 12 * 86_400_000,
      provisional: false,
      trace: ['Bắt đầu giai đoạn 2 từ 08:18 12/03/2026', 'Thời hạn 3 ngày làm việc', 'Hẹn trả lúc 08:18 17/03/2026'],
    }),
  };
}

function handlingForms(wish: SampleWish, around: DossierAround) {
  const dossier = sampleDossier(wish);
  const list = {
    ...around,
    findProcedure: () => around.procedure,
    officerName: 'Lê Thị Thu Hà',
    number: '05',
  };
  const many = Array.from({ length: 6 }, (_, index) =>
    sampleDossier(wish, `H41.26-260309-${String(index + 1).padStart(4, '0')}`),
  );
  return {
    consignmentSlip: buildConsignmentSlip(sampleConsignment(wish), around),
    handoverList: buildHandoverList(many, 'Chi nhánh Văn phòng đăng ký đất đai khu vực Thanh Bình', list),
    outcomeHandover: buildOutcomeHandover(many, 'Chi nhánh Văn phòng đăng ký đất đai', list),
    postalPickUpList: buildPostalPickUpList(many, 'Bưu cục Thanh Bình', list),
    outcomeReceipt: buildOutcomeReceipt(dossier, around),
    feeReceipt: buildFeeReceipt(
      dossier,
      { collectionId: present(dossier.collections[0], 'collection').actionId, ledger: 'stateFee' },
      around,
    ),
    folderCover: buildFolderCover(dossier, around),
    handlingReminder: buildHandlingReminder(
      many.map((state, index) => ({
        state,
        procedure: around.procedure,
        legalDue: state.firstDue,
        left: index === 0 ? 'quá hạn 2 ngày làm việc' : 'còn 3 giờ làm việc',
        overdue: index === 0,
      })),
      {
        ...around,
        handlingUnit: 'Chi nhánh Văn phòng đăng ký đất đai',
        answerBy: '2026-03-20',
        leaderName: 'Phạm Đức Bình',
      },
    ),
    lostSlipDeclaration: buildLostSlipDeclaration(dossier, around),
    authorisation: buildAuthorisation(around),
  };
}

function sampleDay(wish: SampleWish) {
  const builders = createBuilders(21);
  const start = receptionOf(wish.formSet);
  const day = wish.formSet === 'TT03-2025' ? '2026-03-09' : '2025-03-10';
  const subject = { type: 'unitDay', unitId: 'H41.26', day, counterId: 'q1' } as const;
  const actions: Action[] = [];
  const add = <K extends KnownKind>(kind: K, payload: Partial<PayloadOf<K>> = {}): void => {
    actions.push(builders.action(kind, { subject, at: start + actions.length * 600_000 }, payload));
  };
  const dossierIds = Array.from({ length: 4 }, () => builders.id());
  const bag = { bagId: builders.id(), sealNo: 'NP-000128' };
  add('ShiftOpened');
  add('BagSealed', { ...bag, dossierIds, originals: 9, witness: 'Trần Văn Ước' });
  add('BagReceived', {
    ...bag,
    sealIntact: false,
    dossierIds: [...dossierIds.slice(1), builders.id()],
    originals: 8,
    discrepancy: 'Túi rách ở mép; một hồ sơ của quầy khác để nhầm.',
  });
  const collected = builders.action('FeeCollected', {
    subject: { type: 'dossier', id: dossierIds[0] ?? '' },
    at: start + 2_000_000,
  });
  add('CashCounted', { counted: 518_000, denominations: { '500000': 1, '10000': 1, '2000': 4 } });
  add('CashHandedIn');
  add('PaperKitIssued');
  add('RegisterClosed', { day });
  add('ShiftClosed', {
    differences: ['Sổ phí thừa 10.000 đ, chưa rõ lý do', '3 hồ sơ chưa có mã hệ thống ngành'],
    note: 'Mất điện 10:00-11:10.',
  });
  const state = foldUnitDay(actions, builders.acceptAll(actions));
  return { state, money: listMoneyActs([collected]) };
}

function dayForms(wish: SampleWish, around: DossierAround) {
  const { state, money } = sampleDay(wish);
  const shift = present(state.shifts[0], 'shift');
  const sheets = (['stateFee', 'postalCharge'] as const).flatMap(
    (ledger) => buildCashSheets(money, state, ledger).sheets,
  );
  const names = { ...around, counterName: 'Quầy 1', officerName: 'Lê Thị Thu Hà', shift };
  const bagAround = {
    ...around,
    senderName: 'Bưu điện văn hóa xã Thanh Bình',
    describeDossier: (id: string) => `H41.26-260309-${id.slice(-4)} (Nguyễn Thị Hồng Phượng)`,
    number: '02',
  };
  return {
    bagLabel: buildBagLabel(present(state.bagsSealed[0], 'bag'), bagAround),
    discrepancyMinutes: buildDiscrepancyMinutes(present(joinBags([state])[0], 'bag'), bagAround),
    cashSheet: buildCashSheetPaper(present(sheets[0], 'sheet'), { ...names, codeOf: () => 'H41.26-260309-0007' }),
    dayClose: buildDayClose(state, { ...names, sheets }),
  };
}

export function explainedRows(count: number): readonly ExplainedRow[] {
  const standings = ['onTime', 'late', 'running', 'notOurs'] as const;
  return Array.from({ length: count }, (_, index) => ({
    code: `H41.26-260309-${String(index + 1).padStart(4, '0')}`,
    portal: 'Hạn 12/03/2026, kết thúc 14/03/2026',
    local: 'Hạn 12/03/2026, kết thúc 11/03/2026',
    cause: 'Đã xong, đồng bộ chậm',
    evidence: ['Kết quả ký lúc 09:10 11/03/2026', 'Gửi lên tỉnh lúc 07:31 14/03/2026'],
    todo: 'Gửi lại',
    standing: standings[index % 4] ?? 'late',
  }));
}

function officeForms(wish: SampleWish, around: DossierAround) {
  const certified = { state: sampleCertification(wish), procedure: sampleProcedure('2.000815') };
  const kit = sampleProcedure('1.001193');
  return {
    paperKitSlip: buildPaperKitSlip({ code: 'H41.26-260309-0801', slipNo: 'Q1/2026/801' }, around),
    paperKitSheet: buildPaperKitSheet(
      {
        ...{ day: '2026-03-09', codes: ['H41.26-260309-0801', 'H41.26-260309-0820'] },
        due: Array.from({ length: 20 }, () => ({
          shortName: kit.shortName,
          dueAt: around.at + 86_400_000,
          papers: present(kit.cases[0], 'case').papers.map(({ name }) => name),
        })),
      },
      around,
    ),
    explanationLetter: buildExplanationLetter(explainedRows(12), {
      ...around,
      recipient: 'Văn phòng Ủy ban nhân dân tỉnh',
      listName: 'kèm theo Công văn số 128/VP-KSTT',
      period: 'từ 15/02/2026 đến 14/03/2026',
      reason: 'Đường truyền gián đoạn từ 11/03 đến 13/03/2026; đơn vị đã gửi lại toàn bộ dữ liệu.',
      leaderName: 'Phạm Đức Bình',
    }),
    procedureSheet: buildProcedureSheet(
      present(around.procedure, 'procedure'),
      { caseId: 'chuyen-quyen', address: 'https://dichvucong.gov.vn' },
      around,
    ),
    certificationRegister: buildCertificationRegister(listCertifications([certified, certified, certified]), {
      ...around,
      ...{ kind: 'BS', book: '01/2026', from: '2026-03-09', to: '2026-03-09', officerName: 'Lê Thị Thu Hà' },
    }),
    selfTest: buildSelfTest(
      {
        ...{
          computer: 'QUAY-1',
          version: '0.1.0',
          dataFolder: 'C:\\ProgramData\\QuayMotCua',
          technician: 'Võ Hữu Khánh',
        },
        checks: [
          { name: 'Kho dữ liệu', result: 'Đạt' },
          { name: 'Máy in, máy quét', result: 'Đạt' },
        ],
      },
      around,
    ),
    recoveryLedger: buildRecoveryLedger(
      [
        {
          ...{ day: '2026-03-09', keyMark: '7F3A-91C2', event: 'handedOver', place: 'Két phòng Văn thư' },
          ...{ keeper: 'Lê Thị Thu Hà', witness: 'Phạm Đức Bình', note: 'Bàn giao công tác' },
        },
        {
          ...{ day: '2026-01-05', keyMark: '7F3A-91C2', event: 'made', place: 'Két Chủ tịch' },
          ...{ keeper: 'Phạm Đức Bình', witness: 'Võ Hữu Khánh', note: '' },
        },
      ],
      { ...around, officerName: 'Lê Thị Thu Hà' },
    ),
  };
}

/** Every defined paper, filled from the same sample dossiers and day. */
export function buildFormFills(wish: SampleWish): Readonly<Record<DefinedForm, FormFill>> {
  const around = aroundOf(wish);
  const fills = {
    ...circularForms(wish, around),
    ...handlingForms(wish, around),
    ...dayForms(wish, around),
    ...officeForms(wish, around),
  };
  const entries = Object.entries(fills).map(([form, fill]) => [form, present<FormFill>(fill, form)]);
  return Object.fromEntries(entries) as Record<DefinedForm, FormFill>;
}
