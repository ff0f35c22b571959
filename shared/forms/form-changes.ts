import type { FormChanges } from '../domain/form-override';
import type { FormBlock, FormDefinition } from './form-definition';
import { pickBySet } from './form-definition';
import type { FormFill } from './form-fill';

/** Nothing is changed. */
export const noChanges: FormChanges = { headLines: [], extraFields: [], notes: [] };

/** Extra lines stand behind the form's own lines, before its first table, list or small print. */
function placeFields(blocks: readonly FormBlock[], fields: readonly FormBlock[]): readonly FormBlock[] {
  const lastLine = blocks.findLastIndex((block) => block.kind === 'line');
  const firstOther = blocks.findIndex((block) => block.kind === 'notes' || block.kind === 'signatures');
  const at = lastLine >= 0 ? lastLine + 1 : firstOther >= 0 ? firstOther : blocks.length;
  return [...blocks.slice(0, at), ...fields, ...blocks.slice(at)];
}

/** Notes join the small print; a form without any gets some above its signatures. */
function placeNotes(blocks: readonly FormBlock[], lines: readonly string[]): readonly FormBlock[] {
  if (lines.length === 0) return blocks;
  const at = blocks.findIndex((block) => block.kind === 'notes');
  const found = blocks[at];
  if (found?.kind === 'notes') return blocks.with(at, { ...found, lines: [...found.lines, ...lines] });
  const signatures = blocks.findIndex((block) => block.kind === 'signatures');
  const end = signatures >= 0 ? signatures : blocks.length;
  return [...blocks.slice(0, end), { kind: 'notes', lines }, ...blocks.slice(end)];
}

/** The form as this province prints it. */
export function changeDefinition(definition: FormDefinition, changes: FormChanges, fill: FormFill): FormDefinition {
  const fields = changes.extraFields.map(({ label, value }, index): FormBlock =>
    value === undefined
      ? { kind: 'line', label, value: `extra${String(index)}`, dots: true }
      : { kind: 'text', text: `${label}: ${value}` },
  );
  const own = pickBySet(definition.blocks, fill.formSet);
  return {
    ...definition,
    title: changes.title ?? definition.title,
    headLines: [...definition.headLines, ...changes.headLines],
    parts: changes.parts ?? definition.parts,
    blocks: placeNotes(placeFields(own, fields), changes.notes),
  };
}

/** The head as this province writes it, in upper case as on official paper. */
export function changeHead(fill: FormFill, { parentName, unitName }: FormChanges): FormFill {
  return {
    ...fill,
    head: {
      ...fill.head,
      ...(parentName === undefined ? {} : { parentName: parentName.toLocaleUpperCase('vi') }),
      ...(unitName === undefined ? {} : { unitName: unitName.toLocaleUpperCase('vi') }),
    },
  };
}
