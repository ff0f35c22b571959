import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { buildSampleRegister } from '../../tests/support/papers';
import { toLocalDay } from '../base/time';
import { foldDossier } from '../domain/dossier-state';
import { unitSchema } from '../domain/unit';
import { vi } from '../text/vi';
import { buildRegister } from './dossier-register';
import { registerSchema } from './register-data';
import { buildDetailSheet, buildRegisterSheet } from './register-sheet';

const units = readFileSync(join(import.meta.dirname, '../../build/packages/units.json'), 'utf8');
const unit = unitSchema.parse((JSON.parse(units) as { rows: unknown[] }).rows[0]);
const make = createBuilders(11);

function receive(feeUndecided: boolean): ReturnType<typeof foldDossier> {
  const dossierId = make.id();
  const change = feeUndecided ? { fees: [], feeUndecided: true as const } : {};
  const received = make.action('DossierReceived', { subject: { type: 'dossier', id: dossierId } }, change);
  return foldDossier({ dossierId, actions: [received], receipts: new Map() });
}

function registerOf(states: readonly ReturnType<typeof foldDossier>[]): ReturnType<typeof buildRegister> {
  const { receivedAt } = states[0] ?? expect.fail('no dossier');
  const around = { procedureOf: () => undefined, officerName: () => '', counters: [], closing: null, practice: false };
  const made = { madeAt: receivedAt ?? 0, madeBy: '', masked: true };
  return buildRegister({ ...around, ...made, unit: unit, day: toLocalDay(receivedAt ?? 0), states });
}

describe('a dossier without a rate in the register', () => {
  it('is counted apart, and its fee is blank with words, never 0', () => {
    const register = registerSchema.parse(registerOf([receive(true), receive(false)]));
    expect(register.totals).toMatchObject({ fee: 8000, feeUndecided: 1 });
    const feeColumn = buildDetailSheet(register).columns.findIndex(
      ({ header }) => header === vi.forms.register.column.fee,
    );
    const fees = buildDetailSheet(register).rows.map((cells) => cells[feeColumn]);
    expect(new Set(fees)).toEqual(new Set([null, 8000]));
    expect(JSON.stringify(buildRegisterSheet(register).rows)).toContain('Chưa có mức thu');
    expect(buildRegisterSheet(register).foot[0]).toContain('1 hồ sơ chưa có mức thu');
  });

  it('leaves a register of known fees as it was, so that closed ones keep their hash', () => {
    const register = registerOf([receive(false)]);
    expect(JSON.stringify(register)).not.toContain('feeUndecided');
    expect(buildRegisterSheet(buildSampleRegister(1)).foot[0]).not.toContain('chưa có mức thu');
  });
});
