import { err, ok, type Result } from '../../../shared/base/result';
import { fromLocal, type LocalDay } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Unit } from '../../../shared/domain/unit';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import { sayVi } from '../../../shared/text/message';
import { getUnitDays, readDossierStates } from '../../records/dossier-queries';
import { selectDossierIds } from '../../records/projection-queries';
import { isDayForm, type OtherRecords, type OtherWish } from './other-forms';
import { readJournalHead } from './read-as-of';
import { readDayActs } from './read-day-acts';

/** Why nothing could be read; the screen offers to try again. */
type ReadFault = { readonly kind: 'unread' };

const DAY_MS = 86_400_000;
/** A certification is signed on the day of its reception or soon after: dossiers received earlier are looked through too. */
const EARLIER_MS = 90 * DAY_MS;
const BOOK_LIMIT = 20_000;
const unread = err<ReadFault>({ kind: 'unread' });

async function readDay(desktop: DesktopBridge, unit: Unit, day: LocalDay): Promise<Result<OtherRecords, ReadFault>> {
  const days = await getUnitDays(unit.id, day);
  const acts = await readDayActs(desktop.records.tail, day);
  if (!days.ok || !acts.ok) return unread;
  const ids = acts.value.flatMap(({ subject }) => (subject.type === 'dossier' ? [subject.id] : []));
  const inBags = days.value.flatMap(({ state }) =>
    [...state.bagsSealed, ...state.bagsReceived].flatMap(({ dossierIds }) => dossierIds),
  );
  const states = await readDossierStates([...new Set([...ids, ...inBags])]);
  if (!states.ok) return unread;
  const counters = days.value.map(({ counterId, state }) => ({
    ...{ counterId, state },
    name: unit.counters.find(({ id }) => id === counterId)?.name ?? counterId,
  }));
  return ok({ kind: 'day', counters, dossiers: states.value });
}

async function readPeriod({ from, to }: OtherQuestion): Promise<Result<OtherRecords, ReadFault>> {
  const received = { from: fromLocal(from, '00:00') - EARLIER_MS, before: fromLocal(to, '00:00') + DAY_MS };
  const ids = await selectDossierIds({ received }, 'receivedAt', BOOK_LIMIT);
  const states: Result<readonly DossierState[], unknown> = ids.ok ? await readDossierStates(ids.value) : ids;
  return states.ok ? ok({ kind: 'period', dossiers: states.value }) : unread;
}

/** What the test page says of this PC. Words on a paper are Vietnamese always. */
async function readSelfTest(desktop: DesktopBridge, look: OtherLook): Promise<Result<OtherRecords, ReadFault>> {
  const [info, printers, status, head] = await Promise.all([
    desktop.app.info(),
    desktop.print.printers(),
    desktop.sync.status(),
    readJournalHead(desktop.records.tail),
  ]);
  if (!info.ok || !printers.ok || !status.ok) return unread;
  const { clockDoubt, diskLow } = status.value;
  const say = (key: 'clockDoubt' | 'clockSure' | 'diskLow' | 'diskFine' | 'journalDamaged'): string =>
    sayVi({ key: `printing.paper.other.checks.${key}` });
  const lines = head.ok
    ? sayVi({ key: 'printing.paper.other.checks.journalLines', values: { count: head.value.line } })
    : say('journalDamaged');
  const count = { count: look.procedureCount };
  const queues = { count: printers.value.length };
  const checks = [
    ['journal', lines],
    ['packages', sayVi({ key: 'printing.paper.other.checks.packagesCount', values: count })],
    ['printers', sayVi({ key: 'printing.paper.other.checks.printersCount', values: queues })],
    ['clock', say(clockDoubt ? 'clockDoubt' : 'clockSure')],
    ['disk', say(diskLow ? 'diskLow' : 'diskFine')],
  ] as const;
  const { version, dataFolder } = info.value;
  const named = checks.map(([name, result]) => ({
    name: sayVi({ key: `printing.paper.other.checks.${name}` }),
    result,
  }));
  const { computer, technician } = look;
  return ok({ kind: 'selfTest', facts: { computer, version, dataFolder, technician, checks: named } });
}

/** The parts of a wish that ask for records. */
type OtherQuestion = Pick<OtherWish, 'form' | 'day' | 'from' | 'to'>;

/** Who looks from where. */
export interface OtherLook {
  readonly unit: Unit;
  readonly computer: string;
  readonly technician: string;
  readonly procedureCount: number;
}

/** Reads what a paper needs of the records. */
export async function readOtherRecords(
  desktop: DesktopBridge,
  wish: OtherQuestion,
  look: OtherLook,
): Promise<Result<OtherRecords, ReadFault>> {
  if (isDayForm(wish.form)) return readDay(desktop, look.unit, wish.day);
  if (wish.form === 'certificationRegister') return readPeriod(wish);
  return wish.form === 'selfTest' ? readSelfTest(desktop, look) : ok({ kind: 'none' });
}
