import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromLocal, type Instant } from '../../shared/base/time';
import type { Action, KnownKind, PayloadOf } from '../../shared/domain/actions/action';
import { foldDossier } from '../../shared/domain/dossier-state';
import type { DossierState } from '../../shared/domain/dossier-shape';
import type { FormSet } from '../../shared/domain/form-set';
import type { Party } from '../../shared/domain/person';
import { procedureSchema, type Procedure } from '../../shared/domain/procedure';
import { unitSchema, type Unit } from '../../shared/domain/unit';
import { buildUuidV7 } from '../../shared/base/ids';
import { createBuilders, type ActionParts } from './builders';

/** How the data of a sample looks. */
export interface SampleWish {
  readonly formSet: FormSet;
  /** `long`: names of 60 letters and more; `bare`: whatever may be empty is. */
  readonly people?: 'usual' | 'long' | 'bare';
  /** Papers on the dossier. */
  readonly papers?: number;
  readonly practice?: boolean;
}

const rowsOf = (file: string): readonly unknown[] => {
  const path = join(import.meta.dirname, '../../build/packages', file);
  return (JSON.parse(readFileSync(path, 'utf8')) as { rows: unknown[] }).rows;
};
const units = rowsOf('units.json').map((row) => unitSchema.parse(row));
const procedures = rowsOf('procedures.json').map((row) => procedureSchema.parse(row));

export function sampleUnit(): Unit {
  const [unit] = units;
  if (unit === undefined) throw new Error('no unit in the package');
  return unit;
}

export function sampleProcedure(code: string): Procedure {
  const found = procedures.find((procedure) => procedure.code === code);
  if (found === undefined) throw new Error(`no procedure ${code}`);
  return found;
}

/** 08:10 on a Monday under the circular asked for. */
export function receptionOf(formSet: FormSet): Instant {
  return fromLocal(formSet === 'TT03-2025' ? '2026-03-09' : '2025-03-10', '08:10');
}

export const longName = 'Công ty Trách nhiệm hữu hạn một thành viên Thương mại Dịch vụ Nguyễn Hoàng Phượng Hằng Quỳnh';
const longAddress =
  'Số nhà 128/45/7 ngõ 36 đường Nguyễn Thị Minh Khai, tổ dân phố số 12, khối Trường Thịnh, phường Thành Vinh, tỉnh Nghệ An';

function samplePeople({ people = 'usual' }: SampleWish): Party[] {
  const owner = {
    name: people === 'long' ? longName : 'Nguyễn Thị Hồng Phượng',
    identity: { kind: 'personalId', number: '040188000123' } as const,
    source: 'card' as const,
  };
  if (people === 'bare') {
    return [
      {
        role: 'applicant',
        person: { name: owner.name, identity: { kind: 'none', reason: 'notNeeded' }, source: 'typed' },
      },
    ];
  }
  const address = people === 'long' ? longAddress : 'Xóm 1, xã Thanh Bình, tỉnh Nghệ An';
  const submitter = people === 'long' ? `${longName} (người được ủy quyền)` : 'Trần Văn Ước';
  return [
    {
      role: 'applicant',
      person: { ...owner, address, phone: '0912345678', email: 'hongphuong@example.vn', birth: '1988-04-30' },
    },
    { role: 'applicant', person: { ...owner, name: 'Đặng Hữu Khánh' }, relation: 'spouse' },
    {
      role: 'submitter',
      person: {
        ...owner,
        name: submitter,
        identity: { kind: 'personalId', number: '040090001234' },
        phone: '0987654321',
        birth: '1990',
      },
    },
  ];
}

function samplePapers({ papers = 4 }: SampleWish): PayloadOf<'DossierReceived'>['papers'] {
  const names = [
    'Đơn đăng ký biến động đất đai, tài sản gắn liền với đất',
    'Giấy chứng nhận quyền sử dụng đất đã cấp',
    'Hợp đồng chuyển nhượng quyền sử dụng đất đã công chứng hoặc chứng thực theo quy định của pháp luật',
    'Tờ khai thuế thu nhập cá nhân, lệ phí trước bạ',
  ];
  return Array.from({ length: papers }, (_, index) => ({
    paperId: `p${String(index)}`,
    name: names[index] ?? `Giấy tờ kèm theo số ${String(index + 1)}`,
    mode: 'submit' as const,
    counts: { original: 1, certifiedCopy: index % 2, photocopy: index % 3 },
  }));
}

