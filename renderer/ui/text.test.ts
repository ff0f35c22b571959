import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage, t } from './text';

afterEach(() => setLanguage('vi'));

describe('t', () => {
  it('says the Vietnamese sentence when nothing was switched', () => {
    expect(t('shell.rail.intake')).toBe('Tiếp nhận');
  });
  it('says a message with its values when a decision returned one', () => {
    expect(t({ key: 'shell.search.unknownScanSafe', values: { text: 'Ngô & Trần <b>' } })).toContain('Ngô & Trần <b>');
  });
  it('does not expand marks that stand in a value when a name looks like a template', () => {
    expect(t('shell.search.unknownScanSafe', { text: '{{text}} $t(shell.product)' })).toContain(
      '{{text}} $t(shell.product)',
    );
  });
  it('leaves the mark visible when its value is missing', () => {
    expect(t('shell.search.unknownScanSafe')).toContain('{{text}}');
  });
  it('falls back to Vietnamese when English lacks the sentence', async () => {
    await setLanguage('en');
    expect(t('shell.rail.intake')).toBe('Intake');
    // The official papers have no English.
    expect(t('forms.motto')).toBe('Độc lập - Tự do - Hạnh phúc');
  });

  it('says a sentence inside a sentence in the language of the screen', async () => {
    const refused = {
      key: 'dossiers.record.notAllowed',
      values: { why: { key: 'domain.notAllowed.alreadyDone' } },
    } as const;
    await setLanguage('vi');
    expect(t(refused)).toBe('Việc này đã được ghi rồi.');
    await setLanguage('en');
    expect(t(refused)).toBe('This was recorded already.');
  });
});
