import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/base/result';
import type { Register } from '../../../shared/reports/register-data';
import type { Report } from '../../../shared/reports/report';
import { buildSampleAddendum } from '../../../tests/support/papers';
import type { ExportPorts } from './export-ports';
import { createExportHandlers } from './exports';

const register = { unitId: 'H41.26', day: '2026-03-09', masked: true } as unknown as Register;

function createHandlers(changes: Partial<ExportPorts> = {}): {
  handlers: ReturnType<typeof createExportHandlers>;
  saved: string[][];
  noted: string[];
} {
  const saved: string[][] = [];
  const noted: string[] = [];
  const handlers = createExportHandlers({
    folder: '/x',
    renderPdf: () => Promise.resolve(ok(Buffer.from('pdf'))),
    renderSheet: () => Promise.resolve(ok(Buffer.from('xlsx'))),
    save: (files) => {
      saved.push(files.map(({ name }) => name));
      return Promise.resolve(
        ok(files.map(({ name, bytes }) => ({ name, path: `/x/${name}`, bytes: bytes.length, sha256: 'a' }))),
      );
    },
    noteExported: (detail) => noted.push(detail),
    practice: () => false,
    onProgress: () => undefined,
    ...changes,
  });
  return { handlers, saved, noted };
}

describe('export of a register', () => {
  it('writes both files in one step and records the access without a path', async () => {
    const { handlers, saved, noted } = createHandlers();
    expect(await handlers.register({ register, addenda: [] })).toMatchObject({
      ok: true,
      value: {
        folder: '/x',
        files: [{ name: 'So theo doi H41.26 2026-03-09.xlsx', bytes: 4, sha256: 'a' }, { bytes: 3 }],
      },
    });
    await handlers.register({ register: { ...register, masked: false }, addenda: [] });
    expect(saved).toHaveLength(2);
    expect(noted).toEqual(['register H41.26 2026-03-09', 'register H41.26 2026-03-09 unmasked']);
  });

  it('writes each addendum as files of its own and leaves the register as it is', async () => {
    const rendered: string[] = [];
    const renderSheet = (report: Report) => {
      rendered.push(report.kind);
      return Promise.resolve(ok(Buffer.from('xlsx')));
    };
    const { handlers, saved } = createHandlers({ renderSheet });
    const addenda = [buildSampleAddendum(), buildSampleAddendum({ number: null })];
    await handlers.register({ register, addenda });
    expect(saved).toEqual([
      [
        'So theo doi H41.26 2026-03-09.xlsx',
        'So theo doi H41.26 2026-03-09.pdf',
        'So theo doi H41.26 2026-03-09 - phu luc so 1.xlsx',
        'So theo doi H41.26 2026-03-09 - phu luc so 1.pdf',
        'So theo doi H41.26 2026-03-09 - phu luc du thao.xlsx',
        'So theo doi H41.26 2026-03-09 - phu luc du thao.pdf',
      ],
    ]);
    expect(rendered).toEqual(['register', 'addendum', 'addendum']);
  });

  it.each([
    [{ renderPdf: () => Promise.resolve(err({ ref: 'ABCD' })) }, { kind: 'renderFailed', ref: 'ABCD' }],
    [{ renderSheet: () => Promise.resolve(err({ ref: 'HKLM' })) }, { kind: 'renderFailed', ref: 'HKLM' }],
    [
      { save: () => Promise.resolve(err({ kind: 'noAccess' as const, folder: '/x' })) },
      { kind: 'noAccess', folder: '/x' },
    ],
  ])('records nothing when there is no export: %#', async (changes, error) => {
    const { handlers, saved, noted } = createHandlers(changes);
    expect(await handlers.register({ register, addenda: [] })).toEqual(err(error));
    expect([saved, noted]).toEqual([[], []]);
  });
});