/** Writes the history of one dossier, a minute an act. */
function createHistory(wish: SampleWish, seed: number) {
  const builders = createBuilders(seed);
  const start = receptionOf(wish.formSet);
  const subject = { type: 'dossier' as const, id: buildUuidV7(start, builders.random.bytes(10)) };
  const actions: Action[] = [];
  return {
    add: <K extends KnownKind>(kind: K, payload: Partial<PayloadOf<K>> = {}, parts: ActionParts = {}): Action => {
      const at = start + actions.length * 60_000;
      const action = builders.action(kind, { subject, at, ...parts }, payload);
      actions.push(action);
      return action;
    },
    fold: (): DossierState => foldDossier({ dossierId: subject.id, actions, receipts: builders.acceptAll(actions) }),
  };
}

function received(wish: SampleWish, code: string): Partial<PayloadOf<'DossierReceived'>> {
  const at = receptionOf(wish.formSet);
  const due = fromLocal(wish.formSet === 'TT03-2025' ? '2026-03-19' : '2025-03-20', '08:10');
  const isBare = wish.people === 'bare';
  return {
    procedureCode: '1.013831',
    caseId: 'chuyen-quyen',
    parties: samplePeople(wish),
    papers: samplePapers(wish),
    pages: [],
    summary: isBare ? '' : 'Chuyển nhượng quyền sử dụng đất thửa 128, tờ bản đồ số 7, xóm 1',
    handlingUnit: 'Chi nhánh Văn phòng đăng ký đất đai khu vực Thanh Bình',
    fees: isBare ? [] : [{ ledger: 'stateFee', name: 'Phí thẩm định hồ sơ cấp giấy chứng nhận', amount: 1_250_000 }],
    returnMethod: isBare ? 'counter' : 'post',
    ...(isBare ? {} : { returnAddress: 'Xóm 1, xã Thanh Bình, tỉnh Nghệ An' }),
    code: { kind: 'official', value: code, leaseId: 'lease-1' },
    slip: { book: 'Q1', year: 2026, number: 128 },
    appointment: {
      limit: { unit: 'workingDays', amount: 8 },
      ...{ startsAt: at, legalDue: due, promisedAt: due },
      trace: [],
      provisional: false,
    },
    versions: { procedures: '2026.01.01', calendar: '2026.01.01', units: '2026.01.01', formSet: wish.formSet },
  };
}

/** A land dossier from reception to the returned result, with tax, apology and two hand-overs. */
export function sampleDossier(wish: SampleWish, code = 'H41.26-260309-0007'): DossierState {
  const history = createHistory(wish, 11);
  const at = receptionOf(wish.formSet);
  history.add('DossierReceived', received(wish, code));
  history.add('FeeCollected', {
    lines: [
      { ledger: 'stateFee', name: 'Phí thẩm định hồ sơ cấp giấy chứng nhận', amount: 1_250_000 },
      { ledger: 'postalCharge', name: 'Cước chuyển phát kết quả', amount: 26_500 },
    ],
    receipt: { kind: 'series', formNo: '01BLP', symbol: 'AA/26E', number: 128 },
  });
  const handover = history.add('HandedOver', { to: 'Bộ phận Địa chính', originals: 4 });
  history.add('HandoverConfirmed', { handoverId: handover.id, receivedBy: 'Bùi Thị Thảo', originals: 4 });
  history.add('HandedOver', { to: 'Chi nhánh Văn phòng đăng ký đất đai', medium: 'electronic', originals: 0 });
  history.add('SupplementRequested', {
    items: ['Bản chính hợp đồng chuyển nhượng có đủ chữ ký của hai vợ chồng', 'Trích đo thửa đất'],
    askedPapers: [{ paperId: 'p9', name: 'Trích đo thửa đất', ground: 'Điều 37 Nghị định 101/2024/NĐ-CP' }],
    reason: 'Hợp đồng mới có chữ ký của một người; thửa đất chưa có bản trích đo.',
    answerBy: wish.formSet === 'TT03-2025' ? '2026-03-30' : '2025-03-31',
  });
  history.add('SupplementReceived');
  const notice = history.add('ObligationNotified', {
    noticeNo: '128/TB-TCS',
    issuedBy: 'Thuế cơ sở 3',
    amount: 12_400_000,
  });
  history.add('ObligationFulfilled', { notificationId: notice.id, voucherNo: 'GNT-0077', paidOn: '2026-03-12' });
  history.add('Forwarded', { to: 'Thuế cơ sở 3' });
  history.add('ApologyIssued', {
    number: '12',
    reason: 'hồ sơ cần đo đạc lại ranh giới thửa đất do số liệu đo cũ và thực địa khác nhau.',
    remedy: 'đã cử tổ đo đạc hoàn thành trong tuần này.',
    newPromise: at + 20 * 86_400_000,
    signedBy: 'Phạm Đức Bình',
    signedOn: wish.formSet === 'TT03-2025' ? '2026-03-18' : '2025-03-19',
  });
  history.add('ExternalCodeLinked', { system: 'Đất đai', code: 'DD-2026-000128' });
  history.add('OutcomeReady', {
    name: 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất',
    number: 'CS 0128/2026',
    abstract: 'Cấp đổi giấy chứng nhận thửa 128, tờ bản đồ số 7',
    signedBy: 'Phạm Đức Bình',
    signedOn: '2026-03-18',
    form: 'scanned',
    originalsWithheld: 'Giấy chứng nhận cũ số BM 223344',
    shelf: 'Kệ A, ngăn 3',
  });
  history.add('OutcomeDispatched', { waybill: 'EB123456789VN', address: 'Xóm 1, xã Thanh Bình', codAmount: 26_500 });
  history.add('OutcomeReturned', {
    collector: { name: 'Trần Văn Ước', identity: { kind: 'personalId', number: '040090001234' } },
    proof: 'authorisation',
    originalsReturned: 2,
  });
  return history.fold();
}

