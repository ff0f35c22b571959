import { describe, expect, it } from 'vitest';
import { foldDossier } from '../../../shared/domain/dossier-state';
import { sayVi, type Message } from '../../../shared/text/message';
import { createBuilders, MORNING } from '../../../tests/support/builders';
import { buildTimeline } from './timeline-rows';

const say = (text: Message | string | null): string =>
  text === null || typeof text === 'string' ? (text ?? '') : sayVi(text);
const officerName = (id: string): string => `cán bộ ${id}`;

function openDossier() {
  const builders = createBuilders(3);
  const dossierId = builders.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  return { builders, dossierId, subject };
}

describe('buildTimeline', () => {
  it('puts the newest act first and says what each was about', () => {
    const { builders, dossierId, subject } = openDossier();
    const actions = [
      builders.action('DossierReceived', { subject }),
      builders.action('FeeCollected', { subject }),
      builders.action('HandedOver', { subject }),
    ];
    const rows = buildTimeline(foldDossier({ dossierId, actions, receipts: new Map() }), officerName);
    expect(rows.map((row) => sayVi(row.kind))).toEqual(['Bàn giao hồ sơ', 'Thu phí, lệ phí', 'Tiếp nhận hồ sơ']);
    expect(say(rows[0]?.detail ?? null)).toBe('Bộ phận hộ tịch, 2 bản chính');
    expect(say(rows[1]?.detail ?? null)).toBe('8.000 đ, tiền mặt');
    expect(rows[0]?.who).toBe('cán bộ demo-intakeOfficer');
    expect(rows.every((row) => sayVi(row.receipt.message) === 'Chờ tỉnh nhận')).toBe(true);
  });

  it('shows both times and the reason when an act was entered late', () => {
    const { builders, dossierId, subject } = openDossier();
    const action = builders.action('DossierReceived', {
      subject,
      happenedAt: MORNING - 3_600_000,
      at: MORNING,
      backEntry: { reason: 'power', paperSlipNo: '12' },
    });
    const [row] = buildTimeline(foldDossier({ dossierId, actions: [action], receipts: new Map() }), officerName);
    expect(row?.happenedAt).toBe('07:30 20/11/2026');
    expect(say(row?.enteredAt ?? null)).toBe('nhập lúc 08:30 20/11/2026');
    expect(say(row?.backEntry ?? null)).toBe('Nhập bù (mất điện), phiếu giấy 12');
  });

  it('keeps a refused decision in sight, with cause and who must act', () => {
    const { builders, dossierId, subject } = openDossier();
    const received = builders.action('DossierReceived', { subject });
    const correction = builders.action('DetailsCorrected', { subject });
    const verdict = { type: 'refused', cause: 'permission', whoActs: 'supervisor' } as const;
    const receipts = builders
      .acceptAll([received])
      .set(correction.id, builders.receipt(correction, { pos: 2, verdict }));
    const [row] = buildTimeline(foldDossier({ dossierId, actions: [received, correction], receipts }), officerName);
    expect(say(row?.effect?.message ?? null)).toBe('Không có hiệu lực');
    expect(row?.receipt.tone).toBe('danger');
    expect(say(row?.receipt.message ?? null)).toContain('Tỉnh chưa nhận');
    expect(say(row?.detail ?? null)).toBe('nội dung: gõ nhầm');
  });

  it('names the delegation when a postal employee acted, and no officer when the province did', () => {
    const { builders, dossierId, subject } = openDossier();
    const onBehalfOf = { unitId: 'H41.26', delegationId: 'UQ-01', decisionNo: '15/QĐ-UBND' };
    const received = builders.action('DossierReceived', { subject, onBehalfOf });
    const assigned = builders.action('OfficialCodeAssigned', { subject, officerId: 'server' });
    const state = foldDossier({ dossierId, actions: [received, assigned], receipts: new Map() });
    const rows = buildTimeline(state, officerName);
    expect(rows.find((row) => row.actionId === assigned.id)?.who).toBeNull();
    expect(say(rows.find((row) => row.actionId === received.id)?.onBehalf ?? null)).toBe('thay mặt theo 15/QĐ-UBND');
  });

  it('keeps an act of a newer version with a name of its own', () => {
    const { builders, dossierId, subject } = openDossier();
    const newer = {
      ...builders.action('HandedOver', { subject }),
      kind: 'ParcelWeighed',
      payload: { v: 1, grams: 20 },
    };
    const [row] = buildTimeline(foldDossier({ dossierId, actions: [newer], receipts: new Map() }), officerName);
    expect(say(row?.effect?.message ?? null)).toContain('phiên bản mới hơn');
    expect(row?.detail).toBeNull();
  });
});
