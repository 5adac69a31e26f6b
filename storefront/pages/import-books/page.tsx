import './import-books.css';
import '../../forms/form.css';
import '../../selling/selling.css';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { useHead } from '../../head/use-head.ts';
import { ColumnTable } from './column-table.tsx';
import { FileForm } from './file-form.tsx';
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
        {reader => (
          <>
            <FileForm key={reader.id} />
            <ColumnTable />
          </>
        )}
      </ReaderOnly>
    </div>
  );
}
