import type { ReactNode } from 'react';
import type { RequiredPaper } from '../../../shared/domain/procedure-paper';
import { Button, Checkbox, IconButton, NumberField, t, TextField, useShortcut } from '../../ui';
import { addExtraPaper, changePaper, removeExtraPaper } from './paper-changes';
import { pagesOf } from './paper-rows';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft, PaperRow } from './intake-draft';
import type { IntakeView } from './intake-form';
import { changeDraft, focusOn, useIntake } from './intake.store';
import { standingOf } from './checklist';
import { DigitiseCell } from './DigitiseCell';
import { openPanel } from './open-panel';
import { listOffers, noteVolunteered, takeOffer } from './paper-keys';

const forms = ['original', 'certifiedCopy', 'photocopy'] as const;

function CountCells({ row }: { readonly row: PaperRow }): ReactNode {
  return forms.map((form) => (
    <td key={form} className="intake-paper-count">
      <NumberField
        label={t('intake.papers.count', { form: t(`intake.papers.${form}`), name: row.name })}
        labelHidden
        reserve={false}
        value={row.counts[form]}
        max={999}
        onChange={(value) => {
          changeDraft((draft) => changePaper(draft, row.paperId, { counts: { ...row.counts, [form]: value } }));
        }}
      />
    </td>
  ));
}

/** Papers that never enter custody: shown and given back, or looked up by the office itself. */
function TickCell({ row }: { readonly row: PaperRow }): ReactNode {
  const isShown = row.mode === 'present';
  return (
    <td colSpan={3}>
      <Checkbox
        isSelected={row.ticked}
        onChange={(ticked) => {
          changeDraft((draft) => changePaper(draft, row.paperId, { ticked }));
        }}
      >
        {isShown ? t('intake.papers.shown') : t('intake.papers.lookedUp')}
        <span className="visually-hidden">: {row.name}</span>
      </Checkbox>
    </td>
  );
}

function NameCell({
  row,
  paper,
  problem,
}: {
  readonly row: PaperRow;
  readonly paper: RequiredPaper | undefined;
  readonly problem: string | undefined;
}): ReactNode {
  if (!row.isExtra) {
    return (
      <th scope="row">
        {row.name}
        {paper?.when && <span className="muted text-small"> {paper.when}</span>}
      </th>
    );
  }
  return (
    <th scope="row">
      <FieldSlot field={`papers.${row.paperId}.name`} className="intake-paper-extra">
        <TextField
          label={t('intake.papers.extra')}
          labelHidden
          reserve={false}
          placeholder={t('intake.papers.extra')}
          value={row.name}
          error={problem}
          onChange={(name) => {
            changeDraft((draft) => changePaper(draft, row.paperId, { name }));
          }}
        />
        <IconButton
          icon="close"
          label={t('intake.papers.remove')}
          onPress={() => {
            changeDraft((draft) => removeExtraPaper(draft, row.paperId));
            focusOn('procedure');
          }}
        />
      </FieldSlot>
    </th>
  );
}

function addRow(): void {
  changeDraft(addExtraPaper);
  const added = useIntake.getState().draft?.papers.at(-1);
  // The ground of a paper beside the list stands in the panel: the next thing to type after its name.
  if (added) openPanel('ask', `papers.${added.paperId}.name`);
}

interface PapersTableProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly problemOf: (field: string) => string | undefined;
}

/** What the citizen brought, against the published list. */
export function PapersTable({ draft, view, problemOf }: PapersTableProps): ReactNode {
  const { procedureCase, checklist } = view;
  const offers = checklist ? listOffers(draft, checklist) : [];
  useShortcut('Alt+R', t('intakeRules.reusable.reuseKey'), {
    isEnabled: offers.length > 0,
    run: () => {
      if (checklist) changeDraft((current) => takeOffer(current, checklist));
    },
  });
  useShortcut('Alt+T', t('intakeRules.ask.volunteered'), {
    isEnabled: (checklist?.findings.length ?? 0) > 0,
    run: () => {
      if (checklist) changeDraft((current) => noteVolunteered(current, checklist));
    },
  });
  if (!procedureCase) return <p className="muted intake-papers-empty">{t('intake.papers.notYet')}</p>;
  return (
    <div className="intake-papers">
      <table aria-label={t('intake.papers.title')}>
        <thead>
          <tr>
            <th scope="col">{t('intake.papers.title')}</th>
            {forms.map((form) => (
              <th key={form} scope="col" className="intake-paper-count">
                {t(`intake.papers.${form}`)}
              </th>
            ))}
            <th scope="col" className="intake-paper-digitise">
              {t('intake.papers.digitise')}
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.papers.map((row) => {
            const standing = standingOf(row, view.checklist?.rows ?? []);
            const isIdle = row.reuse !== null || standing === 'notAsked';
            const paper = procedureCase.papers.find((one) => one.id === row.paperId);
            const problem = problemOf(`papers.${row.paperId}.name`);
            return (
              <tr
                key={row.paperId}
                data-field={`papers.${row.paperId}`}
                className={isIdle ? 'intake-paper-idle' : undefined}
              >
                <NameCell row={row} paper={paper} problem={problem} />
                {row.mode === 'submit' ? <CountCells row={row} /> : <TickCell row={row} />}
                <DigitiseCell
                  row={row}
                  paper={paper}
                  standing={standing}
                  count={pagesOf(draft, row.paperId).length}
                  checklist={view.checklist}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button variant="quiet" icon="plus" onPress={addRow}>
        {t('intake.papers.add')}
      </Button>
    </div>
  );
}
