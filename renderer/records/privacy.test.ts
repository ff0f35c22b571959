import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { foldVietnamese } from '../../shared/base/vietnamese';
import { createFakeDesktop } from '../../tests/support/fake-desktop';
import { createPlace, dumpDatabases, openTestRecords } from '../../tests/support/open-store';
import { saveDraft } from './draft-store';
import { catchUp, closeRecords, findRecords } from './open-records';
import { keepSnapshot } from './projection-feed';

afterEach(closeRecords);

const person = {
  name: 'Phạm Xuân Kỳ Lạ',
  identity: { kind: 'personalId', number: '040090777123' },
  phone: '0977111222',
  address: 'Xóm Bí Mật 77',
  email: 'kyla@example.vn',
} as const;
const planted = [
  'Kỳ Lạ',
  'ky la',
  foldVietnamese(person.name),
  '040090777123',
  '0977111222',
  'Bí Mật',
  'kyla@',
  'tóm tắt kín',
  'số tiền lẻ',
];

test('no database holds a name, number, phone or address in clear when dossiers, days, drafts and snapshots were kept', async () => {
  const fake = createFakeDesktop();
  const place = createPlace('privacy');
  await openTestRecords(fake, place);
  const id = fake.builders.id();
  const parties = [{ role: 'applicant', person: fake.builders.person(person) }] as const;
  const received = fake.builders.action(
    'DossierReceived',
    { subject: { type: 'dossier', id } },
    { parties: [...parties], summary: 'tóm tắt kín' },
  );
  const voided = fake.builders.action(
    'CodeVoided',
    { subject: { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'q1' } },
    { reason: 'số tiền lẻ của Kỳ Lạ' },
  );
  fake.append({ kind: 'actions', actions: [received, voided] });
  await catchUp();
  await saveDraft(
    { kind: 'intake', schema: z.unknown() },
    { id: 'draft-1', counterId: 'q1', savedAt: 1, value: parties },
  );
  const live = findRecords();
  if (live === undefined) throw new Error('store is not open');
  expect(await keepSnapshot({ stores: live.stores, client: live.projection }, 1)).toEqual({ ok: true, value: null });

  const dump = await dumpDatabases(place);
  // The dump really holds what was kept: the dossier, the unit-day, the draft and the snapshot.
  for (const kept of [id, 'unitDay:H41.26', 'draft-1', 'projection']) expect(dump).toContain(kept);
  for (const secret of planted) {
    for (const form of [
      secret,
      secret.normalize('NFD'),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString('latin1'),
    ]) {
      expect(dump.includes(form), secret).toBe(false);
    }
    expect(dump.includes(Buffer.from(secret).toString('base64').slice(0, -4)), `${secret} as base64`).toBe(false);
  }
});
