import { fromLocal } from '../../shared/base/time';
import type { Action, KnownKind, PayloadOf, Subject } from '../../shared/domain/actions/action';
import { formatOfficialCode } from '../../shared/domain/dossier-code';
import { createBuilders, type ActionParts, type Builders } from './builders';
import type { ServerDevice } from './server-device';

/** The server's present in tests: the afternoon of the day the builders write. */
export const AFTERNOON = fromLocal('2026-11-20', '16:00');
/** Day of every code a {@link ServerWriter} uses. */
export const CODE_DAY = '2026-11-20';

/** Writes lawful actions in the name of one enrolled device, in its own sequence, with codes from its own lease. */
export interface ServerWriter {
  readonly builders: Builders;
  readonly newDossier: () => Subject;
  readonly write: <K extends KnownKind>(
    kind: K,
    subject: Subject,
    change?: { readonly parts?: ActionParts; readonly payload?: Partial<PayloadOf<K>> },
  ) => Action;
  /** A reception with the next official code. */
  readonly receive: (subject: Subject, payload?: Partial<PayloadOf<'DossierReceived'>>) => Action;
}

/** Takes a lease of `size` codes first; `agencyId` is the receiving unit of every reception. */
export async function createServerWriter(
  device: ServerDevice,
  options: { readonly seed: number; readonly size?: number; readonly agencyId?: string },
): Promise<ServerWriter> {
  const builders = createBuilders(options.seed);
  const agencyId = options.agencyId ?? 'H41.26';
  const answer = await device.leases({ agencyId, days: [CODE_DAY], size: options.size ?? 100 });
  const codes = answer.body.leases.flatMap(({ leaseId, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({
      leaseId,
      value: formatOfficialCode({ agencyId, day: CODE_DAY, number: from + index }),
    })),
  );
  const write: ServerWriter['write'] = (kind, subject, change = {}) =>
    builders.action(
      kind,
      { deviceId: device.deviceId(), incarnation: `run-${String(options.seed)}`, subject, ...change.parts },
      change.payload,
    );
  return {
    builders,
    newDossier: () => ({ type: 'dossier', id: builders.id() }),
    write,
    receive: (subject, payload) => {
      const code = codes.shift();
      if (!code) throw new Error('the test used up its lease');
      return write('DossierReceived', subject, {
        payload: { receivingUnitId: agencyId, code: { kind: 'official', ...code }, ...payload },
      });
    },
  };
}
