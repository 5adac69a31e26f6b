import { useBookWords } from '../components/book-words.ts';
import { conditions } from '../components/conditions.ts';
import type { ControlProps } from '../components/field.tsx';
import type { BookDraft } from './book-draft.ts';

/** Chooses the grade of a copy. To be put into a Field. */
export function ConditionSelect({
  control,
  value,
  choose,
}: {
  control: ControlProps;
  value: BookDraft['condition'];
  choose: (condition: BookDraft['condition']) => void;
}) {
  const words = useBookWords();
  return (
    <select
      {...control}
      name="condition"
      value={value}
      onChange={({ target }) => choose(conditions.find(each => each === target.value) ?? value)}
    >
      {conditions.map(condition => (
        <option key={condition} value={condition}>
          {words.conditions[condition]}
        </option>
      ))}
    </select>
  );
}
