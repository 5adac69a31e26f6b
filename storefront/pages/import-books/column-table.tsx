import { useLanguage } from '../../i18n/language-context.tsx';
import { columns } from './columns.ts';
import { Download } from './download.tsx';
import { usePageWords } from './words.ts';
import { writeTable } from './write-table.ts';

/** Which columns a list of books may have, with an example of it. */
export function ColumnTable() {
  const words = usePageWords();
  const { language } = useLanguage();
  const example = () =>
    writeTable([
      columns.map(({ names }) => names[language]),
      columns.map(column => column.example[language]),
    ]);
  return (
    <section className="form">
      <h2>{words.columns}</h2>
      <p>
        <Download name={words.exampleFile} make={example}>
          {words.example}
        </Download>
      </p>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.needed}</th>
            <th scope="col">{words.whatFor}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ field, names, isNeeded }) => (
            <tr key={field}>
              <th scope="row">
                <code>{names[language]}</code>
              </th>
              <td>{isNeeded && words.yes}</td>
              <td>{words.about[field]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
