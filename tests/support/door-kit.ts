import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { DoorSession } from '../../electron/journal/door-turn';
import { createActionIds } from '../../electron/journal/action-ids';
import { openBooks, type Books, type BooksOptions } from '../../electron/journal/open-books';
import type { Instant, LocalDay } from '../../shared/base/time';
import type { Action, Subject } from '../../shared/domain/actions/action';
import type { Intake } from '../../shared/domain/actions/intake-payload';
import type { CodeLease } from '../../shared/domain/code-lease';
import { referencePackageSchema, type Reference } from '../../shared/domain/reference-package';
import type { Proposal } from '../../shared/domain/proposal';
import { buildReference } from '../../shared/domain/reference';
import { buildOfficer, createBuilders, MORNING } from './builders';
import { CHAIN_SEED, journalKey, makeTempFolder } from './journal-kit';
import { createRandom } from './random';

const DAY: LocalDay = '2026-11-20';

/** The rules that come with the installer, as they stand on a day. */
export function loadReference(day: LocalDay): Reference {
  const packages = ['procedures', 'calendar', 'units'].map((kind) =>
    referencePackageSchema.parse(
      JSON.parse(readFileSync(new URL(`../../build/packages/${kind}.json`, import.meta.url), 'utf8')),
    ),
  );
  const reference = buildReference(packages, day);
  if (!reference.ok) throw new Error(`no reference: ${reference.error.kind}`);
  return reference.value;
}

/** A day's lease of the unit of the tests. */
export function buildLease(from: number, to: number, changes: Partial<CodeLease> = {}): CodeLease {
  return { leaseId: `lease-${String(from)}`, agencyId: 'H41.26', day: DAY, from, to, ...changes };
}

/** A counter PC whose clock, officer and disk a test moves; `restart` opens the same folder again. */
export interface CounterPc {
  wall: Instant;
  monotonic: number;
  session: DoorSession | null;
  readonly folder: string;
  readonly restart: (changes?: Partial<BooksOptions['journal']>) => Promise<Books>;
}

export async function createCounterPc(
  deviceId = 'M01',
  load: (day: LocalDay) => Reference = loadReference,
): Promise<CounterPc> {
  const folder = await makeTempFolder('counter');
  const random = createRandom(11);
  const references = new Map<LocalDay, Reference>();
  const referenceOf = (day: LocalDay): Reference => {
    const known = references.get(day) ?? load(day);
    references.set(day, known);
    return known;
  };
  const pc: CounterPc = {
    wall: MORNING,
    monotonic: 0,
    session: buildSession(referenceOf(DAY)),
    folder,
    restart: async (changes = {}) => {
      const books = await openBooks({
        dataFolder: folder,
        journal: { folder: `${folder}/journal`, key: journalKey, chainSeed: CHAIN_SEED, ...changes },
        wall: () => pc.wall,
        monotonic: () => pc.monotonic,
        ids: createActionIds((count) => random.bytes(count)),
        reference: referenceOf,
        session: () => pc.session,
        device: { deviceId },
        reportFault: (code) => `REF-${code}`,
        later: () => undefined,
      });
      if (!books.ok) throw new Error(`books did not open: ${books.error.kind}`);
      onTestFinished(() => books.value.close());
      return books.value;
    },
  };
  return pc;
}

export function buildSession(reference: Reference, changes: Partial<DoorSession> = {}): DoorSession {
  const unit = reference.units.get('H41.26');
  const counter = unit?.counters[0];
  if (unit === undefined || counter === undefined) throw new Error('the installer units have no H41.26');
  return { officer: buildOfficer(), unit, counter, ...changes };
}

const builders = createBuilders(3);

/** A reception of a real procedure of the installer's list. */
export function proposeReception(
  changes: { readonly intake?: Partial<Intake>; readonly id?: string } & Partial<Omit<Proposal, 'act'>> = {},
): Proposal {
  const { intake, id, ...rest } = changes;
  const subject: Subject = { type: 'dossier', id: id ?? builders.id() };
  const act = {
    kind: 'DossierReceived',
    intake: builders.intake({ procedureCode: '1.004873', caseId: 'thuong', ...intake }),
  } as const;
  return { subject, base: 0, ...rest, act };
}

/** Another act of a dossier or unit day, with a valid payload of its kind unless told. */
export function proposePlain(
  subject: Subject,
  plainKind: Parameters<typeof builders.payload>[0],
  payload?: Record<string, unknown>,
): Proposal {
  return {
    subject,
    base: 0,
    act: { kind: 'plain', plainKind, payload: { ...builders.payload(plainKind), ...payload } },
  };
}

/** Proposes what must be recorded. */
export async function record(books: Books, ...proposals: readonly Proposal[]): Promise<readonly Action[]> {
  const done = await books.door.propose(proposals);
  if (!done.ok) throw new Error(`not recorded: ${JSON.stringify(done.error)}`);
  return done.value.actions;
}

export { builders };
