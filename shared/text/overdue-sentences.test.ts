import { describe, expect, it } from 'vitest';
import type { ApologyDraft, ApologyStanding } from '../domain/apology';
import type { ApologyRecord } from '../domain/dossier-records';
import { overdueCauses, type EvidenceFact } from '../domain/overdue-causes';
import { fromLocal } from '../base/time';
import { sayVi } from './message';
import {
  apologyReasonText,
  causeGroupText,
  causeText,
  describeApology,
  describeEvidence,
  describeFinding,
  describeShare,
} from './overdue-sentences';

const from = fromLocal('2026-03-16', '09:00');
const to = fromLocal('2026-03-18', '09:00');
const act = { actKind: 'OutcomeReady' } as const;

/** Every fact with its whole sentence, typed by hand. */
const facts: readonly [EvidenceFact, string][] = [
  [{ kind: 'held', who: '' }, 'Hồ sơ ở quầy tiếp nhận'],
  [{ kind: 'held', who: 'Bộ phận hộ tịch' }, 'Hồ sơ ở Bộ phận hộ tịch'],
  [{ kind: 'waitedForCitizen', what: 'supplement' }, 'Chờ công dân bổ sung giấy tờ'],
  [{ kind: 'waitedForCitizen', what: 'payment' }, 'Chờ công dân nộp tiền'],
  [{ kind: 'waitedForTax', who: 'Thuế cơ sở 3' }, 'Chờ Thuế cơ sở 3 xác định nghĩa vụ tài chính'],
  [{ kind: 'submissionWaited' }, 'Hồ sơ trực tuyến chờ tiếp nhận'],
  [{ kind: 'submissionCameLate' }, 'Hồ sơ trực tuyến về đơn vị chậm'],
  [{ kind: 'receiptLate', ...act }, 'Đã có kết quả: tỉnh nhận chậm'],
  [{ kind: 'receiptMissing', ...act }, 'Đã có kết quả: tỉnh chưa nhận'],
  [{ kind: 'refused', ...act, verdict: 'malformed' }, 'Đã có kết quả: tỉnh không nhận vì dữ liệu không đọc được'],
  [{ kind: 'typedLate', ...act, reason: 'power' }, 'Đã có kết quả: nhập bù vì mất điện'],
  [{ kind: 'typedLate', ...act, reason: 'line' }, 'Đã có kết quả: nhập bù vì mất mạng'],
  [{ kind: 'typedLate', ...act, reason: 'forgotten' }, 'Đã có kết quả: nhập bù vì quên nhập'],
  [{ kind: 'clockDoubt', ...act }, 'Đã có kết quả: giờ máy không chắc chắn'],
  [{ kind: 'versionsDiffer', frozen: '1', inForce: '2' }, 'Tiếp nhận theo danh mục 1, đang áp dụng 2'],
  [{ kind: 'calendarChanged' }, 'Lịch làm việc thay đổi sau khi in giấy hẹn'],
  [{ kind: 'unknownProcedure' }, 'Tỉnh chưa có thủ tục này trong danh mục'],
  [{ kind: 'noDateGiven' }, 'Giấy hẹn không ghi ngày trả'],
  [{ kind: 'secondRequest' }, 'Yêu cầu bổ sung lần hai'],
  [{ kind: 'actsMissing' }, 'Máy này chưa có đủ các việc đã ghi của hồ sơ'],
  [{ kind: 'noReadyTime' }, 'Đã trả kết quả nhưng không ghi lúc có kết quả'],
  [{ kind: 'yearMissing' }, 'Thiếu lịch nghỉ của năm, ngày hẹn chỉ là tạm tính'],
  [{ kind: 'onlyListed' }, 'Cổng báo quá hạn, dữ liệu tại đơn vị không cho thấy lý do'],
];

describe('evidence', () => {
  it.each(facts)('%j', (fact, sentence) => {
    const row = describeEvidence({ cause: 'staff', fact, actionId: null, from, to, workingMinutes: 960 });
    expect(sayVi(row)).toBe(`${sentence}, từ 09:00 16/03/2026 đến 09:00 18/03/2026 (2 ngày làm việc)`);
  });
});

