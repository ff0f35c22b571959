import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/base/canonical-json';
import { buildUuidV7 } from '../../shared/base/ids';
import { fromLocal, type Instant } from '../../shared/base/time';
import {
  subjectKey,
  type Action,
  type KnownKind,
  type PayloadOf,
  type Subject,
} from '../../shared/domain/actions/action';
import type { PageRef } from '../../shared/domain/actions/action-parts';
import type { Intake } from '../../shared/domain/actions/intake-payload';
import type { Person } from '../../shared/domain/person';
import type { Receipt, Verdict } from '../../shared/domain/verdict';
import { buildPerson } from './people';
import { buildIntake, buildPage, payloadBuilders, type PayloadContext } from './payloads';
import { createRandom, type SeededRandom } from './random';

export { buildDelegation, buildOfficer } from './people';
export { buildAppointment } from './payloads';

/** Friday 20 November 2026, 08:30 in Vietnam: an ordinary working morning. */
export const MORNING: Instant = fromLocal('2026-11-20', '08:30');

/** Everything of an action that a test may want to set; the rest is filled in. */
export type ActionParts = Partial<Omit<Action, 'kind' | 'payload'>>;

/** Parts of a receipt a test may set. `pos` null is right for quarantined actions only. */
export interface ReceiptParts {
  readonly pos?: number | null;
  readonly verdict?: Verdict;
  readonly durable?: boolean;
  readonly at?: Instant;
  readonly serverEpoch?: string;
}

/** Builders that share one seed, one running clock (a second per call) and one sequence per device incarnation. */
export interface Builders {
  readonly random: SeededRandom;
  readonly id: () => string;
  readonly person: (overrides?: Partial<Person>) => Person;
  readonly page: (overrides?: Partial<PageRef>) => PageRef;
  readonly intake: (overrides?: Partial<Intake>) => Intake;
  readonly payload: <K extends KnownKind>(kind: K, overrides?: Partial<PayloadOf<K>>) => PayloadOf<K>;
  /** A valid action of a known kind about `subject`. */
  readonly action: <K extends KnownKind>(
    kind: K,
    parts: ActionParts & { readonly subject: Subject },
    payload?: Partial<PayloadOf<K>>,
  ) => Action;
  readonly receipt: (action: Action, parts?: ReceiptParts) => Receipt;
  /** Accepts actions in the order given: positions 1, 2, 3 … */
  readonly acceptAll: (actions: readonly Action[]) => Map<string, Receipt>;
}

export function createBuilders(seed = 1): Builders {
  const random = createRandom(seed);
  const sequences = new Map<string, number>();
  let clock = MORNING;
  const tick = (): Instant => (clock += 1_000);
  const id = (): string => buildUuidV7(tick(), random.bytes(10));
  const context = (): PayloadContext => ({ random, id, at: clock });

  const payload: Builders['payload'] = (kind, overrides) => ({ ...payloadBuilders[kind](context()), ...overrides });

  const action: Builders['action'] = (kind, parts, overrides) => {
    const at = parts.at ?? tick();
    const { deviceId = 'M01', incarnation = 'inc-1' } = parts;
    const seq = parts.seq ?? (sequences.get(`${deviceId}/${incarnation}`) ?? 0) + 1;
    sequences.set(`${deviceId}/${incarnation}`, seq);
    const stamp = { id: id(), at, happenedAt: at, base: 0, officerId: 'demo-intakeOfficer' };
    return { ...stamp, ...parts, deviceId, incarnation, seq, kind, payload: payload(kind, overrides) };
  };

  const receipt: Builders['receipt'] = (of, parts = {}) => ({
    actionId: of.id,
    subjectKey: subjectKey(of.subject),
    actionHash: createHash('sha256').update(canonicalJson(of)).digest('hex'),
    pos: parts.verdict?.type === 'quarantined' ? null : (parts.pos ?? 1),
    verdict: parts.verdict ?? { type: 'accepted' },
    durable: parts.durable ?? true,
    serverEpoch: parts.serverEpoch ?? 'epoch-1',
    at: parts.at ?? tick(),
    keyId: 'key-1',
    signature: Buffer.from(random.bytes(64)).toString('base64url'),
  });

  return {
    random,
    id,
    person: (overrides) => buildPerson(random, overrides),
    page: (overrides) => buildPage(context(), overrides),
    intake: (overrides) => buildIntake(context(), overrides),
    payload,
    action,
    receipt,
    acceptAll: (actions) => new Map(actions.map((of, index) => [of.id, receipt(of, { pos: index + 1 })])),
  };
}
