import { describe, expect, it } from 'vitest';
import { findActRules } from '../../shared/domain/act-rules';
import { approvalLevels } from '../../shared/domain/approval-levels';
import { foldDossier } from '../../shared/domain/dossier-state';
import { permissionSets } from '../../shared/domain/permissions';
import type { ReferencePackage } from '../../shared/domain/reference-package';
import { buildReference } from '../../shared/domain/reference';
import { pushAnswerSchema } from '../../shared/sync/protocol';
import { listActs, listRefusedActs } from '../../renderer/features/dossiers/case-acts';
import { railOf } from '../../renderer/shell/rail';
import { buildOfficer, MORNING } from '../support/builders';
import { createCounterPc, proposePlain, proposeReception, record } from '../support/door-kit';
import { makePackageFolder, readInstallerPackages } from '../support/package-folder';
import { findEngines, openTestServer } from '../support/server-engines';
import { AFTERNOON, createServerWriter } from '../support/server-writer';

const DAY = '2026-11-20';

/** A province's rules: from a day on officers neither withdraw dossiers nor does a second supplement need anybody's word. */
function overridden(from: string): readonly ReferencePackage[] {
  return readInstallerPackages().map((pack) => {
    if (pack.kind !== 'rules') return pack;
    const permissions = [...permissionSets.intakeOfficer].filter((one) => one !== 'withdraw' && one !== 'system');
    const rows = pack.rows.map((row) => ({
      ...row,
      permissions: [{ role: 'intakeOfficer' as const, permissions, validFrom: from }],
      approvals: [{ act: 'secondSupplement' as const, level: 'reason' as const, validFrom: from }],
    }));
    return { ...pack, rows, origin: 'province' as const, version: '2026.12.01' };
  });
}

function referenceOf(packages: readonly ReferencePackage[], day = DAY) {
  const built = buildReference(packages, day);
  if (!built.ok) throw new Error(built.error.kind);
  return built.value;
}

const notAllowed = { kind: 'permission', role: 'intakeOfficer' };
const officer = buildOfficer();

describe('a right that a province took away in its rules', () => {
  it.each([
    ['is gone', DAY, false],
    ['is still there the day before', '2026-11-21', true],
  ])('%s on the page', async (_name, from, has) => {
    const pc = await createCounterPc('M01');
    const books = await pc.restart();
    const reception = proposeReception({ id: '0193a000-0000-7000-8000-000000000001' });
    const actions = await record(books, reception);
    const state = foldDossier({ dossierId: '0193a000-0000-7000-8000-000000000001', actions, receipts: new Map() });
    const rules = findActRules(referenceOf(overridden(from)), DAY);
    const question = { state, actor: officer, at: MORNING + 60_000, rules };
    expect(listActs(question).includes('Withdrawn')).toBe(has);
    expect(listRefusedActs(question).some(({ kind }) => kind === 'Withdrawn')).toBe(!has);
  });

  it('is gone in main, whatever the page proposes, and only from its day on', async () => {
    for (const [from, has] of [
      [DAY, false],
      ['2026-11-21', true],
    ] as const) {
      const packages = overridden(from);
      const pc = await createCounterPc('M01', (day) => referenceOf(packages, day));
      const books = await pc.restart();
      const reception = proposeReception();
      await record(books, reception);
      const withdrawn = await books.door.propose([proposePlain(reception.subject, 'Withdrawn')]);
      expect(withdrawn.ok).toBe(has);
      if (!withdrawn.ok) expect(withdrawn.error).toMatchObject({ kind: 'notAllowed', reason: notAllowed });
    }
  });

  it('is an issue at the province, which keeps the fact', async () => {
    const [engine] = await findEngines();
    if (!engine) throw new Error('no engine');
    const verdicts: string[] = [];
    for (const from of [DAY, '2026-11-21']) {
      const place = await openTestServer(engine, {
        now: () => AFTERNOON,
        packagesDir: await makePackageFolder(overridden(from)),
      });
      const device = await place.addDevice({ roles: ['intakeOfficer'] });
      const writer = await createServerWriter(device, { seed: 1 });
      const dossier = writer.newDossier();
      const answer = await device.push([writer.receive(dossier), writer.write('Withdrawn', dossier)]);
      const [, receipt] = pushAnswerSchema.parse(answer.body).receipts;
      const verdict = receipt?.verdict;
      verdicts.push(verdict?.type === 'acceptedWithIssue' ? verdict.cause : String(verdict?.type));
      await place.close();
    }
    expect(verdicts).toEqual(['permission', 'accepted']);
  });
});

describe('an approval level that a province lowered', () => {
  const supplement = { legalGround: 'Điều 19', approval: undefined };

  it('lets a second supplement pass in main without anybody’s word, but only from its day on', async () => {
    for (const [from, passes] of [
      [DAY, true],
      ['2026-11-21', false],
    ] as const) {
      const packages = overridden(from);
      const pc = await createCounterPc('M01', (day) => referenceOf(packages, day));
      const books = await pc.restart();
      const reception = proposeReception();
      const { subject } = reception;
      await record(
        books,
        reception,
        proposePlain(subject, 'SupplementRequested'),
        proposePlain(subject, 'SupplementReceived'),
      );
      const second = await books.door.propose([proposePlain(subject, 'SupplementRequested', supplement)]);
      expect(second.ok).toBe(passes);
      if (!second.ok) expect(second.error).toMatchObject({ reason: { kind: 'missing', what: 'approval' } });
    }
  });

  it('leaves the others as they are inside the program', () => {
    const { levels } = findActRules(referenceOf(overridden(DAY)), DAY);
    expect(levels).toEqual({ ...approvalLevels, secondSupplement: 'reason' });
  });
});

describe('rail', () => {
  it('follows the rights in force', () => {
    const supervise = (rights: typeof permissionSets) =>
      railOf('supervisor', rights).some(({ page }) => page === 'supervision');
    expect([supervise(permissionSets), supervise({ ...permissionSets, supervisor: new Set(['receive']) })]).toEqual([
      true,
      false,
    ]);
  });
});
