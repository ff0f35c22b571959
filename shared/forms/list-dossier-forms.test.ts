import { describe, expect, it } from 'vitest';
import { aroundOf } from '../../tests/support/form-fills';
import {
  sampleConsignment,
  sampleDossier,
  sampleGuidance,
  sampleReception,
  sampleRefusal,
  sampleStopped,
} from '../../tests/support/form-samples';
import { buildUnitCalendar } from '../domain/working-calendar';
import { decideDossierDates } from '../domain/dossier-dates';
import type { DossierState } from '../domain/dossier-shape';
import { dossierForms, type FormsAround } from './dossier-forms';
import { settleDossierForm, settleUnitForm } from './form-truth';
import { listDossierForms, withCopyNo } from './list-dossier-forms';
import { formFillSchema } from './form-fill';
import { receiptSlipSchema } from './receipt-slip-data';

const wish = { formSet: 'TT03-2025' } as const;
const base = aroundOf(wish);

function aroundState(state: DossierState, changes: Partial<FormsAround> = {}): FormsAround {
  return {
    ...base,
    at: base.at + 30 * 86_400_000,
    calendar: buildUnitCalendar({ years: [2026], entries: [] }, base.unit),
    dates: decideDossierDates(state, undefined),
    printedBy: 'Lê Thị Thu Hà',
    ...changes,
  };
}

const list = (state: DossierState, changes: Partial<FormsAround> = {}) =>
  listDossierForms(state, aroundState(state, changes));
const formsOf = (state: DossierState) => list(state).papers.map(({ form }) => form);

function printedAs(state: DossierState, form: string, changes: object = {}): DossierState {
  const print = { v: 1, form, formSet: 'TT03-2025', copies: 1, printer: '', reprint: false, sha256: 'a'.repeat(64) };
  const record = { ...print, actionId: 'p', officerId: 'o', at: base.at + 20 * 86_400_000, ...changes };
  return { ...state, prints: [...state.prints, record as never] };
}

describe('papers of a dossier', () => {
  const samples = {
    received: sampleReception(wish),
    full: sampleDossier(wish),
    guided: sampleGuidance(wish),
    refused: sampleRefusal(wish),
    stopped: sampleStopped(wish),
    consigned: sampleConsignment(wish),
  };

  it.each(Object.entries(samples))('of one %s: each is either there, once at least, or named as absent', (_, state) => {
    const { papers, absent } = list(state);
    const there = new Set(papers.map(({ form }) => form));
    expect([...there, ...absent].sort()).toEqual([...dossierForms].sort());
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
  });

  it.each(Object.entries(samples))('of one %s: every paper passes the contract and main’s own check', (_, state) => {
    const around = aroundState(state);
    const newDate = around.dates.legal?.slip.kind === 'date' ? around.dates.legal.slip.at : null;
    for (const paper of list(state).papers) {
      const content = withCopyNo(paper, paper.copyNo);
      if (content.kind === 'receipt') {
        expect(receiptSlipSchema.safeParse(content.slip).error).toBeUndefined();
        continue;
      }
      expect(formFillSchema.safeParse(content.fill).error).toBeUndefined();
      const truth = { state, unit: around.unit, practice: false, newDate };
      expect([paper.form, settleDossierForm(content.fill, paper.about, truth)]).toEqual([
        paper.form,
        { ok: true, value: content.fill },
      ]);
    }
  });

  it('are those the acts gave cause for', () => {
    expect(formsOf(samples.received)[0]).toBe('receipt');
    expect(formsOf(samples.guided)).toContain('supplementRequest');
    expect(formsOf(samples.guided)).not.toContain('receipt');
    expect(formsOf(samples.refused)).toContain('refusal');
    expect(formsOf(samples.stopped)).toContain('stopNotice');
    expect(formsOf(samples.consigned)).toContain('consignmentSlip');
    expect(formsOf(samples.full)).toEqual(
      expect.arrayContaining(['redatedSlip', 'apology', 'outcomeReceipt', 'handoverList', 'feeReceipt']),
    );
  });

  it('of a stub are none that need its reception', () => {
    expect(formsOf({ ...samples.received, stub: true })).not.toContain('receipt');
  });

  it('number the next copy, and the copy that did not come out', () => {
    const once = printedAs(samples.received, 'controlSheet');
    const sheet = list(once).papers.find(({ form }) => form === 'controlSheet');
    expect(sheet).toMatchObject({ copyNo: 2, sameCopyNo: 1 });
    const blank = list(printedAs(samples.received, 'authorisation')).papers.find(
      ({ form }) => form === 'authorisation',
    );
    expect(blank).toMatchObject({ copyNo: 1, sameCopyNo: 1 });
  });

  it('count each collection and ledger for itself', () => {
    const receipt = list(samples.full).papers.find(({ form }) => form === 'feeReceipt');
    const about = receipt?.about ?? expect.fail('no fee receipt');
    const copyOf = (state: DossierState) => list(state).papers.find((paper) => paper.about === about)?.copyNo;
    expect(copyOf(samples.full)).toBe(1);
    expect(copyOf(printedAs(samples.full, 'feeReceipt', { about }))).toBe(2);
    expect(copyOf(printedAs(samples.full, 'feeReceipt', { about: `${about}x` }))).toBe(1);
  });
});

