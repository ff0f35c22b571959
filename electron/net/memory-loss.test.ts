import { describe, expect, it } from 'vitest';
import type { Hello } from '../../shared/sync/protocol';
import { findMemoryLoss, type ProvinceMemory } from './memory-loss';

const memory: ProvinceMemory = {
  checkpoint: { serverEpoch: 'first', n: 40 },
  incarnation: 'life',
  receiptedSeq: 12,
};

function hello(device: Partial<NonNullable<Hello['device']>> = {}, serverEpoch = 'first'): Hello {
  const known = { serverKeys: [], packages: [], feedHead: 40, revoked: false };
  return {
    ...{ product: 'quay-mot-cua', protocol: { min: 1, max: 1 }, serverTime: 0, serverEpoch, durable: true },
    device: { ...known, incarnations: [{ incarnation: 'life', highestSeq: 12 }], ...device },
  };
}

describe('findMemoryLoss', () => {
  it('finds none when the province knows all it receipted, or more', () => {
    expect(findMemoryLoss(hello(), memory)).toBe('none');
    expect(
      findMemoryLoss(hello({ feedHead: 60, incarnations: [{ incarnation: 'life', highestSeq: 15 }] }), memory),
    ).toBe('none');
  });

  it('believes the province when it names a new epoch, and takes a first meeting for one', () => {
    expect(findMemoryLoss(hello({}, 'second'), memory)).toBe('newEpoch');
    expect(findMemoryLoss(hello(), { ...memory, checkpoint: null })).toBe('newEpoch');
  });

  it('finds a database that was set back unsaid when feed or own acts are fewer than before', () => {
    expect(findMemoryLoss(hello({ feedHead: 39 }), memory)).toBe('setBack');
    expect(findMemoryLoss(hello({ incarnations: [{ incarnation: 'life', highestSeq: 11 }] }), memory)).toBe('setBack');
    expect(findMemoryLoss(hello({ incarnations: [] }), memory)).toBe('setBack');
  });

  it('says nothing of a device that is revoked, or that nothing of its incarnation was receipted yet', () => {
    expect(findMemoryLoss(hello({ revoked: true, incarnations: [] }), memory)).toBe('none');
    expect(findMemoryLoss(hello({ incarnations: [] }), { ...memory, receiptedSeq: 0 })).toBe('none');
  });
});
