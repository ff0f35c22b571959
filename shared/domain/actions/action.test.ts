import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../../tests/support/builders';
import { receiptSchema } from '../verdict';
import { actionSchema, findKnownAction, payloadSchemas, type KnownKind } from './action';

const make = createBuilders(31);
const subject = { type: 'dossier', id: make.id() } as const;

describe('findKnownAction', () => {
  it('knows an action of every kind when kind and payload are of this version', () => {
    for (const kind of Object.keys(payloadSchemas) as KnownKind[]) {
      const action = make.action(kind, { subject });
      expect(findKnownAction(actionSchema.parse(action))).toEqual(action);
    }
  });

  it('knows nothing when kind, payload version or a field is not of this version', () => {
    const action = make.action('FeeCollected', { subject });
    expect(findKnownAction({ ...action, kind: 'FeeWaived' })).toBeUndefined();
    expect(findKnownAction({ ...action, kind: 'constructor' })).toBeUndefined();
    expect(findKnownAction({ ...action, payload: { ...action.payload, v: 2 } })).toBeUndefined();
    expect(findKnownAction({ ...action, payload: { v: 1, lines: [] } })).toBeUndefined();
  });

  it('checks the same action once, and another one with the same id anew', () => {
    const action = make.action('FeeCollected', { subject });
    expect(findKnownAction(action)).toBe(findKnownAction(action));
    expect(findKnownAction({ ...action, payload: { v: 1, lines: [] } })).toBeUndefined();
  });
});

describe('actionSchema', () => {
  it('keeps an action of a newer version whole on a round trip', () => {
    const action = {
      ...make.action('FeeCollected', { subject }),
      kind: 'FeeWaived',
      payload: { v: 4, ground: { law: 'x' } },
    };
    expect(actionSchema.parse(JSON.parse(JSON.stringify(action)))).toEqual(action);
  });

  it('refuses an action when its stamp is impossible', () => {
    const action = make.action('FeeCollected', { subject });
    for (const wrong of [{ seq: 0 }, { base: -1 }, { id: 'x' }, { at: 1.5 }, { deviceId: '' }]) {
      expect(actionSchema.safeParse({ ...action, ...wrong }).success).toBe(false);
    }
  });
});

describe('receiptSchema', () => {
  it('takes a built receipt whole', () => {
    const receipt = make.receipt(make.action('FeeCollected', { subject }));
    expect(receiptSchema.parse(receipt)).toEqual(receipt);
  });
});
