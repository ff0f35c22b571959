import { expect, it, describe } from 'vitest';
import { readDossierRows } from '../../renderer/records/dossier-queries';
import { useRecordsStatus } from '../../renderer/records/records-status.store';
import type { JournalBody } from '../../shared/domain/journal-entry';
import { proposeReception, record } from '../support/door-kit';
import { createPlace } from '../support/open-store';
import { readJournal } from './kit/journal-reading';
import { createOfficeClock } from './kit/office-clock';
import { createOfficePc, noProvince } from './kit/office-pc';
import { openPage } from './kit/page-bridge';

describe('a journal line of a newer version', () => {
  it('is kept, and keeps neither main nor page from showing the lines around it', async () => {
    const pc = await createOfficePc({ ...noProvince, wall: createOfficeClock().now });
    pc.online = false;
    await pc.open();
    const before = await record(pc.desk().books, proposeReception());
    const future = { kind: 'moonPhase', at: pc.wall(), phase: 'full' } as unknown as JournalBody;
    expect((await pc.desk().books.journal.append(future)).ok).toBe(true);
    await pc.open();
    const after = await record(pc.desk().books, proposeReception());
    expect((await readJournal(pc.desk())).entries.map(({ body }) => body)).toContainEqual(future);
    const ids = [...before, ...after].flatMap(({ subject }) => (subject.type === 'dossier' ? [subject.id] : []));
    await openPage(pc, createPlace('moon'));
    expect(useRecordsStatus.getState().phase).toBe('ready');
    const rows = await readDossierRows(ids);
    expect(rows.ok && rows.value.map((row) => row.dossierId)).toEqual(ids);
  });
});
