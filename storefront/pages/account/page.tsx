import './account.css';
import '../../forms/form.css';
import { useQuery } from 'urql';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { Failure } from '../../components/failure.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useHead } from '../../head/use-head.ts';
import { useFormat } from '../../i18n/format.ts';
import { AccountPageDocument } from './account.generated.ts';
import { DeleteAccount } from './delete-account.tsx';
import { PasswordForm } from './password-form.tsx';
import { PersonalRecords } from './personal-records.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SecondFactor } from './second-factor.tsx';
import { SessionList } from './session-list.tsx';
import { usePageWords } from './words.ts';

const accountQuery = { query: AccountPageDocument, variables: {} };

function Account() {
  const words = usePageWords();
  const format = useFormat();
  const [{ data, error }, ask] = useQuery({ ...accountQuery, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (error && !data?.me) return <Failure error={error} retry={again} />;
  if (!data?.me) return <Skeleton lines={8} />;
  return (
    <>
      <p>{words.since(format.date(data.me.createdAt))}</p>
      <section>
        <h2>{words.profile}</h2>
        <ProfileForm me={data.me} />
      </section>
      <section>
        <h2>{words.password}</h2>
        <PasswordForm changed={again} />
      </section>
      {data.me.secondFactor && (
        <section>
          <h2>{words.secondFactor}</h2>
          <SecondFactor state={data.me.secondFactor} />
        </section>
      )}
      <section>
        <h2>{words.sessions}</h2>
        <SessionList sessions={data.sessions ?? []} ended={again} />
      </section>
      <section>
        <h2>{words.records}</h2>
        <PersonalRecords />
      </section>
      <section>
        <h2>{words.deletion}</h2>
        <DeleteAccount />
      </section>
      <SeeTheGraphQL of={accountQuery} />
    </>
  );
}

/** The reader's own account: profile, password, second factor, sessions; what is held on the reader; the account's end. */
export function Component() {
  const words = usePageWords();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="account-page">
      <h1>{words.title}</h1>
      <ReaderOnly>{() => <Account />}</ReaderOnly>
    </div>
  );
}
