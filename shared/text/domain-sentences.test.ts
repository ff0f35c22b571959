import { describe, expect, it } from 'vitest';
import { fromLocal } from '../base/time';
import { payloadSchemas } from '../domain/actions/action';
import type { NotAllowedReason, UnknownPart } from '../domain/not-allowed';
import { nationalStatuses } from '../domain/national-status';
import { verdictCauseSchema, whoActsSchema } from '../domain/verdict';
import { describeNotAllowed, describeVerdict, kindText, statusText } from './domain-sentences';
import { sayVi, type Message } from './message';

/** A sentence with a hole or a bare key in it must never reach an officer. */
function expectWhole(message: Message): void {
  const said = sayVi(message);
  expect(said).not.toMatch(/\{\{|\}\}|^domain\./);
  expect(said).toBe(said.normalize('NFC'));
  expect(said.length).toBeGreaterThan(3);
}

const at = fromLocal('2026-11-20', '15:05');

describe('domain sentences', () => {
  it('name every status and every kind of act, also of a newer version', () => {
    for (const status of nationalStatuses) expectWhole(statusText(status));
    for (const kind of Object.keys(payloadSchemas)) {
      expectWhole(kindText(kind));
      expect(kindText(kind).key).toBe(`domain.kind.${kind}`);
    }
    expect(sayVi(kindText('ParcelWeighed'))).toBe('Việc do phiên bản mới hơn ghi');
    expect(sayVi(kindText('toString'))).toBe('Việc do phiên bản mới hơn ghi');
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
      ...(['legalGround', 'approval', 'immediateApproval', 'paperOnlyReason', 'mismatch'] as const).map((what) => ({
        kind: 'missing' as const,
        what,
      })),
      ...(
        [
          ...['submission', 'consignment', 'collection', 'obligation', 'handover'],
          ...['paper', 'page', 'apology', 'dispatch', 'shift', 'act'],
        ] as UnknownPart[]
      ).map((what) => ({ kind: 'notFound' as const, what })),
      { kind: 'incomingPaper' },
      { kind: 'exceedsCollected', left: 8_000 },
      { kind: 'promiseNotLater', than: at },
      { kind: 'ownAct' },
      { kind: 'backEntryTooOld' },
      { kind: 'future' },
      ...(['ended', 'notStarted', 'procedure', 'fees', 'missing'] as const).map((why) => ({
        kind: 'delegation' as const,
        why,
      })),
    ];
    for (const reason of reasons) expectWhole(describeNotAllowed(reason));
    expect(sayVi(describeNotAllowed({ kind: 'status', status: 5 }))).toContain('Yêu cầu bổ sung giấy tờ');
    expect(sayVi(describeNotAllowed({ kind: 'exceedsCollected', left: 8_000 }))).toBe('Chỉ còn hoàn được 8.000 đ');
    expect(sayVi(describeNotAllowed({ kind: 'promiseNotLater', than: at }))).toBe(
      'Ngày hẹn mới phải sau 15:05 20/11/2026',
    );
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
