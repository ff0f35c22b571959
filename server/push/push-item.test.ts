import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/base/canonical-json';
import { subjectKey } from '../../shared/domain/actions/action';
import { receiptSchema } from '../../shared/domain/verdict';
import { createBuilders } from '../../tests/support/builders';
import { readPushItem } from './push-item';

const builders = createBuilders();
const subject = { type: 'dossier', id: builders.id() } as const;

describe('readPushItem', () => {
  it('names a sound action by its own id, subject and hash', () => {
    const action = builders.action('FormPrinted', { subject });
    const item = readPushItem(action, 'M01', 'body:0');
    expect(item).toMatchObject({
      sound: true,
      json: canonicalJson(action),
      name: { actionId: action.id, subjectKey: subjectKey(subject) },
    });
  });

  it('never throws and names every item so that a receipt can, whatever JSON came', () => {
    const { actionId, subjectKey: key, actionHash } = receiptSchema.shape;
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (raw, fallback) => {
        const item = readPushItem(raw, 'M01', fallback);
        expect(item.sound).toBe(false);
        expect(actionId.safeParse(item.name.actionId).success).toBe(true);
        expect(key.safeParse(item.name.subjectKey).success).toBe(true);
        expect(actionHash.safeParse(item.name.hash).success).toBe(true);
        expect(readPushItem(raw, 'M01', fallback)).toEqual(item);
      }),
    );
  });

  it('is unsound when any single member of an action is replaced by something odd', () => {
    const action = builders.action('FormPrinted', { subject });
    const odd = fc.oneof(
      fc.constant(null),
      fc.constant({}),
      fc.constant([]),
      fc.constant(-1),
      fc.constant('\u0000'),
      fc.constant(1.5),
    );
    const member = fc.constantFrom(
      'id',
      'subject',
      'at',
      'happenedAt',
      'seq',
      'base',
      'deviceId',
      'incarnation',
      'kind',
      'payload',
    );
    fc.assert(
      fc.property(member, odd, (name, value) => {
        expect(readPushItem({ ...action, [name]: value }, 'M01', 'body:0').sound).toBe(false);
      }),
    );
  });

  it('keeps numbers that JSON can write but not hold outside', () => {
    const text = JSON.stringify(builders.action('FormPrinted', { subject })).replace(/"copies":\d+/, '"copies":1e999');
    expect(readPushItem(JSON.parse(text), 'M01', 'body:0').sound).toBe(false);
  });
});
