import { type ReactNode, useMemo } from 'react';
import { toLocalDay } from '../../../../shared/base/time';
import { Notice, Picker, t } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import { describeOffer, listOffers, readReuse, type ReuseOffer } from './reuse-draft';
import { useActDraft } from './use-act-draft';
import { type ReuseIndex, useReuseIndex } from './use-reuse-index';

function useOffers({ state, around }: ActFormProps, index: ReuseIndex): readonly ReuseOffer[] {
  const procedureCase = around.procedure?.cases.find((one) => one.id === state.caseId);
  const day = toLocalDay(state.receivedAt ?? around.now);
  return useMemo(
    () =>
      procedureCase === undefined || index.kind !== 'found'
        ? []
        : listOffers({ state, procedureCase, index: index.papers, day }),
    [state, procedureCase, index, day],
  );
}

/** Takes over a paper that an earlier dossier of the same people holds: nothing is asked of the citizen. */
export function ReuseForm(props: ActFormProps): ReactNode {
  const index = useReuseIndex(props.state);
  const offers = useOffers(props, index);
  const [picked, setPicked] = useActDraft<string | null>(() => null);
  const chosen = offers.find((offer) => offer.id === picked) ?? offers.find((offer) => offer.invalid === null);
  return (
    <ActFrame
      {...props}
      kind="PaperReused"
      hasBackEntry={false}
      canSubmit={offers.some((offer) => offer.invalid === null)}
      read={() => readReuse(offers, chosen?.id ?? null)}
    >
      {(errors) => (
        <>
          {index.kind === 'looking' && <p className="muted">{t('casePapers.reuse.looking')}</p>}
          {index.kind === 'failed' && <Notice tone="warn">{t('casePapers.reuse.failed')}</Notice>}
          {index.kind === 'found' && offers.length === 0 && <Notice tone="info">{t('casePapers.reuse.none')}</Notice>}
          {offers.length > 0 && (
            <Picker
              label={t('casePapers.reuse.which')}
              width="full"
              value={chosen?.id ?? null}
              options={offers.map((offer) => ({
                id: offer.id,
                text: `${offer.required.name} · ${offer.paper.source.code}`,
                isDisabled: offer.invalid !== null,
              }))}
              onChange={setPicked}
              error={errors['offer'] && t(errors['offer'])}
            />
          )}
          {chosen && <p className="text-small">{t(describeOffer(chosen))}</p>}
          {offers
            .filter((offer) => offer.invalid !== null)
            .map((offer) => (
              <p key={offer.id} className="muted text-small">
                {offer.required.name}: {t(describeOffer(offer))}
              </p>
            ))}
        </>
      )}
    </ActFrame>
  );
}
