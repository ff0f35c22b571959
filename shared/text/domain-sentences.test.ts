import { describe, expect, it } from 'vitest';
import { buildAppointment } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import { payloadSchemas } from '../domain/actions/action';
import { traceStepSchema, type TraceStep } from '../domain/appointment-schema';
import { decideAppointment } from '../domain/appointment';
import type { NotAllowedReason } from '../domain/not-allowed';
import { nationalStatuses } from '../domain/national-status';
import type { TimeLimit } from '../domain/procedure';
import { verdictCauseSchema, whoActsSchema } from '../domain/verdict';
import { buildWorkingCalendar } from '../domain/working-calendar';
import {
  describeAppointmentTrace,
  describeNotAllowed,
  describeTraceStep,
  describeVerdict,
  kindText,
  statusText,
} from './domain-sentences';
import { sayVi, type Message } from './message';

/** A sentence with a hole or a bare key in it must never reach an officer. */
function expectWhole(message: Message): void {
  const said = sayVi(message);
  expect(said).not.toMatch(/\{\{|\}\}|^domain\./);
  expect(said).toBe(said.normalize('NFC'));
  expect(said.length).toBeGreaterThan(3);
}

const at = fromLocal('2026-11-20', '15:05');
const limits = [
  { unit: 'workingDays', amount: 3 },
  { unit: 'workingHours', amount: 8 },
  { unit: 'calendarDays', amount: 15 },
  { unit: 'sameDay' },
  { unit: 'none' },
] as const;
const steps: readonly TraceStep[] = [
  { kind: 'received', at },
  ...(['beforeOpening', 'lunch', 'afterClosing', 'dayOff'] as const).map((why) => ({
    kind: 'movedToOpening' as const,
    from: at,
    to: at,
    why,
  })),
  ...limits.map((limit) => ({ kind: 'limit' as const, limit })),
  { kind: 'afterCutoff', cutoff: '15:00', day: '2026-11-20' },
  { kind: 'dayCounted', day: '2026-11-23', count: 1 },
  ...[true, false].flatMap((provisional): TraceStep[] => [
    { kind: 'daySkipped', day: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', provisional },
    { kind: 'swappedWorkingDay', day: '2026-11-28', name: 'làm bù', provisional },
  ]),
  { kind: 'endMoved', from: '2026-11-22', to: '2026-11-23' },
  { kind: 'due', at },
  { kind: 'noAppointment' },
];

describe('domain sentences', () => {
  it('name every status and every kind of act, also of a newer version', () => {
    for (const status of nationalStatuses) expectWhole(statusText(status));
    for (const kind of Object.keys(payloadSchemas)) {
      expectWhole(kindText(kind));
      expect(kindText(kind).key).toBe(`domain.kind.${kind}`);
    }
    expect(sayVi(kindText('ApologyIssued'))).toBe('Việc do phiên bản mới hơn ghi');
    expect(sayVi(kindText('toString'))).toBe('Việc do phiên bản mới hơn ghi');
  });

  it('say every trace step of an appointment whole', () => {
    expect(new Set(steps.map((step) => step.kind))).toEqual(
      new Set(traceStepSchema.options.map((option) => option.shape.kind.value)),
    );
    for (const step of steps) expectWhole(describeTraceStep(step));
  });

  it('say that a day is only counted for the time being when its calendar entry is provisional', () => {
    const step = { kind: 'daySkipped', day: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', provisional: true } as const;
    expect(sayVi(describeTraceStep(step))).toContain('tạm tính');
    expect(sayVi(describeTraceStep({ ...step, provisional: false }))).not.toContain('tạm tính');
  });

  it('explain an appointment step by step', () => {
    expect(describeAppointmentTrace(buildAppointment(at)).map(sayVi)).toEqual([
      'Nhận hồ sơ lúc 15:05 20/11/2026',
      'Thời hạn 2 ngày làm việc',
      'Ngày bắt đầu 20/11/2026 chưa tính: đủ một ngày làm việc khi đến 15:05 của ngày làm việc tiếp theo',
      'Hẹn trả lúc 15:05 22/11/2026',
    ]);
  });

  describe('explain what is not counted, in the order of the days', () => {
    const rows = {
      years: [2026],
      entries: [{ day: '2026-11-24', type: 'off', name: 'Ngày Văn hóa Việt Nam', provisional: true } as const],
    };
    const sessions = [
      { from: '07:00', to: '11:30' },
      { from: '13:30', to: '17:00' },
    ];
    const calendar = buildWorkingCalendar(rows, sessions, sessions);
    const explain = (limit: TimeLimit, day: string, time: string) =>
      describeAppointmentTrace(decideAppointment({ limit, receivedAt: fromLocal(day, time), calendar })).map(sayVi);

    it('when received on a Sunday', () => {
      expect(explain({ unit: 'workingDays', amount: 3 }, '2026-11-22', '10:15')).toEqual([
        'Nhận hồ sơ lúc 10:15 22/11/2026',
        'Nhận vào ngày nghỉ nên chưa tính ngay',
        'Ngày 22/11/2026: không tính (Chủ nhật)',
        'Bắt đầu tính từ 07:00 23/11/2026',
        'Thời hạn 3 ngày làm việc',
        'Ngày bắt đầu 23/11/2026 chưa tính: đủ một ngày làm việc khi đến 07:00 của ngày làm việc tiếp theo',
        'Ngày 24/11/2026: không tính (Ngày Văn hóa Việt Nam), tạm tính vì lịch chưa công bố chính thức',
        'Ngày 25/11/2026: tính ngày thứ 1',
        'Ngày 26/11/2026: tính ngày thứ 2',
        'Ngày 27/11/2026: tính ngày thứ 3',
        'Hẹn trả lúc 07:00 27/11/2026',
      ]);
    });

    it('when received after closing on a Friday', () => {
      expect(explain({ unit: 'calendarDays', amount: 4 }, '2026-11-20', '17:30')).toEqual([
        'Nhận hồ sơ lúc 17:30 20/11/2026',
        'Nhận sau giờ làm việc nên chưa tính ngay',
        'Ngày 21/11/2026: không tính (Thứ bảy)',
        'Ngày 22/11/2026: không tính (Chủ nhật)',
        'Bắt đầu tính từ 07:00 23/11/2026',
        'Thời hạn 4 ngày',
        'Ngày bắt đầu 23/11/2026 chưa tính; các ngày sau đếm cả ngày nghỉ',
        'Ngày 27/11/2026: tính ngày thứ 4',
        'Hẹn trả lúc 07:00 27/11/2026',
      ]);
    });

    it('when a same-day result misses the cut-off', () => {
      expect(explain({ unit: 'sameDay' }, '2026-11-20', '15:30')).toContain(
        'Nhận sau 15:00 nên trả vào ngày làm việc tiếp theo',
      );
    });
  });

  it('say why an act is not allowed', () => {
    const reasons: readonly NotAllowedReason[] = [
      { kind: 'permission', role: 'postalOfficer' },
      { kind: 'status', status: 5 },
      { kind: 'status', status: 77 },
      { kind: 'closed' },
      { kind: 'unknownDossier' },
      { kind: 'registerOpen' },
      { kind: 'alreadyDone' },
      { kind: 'backEntryTooOld' },
      { kind: 'future' },
      ...(['ended', 'notStarted', 'procedure', 'fees', 'missing'] as const).map((why) => ({
        kind: 'delegation' as const,
        why,
      })),
    ];
    for (const reason of reasons) expectWhole(describeNotAllowed(reason));
    expect(sayVi(describeNotAllowed({ kind: 'status', status: 5 }))).toContain('Yêu cầu bổ sung giấy tờ');
  });

  it('say cause and who must act for every verdict', () => {
    for (const cause of verdictCauseSchema.options) {
      for (const who of whoActsSchema.options) {
        for (const verdict of ['acceptedWithIssue', 'refused', 'quarantined', 'recheck'] as const) {
          expectWhole(describeVerdict(cause, who, verdict));
        }
      }
    }
    expect(sayVi(describeVerdict('conflict', 'supervisor', 'refused'))).toBe(
      'Tỉnh chưa nhận: hai nơi cùng ghi khác nhau. Người xử lý: người giám sát',
    );
  });
});
