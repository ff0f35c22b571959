import type { Procedure, ProcedureCase } from '../../shared/domain/procedure';
import { procedureSchema } from '../../shared/domain/procedure';
import type { RequiredPaper } from '../../shared/domain/procedure-paper';

/** A paper to hand over, one original, to be scanned; fields can be overridden. */
export function buildRequiredPaper(id: string, overrides: Partial<RequiredPaper> = {}): RequiredPaper {
  return {
    id,
    name: `Giấy ${id}`,
    mode: 'submit',
    required: true,
    counts: { original: 1, certifiedCopy: 0, photocopy: 0 },
    digitise: { duty: 'required' },
    ...overrides,
  };
}

/** A free case without a time limit. */
export function buildCase(id: string, overrides: Partial<ProcedureCase> = {}): ProcedureCase {
  const limit = { unit: 'workingDays' as const, amount: 2 };
  const fee = { basis: 'free' as const, ground: 'không thu' };
  return {
    id,
    name: `Trường hợp ${id}`,
    papers: [],
    limits: { counter: limit, online: limit, post: limit },
    fees: { counter: fee, online: fee, post: fee },
    ...overrides,
  };
}

/** A procedure with one case, checked against its schema. */
export function buildProcedure(overrides: Partial<Procedure> = {}): Procedure {
  return procedureSchema.parse({
    code: '1.001193',
    name: 'Đăng ký khai sinh',
    shortName: 'Khai sinh',
    abbreviations: ['ks'],
    field: { code: 'ho-tich', name: 'Hộ tịch' },
    handlingSystem: 'Hệ thống hộ tịch',
    cases: [buildCase('default')],
    resultName: 'Giấy khai sinh',
    duplicateRule: 'none',
    applicantIs: 'submitter',
    identityRequired: true,
    quantities: [],
    validFrom: '2025-07-01',
    provisional: [],
    source: 'thử',
    ...overrides,
  });
}
