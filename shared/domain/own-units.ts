import type { Unit } from './unit';

/** Names by which a unit and its desks go on hand-overs, internal steps and as the handling unit of its dossiers. */
export function listOwnUnits(unit: Pick<Unit, 'name' | 'parentName' | 'counters'>): readonly string[] {
  const names = [unit.name, unit.parentName, ...unit.counters.map((counter) => counter.name)];
  return [...new Set(names.filter((name) => name.trim() !== ''))];
}
