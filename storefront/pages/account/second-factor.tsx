import { useState } from 'react';
import { Modal } from '../../components/modal.tsx';
import { useFormat } from '../../i18n/format.ts';
import type { AccountPageQuery } from './account.generated.ts';
import { RemoveSecondFactor } from './remove-second-factor.tsx';
import { useSecondFactorWords } from './second-factor-words.ts';
import { SetUpSecondFactor } from './set-up-second-factor.tsx';

type State = NonNullable<NonNullable<AccountPageQuery['me']>['secondFactor']>;

/** Whether the reader's login asks for a second factor, with the way to set it up or to remove it. */
export function SecondFactor({ state: { isOn, since, isNeeded } }: { state: State }) {
  const words = useSecondFactorWords();
  const format = useFormat();
  const [isOpen, setOpen] = useState<'set up' | 'remove' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <p>{since ? words.on(format.date(since)) : words.off}</p>
      {isNeeded && !isOn && <p role="status">{words.needed}</p>}
      <div className="form-actions">
        <button type="button" className="quiet-button" onClick={() => setOpen(isOn ? 'remove' : 'set up')}>
          {isOn ? words.remove : words.setUp}
        </button>
      </div>
      <Modal title={words.setUp} isOpen={isOpen === 'set up'} close={close}>
        <SetUpSecondFactor close={close} />
      </Modal>
      <Modal title={words.remove} isOpen={isOpen === 'remove'} close={close}>
        <RemoveSecondFactor close={close} />
      </Modal>
    </>
  );
}