/** Only a reception. */
export function sampleReception(wish: SampleWish, changes: Partial<PayloadOf<'DossierReceived'>> = {}): DossierState {
  const history = createHistory(wish, 12);
  history.add('DossierReceived', { ...received(wish, 'H41.26-260309-0008'), ...changes });
  return history.fold();
}

/** A talk that ended with Form 02 before any reception. */
export function sampleGuidance(wish: SampleWish): DossierState {
  const history = createHistory(wish, 13);
  history.add('GuidanceIssued', { parties: samplePeople(wish), comeBackBy: '2026-03-20' });
  return history.fold();
}

/** A talk that ended with Form 03. */
export function sampleRefusal(wish: SampleWish): DossierState {
  const history = createHistory(wish, 14);
  history.add('IntakeRefused', {
    parties: samplePeople(wish),
    reason: 'Người yêu cầu không thuộc đối tượng được giải quyết thủ tục này tại xã.',
    legalGround: 'khoản 1 Điều 13 Luật Hộ tịch 2014',
  });
  return history.fold();
}

/** A dossier that was stopped after its fee was taken and given back in part. */
export function sampleStopped(wish: SampleWish): DossierState {
  const history = createHistory(wish, 15);
  history.add('DossierReceived', received(wish, 'H41.26-260309-0009'));
  history.add('FeeCollected', { lines: [{ ledger: 'stateFee', name: 'Phí thẩm định', amount: 1_250_000 }] });
  history.add('FeeRefunded', { lines: [{ ledger: 'stateFee', name: 'Phí thẩm định', amount: 250_000 }] });
  history.add('ProcessingStopped', {
    reason: 'Hai bên thôi chuyển nhượng.',
    decisionNo: 'Quyết định số 15/QĐ-UBND ngày 12/3/2026',
    stage: 'Thẩm định hồ sơ',
    originalsReturned: 3,
  });
  return history.fold();
}

/** Papers the post took in on a consignment slip. */
export function sampleConsignment(wish: SampleWish): DossierState {
  const history = createHistory(wish, 16);
  const { parties, papers, summary } = {
    parties: samplePeople(wish),
    papers: samplePapers(wish),
    summary: 'Đăng ký biến động',
  };
  const intake = {
    ...createBuilders(17).intake({ pages: [], parties, papers, summary, channel: 'post', procedureCode: '1.013831' }),
  };
  history.add(
    'CollectedByPost',
    { intake, consignmentNo: 'PG-01286', place: 'Bưu điện văn hóa xã Thanh Bình' },
    { onBehalfOf: { unitId: 'H41.26', delegationId: 'UQ-01', decisionNo: 'Quyết định số 15/QĐ-UBND' } },
  );
  return history.fold();
}

/** Certified copies with their counts and result. */
export function sampleCertification(wish: SampleWish): DossierState {
  const history = createHistory(wish, 18);
  history.add('DossierReceived', {
    ...received(wish, 'H41.26-260309-0010'),
    procedureCode: '2.000815',
    caseId: 'thuong',
    quantities: { pages: 3, copies: 5 },
    papers: [
      {
        paperId: 'original',
        name: 'Bằng tốt nghiệp đại học',
        mode: 'present',
        counts: { original: 1, certifiedCopy: 0, photocopy: 5 },
      },
    ],
    fees: [{ ledger: 'stateFee', name: 'Phí chứng thực', amount: 25_000 }],
    summary: '',
  });
  history.add('FeeCollected', { lines: [{ ledger: 'stateFee', name: 'Phí chứng thực', amount: 25_000 }] });
  history.add('OutcomeReady', {
    name: 'Bản sao có chứng thực',
    number: '128',
    signedBy: 'Phạm Đức Bình',
    signedOn: '2026-03-09',
    form: 'paperOnly',
  });
  return history.fold();
}
