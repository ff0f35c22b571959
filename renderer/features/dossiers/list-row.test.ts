import { describe, expect, it } from 'vitest';
import { foldDossier, type DossierState } from '../../../shared/domain/dossier-state';
import { buildWorkingCalendar } from '../../../shared/domain/working-calendar';
import { sayVi } from '../../../shared/text/message';
import { createBuilders, MORNING } from '../../../tests/support/builders';
import { decideDossierDates } from '../../../shared/domain/dossier-dates';
import { buildDossierRow, type DossierRow } from '../../records/dossier-row';
import { buildListRow } from './list-row';

const sessions = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const around = {
  now: MORNING,
  calendar: buildWorkingCalendar({ years: [2026], entries: [] }, sessions, sessions),
  procedureName: (code: string) => `thủ tục ${code}`,
};

function rowOf(state: DossierState): DossierRow {
  return buildDossierRow(state, decideDossierDates(state, undefined));
}

describe('buildListRow', () => {
  it('shows the promised time, the short name and what the province lacks when a dossier was just received', () => {
    const builders = createBuilders();
    const dossierId = builders.id();
    const action = builders.action('DossierReceived', { subject: { type: 'dossier', id: dossierId } });
    const row = buildListRow(rowOf(foldDossier({ dossierId, actions: [action], receipts: new Map() })), around);
    expect(row.procedure).toBe('thủ tục 1.001193');
    expect(row.due).toMatch(/^\d\d:\d\d 22\/11\/2026$/);
    expect(sayVi(row.sync.message)).toBe('Chờ tỉnh nhận');
    expect(row.isStub).toBe(false);
  });

  it('shows when a submission was sent when nobody has accepted it', () => {
    const builders = createBuilders();
    const dossierId = builders.id();
    const submittedAt = MORNING - 3_600_000;
    const action = builders.action(
      'OnlineSubmissionArrived',
      { subject: { type: 'dossier', id: dossierId } },
      { submittedAt },
    );
    const state = foldDossier({ dossierId, actions: [action], receipts: builders.acceptAll([action]) });
    const row = buildListRow(rowOf(state), around);
    expect(row.due).toBe('07:30 20/11/2026');
    expect(sayVi(row.left.message)).toBe('còn 7 giờ làm việc để tiếp nhận');
  });

  it('holds no number of a person when the dossier does', () => {
    const builders = createBuilders();
    const dossierId = builders.id();
    const action = builders.action('DossierReceived', { subject: { type: 'dossier', id: dossierId } });
    const state = foldDossier({ dossierId, actions: [action], receipts: new Map() });
    const identity = state.applicant?.identity;
    const number = identity?.kind === 'personalId' ? identity.number : 'none';
    expect(JSON.stringify(buildListRow(rowOf(state), around))).not.toContain(number);
  });

  it('is marked as a stub when only acts after the reception are known', () => {
    const builders = createBuilders();
    const dossierId = builders.id();
    const action = builders.action('OutcomeReturned', { subject: { type: 'dossier', id: dossierId } });
    const row = buildListRow(rowOf(foldDossier({ dossierId, actions: [action], receipts: new Map() })), around);
    expect(row.isStub).toBe(true);
    expect(row.person).toBe('');
  });
});
