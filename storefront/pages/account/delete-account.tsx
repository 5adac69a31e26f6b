import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { deleteAccount, forgetReader } from '../../account/delete-account.ts';
import { Field } from '../../components/field.tsx';
import { Modal } from '../../components/modal.tsx';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { usePageWords } from './words.ts';

const controls = ['password'];

/** Deletes the reader's account, after a question that is answered by the password. */
export function DeleteAccount() {
  const words = usePageWords();
  const toast = useToast();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const isDeleted = useRef(false);
  // Not before the page is left: it would send whom it does not know to the login.
  useEffect(
    () => () => {
      if (isDeleted.current) forgetReader();
    },
    [],
  );
  const form = useSubmission(async values => {
    const userErrors = await deleteAccount(textOf(values, 'password'));
    if (userErrors.length === 0) {
      toast(words.accountDeleted);
      isDeleted.current = true;
      await navigate('/');
    }
    return userErrors;
  });
  return (
    <>
      <p>{words.deletingMeans}</p>
      <div className="form-actions">
        <button type="button" className="quiet-button" onClick={() => setAsking(true)}>
          {words.deleteAccount}
        </button>
      </div>
      <Modal title={words.deleteQuestion} isOpen={isAsking} close={() => setAsking(false)}>
        <form className="form" onSubmit={form.submit}>
          <ul>
            {words.deletingInDetail.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <FormProblems errors={form.otherErrors(controls)} failure={form.error} />
          <Field label={words.currentPassword} error={form.errorOf('password')}>
            {control => (
              <input {...control} name="password" type="password" autoComplete="current-password" required />
            )}
          </Field>
          <div className="form-actions">
            <button type="submit" disabled={form.isSending}>
              {words.deleteForGood}
            </button>
          </div>
        </form>
      </Modal>
    </>
  );
}
