import type { Instant } from '../../shared/base/time';
import type { KnownKind, PayloadOf } from '../../shared/domain/actions/action';
import type { PageRef } from '../../shared/domain/actions/action-parts';
import type { Intake } from '../../shared/domain/actions/intake-payload';
import type { Appointment } from '../../shared/domain/appointment-schema';
import { buildPerson } from './people';
import type { SeededRandom } from './random';

const DAY_MS = 86_400_000;

/** Source of ids the payload builders need. */
export interface PayloadContext {
  readonly random: SeededRandom;
  readonly id: () => string;
  readonly at: Instant;
}

export function buildPage(context: PayloadContext, overrides: Partial<PageRef> = {}): PageRef {
  const sha256 = Array.from(context.random.bytes(32), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { pageId: context.id(), sha256, mime: 'image/jpeg', bytes: context.random.int(20_000, 400_000), ...overrides };
}

export function buildIntake(context: PayloadContext, overrides: Partial<Intake> = {}): Intake {
  return {
    v: 1,
    procedureCode: '1.001193',
    caseId: 'default',
    channel: 'counter',
    receivingUnitId: 'H41.26',
    handlingUnit: 'UBND xã Hoa Sơn',
    parties: [{ role: 'applicant', person: buildPerson(context.random) }],
    papers: [
      { paperId: 'form', name: 'Tờ khai', mode: 'submit', counts: { original: 1, certifiedCopy: 0, photocopy: 0 } },
      {
        paperId: 'proof',
        name: 'Giấy chứng sinh',
        mode: 'submit',
        counts: { original: 1, certifiedCopy: 0, photocopy: 1 },
      },
    ],
    pages: [{ paperId: 'form', pages: [buildPage(context)] }],
    quantities: {},
    setCount: 1,
    summary: 'Đăng ký khai sinh',
    fees: [{ ledger: 'stateFee', name: 'Lệ phí hộ tịch', amount: 8_000 }],
    returnMethod: 'counter',
    ...overrides,
  };
}

/** Two working days, due and promised at the same instant. For shapes only: real dates come from `decideAppointment`. */
export function buildAppointment(at: Instant, overrides: Partial<Appointment> = {}): Appointment {
  const due = at + 2 * DAY_MS;
  return {
    limit: { unit: 'workingDays', amount: 2 },
    startsAt: at,
    legalDue: due,
    promisedAt: due,
    trace: [
      { kind: 'received', at },
      { kind: 'limit', limit: { unit: 'workingDays', amount: 2 } },
      { kind: 'due', at: due },
    ],
    provisional: false,
    ...overrides,
  };
}

const versions = {
  procedures: '2026.01.01',
  calendar: '2026.01.01',
  units: '2026.01.01',
  formSet: 'TT03-2025',
} as const;

function stamped({ random, at }: PayloadContext) {
  return {
    slip: { book: 'Q1', year: 2026, number: random.int(1, 9_999) },
    appointment: buildAppointment(at),
    versions,
  };
}

const sha256 = 'ab'.repeat(32);

/** What guidance and refusals before reception have in common. */
function buildTalk(context: PayloadContext) {
  return {
    v: 1 as const,
    procedureCode: '1.001193',
    procedureName: 'Đăng ký khai sinh',
    receivingUnitId: 'H41.26',
    parties: [{ role: 'applicant' as const, person: buildPerson(context.random) }],
    summary: 'Đăng ký khai sinh',
    slip: { book: 'Q1', year: 2026, number: context.random.int(1, 9_999) },
    reason: 'thiếu giấy chứng sinh',
  };
}

/** A valid payload of every kind this version knows. */
export const payloadBuilders: { readonly [K in KnownKind]: (context: PayloadContext) => PayloadOf<K> } = {
  DossierReceived: (context) => ({
    ...buildIntake(context),
    ...stamped(context),
    code: { kind: 'official', value: `H41.26-261121-${context.random.digits(4)}`, leaseId: 'lease-1' },
  }),
  OnlineSubmissionArrived: (context) => ({
    v: 1,
    portalCode: `G22.99-261121-${context.random.digits(6)}`,
    submittedAt: context.at,
    intake: buildIntake(context, { channel: 'online' }),
  }),
  OnlineSubmissionAccepted: (context) => ({ v: 1, ...stamped(context) }),
  CollectedByPost: (context) => ({
    v: 1,
    intake: buildIntake(context, { channel: 'post' }),
    consignmentNo: `PG-${context.random.digits(5)}`,
    place: 'Bưu cục Hoa Sơn',
  }),
  GuidanceIssued: (context) => ({
    ...buildTalk(context),
    items: ['Bản chính giấy chứng sinh'],
    papers: [],
  }),
  RefusalProposed: (context) => ({ ...buildTalk(context), legalGround: 'Điều 5 Luật Hộ tịch' }),
  IntakeRefused: (context) => ({ ...buildTalk(context), legalGround: 'Điều 5 Luật Hộ tịch', originalsReturned: 2 }),
  DetailsCorrected: () => ({ v: 1, reason: 'gõ nhầm', changes: { summary: 'Đăng ký khai sinh lưu động' } }),
  PaperAttached: (context) => ({
    v: 1,
    paper: {
      paperId: 'extra',
      name: 'Giấy ủy quyền',
      mode: 'submit',
      counts: { original: 1, certifiedCopy: 0, photocopy: 0 },
    },
    pages: [buildPage(context)],
  }),
  PaperReused: (context) => ({
    v: 1,
    paper: {
      paperId: 'household',
      name: 'Giấy xác nhận cư trú',
      mode: 'submit',
      counts: { original: 0, certifiedCopy: 0, photocopy: 1 },
    },
    pages: [buildPage(context)],
    source: { kind: 'dossier', code: 'H41.26-261001-0003', digitisedOn: '2026-10-01' },
  }),
  PaperDetached: () => ({ v: 1, paperId: 'proof', reason: 'ghi nhầm', originalsReturned: 1 }),
  PageSetEdited: () => ({ v: 1, paperId: 'form', pages: [] }),
  FormPrinted: () => ({
    v: 1,
    form: 'receipt',
    formSet: 'TT03-2025',
    copies: 2,
    printer: 'quay-1',
    reprint: false,
    sha256,
  }),
  FeeCollected: () => ({
    v: 1,
    lines: [{ ledger: 'stateFee', name: 'Lệ phí hộ tịch', amount: 8_000 }],
    method: 'cash',
  }),
  FeeCancelled: (context) => ({ v: 1, collectionId: context.id(), reason: 'thu nhầm' }),
  FeeRefunded: () => ({
    v: 1,
    lines: [{ ledger: 'stateFee', name: 'Lệ phí hộ tịch', amount: 8_000 }],
    method: 'cash',
    reason: 'công dân rút hồ sơ',
  }),
  ObligationNotified: () => ({ v: 1, noticeNo: '123/TB-CCT', issuedBy: 'Chi cục Thuế', amount: 1_500_000 }),
  ObligationFulfilled: () => ({ v: 1, voucherNo: 'GNT-77', paidOn: '2026-11-25' }),
  SupplementRequested: () => ({ v: 1, items: ['Bản chính giấy chứng sinh'], reason: 'thiếu giấy tờ' }),
  SupplementReceived: () => ({ v: 1, papers: [] }),
  HandedOver: () => ({ v: 1, to: 'Bộ phận hộ tịch', medium: 'paper', originals: 2 }),
  HandoverConfirmed: (context) => ({ v: 1, handoverId: context.id(), receivedBy: 'Bùi Thị Thảo', originals: 2 }),
  Forwarded: () => ({ v: 1, to: 'Chi cục Thuế', purpose: 'taxDetermination', medium: 'electronic' }),
  DeadlineExtended: ({ at }) => ({ v: 1, newPromise: at + 9 * DAY_MS, reason: 'chờ xác minh' }),
  ApologyIssued: ({ at }) => ({
    v: 1,
    number: '12/XL',
    reason: 'chờ xác minh',
    remedy: 'trả kết quả tại nhà',
    newPromise: at + 9 * DAY_MS,
    signedBy: 'Chủ tịch UBND xã',
    signedOn: '2026-11-22',
  }),
  ApologyDelivered: (context) => ({ v: 1, apologyId: context.id(), by: 'hand', proof: 'ký nhận ngày 22/11/2026' }),
  ProcessingStopped: () => ({ v: 1, reason: 'không bổ sung giấy tờ đúng hạn' }),
  OutcomeReady: () => ({ v: 1, name: 'Giấy khai sinh', form: 'paperOnly', paperOnlyReason: 'sổ gốc viết tay' }),
  OutcomeDispatched: (context) => ({ v: 1, waybill: `EB${context.random.digits(9)}VN`, address: 'Xóm 3, xã Hoa Sơn' }),
  DeliveryFailed: () => ({ v: 1, waybill: 'EB000000001VN', reason: 'không gặp người nhận', backOnShelf: true }),
  SurveyAnswered: () => ({ v: 1, score: 5, topics: ['attitude'] }),
  ExternalCodeLinked: (context) => ({
    v: 1,
    system: 'civilStatus',
    code: `HT-${context.random.digits(6)}`,
    provisional: false,
  }),
  OutcomeReturned: (context) => {
    const { name, identity } = buildPerson(context.random);
    return { v: 1, collector: { name, identity }, proof: 'slip' };
  },
  Withdrawn: () => ({ v: 1, reason: 'công dân đổi ý' }),
  OfficialCodeAssigned: () => ({ v: 1, code: 'H41.26-261121-9001', replaces: 'TAM-M01-261121-001' }),
  IssueResolved: (context) => ({ v: 1, actionId: context.id(), note: 'đã đối chiếu' }),
  ApprovalDecided: (context) => ({ v: 1, actId: context.id(), decision: 'approved' }),
  ShiftOpened: () => ({ v: 1, cashFloat: 500_000 }),
  RegisterClosed: (context) => ({
    v: 1,
    day: '2026-11-20',
    asOfLine: 120,
    rows: 31,
    registerHash: sha256,
    chainHead: sha256,
    closedAt: context.at,
    missingCounters: [],
  }),
  ShiftClosed: () => ({ v: 1, received: 31, waitingForProvince: 3, differences: [] }),
  BagSealed: (context) => ({
    v: 1,
    bagId: context.id(),
    sealNo: 'NP-0001',
    to: 'Trung tâm Phục vụ hành chính công',
    dossierIds: [context.id()],
    originals: 2,
  }),
  BagReceived: (context) => ({
    v: 1,
    bagId: context.id(),
    sealNo: 'NP-0001',
    sealIntact: true,
    dossierIds: [context.id()],
    originals: 2,
  }),
  CashCounted: () => ({
    v: 1,
    ledger: 'stateFee',
    counted: 508_000,
    denominations: { '500000': 1, '2000': 4 },
  }),
  CashHandedIn: () => ({ v: 1, ledger: 'stateFee', amount: 8_000, to: 'Kế toán UBND xã', difference: 0 }),
  PaperKitIssued: (context) => ({
    v: 1,
    kitId: context.id(),
    codes: [`H41.26-261121-8${context.random.digits(3)}`],
    slipNumbers: [`Q1/2026/9${context.random.digits(3)}`],
  }),
  ReceiptNumberVoided: () => ({ v: 1, formNo: '01BLP', symbol: 'XA-26P', number: 7, reason: 'viết hỏng tờ biên lai' }),
  SlipNumberVoided: () => ({ v: 1, slipNo: 'Q1/2026/0007', reason: 'in hỏng phiếu' }),
  RegisterAddendumIssued: (context) => ({
    v: 1,
    day: '2026-11-20',
    number: 1,
    closingId: context.id(),
    reason: 'Quầy 2 gửi dữ liệu sau giờ chốt',
    chainHead: sha256,
    rows: [
      {
        actionId: context.id(),
        dossierId: context.id(),
        actKind: 'DossierReceived',
        code: `H41.26-261120-${context.random.digits(4)}`,
        person: buildPerson(context.random).name,
        procedureCode: '1.001193',
        procedureName: 'Đăng ký khai sinh',
        happenedAt: context.at,
        recordedAt: context.at,
        promisedAt: null,
        fee: 8_000,
        feeCollected: 8_000,
        why: { kind: 'otherCounter', name: 'Quầy 2' },
      },
    ],
  }),
  CodeVoided: () => ({ v: 1, code: 'H41.26-261121-0007', reason: 'in hỏng phiếu' }),
};
