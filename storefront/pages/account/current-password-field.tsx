import type { ReactNode } from 'react';
import { Field } from '../../components/field.tsx';

/** Asks for the password that holds now, by the name that the operations give it: what is changed needs it. */
export function CurrentPasswordField(texts: {
  label: ReactNode;
  hint?: ReactNode;
  error: string | undefined;
}) {
  return (
    <Field {...texts}>
      {control => (
        <input {...control} name="currentPassword" type="password" autoComplete="current-password" required />
      )}
    </Field>
  );
}
