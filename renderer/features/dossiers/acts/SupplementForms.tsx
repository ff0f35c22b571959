import { type ReactNode, useState } from 'react';
import { DateTextField, t, TextField } from '../../../ui';
import { listMissing } from '../case-papers';
import type { CaseSurroundings } from '../use-surroundings';
import { ActFrame, type ActFormProps } from './ActFrame';
import { PaperCounts } from './PaperCounts';
import {
  type BroughtPaper,
  readBrought,
  readRequest,
  type RequestDraft,
  startBrought,
  startRequest,
} from './supplement-drafts';

function findCase({ state, around }: { readonly state: ActFormProps['state']; readonly around: CaseSurroundings }) {
  return around.procedure?.cases.find((one) => one.id === state.caseId);
}

/** Asks for papers, all at once. */
export function RequestForm(props: ActFormProps): ReactNode {
  const [draft, setDraft] = useState<RequestDraft>(() => startRequest(listMissing(props.state, findCase(props))));
  return (
    <ActFrame {...props} kind="SupplementRequested" read={() => readRequest(draft)}>
      {(errors) => (
        <>
          <TextField
            label={t('dossiers.act.supplement.items')}
            isMultiline
            value={draft.items}
            onChange={(items) => {
              setDraft({ ...draft, items });
            }}
            hint={t('dossiers.act.supplement.itemsHint')}
            error={errors['items'] && t(errors['items'])}
          />
          <TextField
            label={t('dossiers.act.supplement.reason')}
            isMultiline
            maxLength={600}
            value={draft.reason}
            onChange={(reason) => {
              setDraft({ ...draft, reason });
            }}
            error={errors['reason'] && t(errors['reason'])}
          />
          <DateTextField
            label={t('dossiers.act.supplement.answerBy')}
            value={draft.answerBy}
            onChange={(answerBy) => {
              setDraft({ ...draft, answerBy });
            }}
          />
        </>
      )}
    </ActFrame>
  );
}

function BroughtFields({
  paper,
  onChange,
}: {
  readonly paper: BroughtPaper;
  readonly onChange: (paper: BroughtPaper) => void;
}): ReactNode {
  return (
    <fieldset className="act-paper">
      <legend className="text-small strong">{paper.name}</legend>
      <PaperCounts
        counts={paper.counts}
        onChange={(counts) => {
          onChange({ ...paper, counts });
        }}
      />
    </fieldset>
  );
}

/** Everything that was asked has come. */
export function BroughtForm(props: ActFormProps): ReactNode {
  const [papers, setPapers] = useState<readonly BroughtPaper[]>(() => startBrought(props.state, findCase(props)));
  return (
    <ActFrame {...props} kind="SupplementReceived" read={() => readBrought(papers)}>
      {() => (
        <>
          <p className="muted text-small">{t('dossiers.act.supplement.received')}</p>
          {papers.map((paper, index) => (
            <BroughtFields
              key={paper.paperId}
              paper={paper}
              onChange={(next) => {
                setPapers(papers.with(index, next));
              }}
            />
          ))}
        </>
      )}
    </ActFrame>
  );
}
