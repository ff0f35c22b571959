import { describe, expect, it } from 'vitest';
import { at } from '../../../tests/support/deadline-kit';
import { payloadSchemas } from '../../../shared/domain/actions/action';
import type { ApologyDraft, ApologyStanding } from '../../../shared/domain/apology';
import type { ApologyDay, ApologyRow } from '../../../shared/domain/apology-day';
import type { ApologyRecord } from '../../../shared/domain/dossier-records';
import {
  countOn,
  type DeliverDraft,
  findDeliverable,
  findFirstList,
  findSignable,
  readDelivery,
  readSigning,
  type SignDraft,
} from './apology-desk';

const due = at('2026-03-16T09:00');
const now = at('2026-03-16T10:00');
const draft: ApologyDraft = {
  ...{ dossierId: 'd1', kind: 'letter', handlingUnit: 'UBND xã', due, needsApprover: false },
  ...{ reason: { group: 'own', who: 'Tư pháp' }, proposedPromise: at('2026-03-19T10:00') },
};
const letter = { actionId: '019b0000-0000-7000-8000-000000000001' } as ApologyRecord;
const row = (standing: ApologyStanding, dossierId = 'd1'): ApologyRow => ({
  ...{ dossierId, code: 'H41.26-260309-0007', handlingUnit: 'UBND xã', due, standing },
});
const late = (changes: Partial<Extract<ApologyStanding, { kind: 'lateWithoutApology' }>> = {}, id = 'd1') =>
  row({ kind: 'lateWithoutApology', due, reached: 'nothing', draft, apology: null, ...changes }, id);
const typed: SignDraft = {
  ...{ number: '09/PXL', signedBy: 'Chủ tịch', signedOn: '2026-03-16', reason: '', remedy: '', newPromiseDay: '' },
};

describe('what a row allows', () => {
  it('lets the head of the own unit sign what is drawn up or late, once', () => {
    expect(findSignable(row({ kind: 'dueToDraft', draft }))).toBe(draft);
    expect(findSignable(row({ kind: 'drafted', draft, printedAt: now }))).toBe(draft);
    expect(findSignable(late())).toBe(draft);
    expect(findSignable(late({ reached: 'signed', apology: letter }))).toBeNull();
    expect(findSignable(row({ kind: 'signed', due, apology: letter }))).toBeNull();
  });

  it('leaves reminders, second apologies and dossiers without a date alone', () => {
    for (const changes of [{ kind: 'reminder' }, { needsApprover: true }, { proposedPromise: null }] as const) {
      expect(findSignable(row({ kind: 'dueToDraft', draft: { ...draft, ...changes } }))).toBeNull();
    }
  });

  it('delivers signed letters only', () => {
    expect(findDeliverable(row({ kind: 'signed', due, apology: letter }))).toEqual({ apologyId: letter.actionId });
    expect(findDeliverable(late({ reached: 'signed', apology: letter }))).toEqual({ apologyId: letter.actionId });
    expect(findDeliverable(late())).toBeNull();
    expect(findDeliverable(row({ kind: 'dueToDraft', draft }))).toBeNull();
  });
});

describe('countOn', () => {
  it.each([
    ['09/PXL', 2, '11/PXL'],
    ['0099', 1, '0100'],
    ['PXL', 3, 'PXL'],
    ['7/2026', 1, '8/2026'],
  ])('%s by %i is %s', (first, by, expected) => {
    expect(countOn(first, by)).toBe(expected);
  });
});

describe('readSigning', () => {
  it('gives every dossier its own number, reason and date', () => {
    const other = { ...draft, dossierId: 'd2', reason: { group: 'citizen', who: '' } } as const;
    const read = readSigning(typed, [late(), late({ draft: other }, 'd2')], now);
    if (!read.ok) throw new Error('not read');
    expect(read.value.map(({ dossierId, payload }) => [dossierId, payload.number, payload.reason])).toEqual([
      ['d1', '09/PXL', 'hồ sơ đang được Tư pháp giải quyết'],
      ['d2', '10/PXL', 'đang chờ công dân'],
    ]);
    for (const { payload } of read.value) expect(payloadSchemas.ApologyIssued.safeParse(payload).success).toBe(true);
  });

  it('takes a common reason and day, and keeps the hour of each draft', () => {
    const read = readSigning({ ...typed, reason: ' mưa bão ', newPromiseDay: '2026-03-25' }, [late()], now);
    expect(read.ok && read.value[0]?.payload).toMatchObject({ reason: 'mưa bão', newPromise: at('2026-03-25T10:00') });
  });

  it('says what is missing or wrong', () => {
    const empty = { ...typed, number: ' ', signedBy: '', signedOn: '' };
    expect(readSigning(empty, [late()], now)).toMatchObject({
      error: { number: 'missing', signedBy: 'missing', signedOn: 'missing' },
    });
    const wrong = { ...typed, signedOn: '2026-03-17', newPromiseDay: '2026-03-15' };
    expect(readSigning(wrong, [late()], now)).toMatchObject({
      error: { signedOn: 'future', newPromiseDay: 'notLater' },
    });
  });
});

describe('readDelivery', () => {
  const sent: DeliverDraft = { by: 'post', proof: ' EG1 ', day: '', time: '' };
  const rows = [late({ reached: 'signed', apology: letter }), late()];

  it('takes the signed letters of the rows, now', () => {
    expect(readDelivery(sent, rows, now)).toEqual({
      ok: true,
      value: {
        acts: [
          {
            dossierId: 'd1',
            kind: 'ApologyDelivered',
            payload: { v: 1, apologyId: letter.actionId, by: 'post', proof: 'EG1' },
          },
        ],
        happenedAt: null,
      },
    });
  });

  it('knows an earlier time of today or of another day', () => {
    const read = (changes: Partial<DeliverDraft>) => {
      const result = readDelivery({ ...sent, ...changes }, rows, now);
      return result.ok ? result.value.happenedAt : result.error;
    };
    expect(read({ time: '09:30' })).toBe(at('2026-03-16T09:30'));
    expect(read({ day: '2026-03-13', time: '16:00' })).toBe(at('2026-03-13T16:00'));
    expect(read({ time: '10:01' })).toEqual({ day: 'future' });
    expect(read({ day: '2026-03-13' })).toEqual({ time: 'badTime' });
    expect(read({ time: '25:00', proof: '' })).toEqual({ time: 'badTime', proof: 'missing' });
  });
});

describe('findFirstList', () => {
  const none: ApologyDay = {
    ...{ toDraft: [], toSign: [], toDeliver: [], toRemind: [], awaitingLetter: [], lateWithout: [], promiseBroken: [] },
  };
  it('begins with what is most urgent', () => {
    expect(findFirstList(none)).toBe('toDraft');
    expect(findFirstList({ ...none, toDeliver: [late()], lateWithout: [late()] })).toBe('lateWithout');
  });
});
