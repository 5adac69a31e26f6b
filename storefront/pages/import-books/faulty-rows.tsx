import { useLanguage } from '../../i18n/language-context.tsx';
import { useSellingWords } from '../../selling/selling-words.ts';
import { columns } from './columns.ts';
import { Download } from './download.tsx';
import type { Fault } from './use-faults.ts';
import { usePageWords } from './words.ts';
import { writeTable } from './write-table.ts';

/** So many are told on the page; the file holds all. */
const told = 50;

/** The rows that are not published, what is wrong with each and what to do; and a file of them to mend. */
export function FaultyRows({
  header,
  faults,
  isOver,
}: {
  header: readonly string[];
  faults: readonly Fault[];
  isOver: boolean;
}) {
  const words = usePageWords();
  const { fields } = useSellingWords();
  const { language } = useLanguage();
  const columnName = (field: string) => columns.find(each => each.field === field)?.names[language] ?? field;
  const file = () =>
    writeTable([
      [...header, words.problemColumn],
      ...faults.map(({ cells, reasons }) => [
        ...header.map((_, place) => cells[place] ?? ''),
        reasons.map(({ field, text }) => (field ? `${columnName(field)}: ${text}` : text)).join(' '),
      ]),
    ]);
  return (
    <section className="form">
      <h3>{words.wrong}</h3>
      <p>{isOver ? words.mendAdvice : words.wrongAdvice}</p>
      <ul className="import-faults">
        {faults.slice(0, told).map(({ number, reasons }) => (
          <li key={number}>
            <strong>{words.rowAt(number)}</strong>
            <ul>
              {reasons.map(({ field, text }) => (
                <li key={`${field} ${text}`}>
                  {field && `${fields[field]}: `}
                  {text}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {faults.length > told && <p>{words.more(faults.length - told)}</p>}
      {isOver && (
        <p>
          <Download name={words.refusedFile} make={file}>
            {words.download}
          </Download>
        </p>
      )}
    </section>
  );
}
