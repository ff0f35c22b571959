import type { AddendumRow } from '../../shared/domain/actions/unit-day-actions';
import type { ReceiptSlip } from '../../shared/forms/receipt-slip-data';
import type { RegisterAddendum } from '../../shared/reports/addendum-data';
import type { Register, RegisterRow } from '../../shared/reports/register-data';

const receivedAt = Date.parse('2026-03-09T02:10:00Z');
const promisedAt = Date.parse('2026-03-12T02:10:00Z');
const head = {
  parentName: 'ỦY BAN NHÂN DÂN XÃ THANH BÌNH',
  unitName: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  place: 'Thanh Bình',
  address: 'Thôn Mẫu, xã Thanh Bình',
  phone: '0000 000 000',
};

/** A complete slip; every field can be overridden. */
export function buildSampleSlip(changes: Partial<ReceiptSlip> = {}): ReceiptSlip {
  return {
    formSet: 'TT03-2025',
    head,
    practice: false,
    dossierId: '019cd1c0-0000-7000-8000-000000000001',
    code: 'H41.26-260309-0007',
    codeIsTemporary: false,
    slip: { book: 'Q1', year: 2026, number: 128 },
    applicantName: 'Nguyễn Thị Hoa',
    otherApplicants: 0,
    submitterName: '',
    channelName: 'Trực tiếp',
    address: 'Xóm 1, xã Thanh Bình',
    phone: '0912345678',
    email: '',
    identityLine: 'CCCD 040188000123',
    procedureCode: '1.004873',
    procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    summary: '',
    papers: [
      {
        name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
        original: 1,
        certifiedCopy: 0,
        photocopy: 0,
        shownOnly: false,
      },
      { name: 'Thẻ căn cước', original: 0, certifiedCopy: 0, photocopy: 0, shownOnly: true },
    ],
    setCount: 1,
    limitText: '3 ngày làm việc',
    receivedAt,
    promisedAt,
    provisional: false,
    clockDoubt: false,
    backEntry: false,
    returnText: 'Quầy trả kết quả',
    feeText: '15.000 đ (đã thu)',
    feeState: 'paid',
    officerName: 'Lê Văn Bình',
    onBehalfText: '',
    copyNo: 1,
    ...changes,
  };
}

function sampleRow(no: number): RegisterRow {
  return {
    no,
    dossierId: `019cd1c0-0000-7000-8000-${String(no).padStart(12, '0')}`,
    code: `H41.26-260309-${String(no).padStart(4, '0')}`,
    temporaryCode: '',
    receivedAt,
    backEntry: false,
    procedureCode: '2.000815',
    procedureName: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền của Việt Nam cấp',
    fieldName: 'Chứng thực',
    channel: 'Trực tiếp',
    applicant: 'Nguyễn Thị Hồng Phượng',
    identity: '********0123',
    submitter: 'Nguyễn Thị Hồng Phượng',
    phone: '0912345678',
    address: 'Xóm 1, xã Thanh Bình, tỉnh Nghệ An',
    setCount: 1,
    papers: 2,
    digitised: 1,
    reused: 0,
    fee: 8000,
    feeCollected: 8000,
    promisedAt,
    handlingUnit: 'UBND xã Thanh Bình',
    returnMethod: 'Tại quầy',
    returnedAt: null,
    officer: 'Lê Văn Bình',
    status: 'Được tiếp nhận',
    sync: 'Tỉnh đã nhận 09:12',
    note: '',
  };
}

/** A day's register with `count` rows, still open. */
export function buildSampleRegister(count: number): Register {
  return {
    head,
    practice: false,
    unitId: 'H41.26',
    day: '2026-03-09',
    counters: [
      { counterId: 'q1', name: 'Quầy 1', dataUntil: receivedAt },
      { counterId: 'q2', name: 'Quầy 2', dataUntil: null },
    ],
    rows: Array.from({ length: count }, (_, index) => sampleRow(index + 1)),
    totals: {
      received: count,
      counter: count,
      online: 0,
      post: 0,
      fee: 8000 * count,
      feeCollected: 8000 * count,
      waiting: 0,
    },
    closing: null,
    masked: true,
    madeAt: receivedAt + 8 * 3_600_000,
    madeBy: 'Lê Văn Bình',
  };
}

/** The same register after its closing, one counter not heard of. */
export function buildClosedRegister(count: number): Register {
  const register = buildSampleRegister(count);
  return {
    ...register,
    closing: {
      closedAt: register.madeAt,
      officer: 'Lê Văn Bình',
      registerHash: 'ab'.repeat(32),
      chainHead: 'cd'.repeat(32),
      missing: [{ counterId: 'q2', reason: 'mất điện từ 14:00' }],
    },
  };
}

/** The first addendum to it: a dossier that came from counter 2 too late, and a fee. */
export function buildSampleAddendum(changes: Partial<RegisterAddendum> = {}): RegisterAddendum {
  const { unitId, day, madeAt, madeBy } = buildSampleRegister(0);
  const row: AddendumRow = {
    actionId: '019cd1c0-0000-7000-8000-00000000a001',
    dossierId: '019cd1c0-0000-7000-8000-00000000d001',
    actKind: 'DossierReceived',
    code: 'H41.26-260309-0900',
    person: 'Trần Văn Muộn',
    procedureCode: '1.001193',
    procedureName: 'Đăng ký khai sinh',
    happenedAt: receivedAt,
    recordedAt: receivedAt,
    promisedAt,
    fee: 8000,
    feeCollected: 8000,
    why: { kind: 'otherCounter', name: 'Quầy 2' },
  };
  const fee = { ...row, actionId: '019cd1c0-0000-7000-8000-00000000a002', actKind: 'FeeCollected', promisedAt: null };
  return {
    head,
    practice: false,
    unitId,
    day,
    number: 1,
    reason: 'Quầy 2 có điện lại sau giờ chốt',
    closing: { closedAt: madeAt, officer: madeBy, registerHash: 'ab'.repeat(32) },
    chainHead: 'ef'.repeat(32),
    rows: [row, { ...fee, fee: 0, feeCollected: 0, why: { kind: 'backEntry', reason: 'power' } }],
    madeAt: madeAt + 3_600_000,
    madeBy,
    ...changes,
  };
}
