import { toLocalDay } from '../../shared/base/time';
import { roleSchema } from '../../shared/domain/officer';
import { buildPracticeOfficers } from '../../shared/domain/practice-officers';
import type { Procedure } from '../../shared/domain/procedure';
import type { Unit } from '../../shared/domain/unit';
import { findUnitInCharge } from '../../shared/domain/unit-succession';
import { putEnrolCode, type EnrolGrant } from '../enrolment';
import { takeOnlineSubmissions } from '../online-submissions';
import type { ServerContext } from '../server-context';
import { putSampleHistory } from './sample-history';
import { buildPostalOfficer } from './sample-officers';
import { buildSampleSubmissions, samplePortalPrefix } from './sample-submissions';

const YEAR_MS = 365 * 86_400_000;

/** One-time code of a practice counter, e.g. `DEMO-QUAY-1`; good once after each start of the server. */
export function sampleEnrolCode(counterId: string): string {
  return `DEMO-${counterId.toUpperCase()}`;
}

/** Units that exist today: nobody sits at a counter of one that was merged away. */
function findUnits(context: ServerContext): readonly Unit[] {
  const today = toLocalDay(context.now());
  const units = context.shelf.unitsOn(today);
  return [...units.values()].filter(({ id }) => findUnitInCharge(units, id, today) === id);
}

function findProcedures(context: ServerContext): ReadonlyMap<string, Procedure> {
  const rows = context.shelf.packages.flatMap((pack) => (pack.kind === 'procedures' ? pack.rows : []));
  return new Map(rows.map((row) => [row.code, row]));
}

async function putCodes(context: ServerContext, unit: Unit, commune: Unit): Promise<void> {
  for (const counter of unit.counters) {
    const grant: EnrolGrant = {
      unitId: unit.id,
      counterId: counter.id,
      receivesFor: unit.kind === 'postOffice' ? [commune.id] : [],
      roles:
        unit.kind === 'postOffice'
          ? ['postalOfficer']
          : [...roleSchema.options].filter((role) => role !== 'postalOfficer'),
      expiresAt: context.now() + YEAR_MS,
    };
    await putEnrolCode(context.db, sampleEnrolCode(counter.id), grant);
  }
}

async function putPostalOfficer(context: ServerContext, commune: Unit): Promise<void> {
  const officer = buildPostalOfficer(commune);
  const row = {
    officer_id: officer.officerId,
    delegation_id: officer.delegation?.id ?? null,
    officer_json: JSON.stringify(officer),
  };
  await context.db
    .insertInto('officers')
    .values(row)
    .onConflict((conflict) => conflict.column('officer_id').doUpdateSet(row))
    .execute();
}

async function putSubmissions(context: ServerContext, commune: Unit): Promise<void> {
  const now = context.now();
  const earlier = await context.db
    .selectFrom('actions')
    .select('action_id')
    .where('kind', '=', 'OnlineSubmissionArrived')
    .where('action_json', 'like', `%"portalCode":"${samplePortalPrefix(now)}%`)
    .limit(1)
    .execute();
  // Once a day: a server that is started again shows the same citizens, not the same ones twice.
  if (earlier.length > 0) return;
  const procedures = findProcedures(context);
  await takeOnlineSubmissions(context, commune.id, buildSampleSubmissions({ unit: commune, procedures, now }));
}

/** Practice data: enrolment codes for every counter of the package's units, a delegation, and the day's online submissions. */
export async function loadSampleData(context: ServerContext): Promise<void> {
  const units = findUnits(context);
  const commune = units.find((unit) => unit.kind === 'communeCentre');
  if (!commune) throw new Error('sample data need a commune centre in the units package');
  for (const unit of units) await putCodes(context, unit, commune);
  await putPostalOfficer(context, commune);
  await putSubmissions(context, commune);
  const [counterOfficer] = buildPracticeOfficers(commune.id);
  const { packages } = context.shelf;
  const procedures = findProcedures(context);
  await putSampleHistory({ context, unit: commune, officerId: counterOfficer.officerId, packages, procedures });
}