describe('causes', () => {
  it('have a name each', () => {
    const names = overdueCauses.map((cause) => sayVi(causeText(cause)));
    expect(new Set(names).size).toBe(overdueCauses.length);
    expect(sayVi(causeText('syncLate'))).toBe('Làm đúng hạn nhưng đồng bộ chậm');
    expect(
      (['record', 'others', 'office', 'rule', 'unknown'] as const).map((group) => sayVi(causeGroupText(group))),
    ).toEqual(['Dữ liệu, đường truyền', 'Ngoài đơn vị', 'Tại đơn vị', 'Cách tính của quốc gia', 'Chưa rõ']);
  });

  it('are told with time and percent', () => {
    expect(sayVi(describeShare({ cause: 'waitingTax', workingMinutes: 90, share: 0.125 }))).toBe(
      'Chờ cơ quan thuế: 1 giờ làm việc (13 %)',
    );
  });

  it.each([
    ['acceptance', 'legal', 'Chậm tiếp nhận 2 ngày làm việc: Chưa rõ nguyên nhân'],
    [
      'acceptance',
      'recordOnly',
      'Tiếp nhận đúng hạn, trên hệ thống thể hiện chậm 2 ngày làm việc: Chưa rõ nguyên nhân',
    ],
    ['handling', 'legal', 'Quá hạn 2 ngày làm việc: Chưa rõ nguyên nhân'],
    [
      'handling',
      'recordOnly',
      'Đúng hạn theo quy định, trên hệ thống thể hiện quá hạn 2 ngày làm việc: Chưa rõ nguyên nhân',
    ],
  ] as const)('%s %s', (stage, lateness, sentence) => {
    const finding = {
      stage,
      lateness,
      due: from,
      doneAt: to,
      workingMinutes: 960,
      causes: [],
      main: 'unknown',
    } as const;
    expect(sayVi(describeFinding(finding))).toBe(sentence);
  });
});

const draft = (kind: ApologyDraft['kind']): ApologyDraft => ({
  dossierId: 'd',
  kind,
  handlingUnit: 'UBND xã Hoa Sơn',
  due: from,
  reason: { group: 'own', who: '' },
  proposedPromise: to,
  needsApprover: false,
});
const apology = { number: '12/XL', signedBy: 'Chủ tịch', newPromise: to } as ApologyRecord;
const delivered = { kind: 'delivered', due: from, apology, deliveredAt: from, beforeDue: true } as const;
const late = { kind: 'lateWithoutApology', due: from, draft: null, apology: null } as const;

const standings: readonly [ApologyStanding, string][] = [
  [{ kind: 'notNeeded', why: 'notReceived' }, 'Chưa tiếp nhận, không cần xin lỗi'],
  [{ kind: 'notNeeded', why: 'noDate' }, 'Không có ngày hẹn, không cần xin lỗi'],
  [{ kind: 'notNeeded', why: 'notYet' }, 'Chưa đến lúc chuẩn bị thư xin lỗi'],
  [{ kind: 'notNeeded', why: 'paused' }, 'Đang tạm dừng thời hạn, không cần xin lỗi'],
  [{ kind: 'notNeeded', why: 'endedInTime' }, 'Đã xong đúng hạn, không cần xin lỗi'],
  [
    { kind: 'dueToDraft', draft: draft('letter') },
    'Cần lập thư xin lỗi trước 09:00 16/03/2026, thủ trưởng UBND xã Hoa Sơn ký',
  ],
  [
    { kind: 'dueToDraft', draft: draft('reminder') },
    'Cần nhắc UBND xã Hoa Sơn trả kết quả hoặc gửi thư xin lỗi trước 09:00 16/03/2026',
  ],
  [
    { kind: 'drafted', draft: draft('letter'), printedAt: from },
    'Thư xin lỗi đã in lúc 09:00 16/03/2026, chờ thủ trưởng UBND xã Hoa Sơn ký',
  ],
  [
    { kind: 'drafted', draft: draft('reminder'), printedAt: from },
    'Đã in văn bản nhắc UBND xã Hoa Sơn lúc 09:00 16/03/2026, chờ thư xin lỗi',
  ],
  [{ kind: 'signed', due: from, apology }, 'Thư xin lỗi số 12/XL đã ký (Chủ tịch), chưa gửi đến công dân'],
  [
    { ...delivered, promiseBroken: false },
    'Công dân đã nhận thư xin lỗi lúc 09:00 16/03/2026, hẹn lại 09:00 18/03/2026',
  ],
  [
    { ...delivered, promiseBroken: true },
    'Đã quá ngày hẹn lại 09:00 18/03/2026: gia hạn lần nữa phải có người phê duyệt',
  ],
  [{ ...late, reached: 'nothing' }, 'Quá hạn từ 09:00 16/03/2026, chưa có thư xin lỗi'],
  [{ ...late, reached: 'drafted' }, 'Quá hạn từ 09:00 16/03/2026, văn bản đã in nhưng chưa ký'],
  [{ ...late, reached: 'signed' }, 'Quá hạn từ 09:00 16/03/2026, thư xin lỗi đã ký nhưng chưa gửi'],
];

describe('apologies', () => {
  it.each(standings)('%j', (standing, sentence) => {
    expect(sayVi(describeApology(standing))).toBe(sentence);
  });

  it.each([
    ['own', '', 'hồ sơ đang được giải quyết tại đơn vị'],
    ['own', 'Bộ phận hộ tịch', 'hồ sơ đang được Bộ phận hộ tịch giải quyết'],
    ['otherUnit', 'Công an xã', 'đang chờ ý kiến của Công an xã'],
    ['tax', 'Thuế cơ sở 3', 'đang chờ Thuế cơ sở 3 xác định nghĩa vụ tài chính'],
    ['citizen', '', 'đang chờ công dân'],
  ] as const)('reason %s %s', (group, who, sentence) => {
    expect(sayVi(apologyReasonText({ reason: { group, who } }))).toBe(sentence);
  });
});
