import { type FormEvent, useRef, useState } from 'react';
import { CombinedError } from 'urql';
import type { RefusalFragment } from '../components/refusal.generated.ts';
import { useDescribeRefusal } from '../i18n/describe-refusal.ts';

interface Submission {
  isSending: boolean;
  /** Why there was no answer. */
  error: CombinedError | null;
  /** For the onSubmit of the form. */
  submit: (event: FormEvent<HTMLFormElement>) => void;
  /** What is wrong with a control, by its name in the input; undefined while all is well. */
  errorOf: (name: string) => string | undefined;
  /** What is wrong with no control of those names. */
  otherErrors: (names: readonly string[]) => string[];
}

const nameOf = ({ field }: RefusalFragment): string => field?.at(-1) ?? '';

/** The text of a form's control. */
export const textOf = (values: FormData, name: string): string => {
  const value = values.get(name);
  return typeof value === 'string' ? value : '';
};

/**
 * A form that is sent once at a time. `send` answers what was refused, empty when it worked, or rejects with a CombinedError.
 * The reader is taken to the first control that is wrong.
 */
export function useSubmission(send: (values: FormData) => Promise<readonly RefusalFragment[]>): Submission {
  const wordsOf = useDescribeRefusal();
  const isUnderWay = useRef(false);
  const [isSending, setSending] = useState(false);
  const [refusals, setRefusals] = useState<readonly RefusalFragment[]>([]);
  const [error, setError] = useState<CombinedError | null>(null);

  async function submit(form: HTMLFormElement): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setSending(true);
    setError(null);
    try {
      setRefusals(await send(new FormData(form)));
    } catch (cause) {
      if (!(cause instanceof CombinedError)) throw cause;
      setError(cause);
    } finally {
      isUnderWay.current = false;
      setSending(false);
    }
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  return {
    isSending,
    error,
    submit(event) {
      event.preventDefault();
      void submit(event.currentTarget);
    },
    errorOf(name) {
      const found = refusals.find(refusal => nameOf(refusal) === name);
      return found && wordsOf(found);
    },
    otherErrors: names => refusals.filter(each => !names.includes(nameOf(each))).map(wordsOf),
  };
}
