import type { ReactNode } from 'react';
import type { StaffMove } from '../../../shared/reports/postal-staffing';
import { useReference } from '../../records/reference.store';
import { Button, Dialog, IconButton, NumberField, Picker, t, TextField } from '../../ui';
import { blankMove, type ReportParams } from './report-params';

interface MovesDialogProps {
  readonly params: ReportParams;
  readonly onChange: (params: ReportParams) => void;
  readonly onClose: () => void;
}

const counts = [
  ['replaced', 'officialsReplaced'],
  ['left', 'officialsLeft'],
  ['postal', 'postalStaff'],
  ['procedures', 'proceduresMoved'],
] as const;

function MoveRow(props: {
  readonly move: StaffMove;
  readonly onChange: (move: StaffMove) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { move, onChange, onRemove } = props;
  return (
    <section className="report-move">
      <div className="row-between">
        <h3 className="strong">{move.unitName}</h3>
        <IconButton icon="close" label={t('reportScreen.moves.remove', { name: move.unitName })} onPress={onRemove} />
      </div>
      <div className="report-params">
        {counts.map(([word, field]) => (
          <NumberField
            key={field}
            label={t(`reportScreen.moves.${word}`)}
            reserve={false}
            value={move[field]}
            onChange={(value) => {
              onChange({ ...move, [field]: value });
            }}
          />
        ))}
        <TextField
          label={t('reportScreen.moves.decision')}
          reserve={false}
          width="short"
          maxLength={60}
          value={move.decisionNo}
          onChange={(decisionNo) => {
            onChange({ ...move, decisionNo });
          }}
        />
      </div>
    </section>
  );
}

/** Work moved to the post, unit by unit, as plans and decisions name it. */
export function MovesDialog({ params, onChange, onClose }: MovesDialogProps): ReactNode {
  const units = useReference((known) => known.reference?.units);
  const { moves } = params;
  const others = [...(units?.values() ?? [])].filter(({ id }) => !moves.some(({ unitId }) => unitId === id));
  const setMoves = (next: readonly StaffMove[]): void => {
    onChange({ ...params, moves: next });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('reportScreen.moves.title')}
      actions={
        <Button variant="primary" keys="Ctrl+Enter" onPress={onClose}>
          {t('reportScreen.moves.close')}
        </Button>
      }
    >
      <p className="muted text-small">{t('reportScreen.moves.body')}</p>
      {moves.map((move, index) => (
        <MoveRow
          key={move.unitId}
          move={move}
          onChange={(next) => {
            setMoves(moves.with(index, next));
          }}
          onRemove={() => {
            setMoves(moves.filter((one) => one !== move));
          }}
        />
      ))}
      {others.length > 0 && (
        <Picker
          label={t('reportScreen.moves.add')}
          width="full"
          value={null}
          options={others.map(({ id, name }) => ({ id, text: name }))}
          onChange={(id) => {
            const unit = others.find((one) => one.id === id);
            if (unit) setMoves([...moves, blankMove(unit)]);
          }}
        />
      )}
    </Dialog>
  );
}
