import { describe, expect, it } from 'vitest';
import { groupActs } from './act-groups';
import { panelActs } from './case-acts';

describe('groups of acts', () => {
  it('hold every act of the panel once, the next step first and alone', () => {
    const groups = groupActs(panelActs, 'HandedOver');
    expect(groups[0]).toEqual({ group: 'next', kinds: ['HandedOver'] });
    expect(groups.flatMap(({ kinds }) => kinds).sort()).toEqual([...panelActs].sort());
  });

  it('name no next step that may not be done, and leave out what is empty', () => {
    expect(groupActs(['FormPrinted'], 'HandedOver')).toEqual([{ group: 'record', kinds: ['FormPrinted'] }]);
  });

  it('keep the order given within a group', () => {
    const [money] = groupActs(['FeeRefunded', 'FeeCollected'], undefined);
    expect(money).toEqual({ group: 'money', kinds: ['FeeRefunded', 'FeeCollected'] });
  });
});
