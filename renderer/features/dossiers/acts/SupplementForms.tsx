import type { ReactNode } from 'react';
import { t } from '../../../ui';
import { listMissing } from '../case-papers';
import type { CaseSurroundings } from '../use-surroundings';
import { ActFrame, type ActFormProps } from './ActFrame';
import type { ApprovalContext } from './approval-draft';
import { ApprovalFields } from './ApprovalFields';
import { AskFields } from './AskFields';
import { DraftDay, DraftText } from './draft-fields';
import { PaperCounts } from './PaperCounts';
import {
  type BroughtPaper,
  listPublished,
  readBrought,
  readRequest,
  type RequestDraft,
  startBrought,
  startRequest,
} from './supplement-drafts';
import { useActDraft } from './use-act-draft';

function findCase({ state, around }: { readonly state: ActFormProps['state']; readonly around: CaseSurroundings }) {
  return around.procedure?.cases.find((one) => one.id === state.caseId);
}

/** Asks for papers, all at once. A second time it needs a ground and an approval: it counts as overdue nationally. */
export function RequestForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const { officer: actor, officers } = around;
  const procedureCase = findCase(props);
  const published = listPublished(state, procedureCase);
  const approval: ApprovalContext | null =
    state.supplements.length === 0 ? null : { act: 'secondSupplement', actor, officers };
  const [draft, setDraft] = useActDraft<RequestDraft>(() => startRequest(listMissing(state, procedureCase), approval));
  return (
    <ActFrame {...props} kind="SupplementRequested" read={() => readRequest(draft, { published, approval })}>
      {(errors) => {
        const bound = { draft, setDraft, errors };
        return (
          <>
            <AskFields bound={bound} published={published} />
            <DraftText
              bound={bound}
              name="reason"
              label={t('dossiers.act.supplement.reason')}
              isMultiline
              maxLength={600}
            />
            <DraftDay bound={bound} name="answerBy" label={t('dossiers.act.supplement.answerBy')} reserve={false} />
            {approval && (
              <>
                <DraftText
                  bound={bound}
                  name="legalGround"
                  label={t('dossiers.handling.ask.secondGround')}
                  maxLength={300}
                />
                <ApprovalFields context={approval} bound={bound} />
              </>
            )}
          </>
        );
      }}
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
  const [papers, setPapers] = useActDraft<readonly BroughtPaper[]>(() => startBrought(props.state, findCase(props)));
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
