import type { ReactNode } from 'react';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { DetailList, Section, t } from '../../ui';
import {
  describeCollector,
  describeDispatch,
  describeLand,
  describeOutcome,
  describeWaivers,
  findPlace,
  listCodes,
  type Parts,
} from './case-facts';
import type { CaseSurroundings } from './use-surroundings';

interface Detail {
  readonly label: string;
  readonly value: ReactNode;
}

function listDetails(pairs: readonly (readonly [label: string, value: ReactNode])[]): readonly Detail[] {
  return pairs
    .filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .map(([label, value]) => ({ label, value }));
}

function join(parts: Parts, sign = ', '): string {
  return parts.map((part) => (typeof part === 'string' ? part : t(part))).join(sign);
}

function describeReturn({ returnMethod, returnAddress }: DossierState): string {
  if (returnMethod === null) return '';
  return returnMethod === 'post' && returnAddress
    ? t('forms.returnMethod.postTo', { address: returnAddress })
    : t(`forms.returnMethod.${returnMethod}`);
}

function describeQuantities({ quantities }: DossierState): string {
  const parts = [
    quantities.pages === undefined ? '' : t('dossiers.case.quantityPages', { count: quantities.pages }),
    quantities.copies === undefined ? '' : t('dossiers.case.quantityCopies', { count: quantities.copies }),
  ];
  return parts.filter((part) => part !== '').join(' × ');
}

/** Who received, and in whose name: channel, place and employer are three facts of their own. */
function describeReceiver({ reception }: DossierState, { officerName }: CaseSurroundings): string {
  if (reception === null) return '';
  const { officerId, onBehalfOf } = reception;
  const onBehalf = onBehalfOf && t('dossiers.case.onBehalf', { decision: onBehalfOf.decisionNo });
  return [officerName(officerId), onBehalf].filter(Boolean).join(', ');
}

function Codes({ state }: { readonly state: DossierState }): ReactNode {
  return listCodes(state).map(({ code, what, note }) => (
    <p key={`${code} ${typeof what === 'string' ? what : what.key}`}>
      <span className="tabular strong">{code}</span>{' '}
      <span className="muted">
        {typeof what === 'string' ? what : t(what)}
        {note && ` (${t(note)})`}
      </span>
    </p>
  ));
}

function Dispatches({ state }: { readonly state: DossierState }): ReactNode {
  return state.dispatches.map((dispatch) => (
    <p key={dispatch.actionId} className="tabular">
      {t(describeDispatch(dispatch, state.returned !== null))}
    </p>
  ));
}

/** What the dossier is about and where it is dealt with; its codes; its result and the way to the citizen. */
export function CaseFacts({
  state,
  around,
}: {
  readonly state: DossierState;
  readonly around: CaseSurroundings;
}): ReactNode {
  const place = findPlace(state);
  return (
    <Section title={t('dossiers.case.facts')}>
      <DetailList
        columns={2}
        items={listDetails([
          [t('caseFacts.code.title'), listCodes(state).length > 0 ? <Codes state={state} /> : ''],
          [t('dossiers.case.summary'), state.summary],
          [t('caseFacts.channel'), state.channel === null ? '' : t(`forms.channel.${state.channel}`)],
          [t('dossiers.case.returning'), describeReturn(state)],
          [t('caseFacts.place'), state.reception === null && place === '' ? '' : place || around.unit.name],
          [t('caseFacts.receivedBy'), describeReceiver(state, around)],
          [t('dossiers.case.handling'), state.handlingUnit],
          [t('dossiers.case.quantities'), describeQuantities(state)],
          [t('dossiers.case.setCount'), state.setCount > 1 ? String(state.setCount) : ''],
          [t('caseFacts.land'), join(describeLand(state))],
          [t('caseFacts.waiver'), join(describeWaivers(state), '; ')],
          [t('caseFacts.outcome'), join(describeOutcome(state))],
          [t('caseFacts.outcomeAbstract'), state.outcome?.abstract ?? ''],
          [t('caseFacts.outcomeShelf'), state.outcome?.shelf ?? ''],
          [t('caseFacts.dispatch'), state.dispatches.length > 0 ? <Dispatches state={state} /> : ''],
          [t('dossiers.case.collector'), join(describeCollector(state))],
        ])}
      />
    </Section>
  );
}
