import { Activity, type ReactNode, useState } from 'react';
import { openDossier, useRoute } from '../../route.store';
import { CaseView } from './CaseView';
import { DossierListView } from './DossierListView';

/**
 * Which search the keyboard belongs to the list of: coming back from a dossier, or Enter on an unchanged search text, puts
 * the focus into the table; typing a new text never takes it away from the search box.
 */
function useListFocus(): { readonly shouldFocus: boolean; readonly takeBack: () => void } {
  const { no, text } = useRoute((route) => route.search);
  const [focusNo, setFocusNo] = useState(text === '' ? no : -1);
  const [last, setLast] = useState({ no, text });
  if (last.no !== no) {
    setLast({ no, text });
    if (text !== '' && text === last.text) setFocusNo(no);
  }
  return {
    shouldFocus: focusNo === no,
    takeBack: () => {
      setFocusNo(no);
    },
  };
}

/** Worklists and search; one dossier on one screen. */
export function DossiersPage(): ReactNode {
  const { id, slip } = useRoute((route) => route.dossier);
  const searchText = useRoute((route) => route.search.text);
  const { shouldFocus, takeBack } = useListFocus();
  return (
    <>
      {/* Hidden, not gone: the marked row and the place in the list stay where they were. */}
      <Activity mode={id === null ? 'visible' : 'hidden'}>
        <DossierListView searchText={searchText} shouldFocus={shouldFocus && id === null} />
      </Activity>
      {id !== null && (
        <CaseView
          key={id}
          dossierId={id}
          slip={slip?.fields.dossierId === id ? slip : null}
          onBack={() => {
            takeBack();
            openDossier(null);
          }}
        />
      )}
    </>
  );
}
