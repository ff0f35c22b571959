import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { findBagArrival, joinBags } from './bag-journey';
import { foldUnitDay } from './unit-day';

function setUp() {
  const make = createBuilders(15);
  const post = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'bd1' } as const;
  const centre = { ...post, day: '2026-11-21', counterId: 'q1' };
  const [a, b, c] = [make.id(), make.id(), make.id()];
  const bagId = make.id();
  const sealed = make.action('BagSealed', { subject: post }, { bagId, dossierIds: [a, b], originals: 3 });
  const receive = (changes: object) =>
    make.action('BagReceived', { subject: centre }, { bagId, dossierIds: [a, b], originals: 3, ...changes });
  const join = (...actions: ReturnType<typeof receive>[]) =>
    joinBags(actions.map((one) => foldUnitDay([one], new Map())));
  return { make, a, b, c, bagId, sealed, receive, join };
}

describe('joinBags', () => {
  it('joins a bag sealed at one counter with its arrival at another on a later day', () => {
    const { bagId, sealed, receive, join } = setUp();
    const arrived = receive({});
    expect(join(sealed)).toMatchObject([{ bagId, state: 'onTheWay', received: null, difference: null }]);
    expect(join(arrived)).toMatchObject([{ bagId, state: 'unannounced', sealed: null, difference: null }]);
    expect(join(arrived, sealed)).toMatchObject([
      {
        state: 'arrived',
        sealed: { actionId: sealed.id },
        received: { actionId: arrived.id },
        difference: { sealBroken: false, otherSeal: false, missing: [], extra: [], originals: 0 },
      },
    ]);
  });

  it('names what differs', () => {
    const { a, b, c, sealed, receive, join } = setUp();
    const cases = [
      [{ sealIntact: false }, { sealBroken: true }],
      [{ sealNo: 'NP-0002' }, { otherSeal: true }],
      [{ dossierIds: [b] }, { missing: [a] }],
      [{ dossierIds: [a, b, c] }, { extra: [c] }],
      [{ originals: 2 }, { originals: -1 }],
    ] as const;
    const none = { sealBroken: false, otherSeal: false, missing: [], extra: [], originals: 0 };
    for (const [told, difference] of cases) {
      expect(join(sealed, receive(told))).toMatchObject([
        { state: 'mismatch', difference: { ...none, ...difference } },
      ]);
    }
  });

  it('keeps bags apart, in order of their ids', () => {
    const { make, sealed, join } = setUp();
    const other = make.action('BagSealed', { subject: { ...sealed.subject } });
    expect(join(other, sealed).map((journey) => journey.sealed?.actionId)).toEqual([sealed.id, other.id]);
  });
});

describe('findBagArrival', () => {
  it('is the first time a bag with the dossier in it arrived', () => {
    const { a, c, sealed, receive, join } = setUp();
    const arrived = receive({});
    expect(findBagArrival(join(sealed), a)).toBeNull();
    expect(findBagArrival(join(sealed, arrived), a)).toBe(arrived.happenedAt);
    expect(findBagArrival(join(sealed, arrived), c)).toBeNull();
  });
});
