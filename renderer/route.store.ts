import { create } from 'zustand';
import type { CardDoubt } from '../shared/domain/citizen-card';
import type { Person } from '../shared/domain/person';
import type { ScannedSlip } from '../shared/domain/slip-qr';

/** The screens of the rail. */
export type PageName = 'intake' | 'dossiers' | 'supervision' | 'sync' | 'settings' | 'help';

/** What a new intake begins with. */
export interface IntakeSeed {
  /** The citizen whose card was scanned, or the applicant of the dossier before. */
  readonly person?: Person;
  /** What the officer should compare with the card itself. */
  readonly doubts?: readonly CardDoubt[];
  /** A draft to go on with. */
  readonly draftId?: string;
}

/** Where the officer is. Each order carries a number that grows: the same order given twice is obeyed twice. */
export interface Route {
  readonly page: PageName;
  readonly intake: { readonly no: number; readonly seed: IntakeSeed };
  /** `slip`: what a scanned slip says, for a dossier this PC has not received yet. */
  readonly dossier: { readonly no: number; readonly id: string | null; readonly slip: ScannedSlip | null };
  readonly search: { readonly no: number; readonly text: string };
}

const start: Route = {
  page: 'intake',
  intake: { no: 0, seed: {} },
  dossier: { no: 0, id: null, slip: null },
  search: { no: 0, text: '' },
};

/** The current route. */
export const useRoute = create<Route>()(() => start);

/** The search belongs to the list of dossiers: elsewhere its text would stand over something it has nothing to do with. */
function leaveSearch(page: PageName, { search }: Route): Route['search'] {
  return page === 'dossiers' || search.text === '' ? search : { no: search.no + 1, text: '' };
}

/** Goes to a screen, as it was left. */
export function openPage(page: PageName): void {
  useRoute.setState((route) => ({ page, search: leaveSearch(page, route) }));
}

/** Opens one dossier; `null` goes back to the list. */
export function openDossier(id: string | null, slip: ScannedSlip | null = null): void {
  useRoute.setState((route) => ({ page: 'dossiers', dossier: { no: route.dossier.no + 1, id, slip } }));
}

/** Begins a new intake, or goes on with a draft. */
export function openIntake(seed: IntakeSeed = {}): void {
  useRoute.setState((route) => ({
    page: 'intake',
    intake: { no: route.intake.no + 1, seed },
    search: leaveSearch('intake', route),
  }));
}

/** Looks for dossiers by code, name or number. */
export function searchDossiers(text: string): void {
  useRoute.setState((route) => ({
    page: 'dossiers',
    search: { no: route.search.no + 1, text },
    dossier: { no: route.dossier.no + 1, id: null, slip: null },
  }));
}
