import { describe, expect, it } from 'vitest';
import { buildAppointment } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import { traceStepSchema, type TraceStep } from '../domain/appointment-schema';
import type { LegalStep } from '../domain/legal-steps';
import {
  acceptanceText,
  describeAppointmentTrace,
  describeLegalStep,
  describeTraceStep,
  nationalReasonText,
  pauseText,
  punctualityText,
  secondStageText,
  simulatedMoveText,
  slipDateText,
} from './deadline-sentences';
import { sayVi } from './message';

const at = fromLocal('2026-11-20', '15:05');
const later = fromLocal('2026-11-25', '09:10');

/** Every kind of step of an appointment with its whole sentence, typed by hand. */
const steps: readonly [TraceStep, string][] = [
  [{ kind: 'received', at }, 'Nhận hồ sơ lúc 15:05 20/11/2026'],
  [
    { kind: 'movedToOpening', from: at, to: later, why: 'beforeOpening' },
    'Nhận trước giờ làm việc (15:05 20/11/2026), tính từ 09:10 25/11/2026',
  ],
  [
    { kind: 'movedToOpening', from: at, to: later, why: 'lunch' },
    'Nhận trong giờ nghỉ trưa (15:05 20/11/2026), tính từ 09:10 25/11/2026',
  ],
  [
    { kind: 'movedToOpening', from: at, to: later, why: 'afterClosing' },
    'Nhận sau giờ làm việc (15:05 20/11/2026), tính từ 09:10 25/11/2026',
  ],
  [
    { kind: 'movedToOpening', from: at, to: later, why: 'dayOff' },
    'Nhận vào ngày nghỉ (15:05 20/11/2026), tính từ 09:10 25/11/2026',
  ],
  [
    { kind: 'movedToOpening', from: at, to: later, why: 'dutyDay' },
    'Nhận trong buổi trực (15:05 20/11/2026), ngày này không tính vào thời hạn, tính từ 09:10 25/11/2026',
  ],
  [{ kind: 'limit', limit: { unit: 'workingDays', amount: 3 } }, 'Thời hạn 3 ngày làm việc'],
  [{ kind: 'limit', limit: { unit: 'workingHours', amount: 8 } }, 'Thời hạn 8 giờ làm việc'],
  [{ kind: 'limit', limit: { unit: 'calendarDays', amount: 15 } }, 'Thời hạn 15 ngày'],
  [{ kind: 'limit', limit: { unit: 'months', amount: 2 } }, 'Thời hạn 2 tháng'],
  [{ kind: 'limit', limit: { unit: 'sameDay' } }, 'Thời hạn trong ngày làm việc'],
  [{ kind: 'limit', limit: { unit: 'none' } }, 'Thủ tục không quy định thời hạn'],
  [
    { kind: 'afterCutoff', cutoff: '15:00', day: '2026-11-23' },
    'Nhận sau 15:00 nên trả vào ngày làm việc tiếp theo (23/11/2026)',
  ],
  [{ kind: 'dayCounted', day: '2026-11-23', count: 1 }, 'Ngày 23/11/2026: tính ngày thứ 1'],
  [
    { kind: 'daySkipped', day: '2026-11-24', name: 'Ngày Văn hóa', provisional: true },
    'Ngày 24/11/2026: không tính (Ngày Văn hóa), tạm tính vì lịch chưa công bố chính thức',
  ],
  [
    { kind: 'daySkipped', day: '2026-09-02', name: 'Quốc khánh 2/9', provisional: false },
    'Ngày 02/09/2026: không tính (Quốc khánh 2/9)',
  ],
  [
    { kind: 'daySkipped', day: '2026-10-05', name: 'Tránh bão', provisional: false, decisionNo: 'QĐ 12/QĐ-UBND' },
    'Ngày 05/10/2026: không tính (Tránh bão), theo QĐ 12/QĐ-UBND',
  ],
  [
    { kind: 'swappedWorkingDay', day: '2026-08-22', name: 'Làm bù cho 31/8', provisional: false },
    'Ngày 22/08/2026: làm bù (Làm bù cho 31/8), có tính',
  ],
  [
    { kind: 'swappedWorkingDay', day: '2026-01-10', name: 'bù', provisional: true, decisionNo: 'TB 1' },
    'Ngày 10/01/2026: làm bù (bù), theo TB 1, có tính, tạm tính vì lịch chưa công bố chính thức',
  ],
  [{ kind: 'yearMissing', year: 2028 }, 'Chưa có lịch nghỉ năm 2028: từ đây ngày hẹn chỉ là tạm tính'],
  [
    { kind: 'posting', days: 15, until: later, law: 'NĐ 101/2024/NĐ-CP' },
    'Niêm yết công khai 15 ngày đến 09:10 25/11/2026, không tính vào thời hạn (NĐ 101/2024/NĐ-CP)',
  ],
  [
    { kind: 'monthShortened', day: '2026-02-28' },
    'Tháng cuối không có ngày tương ứng, hạn là ngày cuối tháng 28/02/2026',
  ],
  [{ kind: 'dueTime', rule: 'endOfSession', from: at }, 'Hạn tính đến 15:05 20/11/2026, đơn vị hẹn vào cuối buổi'],
  [{ kind: 'dueTime', rule: 'endOfDay', from: at }, 'Hạn tính đến 15:05 20/11/2026, đơn vị hẹn vào cuối ngày làm việc'],
  [
    { kind: 'endMoved', from: '2026-11-22', to: '2026-11-23' },
    'Ngày cuối 22/11/2026 không còn giờ làm việc, chuyển sang 23/11/2026',
  ],
  [{ kind: 'due', at }, 'Hẹn trả lúc 15:05 20/11/2026'],
  [{ kind: 'noAppointment' }, 'Không có ngày hẹn trả; đơn vị sẽ báo khi có kết quả'],
];