describe('the re-dated slip', () => {
  const open = { ...sampleDossier(wish), isOpen: true };

  it('comes first once the date moved, until it is printed', () => {
    expect(formsOf(open)[0]).toBe('redatedSlip');
    expect(formsOf(printedAs(open, 'redatedSlip'))[0]).toBe('receipt');
    expect(formsOf(printedAs(open, 'redatedSlip'))).toContain('redatedSlip');
  });

  it('follows a decision to extend, with its date and reason and without the words of stage 2', () => {
    const newPromise = base.at + 40 * 86_400_000;
    const extension = {
      v: 1,
      newPromise,
      reason: 'chờ trích đo',
      actionId: 'e',
      officerId: 'o',
      deviceId: 'd',
    } as const;
    const received = sampleReception(wish);
    const state = { ...received, extensions: [{ ...extension, at: base.at + 86_400_000 }] };
    const [first] = list(state).papers;
    expect(first).toMatchObject({ form: 'redatedSlip', promisedAt: newPromise });
    const fill = first?.content.kind === 'form' ? first.content.fill : expect.fail('no fill');
    expect(fill.values).toMatchObject({
      title: 'PHIẾU HẸN LẠI NGÀY TRẢ KẾT QUẢ',
      movedBy: 'gia hạn thời gian giải quyết: chờ trích đo',
      newDate: '',
    });
    expect(fill.values['movedTo']).toMatch(/năm 2026$/u);
  });

  it('is not there while the date is that of the receipt, and is when the calendar moved it', () => {
    const received = sampleReception(wish);
    expect(formsOf(received)).not.toContain('redatedSlip');
    const legal = { slip: { kind: 'date', at: base.at, redated: true }, trace: [], provisional: false };
    const dates = { ...decideDossierDates(received, undefined), legal: legal as never };
    const { papers } = list(received, { dates });
    expect(papers[0]).toMatchObject({ form: 'redatedSlip', promisedAt: base.at });
  });
});

describe('main’s check', () => {
  const state = sampleDossier(wish);
  const { unit } = base;
  const truth = { state, unit, practice: true, newDate: null };
  const fillOf = (form: string) => {
    const content = list(state).papers.find((paper) => paper.form === form)?.content;
    return content?.kind === 'form' ? content.fill : expect.fail(form);
  };

  it('compares the rows of a list with the dossier', () => {
    const fill = fillOf('handoverList');
    const rows = fill.tables['dossiers'] ?? [];
    const renamed = rows.map((row) =>
      row.map((cell) => (cell === 'Nguyễn Thị Hồng Phượng và 1 người khác' ? 'X' : cell)),
    );
    const lie = settleDossierForm({ ...fill, tables: { dossiers: renamed } }, undefined, truth);
    expect(lie).toEqual({ ok: false, error: ['applicantName'] });
    expect(settleDossierForm({ ...fill, tables: {} }, undefined, truth)).toEqual({ ok: false, error: ['code'] });
  });

  it('compares amounts of a fee receipt with the collection it names', () => {
    const paper = list(state).papers.find(({ form }) => form === 'feeReceipt') ?? expect.fail('no fee receipt');
    const fill = fillOf('feeReceipt');
    const more = { ...fill, values: { ...fill.values, amountWords: 'Một tỷ đồng' } };
    expect(settleDossierForm(more, paper.about, truth)).toEqual({ ok: false, error: ['money'] });
    expect(settleDossierForm(fill, undefined, truth)).toEqual({ ok: false, error: ['money'] });
    expect(settleDossierForm(fill, paper.about, truth).ok).toBe(true);
  });

  it('lets no paper of a dossier out without its dossier, and no signed symbol out at all', () => {
    expect(settleUnitForm(fillOf('controlSheet'), truth)).toEqual({ ok: false, error: ['dossierId'] });
    const cover = fillOf('folderCover');
    const other = { ...cover, qr: cover.qr.replace('QMCF1', 'QMC1') };
    expect(settleDossierForm(other, undefined, truth)).toEqual({ ok: false, error: ['qr'] });
  });
});
