import { useEffect, useState } from 'react';
import type { DossierRow } from '../../records/dossier-row';
import { readDossierRows } from '../../records/dossier-queries';

/** Code and name of each dossier this PC holds, once read; read again when the set of ids changes. */
export function useDossierLabels(ids: readonly string[]): ReadonlyMap<string, DossierRow> | undefined {
  const key = [...new Set(ids)].sort().join(' ');
  const [rows, setRows] = useState<ReadonlyMap<string, DossierRow>>();
  useEffect(() => {
    let isGone = false;
    void readDossierRows(key === '' ? [] : key.split(' ')).then((found) => {
      if (!isGone && found.ok) setRows(new Map(found.value.map((row) => [row.dossierId, row])));
    });
    return () => {
      isGone = true;
    };
  }, [key]);
  return rows;
}
