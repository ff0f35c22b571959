import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { procedureSchema, type Procedure } from '../../../shared/domain/procedure';
import { changePerson, pickProcedure, putPerson, typeProcedure } from './draft-changes';
import { addPages, assignPages, removePage } from './paper-changes';
import { pagesOf } from './paper-rows';
import { findNextStop, findPreviousStop } from './field-order';
import {
  intakeDraftSchema,
  isBlankDraft,
  startDraft,
  startNextOfSame,
  UNASSIGNED,
  type IntakeDraft,
} from './intake-draft';
import { emptyPerson } from './person-form';

const ID = '019cd1c0-0000-7000-8000-000000000001';
const fresh = startDraft(ID, 1_000);
const rows = (JSON.parse(readFileSync('build/packages/procedures.json', 'utf8')) as { rows: unknown[] }).rows;

function find(code: string): Procedure {
  const row = rows.map((item) => procedureSchema.parse(item)).find((item) => item.code === code);
  if (!row) throw new Error(code);
  return row;
}

const birth = find('1.001193');
const copies = find('2.000815');
const page = (no: number) =>
  ({
    pageId: `019cd1c0-0000-7000-8000-00000000010${String(no)}`,
    sha256: 'b'.repeat(64),
    mime: 'image/png',
    bytes: 9,
  }) as const;

describe('pickProcedure', () => {
  it('keeps what was entered when the same procedure is found again', () => {
    const draft = pickProcedure(fresh, copies);
    const counted = { ...draft, quantities: { pages: 4, copies: 2 } };
    const searched = typeProcedure(counted, 'chung th', copies);
    expect(searched.procedureCode).toBeNull();
    expect(pickProcedure(searched, copies)).toEqual(counted);
  });

  it('puts pages under no paper when their paper left the list', () => {
    const scanned = addPages(pickProcedure(fresh, birth), 'chung-sinh', [page(1)]);
    const changed = pickProcedure(scanned, copies);
    expect(pagesOf(changed, UNASSIGNED)).toEqual([page(1)]);
    const [first] = changed.papers;
    const assigned = assignPages(changed, first?.paperId ?? '');
    expect(pagesOf(assigned, UNASSIGNED)).toEqual([]);
    expect(pagesOf(assigned, first?.paperId ?? '')).toEqual([page(1)]);
  });

  it('keeps a typed applicant when the procedure has none preset', () => {
    const typed = changePerson({ ...fresh, applicantIs: 'other' }, 'applicant', { name: 'Lê An' });
    expect(pickProcedure(typed, copies)).toMatchObject({ applicantIs: 'other', applicant: { name: 'Lê An' } });
  });
});

describe('typeProcedure', () => {
  it('lets the choice go when the text is another than its name', () => {
    const draft = pickProcedure(fresh, birth);
    expect(typeProcedure(draft, 'Đăng ký khai tử', birth).procedureCode).toBeNull();
    expect(typeProcedure(draft, draft.procedureText, birth)).toBe(draft);
  });
});

describe('changePerson', () => {
  it('says typed when the name of a card is changed, and card when a phone is added', () => {
    const card = putPerson(fresh, 'submitter', { ...emptyPerson, name: 'A', source: 'card' });
    expect(changePerson(card, 'submitter', { phone: '0912345678' }).submitter.source).toBe('card');
    expect(changePerson(card, 'submitter', { name: 'B' }).submitter.source).toBe('typed');
  });

  it('composes letters when decomposed text is pasted', () => {
    expect(changePerson(fresh, 'submitter', { name: 'Hoà'.normalize('NFD') }).submitter.name).toBe(
      'Hoà'.normalize('NFC'),
    );
  });
});

describe('putPerson', () => {
  it('keeps a phone that was typed before the card was read', () => {
    const typed = changePerson(fresh, 'submitter', { phone: '0912345678' });
    expect(putPerson(typed, 'submitter', { ...emptyPerson, name: 'A' }).submitter.phone).toBe('0912345678');
  });
});

describe('pages', () => {
  it('are added once when the event and the answer both name them', () => {
    const draft = pickProcedure(fresh, birth);
    const once = addPages(draft, 'to-khai', [page(1)]);
    const twice = addPages(once, 'to-khai', [page(1), page(2)]);
    expect(pagesOf(twice, 'to-khai')).toEqual([page(1), page(2)]);
    expect(pagesOf(removePage(twice, page(1).pageId), 'to-khai')).toEqual([page(2)]);
  });
});

describe('a draft', () => {
  it('comes back field for field when it was sealed and read again', () => {
    const draft: IntakeDraft = addPages(
      pickProcedure(changePerson(fresh, 'submitter', { name: 'Lê Thị Ơn', birth: '31/02' }), birth),
      'to-khai',
      [page(3)],
    );
    expect(intakeDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it('is blank until something was entered', () => {
    expect(isBlankDraft({ ...fresh, focus: 'submitter.name' })).toBe(true);
    expect(isBlankDraft({ ...fresh, procedureText: 'k' })).toBe(false);
  });

  it('keeps only the person when the next dossier is for the same one', () => {
    const done = pickProcedure(changePerson(fresh, 'submitter', { name: 'Lê Văn Lộc' }), copies);
    const next = startNextOfSame(done, startDraft('019cd1c0-0000-7000-8000-000000000002', 2_000));
    expect(next).toMatchObject({ procedureCode: null, papers: [], submitter: { name: 'Lê Văn Lộc' } });
    expect(next.id).not.toBe(done.id);
  });
});

describe('Enter', () => {
  const order = (draft: IntakeDraft, procedure: Procedure | undefined, isPersonOpen = false) => ({
    draft,
    procedure,
    isPersonOpen,
    isMoreOpen: false,
  });

  it('goes from the picker to the counted things and then to receiving when nothing else can differ', () => {
    const draft = pickProcedure(fresh, copies);
    expect(findNextStop(order(draft, copies), 'procedure')).toBe('quantities.pages');
    expect(findNextStop(order(draft, copies), 'quantities.pages')).toBe('quantities.copies');
    expect(findNextStop(order(draft, copies), 'quantities.copies')).toBe('receive');
  });

  it('stops at the child when the procedure is for one', () => {
    const draft = pickProcedure(fresh, birth);
    expect(findNextStop(order(draft, birth), 'procedure')).toBe('applicant.name');
    expect(findNextStop(order(draft, birth), 'applicant.name')).toBe('applicant.birth');
  });

  it('skips the sex when the number told it', () => {
    const draft = changePerson(fresh, 'submitter', { number: '040188000123' });
    expect(findNextStop(order(draft, undefined, true), 'submitter.birth')).toBe('submitter.address');
    expect(findNextStop(order(fresh, undefined, true), 'submitter.birth')).toBe('submitter.sex');
  });

  it('goes one stop back with Esc and nowhere from the first', () => {
    const draft = pickProcedure(fresh, copies);
    expect(findPreviousStop(order(draft, copies), 'quantities.copies')).toBe('quantities.pages');
    expect(findPreviousStop(order(draft, copies), 'procedure')).toBeUndefined();
  });
});
