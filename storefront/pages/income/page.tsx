import './income.css';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { Failure } from '../../components/failure.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useHead } from '../../head/use-head.ts';
import { IncomePageDocument } from './income.generated.ts';
import { IncomeChart } from './income-chart.tsx';
import { IncomeTable } from './income-table.tsx';
import { usePageWords } from './words.ts';

const incomeQuery = { query: IncomePageDocument, variables: { months: 12 } };

function Income() {
  const words = usePageWords();
  const [{ data, error }, ask] = useQuery({ ...incomeQuery, requestPolicy: 'cache-and-network' });
  const income = data?.me?.income;
  if (!income && error) return <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!income) return <Skeleton lines={12} />;
  return (
    <>
      {income.every(({ sales }) => sales === 0) && (
        <p>
          {words.none} <Link to="/selling">{words.yourBooks}</Link>
        </p>
      )}
      <IncomeChart months={income} />
      <IncomeTable months={income} />
      <SeeTheGraphQL of={incomeQuery} />
    </>
  );
}

/** What the reader earned in each of the last twelve months. */
export function Component() {
  const words = usePageWords();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="income-page">
      <h1>{words.title}</h1>
      <p>{words.counted}</p>
      <ReaderOnly>{() => <Income />}</ReaderOnly>
    </div>
  );
}
