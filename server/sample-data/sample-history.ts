import { buildUuidV7 } from '../../shared/base/ids';
import { toLocalDay, type Instant } from '../../shared/base/time';
import type { PayloadOf } from '../../shared/domain/actions/action';
import type { Intake } from '../../shared/domain/actions/intake-payload';
import { decideIntake } from '../../shared/domain/intake';
import type { Procedure } from '../../shared/domain/procedure';
import { buildReference } from '../../shared/domain/reference';
import type { ReferencePackage } from '../../shared/domain/reference-package';
import type { Unit } from '../../shared/domain/unit';
import { acceptItem } from '../push/accept-item';
import { runUnderUnitLocks } from '../push/accept-push';
import type { PushWork } from '../push/push-work';
import { buildServerItem, serverDevice, takeServerSeq } from '../push/server-action';
import type { ServerContext } from '../server-context';
import { buildSampleIntake, type SampleRow } from './sample-submissions';
import { samplePeople } from './sample-people';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Behind these digits of a portal code stands a dossier with a past. */
const HISTORY_MARK = '-80';

const { hoa, duong, thuong, khanh, luu } = samplePeople;

interface HistoryRow extends Omit<SampleRow, 'minutesAgo'> {
  readonly daysAgo: number;
  /** False: nobody has accepted it, so it is late to accept. */
  readonly isAccepted: boolean;
  /** Where the folder went a day after its acceptance. */
  readonly handedTo?: string;
  /** Days ago the result was ready. */
  readonly readyDaysAgo?: number;
}

const byPost = { quantities: {}, returnMethod: 'post' } as const;
const atCounter = { quantities: {}, returnMethod: 'counter' } as const;

/** One of each kind of lateness, so that a supervisor who practises has something to look into and to sign. */
const historyRows: readonly HistoryRow[] = [
  {
    ...{ procedureCode: '1.001612', caseId: 'ca-nhan', daysAgo: 14, isAccepted: true, ...atCounter },
    parties: [{ role: 'applicant', person: duong }],
    summary: 'Đăng ký hộ kinh doanh: sửa chữa xe máy tại Thôn 1',
  },
  {
    ...{ procedureCode: '1.012783', caseId: 'khong-do-dac', daysAgo: 24, isAccepted: true, ...byPost },
    parties: [{ role: 'applicant', person: hoa }],
    summary: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất do ố, nhòe',
    handedTo: 'Chi nhánh Văn phòng đăng ký đất đai',
  },
  {
    ...{ procedureCode: '1.001731', caseId: 'thuong', daysAgo: 20, isAccepted: true, ...atCounter },
    parties: [{ role: 'applicant', person: luu }],
    summary: 'Đề nghị hỗ trợ chi phí mai táng cho mẹ',
    readyDaysAgo: 10,
  },
  {
    ...{ procedureCode: '1.004873', caseId: 'thuong', daysAgo: 3, isAccepted: true, ...atCounter },
    parties: [{ role: 'applicant', person: khanh }],
    summary: 'Xác nhận tình trạng hôn nhân để vay vốn',
  },
  {
    ...{ procedureCode: '1.004194', caseId: 'thuong', daysAgo: 6, isAccepted: false, ...atCounter },
    parties: [{ role: 'applicant', person: thuong }],
    summary: 'Đăng ký tạm trú tại Thôn 5',
  },
];

interface Place {
  readonly context: ServerContext;
  readonly unit: Unit;
  readonly officerId: string;
  readonly packages: readonly ReferencePackage[];
  readonly procedures: ReadonlyMap<string, Procedure>;
}

interface Past {
  readonly place: Place;
  readonly work: PushWork;
  readonly subject: { readonly type: 'dossier'; readonly id: string };
  /** Its place among the rows, from 1. */
  readonly number: number;
  base: number;
}

type SampleKind = 'OnlineSubmissionArrived' | 'OnlineSubmissionAccepted' | 'HandedOver' | 'OutcomeReady';

/** Enters an act as it would have been taken on its day. */
function enter<K extends SampleKind>(past: Past, at: Instant, act: { kind: K; payload: PayloadOf<K> }): void {
  const { place, work, subject, base } = past;
  const then: ServerContext = { ...place.context, now: () => at };
  const seq = takeServerSeq(then, work);
  const officer = act.kind === 'OnlineSubmissionArrived' ? {} : { officerId: place.officerId };
  acceptItem(then, work, buildServerItem(then, { ...act, ...officer, subject, base, seq }));
  past.base += 1;
}

function accept(past: Past, intake: Intake, at: Instant): void {
  const { place, number } = past;
  const reference = buildReference(place.packages, toLocalDay(at));
  if (!reference.ok) throw new Error('sample data need rules for their days');
  const decided = decideIntake({ intake, at, reference: reference.value, unitId: place.unit.id });
  if (!decided.ok) throw new Error(`sample data: ${decided.error.kind}`);
  const { appointment, versions } = decided.value;
  // A book no counter prints from: numbers of the practice counters stay their own.
  const slip = { book: 'TH', year: Number(toLocalDay(at).slice(0, 4)), number };
  enter(past, at, { kind: 'OnlineSubmissionAccepted', payload: { v: 1, appointment, versions, slip } });
}

function enterRow(row: HistoryRow, { place, work, number }: Pick<Past, 'place' | 'work' | 'number'>): void {
  const intake = buildSampleIntake(row, place.unit, place.procedures);
  if (!intake) return;
  const now = place.context.now();
  const at = now - row.daysAgo * DAY_MS;
  const day = toLocalDay(at).slice(2).replaceAll('-', '');
  const portalCode = `G22.99-${day}${HISTORY_MARK}${String(number).padStart(3, '0')}`;
  const id = buildUuidV7(at, place.context.randomBytes(10));
  const past: Past = { place, work, subject: { type: 'dossier', id }, number, base: 0 };
  enter(past, at, { kind: 'OnlineSubmissionArrived', payload: { v: 1, portalCode, submittedAt: at, intake } });
  if (!row.isAccepted) return;
  accept(past, intake, at + HOUR_MS);
  if (row.handedTo !== undefined) {
    const payload = { v: 1, to: row.handedTo, medium: 'electronic', originals: 0 } as const;
    enter(past, at + DAY_MS, { kind: 'HandedOver', payload });
  }
  if (row.readyDaysAgo !== undefined) {
    const payload = { v: 1, name: 'Quyết định', form: 'paperOnly', paperOnlyReason: 'Dữ liệu thực hành' } as const;
    enter(past, now - row.readyDaysAgo * DAY_MS, { kind: 'OutcomeReady', payload });
  }
}

async function isThere({ db }: ServerContext): Promise<boolean> {
  const found = await db
    .selectFrom('actions')
    .select('action_id')
    .where('kind', '=', 'OnlineSubmissionArrived')
    .where('action_json', 'like', `%"portalCode":"G22.99-______${HISTORY_MARK}%`)
    .limit(1)
    .execute();
  return found.length > 0;
}

/** Enters dossiers of the last weeks, once in the life of a database: they grow older by themselves. */
export async function putSampleHistory(place: Place): Promise<void> {
  const { context, unit } = place;
  if (await isThere(context)) return;
  const outcome = await runUnderUnitLocks(context, {
    device: serverDevice(unit.id),
    items: [],
    take: (_db, work) => {
      historyRows.forEach((row, index) => {
        enterRow(row, { place, work, number: index + 1 });
      });
      return Promise.resolve([]);
    },
  });
  context.wakeUp.ring(outcome.units);
}
