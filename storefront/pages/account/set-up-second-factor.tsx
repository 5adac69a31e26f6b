import { useState } from 'react';
import { useMutation } from 'urql';
import { CodeInput } from '../../components/code-input.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { CurrentPasswordField } from './current-password-field.tsx';
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument } from './second-factor.generated.ts';
import { useSecondFactorWords } from './second-factor-words.ts';

interface Begun {
  secret: string;
  uri: string;
}

const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

function BeginForm({ isAnew, begun }: { isAnew: boolean; begun: (what: Begun) => void }) {
  const words = useSecondFactorWords();
  const [, begin] = useMutation(BeginSecondFactorDocument);
  const form = useSubmission(async values => {
    const { data, error } = await begin({ input: { currentPassword: textOf(values, 'currentPassword') } });
    if (error) throw error;
    const { secret, uri, userErrors = [] } = data?.beginSecondFactor ?? {};
    if (secret && uri) begun({ secret, uri });
    return userErrors;
  });
  return (
    <form className="form" onSubmit={form.submit}>
      {isAnew && <p role="status">{words.ended}</p>}
      <FormProblems errors={form.otherErrors(['currentPassword'])} failure={form.error} />
      <CurrentPasswordField label={words.currentPassword} error={form.errorOf('currentPassword')} />
      <div className="form-actions">
        <button type="submit" disabled={form.isSending}>
          {words.goOn}
        </button>
      </div>
    </form>
  );
}

function ConfirmForm({
  begun: { secret, uri },
  confirmed,
  ended,
}: {
  begun: Begun;
  confirmed: (recoveryCodes: readonly string[]) => void;
  ended: () => void;
}) {
  const words = useSecondFactorWords();
  const [, confirm] = useMutation(ConfirmSecondFactorDocument);
  const form = useSubmission(async values => {
    const { data, error } = await confirm({ input: { oneTimeCode: textOf(values, 'oneTimeCode') } });
    if (error) throw error;
    const { recoveryCodes, userErrors = [] } = data?.confirmSecondFactor ?? {};
    if (recoveryCodes) confirmed(recoveryCodes);
    if (userErrors.some(({ code }) => code === 'NOT_FOUND')) ended();
    return userErrors;
  });
  return (
    <form className="form" onSubmit={form.submit}>
      <p>{words.tellApp}</p>
      <p>
        <code className="secret">{grouped(secret)}</code>
      </p>
      <p>
        <a href={uri}>{words.openApp}</a>
      </p>
      <FormProblems errors={form.otherErrors(['oneTimeCode'])} failure={form.error} />
      <Field label={words.code} hint={words.codeHint} error={form.errorOf('oneTimeCode')}>
        {control => <CodeInput {...control} />}
      </Field>
      <div className="form-actions">
        <button type="submit" disabled={form.isSending}>
          {words.turnOn}
        </button>
      </div>
    </form>
  );
}

function RecoveryCodes({ codes, close }: { codes: readonly string[]; close: () => void }) {
  const words = useSecondFactorWords();
  return (
    <div className="form">
      <p>{words.keepCodes}</p>
      <ul aria-label={words.recoveryCodes}>
        {codes.map(code => (
          <li key={code}>
            <code className="secret">{code}</code>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <button type="button" onClick={close}>
          {words.kept}
        </button>
      </div>
    </div>
  );
}

/** Turns a second factor on: the password, then the secret and a first code, then the recovery codes. `close` is called at the end. */
export function SetUpSecondFactor({ close }: { close: () => void }) {
  const [begun, setBegun] = useState<Begun | 'ended' | null>(null);
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>([]);
  if (recoveryCodes.length > 0) return <RecoveryCodes codes={recoveryCodes} close={close} />;
  return begun === null || begun === 'ended' ? (
    <BeginForm isAnew={begun === 'ended'} begun={setBegun} />
  ) : (
    <ConfirmForm begun={begun} confirmed={setRecoveryCodes} ended={() => setBegun('ended')} />
  );
}
