import './import-books.css';
import '../../forms/form.css';
import '../../selling/selling.css';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { useHead } from '../../head/use-head.ts';
import { ColumnTable } from './column-table.tsx';
import { FileForm } from './file-form.tsx';
import { PublishBooksDocument } from './import-books.generated.ts';
import { usePageWords } from './words.ts';

/** Offers the books of a file: what it needs, what was read of it, what is wrong, and what became of each row. */
export function Component() {
  const words = usePageWords();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="selling-page import-page">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <ReaderOnly>
        {() => (
          <>
            <FileForm />
            <ColumnTable />
          </>
        )}
      </ReaderOnly>
      <SeeTheGraphQL of={{ query: PublishBooksDocument, variables: {} }} />
    </div>
  );
}
