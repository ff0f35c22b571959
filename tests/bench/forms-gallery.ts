import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPdfRenderer } from '../../electron/worker/pdf-document';
import { buildForm } from '../../shared/forms/build-form';
import { formCatalogue, type DefinedForm } from '../../shared/forms/form-catalogue';
import type { FormFill } from '../../shared/forms/form-fill';
import type { FormDocument } from '../../shared/forms/form-layout';
import { buildAddendumDocument } from '../../shared/reports/addendum-document';
import { buildRegisterDocument } from '../../shared/reports/register-document';
import { buildFormFills } from '../support/form-fills';
import { buildClosedRegister, buildSampleAddendum } from '../support/papers';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'out/forms');

/** The four styles lie in a folder each; the renderer wants them side by side, as in the packaged app. */
function gatherFonts(): string {
  const source = join(ROOT, 'node_modules/@expo-google-fonts/tinos');
  const folder = join(OUT, '.fonts');
  for (const style of ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']) {
    const files = readdirSync(join(source, style)).filter((name) => name.endsWith('.ttf'));
    for (const file of files) cpSync(join(source, style, file), join(folder, file));
  }
  return folder;
}

function listDocuments(): readonly (readonly [string, FormDocument])[] {
  const own = (['TT01-2018', 'TT03-2025'] as const).flatMap((formSet) => {
    const fills = Object.entries(buildFormFills({ formSet }));
    return fills.map(
      ([form, fill]) => [`${formSet}-${form}`, buildForm(formCatalogue[form as DefinedForm], fill)] as const,
    );
  });
  const { receipt } = buildFormFills({ formSet: 'TT03-2025', practice: true });
  const register = buildClosedRegister(12);
  return [
    ...own,
    ['TT03-2025-receipt-two-on-one', buildForm(formCatalogue.receipt, receipt, { layout: 'twoOnOne' })],
    ['TT01-2018-register', buildRegisterDocument({ ...register, day: '2025-03-10' })],
    ['TT03-2025-register', buildRegisterDocument(register)],
    ['TT03-2025-registerAddendum', buildAddendumDocument(buildSampleAddendum())],
  ];
}

const LONG_NAME = 'Nguyễn Phúc Hoàng Bảo Thiên Trường Công Tằng Tôn Nữ Thị Huyền Trang Nhung';
const names = [
  'applicant',
  'submitter',
  'submitterSigns',
  'officerName',
  'declarant',
  'collector',
  'payer',
  'signedBy',
];

/** The same paper with thirty rows in each table and names of more than sixty letters: what does not fit shows. */
function stretch(fill: FormFill): FormFill {
  const more = <T>(rows: readonly T[]): T[] =>
    rows.length === 0 ? [] : Array.from({ length: 30 }, (_, index) => rows[index % rows.length] as T);
  const long = names.filter((name) => (fill.values[name] ?? '') !== '').map((name) => [name, LONG_NAME]);
  return {
    ...fill,
    copyNo: 3,
    practice: true,
    values: { ...fill.values, ...(Object.fromEntries(long) as FormFill['values']) },
    tables: Object.fromEntries(Object.entries(fill.tables).map(([key, rows]) => [key, more(rows)])),
  };
}

/** The same paper with nothing in its tables and lists. */
function empty(fill: FormFill): FormFill {
  const none = (lists: object) => Object.fromEntries(Object.keys(lists).map((key) => [key, []]));
  return { ...fill, tables: none(fill.tables), lists: none(fill.lists) };
}

function listExtremes(): readonly (readonly [string, FormDocument])[] {
  return Object.entries(buildFormFills({ formSet: 'TT03-2025' })).flatMap(([form, fill]) => {
    const definition = formCatalogue[form as DefinedForm];
    return [
      [`long-${form}`, buildForm(definition, stretch(fill))] as const,
      [`empty-${form}`, buildForm(definition, empty(fill))] as const,
    ];
  });
}

/** Renders every paper of both form sets with sample data into `out/forms`, so that people can look at them. */
async function renderGallery(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const render = createPdfRenderer(gatherFonts());
  const documents = [...listDocuments(), ...listExtremes()];
  for (const [name, document] of documents) {
    const { bytes } = await render(document);
    writeFileSync(join(OUT, `${name}.pdf`), bytes);
  }
  console.log(`${String(documents.length)} papers in out/forms`);
}

await renderGallery();
