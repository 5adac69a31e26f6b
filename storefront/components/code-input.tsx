import type { ControlProps } from './field.tsx';

/** Where a code of a second factor, or a recovery code, is typed. */
export function CodeInput(control: ControlProps) {
  return (
    <input
      {...control}
      name="oneTimeCode"
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      required
    />
  );
}
