import { describe, expect, it } from 'vitest';
import type { PanelAct } from '../case-acts';
import type { KeptActDraft } from './act-draft';
import { findOpenDraft } from './use-kept-forms';

function kept(savedAt: number, isOpen: boolean, officerId = 'cb-ha'): KeptActDraft {
  return { savedAt, draft: { v: 1, isOpen, owner: { officerId, name: 'Hà' }, caret: null, parts: {} } };
}

describe('the form a dossier opens with', () => {
  const find = (...drafts: readonly (readonly [PanelAct, KeptActDraft])[]) => findOpenDraft(new Map(drafts), 'cb-ha');

  it('is the one the officer was typing in last', () => {
    expect(find(['Withdrawn', kept(1, true)], ['HandedOver', kept(2, true)])).toBe('HandedOver');
  });

  it('is none that was put away, and none of a colleague', () => {
    expect(find(['Withdrawn', kept(1, false)], ['HandedOver', kept(2, true, 'cb-an')])).toBeUndefined();
    expect(find()).toBeUndefined();
  });
});
