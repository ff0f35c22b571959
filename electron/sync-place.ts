import type { EnrolAnswer, Hello } from '../shared/sync/protocol';
import type { Books } from './journal/open-books';
import type { Enrolment, SyncEnginePorts } from './net/sync-cycle';
import type { Place, PlaceFile } from './place';

/** Where this device stands, and what it recorded there. */
export interface PlacePorts {
  readonly place: PlaceFile;
  readonly books: Books;
  readonly deviceId: string;
}

/** Enrolment and what the server says of itself. */
export function buildPlacePorts(
  ports: PlacePorts,
): Pick<SyncEnginePorts, 'pendingEnrolment' | 'completeEnrolment' | 'noteHello'> {
  const { place, books } = ports;
  const getPlace = (): Place => {
    const found = place.find();
    if (found === undefined) throw new Error('the line is open without a place');
    return found;
  };
  return {
    pendingEnrolment: (): Enrolment | null => {
      const { enrolCode, deviceName, unitId, counterId } = getPlace();
      return enrolCode === null ? null : { code: enrolCode, deviceName, unitId, counterId };
    },
    completeEnrolment: async (answer: EnrolAnswer) => {
      // Acts of this device already carry the id of its key; under another id the province would not take them.
      if (answer.deviceId !== ports.deviceId) throw new Error('the province gave another device id');
      await place.save({ ...getPlace(), enrolCode: null, serverKeys: [...answer.serverKeys] });
    },
    noteHello: async (hello: Hello) => {
      books.clock.noteServerTime(hello.serverTime);
      const known = hello.device?.incarnations.find(({ incarnation }) => incarnation === books.index.incarnation());
      // The province holds acts this journal lost: going on would give their numbers twice.
      if (known !== undefined && known.highestSeq >= books.index.nextSeq()) await books.door.renewIncarnation();
    },
  };
}
