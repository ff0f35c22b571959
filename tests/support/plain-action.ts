import { buildUuidV7 } from '../../shared/base/ids';
import type { Action } from '../../shared/domain/actions/action';

/** The smallest lawful action: the n-th act of one device on the n-th dossier. `note` makes it as large as a test wants. */
export function buildPlainAction(n: number, note = 'xong'): Action {
  const random = new Uint8Array(10).fill(n % 256);
  const at = Date.parse('2026-03-09T02:00:00Z') + n * 1000;
  return {
    id: buildUuidV7(at, random),
    subject: {
      type: 'dossier',
      id: buildUuidV7(
        at,
        random.map((byte) => 255 - byte),
      ),
    },
    kind: 'IssueResolved',
    payload: { v: 1, actionId: buildUuidV7(at, random), note },
    at,
    happenedAt: at,
    seq: n,
    base: 0,
    deviceId: 'device-1',
    incarnation: 'first',
    officerId: 'officer-1',
  };
}
