import type { ReactNode } from 'react';
import type { AskFinding } from '../../../shared/domain/ask-guard';
import { Button, t, TextField } from '../../ui';
import { needsWord, type Checklist } from './checklist';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import { changeDraft } from './intake.store';
import { changePaper } from './paper-changes';
import { noteVolunteered, takeOffer } from './paper-keys';
import { PanelFrame } from './PanelFrame';
import { describeSourceOf } from './reusable-words';

interface AskPanelProps {
  readonly draft: IntakeDraft;
  readonly checklist: Checklist;
  readonly problemOf: (field: string) => string | undefined;
}

/** One paper that may not simply be asked for: why, and the ways out. */
function Finding({
  finding,
  isFirst,
  ...props
}: AskPanelProps & { readonly finding: AskFinding; readonly isFirst: boolean }): ReactNode {
  const { draft, checklist, problemOf } = props;
  const row = draft.papers.find((one) => one.paperId === finding.paperId);
  if (!row) return null;
  const isOutside = finding.kind === 'outsideList';
  const field = `panel.ask.${row.paperId}`;
  // One key each: they stand on the first paper that still needs a word.
  return (
    <li className="stack-tight intake-ask">
      <p className="strong text-small">{row.name.trim() === '' ? t('intake.papers.extra') : row.name}</p>
      <p className="muted text-small">{t(`intakeRules.ask.${finding.kind}`)}</p>
      {finding.kind === 'atHand' && <p className="muted text-small">{t(describeSourceOf(finding.held))}</p>}
      <div className="row">
        {finding.kind === 'atHand' && (
          <Button
            {...(isFirst ? { keys: 'Alt+R' as const } : {})}
            onPress={() => {
              changeDraft((current) => takeOffer(current, checklist, row.paperId));
            }}
          >
            {t('intakeRules.ask.reuse')}
          </Button>
        )}
        <Button
          {...(isFirst ? { keys: 'Alt+T' as const } : {})}
          onPress={() => {
            changeDraft((current) => noteVolunteered(current, checklist, row.paperId));
          }}
        >
          {t('intakeRules.ask.volunteered')}
        </Button>
      </div>
      <FieldSlot field={field}>
        <TextField
          label={t(isOutside ? 'intakeRules.ask.ground' : 'intakeRules.ask.reason')}
          hint={isOutside ? t('intakeRules.ask.groundHint') : undefined}
          maxLength={300}
          value={isOutside ? row.ground : row.repeatReason}
          error={problemOf(field)}
          onChange={(text) => {
            const change = isOutside ? { ground: text } : { repeatReason: text };
            changeDraft((current) => changePaper(current, row.paperId, { ...change, volunteered: false }));
          }}
        />
      </FieldSlot>
    </li>
  );
}

/** The "do not ask again" guard: papers beside the published list, and papers the office holds or finds itself. */
export function AskPanel(props: AskPanelProps): ReactNode {
  const { draft, checklist } = props;
  const first = checklist.findings.find((finding) => needsWord(finding, draft.papers))?.paperId;
  return (
    <PanelFrame title={t('intakeRules.ask.title')} closeLabel={t('intakeRules.ask.close')}>
      {checklist.findings.length === 0 && <p className="muted">{t('intakeRules.ask.none')}</p>}
      <ul className="stack">
        {checklist.findings.map((finding) => (
          <Finding key={finding.paperId} {...props} finding={finding} isFirst={finding.paperId === first} />
        ))}
      </ul>
    </PanelFrame>
  );
}
