import { formatDay } from '../../../shared/base/time';

/** A typed date, `dd/MM/yyyy`, `ddMMyyyy` or a bare year where allowed; `undefined` when there is no such day. */
export function findDate(text: string, allowYear: boolean): string | undefined {
  const trimmed = text.trim();
  if (/^(18|19|20)\d{2}$/.test(trimmed)) return allowYear ? trimmed : undefined;
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  if (!parts) return undefined;
  const [, day = '', month = '', year = ''] = parts;
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${found}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === found ? found : undefined;
}

/** A date the way papers write it, when it is one; anything else as typed. */
export function spellDate(text: string): string {
  const found = findDate(text, true);
  return found?.length === 10 ? formatDay(found) : text;
}