const paused = { kind: 'paused', pause: 'payment', from: at, to: later, law: 'NĐ 1' } as const;
const legalSteps: readonly [LegalStep, string][] = [
  [
    { kind: 'beforeReception', at },
    'Hướng dẫn bổ sung lúc 15:05 20/11/2026 trước khi tiếp nhận: không tính là tạm dừng',
  ],
  [
    { kind: 'laterThanSlip', slip: at, counted: later },
    'Theo lịch hiện hành hạn là 09:10 25/11/2026, muộn hơn giấy hẹn (15:05 20/11/2026)',
  ],
  [
    { kind: 'slipKept', slip: later, counted: at },
    'Theo lịch hiện hành hạn là 15:05 20/11/2026; giữ ngày đã hẹn trên giấy (09:10 25/11/2026)',
  ],
  [
    { ...paused, provisional: false },
    'Chờ công dân nộp tiền từ 15:05 20/11/2026 đến 09:10 25/11/2026, không tính vào thời hạn (NĐ 1)',
  ],
  [
    { ...paused, provisional: true },
    'Chờ công dân nộp tiền từ 15:05 20/11/2026 đến 09:10 25/11/2026, không tính vào thời hạn (NĐ 1), tạm tính vì chưa đối chiếu văn bản gốc',
  ],
  [{ kind: 'workingTimeAdded', minutes: 185 }, 'Cộng 3 giờ 5 phút làm việc'],
  [{ kind: 'calendarDaysAdded', days: 4 }, 'Cộng 4 ngày'],
  [{ kind: 'notBeforeResuming', at }, 'Hạn không sớm hơn lúc hết tạm dừng: 15:05 20/11/2026'],
  [{ kind: 'duePassed', at }, 'Hạn 15:05 20/11/2026 đã qua trước khi tạm dừng nên không dời'],
  [{ kind: 'countedAnew', at }, 'Tính lại toàn bộ thời hạn từ 15:05 20/11/2026'],
  [{ kind: 'secondStage', at }, 'Bắt đầu giai đoạn 2 từ 15:05 20/11/2026'],
  [{ kind: 'dueMoved', from: at, to: later }, 'Hạn chuyển từ 15:05 20/11/2026 sang 09:10 25/11/2026'],
  [{ kind: 'dueMoved', from: null, to: later }, 'Hạn là 09:10 25/11/2026'],
  [{ kind: 'dueMoved', from: at, to: null }, 'Hạn chuyển từ 15:05 20/11/2026 sang không có'],
  [
    { kind: 'waiting', pause: 'taxDetermination', since: at, law: 'NĐ 1' },
    'Chờ cơ quan thuế xác định nghĩa vụ tài chính từ 15:05 20/11/2026 (NĐ 1): ngày trả được tính lại sau đó',
  ],
  [{ kind: 'newPromise', at: later }, 'Đã xin lỗi và hẹn lại 09:10 25/11/2026; hạn theo quy định không đổi'],
  [{ kind: 'due', at }, 'Hẹn trả lúc 15:05 20/11/2026'],
];

