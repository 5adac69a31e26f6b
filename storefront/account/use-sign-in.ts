import { useState } from 'react';
import type { RefusalFragment } from '../components/refusal.generated.ts';
import { useSubmission } from '../forms/use-submission.ts';
import { CookieRefused } from './sign-in.ts';

/** A form that signs a reader in; and whether the browser keeps a session here, as far as that is known. */
export function useSignIn(send: (values: FormData) => Promise<readonly RefusalFragment[]>) {
  const [keepsSession, setKeepsSession] = useState(window.isSecureContext);
  const form = useSubmission(async values => {
    try {
      return await send(values);
    } catch (error) {
      if (!(error instanceof CookieRefused)) throw error;
      setKeepsSession(false);
      return [];
    }
  });
  return { form, keepsSession };
}
