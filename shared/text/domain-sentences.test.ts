import { describe, expect, it } from 'vitest';
import { buildAppointment } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import { payloadSchemas } from '../domain/actions/action';
import { traceStepSchema, type TraceStep } from '../domain/appointment-schema';
import type { NotAllowedReason } from '../domain/not-allowed';
import { nationalStatuses } from '../domain/national-status';
import { verdictCauseSchema, whoActsSchema } from '../domain/verdict';
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
      'Hẹn trả lúc 15:05 22/11/2026',
    ]);
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
