import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { referencePackageSchema } from '../../shared/domain/reference-package';
import { defaultPapers } from '../../shared/domain/paper-checklist';
import type { Procedure } from '../../shared/domain/procedure';
import type { Proposal } from '../../shared/domain/proposal';
import type { Intake } from '../../shared/domain/actions/intake-payload';
import type { Instant } from '../../shared/base/time';
import { createBuilders } from './builders';
import type { PageWindow } from './desktop-bridge';

const file = new URL('../../build/packages/procedures.json', import.meta.url);

function readProcedures(): ReadonlyMap<string, Procedure> {
  const pack = referencePackageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(pack.kind === 'procedures' ? pack.rows.map((row) => [row.code, row]) : []);
}

/** A dossier to be received. `at`: legal time before now, as a marked back entry. */
export interface SeedDossier {
  readonly procedureCode: string;
  readonly name: string;
  readonly at?: Instant;
  readonly changes?: Partial<Intake>;
}

const make = createBuilders(2026);

/** Proposal of a reception at the practice commune, with the procedure's own papers. */
export function proposeReception({ procedureCode, name, at, changes }: SeedDossier): Proposal {
  const procedure = readProcedures().get(procedureCode);
  const procedureCase = procedure?.cases[0];
  if (!procedureCase) throw new Error(`no procedure ${procedureCode}`);
  const intake: Intake = {
    ...{ v: 1, procedureCode, caseId: procedureCase.id, channel: 'counter', receivingUnitId: 'H41.26' },
    ...{ handlingUnit: 'ỦY BAN NHÂN DÂN XÃ THANH BÌNH', summary: procedure.shortName, setCount: 1 },
    parties: [{ role: 'applicant', person: make.person({ name }) }],
    ...{ papers: defaultPapers(procedureCase), pages: [], quantities: {}, fees: [], returnMethod: 'counter' },
    ...changes,
  };
  return {
    subject: { type: 'dossier', id: make.id() },
    base: 0,
    ...(at === undefined ? {} : { happenedAt: at, backEntry: { reason: 'line' } }),
    act: { kind: 'DossierReceived', intake },
  };
}

/** Records proposals as whoever is signed in, over the page's own way to main. */
export async function record(page: Page, proposals: readonly Proposal[]): Promise<void> {
  const answer = await page.evaluate(
    (given) => (globalThis as unknown as PageWindow).desktop.records.propose({ proposals: given }),
    [...proposals],
  );
  if (!answer.ok) throw new Error(`nothing was recorded: ${JSON.stringify(answer.error)}`);
}
