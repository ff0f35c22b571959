import { createContext, type ReactNode, useCallback, useContext, useState, useSyncExternalStore } from 'react';
import type { DossierRow } from '../../records/dossier-row';
import { readDossierRows } from '../../records/dossier-queries';
import { createShownRows, type ShownRows } from './shown-rows';

const none: ShownRows = { get: () => undefined, follow: () => () => undefined };
const Rows = createContext<ShownRows>(none);

async function readRows(ids: readonly string[]): Promise<readonly DossierRow[] | null> {
  const rows = await readDossierRows(ids);
  return rows.ok ? rows.value : null;
}

/** Names of the dossiers shown below live as long as this screen. */
export function ShownRowsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [rows] = useState(() => createShownRows(readRows, (run) => setTimeout(run, 0)));
  return <Rows value={rows}>{children}</Rows>;
}

/** Row of a dossier that is on the screen; `undefined` until it was read. */
function useShownRow(id: string): DossierRow | undefined {
  const rows = useContext(Rows);
  const follow = useCallback((onThere: () => void) => rows.follow(id, onThere), [rows, id]);
  return useSyncExternalStore(follow, () => rows.get(id));
}

/** Name of the applicant. */
export function PersonCell({ id }: { readonly id: string }): ReactNode {
  const name = useShownRow(id)?.applicantName ?? '';
  return (
    <span className="strong" title={name}>
      {name}
    </span>
  );
}
