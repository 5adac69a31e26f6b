const integers = ['tinyint', 'smallint', 'mediumint', 'int', 'bigint'];

interface Type {
  name: string;
  /** What is in its brackets. */
  size: string;
  /** unsigned, and the collation. */
  rest: string;
}

function parse(text: string): Type {
  const [, name = '', size = '', rest = ''] = /^(\w+)(?:\((.*)\))?(.*)$/s.exec(text) ?? [];
  return { name, size, rest };
}

const numbers = (size: string) => size.split(',').map(Number);

/** Whether a column of type `after` takes all that one of type `before` did, and gives it back as it was. */
export function isWider(before: string, after: string): boolean {
  const [old, young] = [parse(before), parse(after)];
  if (old.rest !== young.rest) return false;
  const [from, to] = [integers.indexOf(old.name), integers.indexOf(young.name)];
  if (from >= 0 && to >= 0) return to >= from;
  if (old.name !== young.name) return false;
  if (old.size === young.size) return true;
  if (['varchar', 'varbinary', 'datetime', 'timestamp', 'time'].includes(old.name))
    return Number(young.size || 0) >= Number(old.size || 0);
  if (['enum', 'set'].includes(old.name)) return young.size.startsWith(`${old.size},`);
  if (old.name === 'decimal') {
    const [[digits = 0, scale = 0], [newDigits = 0, newScale = 0]] = [numbers(old.size), numbers(young.size)];
    return newScale >= scale && newDigits - newScale >= digits - scale;
  }
  return false;
}
