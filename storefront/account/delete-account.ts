import { DeleteAccountDocument, type DeleteAccountMutation } from './delete-account.generated.ts';
import { postSession } from './post-session.ts';
import { setReader } from './reader.ts';
import { forgetTokens, freshAccessToken } from './tokens.ts';

type Answer = NonNullable<DeleteAccountMutation['deleteAccount']>;

/** Deletes the reader's account. Answers why not, empty when it is deleted; rejects with a CombinedError without an answer. */
export async function deleteAccount(password: string): Promise<Answer['userErrors']> {
  const token = await freshAccessToken();
  const { deleteAccount: answer } = await postSession(DeleteAccountDocument, { input: { password } }, token);
  if (!answer) throw new Error('The store answered nothing.');
  return answer.userErrors;
}

/** Nobody is signed in here any more, in all tabs. */
export function forgetReader(): void {
  forgetTokens();
  setReader(null);
}