describe('trace sentences', () => {
  it('hold an example of every kind of step', () => {
    expect(new Set(steps.map(([step]) => step.kind))).toEqual(
      new Set(traceStepSchema.options.map((option) => option.shape.kind.value)),
    );
  });

  it.each(steps)('say %o whole', (step, sentence) => {
    expect(sayVi(describeTraceStep(step))).toBe(sentence);
  });

  it.each(legalSteps)('say the legal step %o whole', (step, sentence) => {
    expect(sayVi(describeLegalStep(step))).toBe(sentence);
  });

  it('explain an appointment step by step', () => {
    expect(describeAppointmentTrace(buildAppointment(at)).map(sayVi)).toEqual([
      'Nhận hồ sơ lúc 15:05 20/11/2026',
      'Thời hạn 2 ngày làm việc',
      'Ngày bắt đầu 20/11/2026 chưa tính: đủ một ngày làm việc khi đến 15:05 của ngày làm việc tiếp theo',
      'Hẹn trả lúc 15:05 22/11/2026',
    ]);
  });

  it('say why the first day is not counted, in the order of the days, when received on a Sunday', () => {
    const sunday = fromLocal('2026-11-22', '10:15');
    const monday = fromLocal('2026-11-23', '07:00');
    const trace: TraceStep[] = [
      { kind: 'received', at: sunday },
      { kind: 'daySkipped', day: '2026-11-22', name: 'Chủ nhật', provisional: false },
      { kind: 'movedToOpening', from: sunday, to: monday, why: 'dayOff' },
      { kind: 'limit', limit: { unit: 'calendarDays', amount: 4 } },
      { kind: 'due', at: fromLocal('2026-11-27', '07:00') },
    ];
    expect(describeAppointmentTrace({ trace }).map(sayVi)).toEqual([
      'Nhận hồ sơ lúc 10:15 22/11/2026',
      'Nhận vào ngày nghỉ (10:15 22/11/2026), tính từ 07:00 23/11/2026',
      'Ngày 22/11/2026: không tính (Chủ nhật)',
      'Thời hạn 4 ngày',
      'Ngày bắt đầu 23/11/2026 chưa tính; các ngày sau đếm cả ngày nghỉ',
      'Hẹn trả lúc 07:00 27/11/2026',
    ]);
  });
});

describe('slip sentences', () => {
  it('show a date, a new date, or that there is none to show', () => {
    expect(sayVi(slipDateText({ kind: 'date', at, redated: false }))).toBe('15:05 20/11/2026');
    expect(sayVi(slipDateText({ kind: 'date', at, redated: true }))).toBe(
      '15:05 20/11/2026 (hẹn lại, thay giấy hẹn trước)',
    );
    expect(sayVi(slipDateText({ kind: 'noDate' }))).toBe('Không có ngày hẹn trả');
    expect(sayVi(slipDateText({ kind: 'notReceived' }))).toBe('Chưa tiếp nhận, chưa có ngày hẹn');
  });

  it('never show a false date while a pause lasts', () => {
    expect(sayVi(slipDateText({ kind: 'recountedAfter', pause: 'payment' }))).toBe(
      'Ngày trả được tính lại sau khi nộp tiền',
    );
    for (const pause of ['supplement', 'payment', 'taxDetermination', 'publicPosting'] as const) {
      expect(sayVi(slipDateText({ kind: 'recountedAfter', pause }))).toMatch(/^Ngày trả được tính lại sau khi/);
      expect(sayVi(pauseText(pause))).not.toMatch(/deadlines/);
    }
    expect(sayVi(secondStageText())).toBe('Giai đoạn 2: ngày trả được tính lại sau khi nộp tiền');
  });
});

describe('sentences on standing', () => {
  it('use the words of the reports', () => {
    const words = (['early', 'onTime', 'late', 'running', 'overdue', 'paused', 'notCounted'] as const).map((one) =>
      sayVi(punctualityText(one)),
    );
    expect(words).toEqual([
      'Trước hạn',
      'Đúng hạn',
      'Quá hạn',
      'Trong hạn',
      'Quá hạn, chưa xong',
      'Tạm dừng, chưa đến lượt cơ quan',
      'Không tính',
    ]);
    for (const reason of ['secondSupplement', 'unansweredSupplement', 'noDueDate'] as const) {
      expect(sayVi(nationalReasonText(reason))).toContain('Cổng quốc gia');
    }
  });

  it('name the acceptance time in every state', () => {
    for (const state of ['waiting', 'soon', 'late', 'accepted', 'acceptedLate'] as const) {
      expect(sayVi(acceptanceText(state, at))).toContain('15:05 20/11/2026');
    }
  });

  it('say from what to what a dossier would move', () => {
    expect(sayVi(simulatedMoveText({ from: at, to: later, waitingFor: null }))).toBe(
      'Hạn 15:05 20/11/2026 chuyển sang 09:10 25/11/2026',
    );
    const waitingFor = { pause: 'payment', since: at } as const;
    expect(sayVi(simulatedMoveText({ from: null, to: later, waitingFor }))).toBe(
      'Hạn không có chuyển sang 09:10 25/11/2026; đang tạm dừng, ngày mới tính lại sau đó',
    );
  });
});
