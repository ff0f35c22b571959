import { describe, expect, it } from 'vitest';
import { subjectKey } from '../../../shared/domain/actions/action';
import { sayVi } from '../../../shared/text/message';
import { readSyncSubject } from './sync-subject';

describe('readSyncSubject', () => {
  it('finds the dossier when the act is about one', () => {
    const id = '01900000-0000-7000-8000-000000000002';
    expect(readSyncSubject(subjectKey({ type: 'dossier', id }))).toEqual({ kind: 'dossier', id });
  });
  it('names the day when the act is about a unit’s day', () => {
    const key = subjectKey({ type: 'unitDay', unitId: 'H41.26', day: '2026-03-09', counterId: 'q1' });
    const subject = readSyncSubject(key);
    expect(subject.kind === 'unitDay' && sayVi(subject.said)).toBe('Việc của ngày 09/03/2026');
  });
});
