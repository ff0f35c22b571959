import { Activity, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Message } from '../../../../shared/text/message';
import { onLeaving, useSession } from '../../../session.store';
import type { PanelAct } from '../case-acts';
import type { ActFormProps } from './ActFrame';
import type { KeptActDraft } from './act-draft';
import { type ActDraftKeeper, createActDraftKeeper } from './act-draft-keeper';
import { ActDraftContext } from './use-act-draft';

interface KeptFormProps extends Pick<ActFormProps, 'state' | 'around'> {
  readonly kind: PanelAct;
  readonly isOpen: boolean;
  readonly kept: KeptActDraft | null;
  readonly onClose: () => void;
  readonly onSaved: (message: Message) => void;
  /** The text was thrown away. */
  readonly onDiscard: () => void;
  /** What lies on the disk of this form may have changed. */
  readonly onKept: () => void;
  readonly children: (props: ActFormProps) => ReactNode;
}

/** What is typed goes to the disk before a lock, on leaving the dossier, and when the form is put away. */
function useKeeping(keeper: ActDraftKeeper, { isOpen, onKept }: Pick<KeptFormProps, 'isOpen' | 'onKept'>): void {
  useEffect(() => {
    const stop = onLeaving(() => keeper.flush());
    return () => {
      stop();
      void keeper.flush();
    };
  }, [keeper]);
  useEffect(() => {
    keeper.noteOpen(isOpen);
    if (!isOpen) void keeper.flush().then(onKept);
  }, [keeper, isOpen, onKept]);
}

/** One form of the panel: hidden when put away, its text kept until the act is on record. */
export function KeptForm(props: KeptFormProps): ReactNode {
  const { kind, state, around, onKept } = props;
  const { officerId, name } = around.officer;
  const counterId = useSession((session) => session.counter?.id ?? '');
  const [isKept, setIsKept] = useState(true);
  const [keeper] = useState(() =>
    createActDraftKeeper(
      {
        dossierId: state.dossierId,
        kind,
        counterId,
        owner: { officerId, name },
        now: () => Date.now(),
        onKept: setIsKept,
      },
      props.kept,
    ),
  );
  useKeeping(keeper, props);
  const { onDiscard } = props;
  const drafting = useMemo(
    () => ({ keeper, isKept, discard: () => void keeper.forget().then(onDiscard) }),
    [keeper, isKept, onDiscard],
  );
  return (
    <ActDraftContext value={drafting}>
      <Activity mode={props.isOpen ? 'visible' : 'hidden'}>
        {props.children({
          state,
          around,
          onClose: props.onClose,
          onSaved: (message) => {
            void keeper.forget().then(onKept);
            props.onSaved(message);
          },
        })}
      </Activity>
    </ActDraftContext>
  );
}
