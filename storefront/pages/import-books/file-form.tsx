import { useState } from 'react';
import { Field } from '../../components/field.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language-context.tsx';
import { mostBytes } from './file-limits.ts';
import { PublishForm } from './publish-form.tsx';
import { type BookList, readRows } from './read-rows.ts';
import type { FileProblem } from './read-table.ts';
import { usePageWords } from './words.ts';

type Read = BookList | FileProblem;

async function read(file: File): Promise<Read> {
  if (file.size > mostBytes) return { problem: 'tooLarge' };
  // The parser is loaded when there is something to parse.
  const { readTable } = await import('./read-table.ts');
  const table = readTable(new Uint8Array(await file.arrayBuffer()));
  return Array.isArray(table) ? readRows(table) : table;
}

function useDescribeFile(): (read: Read) => string | undefined {
  const words = usePageWords();
  const format = useFormat();
  const { language } = useLanguage();
  return found => {
    if ('missing' in found)
      return words.missing(format.list(found.missing.map(({ names }) => names[language])));
    if (!('problem' in found)) return undefined;
    const { problem, row } = found;
    return problem === 'quotes'
      ? `${words.problem.quotes} ${row}. ${words.quotesAdvice}`
      : words.problem[problem];
  };
}

/** Chooses a file and shows what was read of it. */
export function FileForm() {
  const words = usePageWords();
  const describe = useDescribeFile();
  const [found, setFound] = useState<Read>();
  const [isSending, setSending] = useState(false);
  const [chosen, setChosen] = useState(0);
  async function choose(file: File | undefined): Promise<void> {
    setFound(file && (await read(file)));
    setChosen(chosen + 1);
  }
  return (
    <>
      <Field label={words.file} hint={`${words.fileHint} ${words.again}`} error={found && describe(found)}>
        {control => (
          <input
            {...control}
            type="file"
            accept=".csv,.txt,text/csv"
            disabled={isSending}
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        )}
      </Field>
      {found && 'rows' in found && <PublishForm key={chosen} list={found} sending={setSending} />}
    </>
  );
}
