import { describe, expect, it } from 'vitest';
import { permissionSets } from '../domain/permissions';
import { sayVi } from '../text/message';
import { vi } from '../text/vi';
import { listAllowedReports, reportCatalogue } from './report-catalogue';
import { tableReportIdSchema } from './report-data';

describe('reportCatalogue', () => {
  it('holds every report once', () => {
    const ids = reportCatalogue.map(({ id }) => id);
    expect([...ids].sort()).toEqual([...tableReportIdSchema.options, 'register', 'addendum'].sort());
  });

  it('has words for each, and a name for its file', () => {
    for (const { id, title, about } of reportCatalogue) {
      expect(sayVi(title)).not.toBe(title.key);
      expect(sayVi(about)).not.toBe(about.key);
      expect(vi.machine.file).toHaveProperty(id);
    }
  });

  it('shows a counter only what is its own, and a supervisor everything', () => {
    const of = (role: keyof typeof permissionSets) => listAllowedReports(permissionSets[role]).map(({ id }) => id);
    expect(of('intakeOfficer')).toEqual(['postalPickUp', 'cashSheets']);
    expect(of('postalOfficer')).toEqual(['postalPickUp', 'cashSheets']);
    expect(of('supervisor')).toHaveLength(reportCatalogue.length);
    expect(of('shiftLeader')).toHaveLength(reportCatalogue.length);
    expect(of('unitAdmin')).toEqual([]);
  });

  it('marks lists with names as personal, and figures as not', () => {
    const personal = reportCatalogue.filter((entry) => entry.personal).map(({ id }) => id);
    expect(personal).toEqual([
      'register',
      'addendum',
      'lateToAccept',
      'lateToProcess',
      'postalList',
      'postalPickUp',
      'fees',
      'certificationRegister',
    ]);
  });

  it('exports every table as csv too', () => {
    const formats = Object.fromEntries(reportCatalogue.map((entry) => [entry.id, entry.formats]));
    expect(formats['fees']).toEqual(['xlsx', 'pdf', 'csv']);
    expect(formats['register']).toEqual(['xlsx', 'pdf']);
  });
});
